import { StatusLine } from './status-line';
export function TrainingPanel() { return <section className="training" aria-label="Training" data-panel="training"><StatusLine /></section>; }
