import { lazy, type ReactNode } from 'react';
import { Late } from '../ui/late';
import { MainSliders } from '../controls/main-sliders';
import { Transport } from '../controls/transport';
import { usualPanels, type PanelName } from '../experiment/parameters';
import { FiguresPanel } from '../panels/figures/panel';
import { Notices } from './notices';
import { Trouble } from '../panels/training/outcome';
import { Fit } from '../ui/room';
import { SpectrumPanel } from '../panels/spectrum/panel';
import { useMagnification } from '../ui/use-magnification';
import { useViewportHeight, useViewportWidth } from '../ui/use-viewport';
import { useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { tour } from '../story/tour';
import { embedLayout, tourHeight } from './embed-layout';
import './embedded.css';

const TrainingPanel = lazy(() => import('../panels/training/panel'));
const Exploration = lazy(() => import('./exploration'));
const Tour = lazy(() => import('./tour'));
/** Sliders that stay where the link names none. */
const usualControls = 3;

/** The page in a slide or a frame: panels and controls alone, fitted to it. */
export default function Embedded() {
  const width = useViewportWidth(),
    height = useViewportHeight();
  const magnification = useMagnification();
  const { title, page: words } = useWords();
  const projector = useAppState((state) => state.experiment.theme === 'projector');
  const show = useAppState((state) => state.experiment.show);
  const controls = useAppState((state) => state.experiment.controls);
  const touring = useAppState((state) => state.experiment.tour);
  // A step brings the panels that it speaks of, where the link names none.
  const told = tour.find(({ name }) => name === touring)?.panels;
  const layout = embedLayout({
    width: width / magnification,
    height: height / magnification,
    panels: show.length > 0 ? show : told ? [...told, 'figures'] : usualPanels,
    panelsNamed: show.length > 0 || told !== undefined,
    tour: touring !== '',
    projector,
    controls: controls.length > 0 ? controls.length : usualControls,
    controlsNamed: controls.length > 0,
  });
  const { heights, beside, sliderRows, sliderColumns, compact } = layout;
  const fit = (name: PanelName, panel: ReactNode) =>
    heights.has(name) && (
      <Fit key={name} height={Math.floor(magnification * heights.get(name)!)}>
        {panel}
      </Fit>
    );
  const spectra = [fit('data', <SpectrumPanel of="data" />), fit('filters', <SpectrumPanel of="filters" />)];
  return (
    <div className={`page embedded${compact ? ' compact' : ''}`}>
      <main>
        <h1 className="visually-hidden">{title}</h1>
        <section
          className="controls"
          aria-label={words.controls}
          style={{ gridTemplateColumns: `repeat(${sliderColumns}, minmax(0, 1fr))` }}
        >
          {sliderRows > 0 && <MainSliders />}
          <Transport />
        </section>
        <Notices />
        {!heights.has('training') && (
          <Late>
            <Trouble />
          </Late>
        )}
        {fit('figures', <FiguresPanel />)}
        {beside && heights.has('data') && heights.has('filters') ? <div className="spectra">{spectra}</div> : spectra}
        {fit(
          'training',
          <Late>
            <TrainingPanel status={layout.status} />
          </Late>,
        )}
        <Late>
          <Exploration place={fit} />
        </Late>
        {touring !== '' && (
          <div className="tour-place" style={{ height: magnification * tourHeight }}>
            <Late>
              <Tour />
            </Late>
          </div>
        )}
      </main>
    </div>
  );
}
