import { problemOf } from '../../../../problems/problem';
import { FilterBank } from '../filter-bank';
import { panelRows } from '../layout';
import { Learner } from '../networks/learner';
import { buffersOf, type FromBeside, type ToBeside } from './messages';

/**
 * The thread beside: it holds the filters of class −1 of two layers, or any network with the second part of its images, and does
 * what it is told. @param post answers. @returns what hears.
 */
export function holdBeside(post: (message: FromBeside, transfer?: ArrayBuffer[]) => void): (told: ToBeside) => void {
  let bank: FilterBank;
  let learner: Learner,
    steps = 0;
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
        return post({ kind: 'filters', filters }, buffersOf([filters]));
      }
      case 'hold-network':
        learner = await Learner.make(told.variant, told.problem);
        steps = 0;
        return post({ kind: 'ready' });
      case 'learn': {
        learner.learn(told.chosen, told.count);
        const gradients = learner.gradients();
        return post({ kind: 'gradients', gradients }, buffersOf(gradients));
      }
      case 'step-by':
        learner.addGradients(told.gradients);
        learner.step(steps);
        steps += 1;
        return;
      case 'outputs': {
        const outputs = told.of === 'train' ? learner.trainOutputs() : learner.testOutputs();
        return post({ kind: 'outputs', outputs }, buffersOf([outputs]));
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
