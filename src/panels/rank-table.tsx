import { parameters } from '../experiment/parameters';
import { rankNotions, type RankNotion } from '../spectrum/ranks';
import type { RankRow } from '../store/rank-table';
import { rank } from '../strings/numbers';
import { TableBox } from './table-box';

const names: Readonly<Record<RankRow['key'], { readonly name: string; readonly role: string }>> = {
  'clean-patch': { name: 'Clean data, patch matrix', role: 'clean' },
  'noisy-patch': { name: 'Noisy data, patch matrix', role: 'data' },
  'clean-image': { name: 'Clean data, image matrix', role: 'clean' },
  'noisy-image': { name: 'Noisy data, image matrix', role: 'data' },
  initial: { name: 'Filters at initialisation', role: 'sub' },
  filters: { name: 'Filters now', role: 'filters' },
};

/** All notions of rank of all matrices; the one that the page shows stands out. @param pending said in place of ranks that are still to come. */
export function RankTable({ rows, notion, pending }: { rows: readonly RankRow[]; notion: RankNotion; pending: string }) {
  return (
    <TableBox label="Every notion of rank of every matrix">
      <table className="table ranks">
        <caption>Every notion of rank, of every matrix</caption>
        <thead>
          <tr>
            <th scope="col">Matrix</th>
            {rankNotions.map((name) => (
              <th key={name} scope="col" className={name === notion ? 'number chosen' : 'number'} aria-current={name === notion ? 'true' : undefined}>
                {parameters.rank.values[name]}{name === notion && <span className="sub">chosen</span>}
              </th>
            ))}
            <th scope="col" className="number">Rows × columns</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, ranks, size, stale }) => (
            <tr key={key} data-row={key} className={stale ? 'stale' : undefined}>
              <th scope="row" className={names[key].role}>{names[key].name}{stale && <span className="sub"> (before the last change)</span>}</th>
              {ranks
                ? rankNotions.map((name) => <td key={name} className={`number ${names[key].role} ${name === notion ? 'chosen' : ''}`} data-notion={name} data-value={ranks[name]}>{rank(ranks[name], name)}</td>)
                : <td colSpan={rankNotions.length} className="pending">{pending}</td>}
              <td className="number sub">{size[0].toLocaleString('en')} × {size[1].toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
