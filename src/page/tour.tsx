import './tour.css';

/** The tour with its looks, loaded when a step is open. */
export { default } from '../story/tour/bar';
