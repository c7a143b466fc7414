import { sourceOf } from '../../images/sources/list';
import { useMemo } from 'react';
import type { SpectrumData } from '../../charts/spectrum/data';
import { numericalRank } from '../../spectrum/ranks';
import { leading } from '../../store/views/shown-frame';
import { shownValues } from '../../store/views/shown-values';
import { hasMemorised } from '../../store/views/regime';
import { hasNoise } from '../../store/views/theory';
import { shownCount, signalDimensionOf } from '../../store/views/shown-spectrum';
import { ghostsOf, lettersOf } from '../../store/views/pinned';
import { littleBeyond, nothingBeyond } from '../../store/views/thresholds';
import { useAppState } from '../../store/use-app';
import { useWords } from '../../store/words';
import type { FirstStrings } from '../../strings/en/first';

/** What the spectrum of the data, or that of the filters, shows; null before there is one. */
export function useSpectrum(of: 'data' | 'filters'): SpectrumData | null {
  // Each panel listens to its own values only: the data's spectrum is not drawn again while the filters train.
  const values = useAppState((state) => shownValues(state, of));
  const behind = useAppState((state) =>
    of === 'data' ? shownValues(state, 'clean') : state.run.initial && leading(state.run.initial).singularValues,
  );
  const patchSignal = useAppState(signalDimensionOf);
  const images = useAppState((state) => of === 'data' && state.experiment.matrix === 'image');
  const noisy = useAppState(({ experiment }) => hasNoise(experiment));
  const count = useAppState(shownCount);
  const scale = useAppState((state) => state.experiment.scale);
  const { signal } = useAppState((state) => sourceOf(state.experiment)).is;
  const memorised = useAppState(hasMemorised);
  const ghosts = useAppState(ghostsOf);
  const words = useWords().spectra;
  const pins = useMemo(
    () =>
      ghosts.map(({ label, run }) => ({
        label,
        values: !run ? [] : of === 'data' ? run.spectrum.data : leading(run.history.at(-1)!).singularValues,
      })),
    [ghosts, of],
  );
  return useMemo(() => {
    if (patchSignal === null || !values) return null;
    // Images have more directions than their patches: the same signal in another place is another one.
    const signalDimension = images && behind ? numericalRank(behind) : patchSignal;
    const above = numericalRank(values);
    const shared = {
      values,
      signalDimension,
      shownCount: count,
      scale,
      role: of,
      pins,
      signalLabel: words.signal[images ? 'images' : signal](signalDimension),
      title: words.title,
      description: words.description({ above, all: values.length, signalDimension, pins: lettersOf(ghosts) }),
      name: words.names[of],
    };
    return of === 'data'
      ? {
          ...shared,
          ghost: behind && behind !== values ? { values: behind, label: words.ghosts.data } : undefined,
          annotation: noiseFills(above, behind ? numericalRank(behind) : above, values.length, words.beyond),
        }
      : {
          ...shared,
          ghost: behind ? { values: behind, label: words.ghosts.filters } : undefined,
          annotation: memorised
            ? words.beyond.memorised
            : noisy
              ? beyondSignal(values, signalDimension, words.beyond)
              : undefined,
        };
  }, [of, values, behind, patchSignal, images, noisy, count, scale, signal, memorised, pins, ghosts, words]);
}

type Beyond = FirstStrings['spectra']['beyond'];

/** What noise adds to the clean data, counted in singular values above a tenth of the largest. */
function noiseFills(noisy: number, clean: number, all: number, words: Beyond): string | undefined {
  if (noisy <= clean) return undefined;
  return noisy === all ? words.all : words.more(noisy - clean);
}

/** What the filters have beyond the signal: nothing to see, little, or, while they train, nothing worth a word. */
function beyondSignal(values: Float64Array, signalDimension: number, words: Beyond): string | undefined {
  if (signalDimension >= values.length) return undefined;
  const next = values[signalDimension]! / values[0]!;
  return next < nothingBeyond ? words.nothing : next < littleBeyond ? words.little : undefined;
}
