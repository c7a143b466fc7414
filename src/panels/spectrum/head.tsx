import { ranksOf } from '../../store/views/ranks';
import { frameOf, signalShareOf } from '../../store/views/shown-frame';
import { useAppState } from '../../store/use-app';
import { useStrings, useWords } from '../../store/words';
import { hundredths, rank as rankText } from '../../strings/numbers';
import type { SpectrumRole } from './view';

/** Whose spectrum it is, and its rank; which rank that is, where it is not the usual one. */
export function SpectrumHead({ of }: { of: SpectrumRole }) {
  const { rank, matrix } = useAppState((state) => state.experiment);
  const value = useAppState((state) => ranksOf(state)[of]);
  const share = useAppState((state) => (of === 'filters' ? signalShareOf(state) : null));
  const name = useName(of);
  const { figures, parameters } = useWords();
  const images = of !== 'filters' && matrix === 'image';
  const caption = [parameters.rank.values[rank], ...(images ? [parameters.matrix.values[matrix]] : [])];
  return (
    <div
      className={`spectrum-head ${of}`}
      data-figure={of}
      data-value={value ?? undefined}
      data-share={share ?? undefined}
    >
      <h2 className="name">{name}</h2>
      <span className={rank === 'stable' && !images ? 'visually-hidden' : 'caption'}>
        {figures.within(caption.join(' · '))}
      </span>
      <span className="value" translate="no">
        {value === null ? '–' : rankText(value, rank)}
      </span>
    </div>
  );
}

function useName(of: SpectrumRole): string {
  const { heads } = useStrings().spectra;
  // The noise of the spectrum that is shown, which a slider may have left behind.
  const sigma = useAppState(({ data, experiment }) => (data.experiment ?? experiment).sigma);
  const step = useAppState((state) => (of === 'filters' ? (frameOf(state)?.step ?? 0) : 0));
  return of === 'clean' ? heads.clean : of === 'data' ? heads.data(hundredths(sigma)) : heads.filters(step);
}
