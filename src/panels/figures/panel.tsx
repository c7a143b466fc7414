import type { Experiment } from '../../experiment/parameters';
import { signalShareOf } from '../../store/views/shown-frame';
import { ranksOf } from '../../store/views/ranks';
import { useAppState } from '../../store/use-app';
import { useWords } from '../../store/words';
import { usePanelMark } from '../../ui/panel-mark';
import { hundredths, rank as rankText } from '../../strings/numbers';

/** The three large figures: rank of clean data, of noisy data, of the filters. */
export default function FiguresPanel() {
  const experiment = useAppState((state) => state.experiment);
  const { rank, matrix } = experiment;
  // The noise of the spectrum that is shown, which a slider may have left behind.
  const sigma = useAppState(({ data }) => (data.experiment ?? experiment).sigma);
  const clean = useAppState((state) => ranksOf(state).clean);
  const data = useAppState((state) => ranksOf(state).data);
  const filters = useAppState((state) => ranksOf(state).filters);
  const share = useAppState(signalShareOf);
  const { figures: words, percent, parameters } = useWords();
  const notion = words.within(parameters.rank.values[rank]);
  return (
    <section className="figures" aria-label={words.label} {...usePanelMark('figures')}>
      <Figure
        of="clean"
        value={clean}
        rank={rank}
        name={words.clean}
        notion={notion}
        detail={matrix === 'patch' ? '' : words.within(parameters.matrix.values.image)}
      />
      <Figure
        of="data"
        value={data}
        rank={rank}
        name={words.data(hundredths(sigma))}
        notion={notion}
        detail={words.within(parameters.matrix.values[matrix])}
      />
      <Figure
        of="filters"
        value={filters}
        rank={rank}
        name={words.filters}
        notion={notion}
        detail={share === null ? '' : words.share(percent(share))}
      />
    </section>
  );
}

/** @param detail has no room on a phone, where it is only spoken. */
function Figure({
  of: role,
  value,
  rank,
  name,
  notion,
  detail,
}: {
  of: 'clean' | 'data' | 'filters';
  value: number | null;
  rank: Experiment['rank'];
  name: string;
  notion: string;
  detail: string;
}) {
  return (
    <div className={`figure ${role}`} data-figure={role} data-value={value ?? undefined}>
      <span className="value" translate="no">
        {value === null ? '–' : rankText(value, rank)}
      </span>
      <span className="name">{name}</span>
      <span className="caption">
        {notion}
        {detail !== '' && <span className="detail"> · {detail}</span>}
      </span>
    </div>
  );
}
