import { useMemo, useState } from 'react';
import { spectrumChart } from '../../charts/spectrum/chart';
import { useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { Late } from '../../ui/late';
import { usePanelMark } from '../../ui/panel-mark';
import { Failure } from '../../ui/failure';
import { Rest } from '../../ui/room';
import { SpectrumHead } from './head';
import { useSpectrum, type SpectrumRole } from './view';

/** Of the head, in pixels, in a frame. */
const headHeight = 32;

/** Low enough that curve and training are in sight with them; src/page/hero.css reserves as much. */
const height = (_: number, screen: number) => Math.round(Math.max(80, Math.min(160, screen * 0.13)));

export const DataSpectrum = () => (
  <figure className="panel spectrum data" {...usePanelMark('data')}>
    <Spectrum of="data" />
  </figure>
);
export const FilterSpectrum = () => (
  <figure className="panel spectrum filters" {...usePanelMark('filters')}>
    <Spectrum of="filters" />
  </figure>
);
/** Beside the noisy data's, on the page alone: in frames the curve has it. */
export const CleanSpectrum = () => (
  <figure className="panel spectrum clean">
    <Spectrum of="clean" />
  </figure>
);

/** The rank of one matrix, and under it the energies that add up to it. */
function Spectrum({ of }: { of: SpectrumRole }) {
  const words = useStrings().spectra;
  const [highlight, setHighlight] = useState<number | undefined>();
  const data = useSpectrum(of);
  const shown = useMemo(() => data && { ...data, highlight }, [data, highlight]);
  const status = useAppState((state) => state.data.status);
  const failure = useAppState((state) => state.data.failure);
  const progress = useAppState((state) => state.data.progress);
  return (
    <>
      <SpectrumHead of={of} />
      <Rest used={headHeight}>
        <ChartFigure
          chart={spectrumChart}
          data={shown}
          height={height}
          onPoint={(index) => setHighlight(index ?? undefined)}
        />
      </Rest>
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
      {!data && status !== 'failed' && progress === null && of !== 'clean' && (
        <p className="overlay">{words.drawing}</p>
      )}
    </>
  );
}
