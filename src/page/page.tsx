import { lazy, Suspense, useState } from 'react';
import { MainSliders } from '../controls/main-sliders';
import { More, MoreButton } from '../controls/more';
import { PresetsMenu } from '../controls/presets-menu';
import { ThemeButton } from '../controls/theme-button';
import { Transport } from '../controls/transport';
import { FiguresPanel } from '../panels/figures-panel';
import { Notices } from '../panels/notices';
import { SaveMenu } from '../panels/save-menu';
import { ShareButton } from '../panels/share-button';
import { SpectrumPanel } from '../panels/spectrum-panel';
import { useAppState } from '../store/use-app';
import { Claim } from '../story/claim';
import { Colophon } from '../story/colophon';
import { usePageTheme } from './page-theme';

/** Apart, so that the first figure does not wait for it. */
const DropTarget = lazy(() => import('../panels/drop-target'));
const Embedded = lazy(() => import('./embedded'));
const Exploration = lazy(() => import('./exploration'));
const HeroTiles = lazy(() => import('../panels/hero-tiles'));
const TrainingPanel = lazy(() => import('../panels/training-panel'));

/** The whole page, or what an embedding link leaves of it. */
export function Page() {
  const embed = useAppState((state) => state.experiment.embed);
  usePageTheme();
  return (
    <>
      {embed ? <Suspense><Embedded /></Suspense> : <WholePage />}
      <Suspense><DropTarget /></Suspense>
    </>
  );
}

function WholePage() {
  const [more, setMore] = useState(false);
  return (
    <div className="page">
      <header>
        <p className="brand">Rank under noise</p>
        <nav aria-label="Page">
          <PresetsMenu />
          <SaveMenu />
          <ShareButton />
          <ThemeButton />
        </nav>
      </header>
      <main>
        <Claim />
        <section className="controls" aria-label="Controls">
          <MainSliders />
          <Transport><MoreButton open={more} onToggle={() => setMore(!more)} /></Transport>
        </section>
        {more && <More />}
        <Notices />
        <FiguresPanel />
        <div className="spectra">
          <SpectrumPanel of="data" />
          <SpectrumPanel of="filters" />
          <aside className="hero-tiles" aria-label="Some filters"><Suspense><HeroTiles /></Suspense></aside>
        </div>
        <div className="training-place"><Suspense><TrainingPanel /></Suspense></div>
        <Suspense><Exploration /></Suspense>
      </main>
      <Colophon />
    </div>
  );
}
