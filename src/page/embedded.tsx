import { Late } from '../ui/late';
import { late } from '../ui/late-part';
import { MainSliders, sideControls, usualControls } from '../controls/main-sliders';
import { Transport } from '../controls/transport';
import { panelNames, usualPanels, type PanelName } from '../experiment/parameters';
import { Framed } from '../panels/framed';
import { pageLink } from '../share/links';
import { Missing } from './missing';
import Notices from './notices';
import { Trouble } from '../panels/training/outcome';
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

/** Leads from a frame to the page, with the same experiment. */
function WholePageLink() {
  const { title, page: words } = useWords();
  const experiment = useAppState((state) => state.experiment);
  return (
    <a
      className="quiet whole-page"
      href={pageLink(location.href, experiment)}
      target="_blank"
      rel="noopener"
      title={words.whole}
    >
      <span>{title}</span>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M4 1.500h6.500V8H9V4.060L2.560 10.500 1.500 9.440 7.940 3H4z" />
      </svg>
    </a>
  );
}

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
    noise: keys.includes('sigma'),
    transport: true,
  });
  const { heights, rows, sliderColumns, transport, extras, compact } = layout;
  const fit = (name: PanelName) => (
    <Framed key={name} name={name} height={Math.floor(magnification * heights.get(name)!)} extras={extras} />
  );
  return (
    <div className={`page embedded${compact ? ' compact' : ''}`}>
      <main>
        <h1 className="visually-hidden">{title}</h1>
        {layout.controls === 'noise' ? (
          <section className="controls in-a-row" aria-label={words.controls}>
            {transport && <Transport />}
            <MainSliders keys={['sigma']} />
            {transport && <WholePageLink />}
          </section>
        ) : (
          transport && (
            <section
              className="controls"
              aria-label={words.controls}
              style={{ gridTemplateColumns: `repeat(${sliderColumns}, minmax(0, 1fr))` }}
            >
              {layout.controls === 'all' && <MainSliders keys={keys} />}
              <Transport>
                <WholePageLink />
              </Transport>
            </section>
          )
        )}
        {!transport && <WholePageLink />}
        <Missing />
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
