import { Late } from '../ui/late';
import { late } from '../ui/late-part';
import { MainSliders, sideControls, usualControls } from '../controls/main-sliders';
import { Transport } from '../controls/transport';
import { panelNames, usualPanels, type PanelName } from '../experiment/parameters';
import { Placed } from '../panels/placed';
import Notices from './notices';
import { Trouble } from '../panels/training/outcome';
import { Fit } from '../ui/room';
import { useMagnification } from '../ui/use-magnification';
import { useViewportHeight, useViewportWidth } from '../ui/use-viewport';
import { useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { tour } from '../story/tour/steps';
import { embedLayout, tourHeight, type EmbedLayout } from './embed-layout';
import './embedded.css';

const Tour = late(() => import('./tour'));

/** The same order in every frame, however the link names its panels. */
const inOrder = (rows: EmbedLayout['rows']) =>
  rows.toSorted(([a], [b]) => panelNames.indexOf(a!) - panelNames.indexOf(b!));

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
  const panels = show.length > 0 ? show : (told ?? usualPanels);
  const keys = controls.length > 0 ? controls : panels.includes('curve') ? sideControls : usualControls;
  const layout = embedLayout({
    width: width / magnification,
    height: height / magnification,
    panels,
    panelsNamed: show.length > 0 || told !== undefined,
    tour: touring !== '',
    projector,
    controls: keys.length,
    controlsNamed: controls.length > 0,
  });
  const { heights, rows, sliderRows, sliderColumns, extras, compact } = layout;
  const fit = (name: PanelName) => (
    <Fit key={name} height={Math.floor(magnification * heights.get(name)!)} extras={extras}>
      <Placed name={name} />
    </Fit>
  );
  return (
    <div className={`page embedded${compact ? ' compact' : ''}`}>
      <main>
        <h1 className="visually-hidden">{title}</h1>
        <section
          className="controls"
          aria-label={words.controls}
          style={{ gridTemplateColumns: `repeat(${sliderColumns}, minmax(0, 1fr))` }}
        >
          {sliderRows > 0 && <MainSliders keys={keys} />}
          <Transport />
        </section>
        <Notices />
        {!heights.has('training') && (
          <Late>
            <Trouble />
          </Late>
        )}
        {inOrder(rows).map((row) =>
          row.length === 1 ? (
            fit(row[0]!)
          ) : (
            <div key={row[0]} className="spectra">
              {row.map(fit)}
            </div>
          ),
        )}
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
