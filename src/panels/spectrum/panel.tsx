import { useMemo, useState } from 'react';
import { spectrumChart } from '../../charts/spectrum/chart';
import { useAppState } from '../../store/use-app';
import { useWords } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { Late } from '../../ui/late';
import { usePanelMark } from '../../ui/panel-mark';
import { Failure } from '../../ui/failure';
import { useSpectrum } from './view';

/** Less than half of a low screen, so that the figures and sliders above stay in sight. */
const height = (width: number, screen: number) => Math.round(Math.max(210, Math.min(290, width * 0.64, screen * 0.46)));

export const DataSpectrum = () => <Spectrum of="data" />;
export const FilterSpectrum = () => <Spectrum of="filters" />;

/** Singular values of the data, the clean ones behind them, or of the filters, those at initialisation behind them. */
function Spectrum({ of }: { of: 'data' | 'filters' }) {
  const words = useWords().spectra;
  const [highlight, setHighlight] = useState<number | undefined>();
  const data = useSpectrum(of);
  const shown = useMemo(() => data && { ...data, highlight }, [data, highlight]);
  const status = useAppState((state) => state.data.status);
  const failure = useAppState((state) => state.data.failure);
  const progress = useAppState((state) => state.data.progress);
  return (
    <figure className={`panel spectrum ${of}`} {...usePanelMark(of)}>
      <ChartFigure
        chart={spectrumChart}
        data={shown}
        height={height}
        onPoint={(index) => setHighlight(index ?? undefined)}
      />
      {of === 'data' && failure && (
        <Late>
          <Failure problem={failure} />
        </Late>
      )}
      {of === 'data' && progress !== null && (
        <p className="overlay">
          {words.computing} <progress value={progress} aria-label={words.computed} />
        </p>
      )}
      {!data && status !== 'failed' && progress === null && <p className="overlay">{words.drawing}</p>}
    </figure>
  );
}
