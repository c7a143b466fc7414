import { useCallback, useMemo, useState } from 'react';
import { drawSpectrum, spectrumIndexAt, type SpectrumData } from '../charts/spectrum-chart';
import { numericalRank } from '../spectrum/ranks';
import { hasMemorised, shownCount, signalDimensionOf } from '../store/derived';
import { useAppState } from '../store/use-app';
import { ChartFigure } from './chart-figure';

const height = (width: number) => Math.round(Math.min(290, Math.max(210, width * 0.52)));

/** Singular values of the data, the clean ones behind them, or of the filters, those at initialisation behind them. */
export function SpectrumPanel({ of }: { of: 'data' | 'filters' }) {
  const [highlight, setHighlight] = useState<number | undefined>();
  const data = useSpectrum(of);
  const shown = useMemo(() => data && { ...data, highlight }, [data, highlight]);
  const status = useAppState((state) => state.data.status);
  const failure = useAppState((state) => state.data.failure);
  const progress = useAppState((state) => state.data.progress);
  const onPointer = useCallback((x: number | null, size: Parameters<typeof drawSpectrum>[2], theme: Parameters<typeof drawSpectrum>[3]) => {
    setHighlight(x === null || !data ? undefined : (spectrumIndexAt(x, data, size, theme) ?? undefined));
  }, [data]);
  return (
    <figure className={`panel spectrum ${of}`} data-panel={of}>
      <ChartFigure data={shown} height={height} draw={drawSpectrum} onPointer={onPointer} />
      {of === 'data' && status === 'failed' && <p className="outcome bad" role="alert">{failure}</p>}
      {of === 'data' && progress !== null && <p className="overlay">Computing singular values <progress value={progress} aria-label="Share of the spectrum that is computed" /></p>}
    </figure>
  );
}

function useSpectrum(of: 'data' | 'filters'): SpectrumData | null {
  const dataSpectrum = useAppState((state) => state.data.spectrum);
  const latest = useAppState((state) => state.run.latest?.singularValues);
  const initial = useAppState((state) => state.run.initial?.singularValues);
  const signalDimension = useAppState(signalDimensionOf);
  const count = useAppState(shownCount);
  const scale = useAppState((state) => state.experiment.scale);
  const real = useAppState((state) => state.experiment.data !== 'synthetic');
  const sigma = useAppState((state) => state.experiment.sigma);
  const memorised = useAppState(hasMemorised);
  return useMemo(() => {
    if (signalDimension === null) return null;
    const values = of === 'data' ? dataSpectrum?.data : latest;
    if (!values) return null;
    const signalLabel = real ? `signal span ${signalDimension}` : `2K = ${signalDimension}`;
    const shared = { values, signalDimension, signalLabel, shownCount: count, scale };
    const above = numericalRank(values);
    return of === 'data'
      ? {
        ...shared, role: 'data', ghost: sigma > 0 && dataSpectrum ? { values: dataSpectrum.clean, label: 'clean data' } : undefined,
        annotation: above <= signalDimension ? undefined : above === values.length ? 'noise fills every other direction' : `noise fills ${above - signalDimension} more directions`,
        name: 'Singular values of the data',
        description: `${above} of ${values.length} singular values are above a tenth of the largest; the signal has ${signalDimension} dimensions.`,
      }
      : {
        ...shared, role: 'filters', ghost: initial ? { values: initial, label: 'at initialisation' } : undefined,
        annotation: above <= signalDimension && above < values.length ? 'nothing: the filters ignore the noise' : memorised ? 'noise, memorised' : undefined,
        name: 'Singular values of the filters',
        description: `${above} of ${values.length} singular values are above a tenth of the largest; the signal has ${signalDimension} dimensions.`,
      };
  }, [of, dataSpectrum, latest, initial, signalDimension, count, scale, real, sigma, memorised]);
}
