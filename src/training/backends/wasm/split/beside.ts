import { problemOf } from '../../../../problems/problem';
import { FilterBank } from '../filter-bank';
import { panelRows } from '../layout';
import type { FromBeside, ToBeside } from './messages';

/** The thread beside: it holds the filters of class −1, and does what it is told. @param post answers. @returns what hears. */
export function holdBeside(post: (message: FromBeside, transfer?: ArrayBuffer[]) => void): (told: ToBeside) => void {
  let bank: FilterBank;
  const doAsTold = async (told: ToBeside) => {
    switch (told.kind) {
      case 'hold':
        bank = await FilterBank.make(told.variant, told.problem);
        return post({ kind: 'ready' });
      case 'sums': {
        const { of, first, sums } = told;
        const panels = sums.length / panelRows;
        bank.sums(of, first, panels).set(sums);
        bank.forward(of, first, panels);
        if (first + panels < bank.panels(of)) return;
        const all = bank.sums(of).slice();
        return post({ kind: 'sums', sums: all }, [all.buffer]);
      }
      case 'step':
        return bank.step(bank.trainOutputs());
      case 'read': {
        const filters = bank.read();
        return post({ kind: 'filters', filters }, [filters.buffer as ArrayBuffer]);
      }
    }
  };
  // One after another: what is held has to be there first.
  let before: Promise<void> = Promise.resolve();
  return (told) => {
    before = before
      .then(() => doAsTold(told))
      .catch((error: unknown) => post({ kind: 'failed', problem: problemOf(error) }));
  };
}
