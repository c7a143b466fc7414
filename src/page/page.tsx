import { lazy, Suspense, useState } from 'react';
import { MainSliders } from '../controls/main-sliders';
import { More, MoreButton } from '../controls/more';
import { PresetsMenu } from '../controls/presets-menu';
import { ThemeButton } from '../controls/theme-button';
import { Transport } from '../controls/transport';
import { FiguresPanel } from '../panels/figures-panel';
import { Notices } from '../panels/notices';
import { Trouble } from '../panels/outcome';
import { SpectrumPanel } from '../panels/spectrum-panel';
import { TrainingPanel } from '../panels/training-panel';
import { usualPanels, type PanelName } from '../experiment/parameters';
import { useAppState } from '../store/use-app';
import { Claim } from '../story/claim';
import { Colophon } from '../story/colophon';
import { usePageTheme } from './page-theme';

/** Apart, so that the first figure does not wait for it. */
const Exploration = lazy(() => import('./exploration'));
const HeroTiles = lazy(() => import('../panels/hero-tiles'));

export function Page() {
  const embed = useAppState((state) => state.experiment.embed);
  const show = useAppState((state) => state.experiment.show);
  const [more, setMore] = useState(false);
  usePageTheme();
  const shown = (name: PanelName) => !embed || (show.length > 0 ? show : usualPanels).includes(name);
  return (
    <div className={embed ? 'page embedded' : 'page'}>
      {!embed && (
        <header>
          <p className="brand">Rank under noise</p>
          <nav aria-label="Page">
            <PresetsMenu />
            <ThemeButton />
          </nav>
        </header>
      )}
      <main>
        {embed ? <h1 className="visually-hidden">Rank under noise</h1> : <Claim />}
        <section className="controls" aria-label="Controls">
          <MainSliders />
          <Transport>{!embed && <MoreButton open={more} onToggle={() => setMore(!more)} />}</Transport>
        </section>
        {more && !embed && <More />}
        <Notices />
        {shown('figures') && <FiguresPanel />}
        <div className="spectra">
          {shown('data') && <SpectrumPanel of="data" />}
          {shown('filters') && <SpectrumPanel of="filters" />}
          {!embed && <aside className="hero-tiles" aria-label="Some filters"><Suspense><HeroTiles /></Suspense></aside>}
        </div>
        {shown('training') ? <TrainingPanel /> : <Trouble />}
        <Suspense><Exploration shown={shown} /></Suspense>
      </main>
      {!embed && <Colophon />}
    </div>
  );
}
