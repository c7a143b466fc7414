import { useEffect, useMemo, useRef } from 'react';
import { useStrings } from '../store/words';
import type { Numbered } from './numbers-button';
import { TableBox } from './table-box';

/** A chart in words and as a table. */
export default function NumbersDialog({ numbers, onClose }: { numbers: Numbered; onClose(): void }) {
  const { tables: words, close } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const { head, rows } = useMemo(() => numbers.table(words), [numbers, words]);
  const { name, description } = numbers;
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="numbers"
      aria-labelledby="numbers-title"
      aria-describedby="numbers-summary"
      onClose={onClose}
    >
      <div className="dialog-head">
        <h2 id="numbers-title">{name}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {close}
        </button>
      </div>
      <p id="numbers-summary">{description}</p>
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
    </dialog>
  );
}
