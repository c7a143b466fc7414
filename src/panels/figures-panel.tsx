import { parameters, type Experiment } from '../experiment/parameters';
import { frameOf, ranksOf } from '../store/derived';
import { useAppState } from '../store/use-app';

/** The three large figures: rank of clean data, of noisy data, of the filters. */
export function FiguresPanel() {
  const experiment = useAppState((state) => state.experiment);
  const { rank, matrix } = experiment;
  // The noise of the spectrum that is shown, which a slider may have left behind.
  const sigma = useAppState(({ data }) => (data.experiment ?? experiment).sigma);
  const clean = useAppState((state) => ranksOf(state).clean);
  const data = useAppState((state) => ranksOf(state).data);
  const filters = useAppState((state) => ranksOf(state).filters);
  const share = useAppState((state) => frameOf(state)?.signalShare ?? null);
  const notion = parameters.rank.values[rank].toLowerCase();
  return (
    <section className="figures" aria-label="Ranks" data-panel="figures">
      <Figure of="clean" value={clean} rank={rank} name="Clean data" caption={matrix === 'patch' ? notion : `${notion} · ${parameters.matrix.values.image.toLowerCase()}`} />
      <Figure of="data" value={data} rank={rank} name={`Data with noise σ = ${sigma.toFixed(2)}`} caption={`${notion} · ${parameters.matrix.values[matrix].toLowerCase()}`} />
      <Figure of="filters" value={filters} rank={rank} name="Learned filters" caption={`${notion}${share === null ? '' : ` · ${percent(share)} of their energy in the signal span`}`} />
    </section>
  );
}

function Figure({ of: role, value, rank, name, caption }: { of: 'clean' | 'data' | 'filters'; value: number | null; rank: Experiment['rank']; name: string; caption: string }) {
  return (
    <div className={`figure ${role}`} data-figure={role} data-value={value ?? undefined}>
      <span className="value">{value === null ? '–' : formatRank(rank, value)}</span>
      <span className="name">{name}</span>
      <span className="caption">{caption}</span>
    </div>
  );
}

/** Counting notions are whole numbers; the others get one decimal. */
export function formatRank(rank: Experiment['rank'], value: number): string {
  return rank === 'numerical' || rank === 'energy' ? String(value) : value.toFixed(1);
}

/** A share in percent. */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  // 99.97% is not 100%: rounding must not claim a perfect share.
  return share < 1 && rounded === 100 ? 'over 99.9%' : `${rounded}%`;
}
