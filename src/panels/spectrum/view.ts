import { useMemo } from 'react';
import type { SpectrumData } from '../../charts/spectrum/data';
import { sourceOf } from '../../images/sources/list';
import { numericalRank } from '../../spectrum/ranks';
import { ghostsOf, lettersOf } from '../../store/views/pinned';
import { leading, signalShareOf } from '../../store/views/shown-frame';
import { signalDimensionOf, spectrumOf } from '../../store/views/shown-spectrum';
import { shownCount, shownValues } from '../../store/views/shown-values';
import type { AppState } from '../../store/state';
import { useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import type { Strings } from '../../strings/en';

export type SpectrumRole = SpectrumData['role'];

const none: ReturnType<typeof ghostsOf> = [];

/** What is drawn behind a spectrum: clean data behind noisy ones, filters at initialisation behind trained ones. */
function behindOf(state: AppState, of: SpectrumRole): Float64Array | null {
  if (of === 'clean') return null;
  return of === 'data' ? shownValues(state, 'clean') : state.run.initial && leading(state.run.initial).singularValues;
}

/** What the spectrum of the data, with or without noise, or that of the filters shows; null before there is one. */
export function useSpectrum(of: SpectrumRole): SpectrumData | null {
  // Each panel listens to its own values only: the data's spectrum is not drawn again while the filters train.
  const values = useAppState((state) => shownValues(state, of));
  const behind = useAppState((state) => behindOf(state, of));
  const patchSignal = useAppState(signalDimensionOf);
  // Images have more directions than their patches: the same signal in another place is another one.
  const places = useAppState((state) => {
    const clean = of !== 'filters' && state.experiment.matrix === 'image' && shownValues(state, 'clean');
    return clean ? numericalRank(clean) : null;
  });
  const count = useAppState((state) => shownCount(state, of));
  const scale = useAppState((state) => state.experiment.scale);
  const rank = useAppState((state) => state.experiment.rank);
  const { signal } = useAppState((state) => sourceOf(state.experiment)).is;
  const share = useAppState((state) => (of === 'filters' ? signalShareOf(state) : null));
  const ghosts = useAppState((state) => (of === 'clean' ? none : ghostsOf(state)));
  const noise = useAppState((state) =>
    of === 'data' ? (spectrumOf(state.experiment, state.data)?.noise ?? null) : null,
  );
  const {
    spectra: words,
    percent,
    edges: { colour },
  } = useStrings();
  const pins = useMemo(
    () => [
      ...ghosts.map(({ label, run }) => ({
        label,
        values: !run ? [] : of === 'data' ? run.spectrum.data : leading(run.history.at(-1)!).singularValues,
      })),
      // Noise with directions of its own has a spectrum of its own.
      ...(noise ? [{ label: colour.noise, values: noise }] : []),
    ],
    [ghosts, of, noise, colour],
  );
  const annotation = share === null ? undefined : words.share(percent(share));
  return useMemo(() => {
    if (patchSignal === null || !values) return null;
    const signalDimension = places ?? patchSignal;
    const above = numericalRank(values);
    return {
      values,
      signalDimension,
      shownCount: count,
      scale,
      role: of,
      pins,
      ghost: of !== 'clean' && behind && behind !== values ? { values: behind, label: words.ghosts[of] } : undefined,
      annotation:
        of === 'data'
          ? noiseFills(above, behind ? numericalRank(behind) : above, values.length, words.beyond)
          : annotation,
      signalLabel: words.signal[places === null ? signal : 'images'](signalDimension),
      title: of === 'clean' || (rank === 'stable' && scale === 'log') ? words.title : words.ranked[rank],
      caption: words.caption,
      description: words.description({ above, all: values.length, signalDimension, pins: lettersOf(ghosts) }),
      name: words.names[of],
    };
  }, [of, values, behind, patchSignal, places, count, scale, rank, signal, annotation, pins, ghosts, words]);
}

type Beyond = Strings['spectra']['beyond'];

/** What noise adds to the clean data, counted in singular values above a tenth of the largest. */
function noiseFills(noisy: number, clean: number, all: number, words: Beyond): string | undefined {
  if (noisy <= clean) return undefined;
  return noisy === all ? words.all : words.more(noisy - clean);
}
