import { useRef, useState } from 'react';
import { Late } from '../ui/late';
import { late } from '../ui/late-part';
import { MainSliders, sideControls } from '../controls/main-sliders';
import { MoreButton } from '../controls/more-button';
import { Transport } from '../controls/transport';
import { CleanSpectrum } from '../panels/list';
import { Placed } from '../panels/placed';
import { useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { Claim } from '../story/claim';
import { useMagnification } from '../ui/use-magnification';
import { useViewportWidth } from '../ui/use-viewport';
import { Missing } from './missing';
import { usePageLanguage } from './page-language';

/** Apart, so that the first figure does not wait for it. */
const DropTarget = late(() => import('./saving/drop-target'), false);
const OwnImages = late(() => import('./images/own-images'), false);
const Embedded = late(() => import('./embedded'));
const Colophon = late(() => import('../story/colophon'));
const Explained = late(() => import('./explained'));
const OneTrainingImage = late(() => import('../panels/images/one-image'));
const Head = late(() => import('./head'));
const HeroTiles = late(() => import('../panels/tiles/hero-tiles'));
const Notices = late(() => import('./notices'));
const Printed = late(() => import('./printed'));
const Milestones = late(() => import('./milestones'));
const More = late(() => import('../controls/more'));
const Tour = late(() => import('./tour'));
const VerdictLine = late(() => import('./verdict-line'));
const FigureNotes = late(() => import('./figure-notes'));

/** The whole page, or what an embedding link leaves of it. */
export function Page() {
  const embed = useAppState((state) => state.experiment.embed);
  usePageLanguage();
  return (
    <>
      {embed ? (
        <Late>
          <Embedded />
        </Late>
      ) : (
        <WholePage />
      )}
      <Late quiet>
        <DropTarget />
      </Late>
      <Late quiet>
        <OwnImages />
      </Late>
      <Late quiet>
        <Milestones />
      </Late>
    </>
  );
}

/** Below so many pixels, where type is of the usual size (56rem between the margins, in style sheets), the curve has the width to itself, and other controls are folded. */
const narrowBelow = 976;

function WholePage() {
  const [more, setMore] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const closeMore = () => {
    setMore(false);
    opener.current?.focus({ preventScroll: true });
  };
  const { title, page: words } = useWords();
  const tour = useAppState((state) => state.experiment.tour !== '');
  // By width in rem: where type is large there is room for less.
  const narrow = useViewportWidth() < narrowBelow * useMagnification();
  const sliders = <MainSliders keys={sideControls} />;
  const transport = (
    <Transport>
      <MoreButton ref={opener} open={more} onToggle={() => setMore(!more)} />
    </Transport>
  );
  // Under the strip, where there is a screen for both.
  const said = (
    <div className="said">
      <div className="verdict">
        <Late>
          <VerdictLine />
        </Late>
      </div>
      <div className="figure-notes">
        <Late>
          <FigureNotes />
        </Late>
      </div>
    </div>
  );
  const image = (
    <Late meanwhile={<section className="one-image" />}>
      <OneTrainingImage />
    </Late>
  );
  return (
    <div className="page">
      <header className="page-head">
        <p className="brand">{title}</p>
        <Late>
          <Head />
        </Late>
        <Late quiet>
          <Printed />
        </Late>
      </header>
      <main>
        <Claim />
        <Missing />
        <Late>
          <Notices />
        </Late>
        <div className="claimed">
          {!narrow && (
            <section className="controls" aria-label={words.controls}>
              {image}
              {sliders}
            </section>
          )}
          <div className="curve-place">
            <Placed name="curve" />
          </div>
        </div>
        <div className="spectra">
          <Late>
            <CleanSpectrum />
          </Late>
          <Placed name="data" />
          <Placed name="filters" />
          <aside className="hero-tiles" aria-label={words.someFilters}>
            <Late>
              <HeroTiles />
            </Late>
          </aside>
        </div>
        {narrow && said}
        {narrow && (
          <details className="folded">
            <summary>{words.controls}</summary>
            <section className="controls" aria-label={words.controls}>
              {sliders}
              {transport}
              {image}
            </section>
          </details>
        )}
        <div id="more">
          {more && (
            <Late>
              <More onClose={closeMore} />
            </Late>
          )}
        </div>
        <div className="training-place">
          {!narrow && transport}
          <Placed name="training" />
          {!narrow && said}
        </div>
        <Late>
          <Explained />
        </Late>
      </main>
      <Late>
        <Colophon />
      </Late>
      {tour && (
        <Late>
          <Tour />
        </Late>
      )}
    </div>
  );
}
