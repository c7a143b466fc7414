import { indexTable, type ChartTable, type TableWords } from '../charts/kit/table';
import { rank } from '../strings/numbers';

/** Bars that fit beside each other and can still be told apart. */
export const mostBars = 64;
/** In the units of the picture. Few bars do not grow wider than this share of it: they would be read as an area. */
const width = 420,
  widest = width / 12,
  foot = 18;

/** s²/s₁² of a spectrum; empty where it has no energy. */
export function energies(values: ArrayLike<number>): number[] {
  const first = values[0] ?? 0;
  return first > 0 ? Array.from(values, (value) => (value / first) ** 2) : [];
}

/** Energies beside each other, of the spectra that are known. */
export function energyTable(
  series: readonly { readonly label: string; readonly bars: readonly number[] }[],
  words: Pick<TableWords, 'index'>,
): ChartTable {
  const known = series.filter(({ bars }) => bars.length > 0);
  return indexTable(
    known.map(({ label, bars }) => ({ label, values: bars })),
    words,
  );
}

/** What energies add up to, the stable rank, as it is written. */
export const sumOf = (bars: readonly number[]): string => rank(bars.reduce((total, bar) => total + bar, 0));

/** One bar a direction, as high as its energy: what the stable rank adds up. @param slots bars that there is room for. */
export function Bars({
  bars,
  role,
  name,
  height = 150,
  slots = bars.length,
}: {
  bars: readonly number[];
  role: string;
  name: string;
  height?: number;
  slots?: number;
}) {
  const shown = bars.slice(0, mostBars);
  const pitch = Math.min(widest, width / Math.min(mostBars, Math.max(1, slots)));
  const drawn = pitch * 0.8,
    full = height - 8;
  return (
    <svg className={`bars ${role}`} viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={name}>
      <line x1={0} x2={width} y1={height} y2={height} />
      {shown.map((bar, i) => (
        <rect key={i} x={i * pitch + (pitch - drawn) / 2} width={drawn} y={height - bar * full} height={bar * full} />
      ))}
      {shown.length > 0 && (
        <text x={pitch / 2} y={height + 14} textAnchor="middle">
          1
        </text>
      )}
      {shown.length > 1 && (
        <text x={(shown.length - 0.5) * pitch} y={height + 14} textAnchor="middle">
          {shown.length}
        </text>
      )}
    </svg>
  );
}
