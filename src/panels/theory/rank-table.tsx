import { rankNotions, type RankNotion } from '../../spectrum/ranks';
import type { RankRow } from '../../store/views/rank-table';
import { useStrings } from '../../store/words';
import { count, rank } from '../../strings/numbers';
import { TableBox } from '../../ui/table-box';
import { matrixColour } from './matrix-colour';

/** Class of each role: its colour. */
const classes: Readonly<Record<RankRow['role'], string>> = {
  clean: 'clean',
  data: 'data',
  initial: 'sub',
  ...matrixColour,
};

/** All notions of rank of all matrices; the one that the page shows stands out. @param pending said in place of ranks that are still to come. */
export function RankTable({
  rows,
  notion,
  pending,
}: {
  rows: readonly RankRow[];
  notion: RankNotion;
  pending: string;
}) {
  const {
    theory: { ranks: words },
    parameters,
  } = useStrings();
  return (
    <TableBox label={words.label}>
      <table className="table ranks">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.matrix}</th>
            {rankNotions.map((name) => (
              <th
                key={name}
                scope="col"
                className={name === notion ? 'number chosen' : 'number'}
                aria-current={name === notion ? 'true' : undefined}
              >
                {parameters.rank.values[name]}
                {name === notion && <span className="sub">{words.chosen}</span>}
              </th>
            ))}
            <th scope="col" className="number">
              {words.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, role, ranks, size, stale }) => (
            <tr key={key} data-row={key} className={stale ? 'stale' : undefined}>
              <th scope="row" className={classes[role]}>
                {words.rows[key]}
                {stale && <span className="sub"> {words.stale}</span>}
              </th>
              {ranks ? (
                rankNotions.map((name) => (
                  <td
                    key={name}
                    className={`number ${classes[role]} ${name === notion ? 'chosen' : ''}`}
                    data-notion={name}
                    data-value={ranks[name]}
                  >
                    {rank(ranks[name], name)}
                  </td>
                ))
              ) : (
                <td colSpan={rankNotions.length} className="pending">
                  {pending}
                </td>
              )}
              <td className="number sub">
                {count(size[0])} × {count(size[1])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
