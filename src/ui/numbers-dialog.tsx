import { useId, useMemo } from 'react';
import { useStrings } from '../store/words';
import { Dialog } from './dialog';
import type { Numbered } from './numbers-button';
import { TableBox } from './table-box';

/** A chart in words and as a table. */
export default function NumbersDialog({ numbers, onClose }: { numbers: Numbered; onClose(): void }) {
  const words = useStrings().tables;
  const summary = useId();
  const { head, rows } = useMemo(() => numbers.table(words), [numbers, words]);
  const { name, description } = numbers;
  return (
    <Dialog title={name} className="numbers" describedBy={summary} onClose={onClose}>
      <p id={summary}>{description}</p>
      {rows.length > 0 && (
        <TableBox label={name}>
          <table className="table">
            <thead>
              <tr>
                {head.map((title) => (
                  <th key={title} scope="col" className="number">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...others], r) => (
                <tr key={r}>
                  <th scope="row" className="number">
                    {first}
                  </th>
                  {others.map((text, c) => (
                    <td key={c} className="number">
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Dialog>
  );
}
