import { leading } from '../../../../network/matrices';
import { reporter } from '../../../reporter';
import type { Trainer, TrainerState, TrainingProblem } from '../../../trainer';
import { bankProblem, forwardShare, stateOf } from '../../wasm';
import { FilterBank, slicePanels, type BankProblem, type Seen } from '../filter-bank';
import { bestVariant, type KernelVariant } from '../kernel';
import { Answers } from './answers';
import type { Beside, ImagesOf } from './messages';

/** Slices of rows that a forward product hands on, at most: the thread beside is one behind, and each costs a message. */
const mostSlices = 12;

/**
 * Trains two layers on two threads, to the bits of one: this one holds the filters of class +1 and sums them up over each row;
 * the one beside goes on from there with class −1, a slice of rows behind, and hands the whole sums back. What follows,
 * each makes of its own filters. A step is one message a slice, and one back.
 * @throws BackendUnavailableError where one of them cannot.
 */
export async function createSplitTrainer(
  problem: TrainingProblem,
  beside: Beside,
  variant: KernelVariant = bestVariant(),
): Promise<Trainer> {
  const answers = new Answers(beside);
  try {
    const { filters, ...whole } = bankProblem(problem);
    const half = filters.length / 2;
    const held = (first: 0 | 1): BankProblem => ({
      ...whole,
      held: { first, count: 1 },
      filters: filters.slice(first * half, (first + 1) * half),
    });
    beside.post({ kind: 'hold', variant, problem: packed(held(1)) });
    const bank = await FilterBank.make(variant, held(0));
    await answers.next('ready');
    return new SplitTrainer(`2 × ${variant.device}`, problem, bank, beside, answers);
  } catch (error) {
    beside.end();
    throw error;
  }
}

/** The same problem with its distinct rows alone, in single precision: what is posted is copied. */
function packed(problem: BankProblem): BankProblem {
  const rowsAlone = (seen: Seen): Seen => {
    const { dimension, values, sources } = seen.rows;
    const kept = new Float32Array(sources.length * dimension);
    sources.forEach((source, row) => {
      for (let k = 0; k < dimension; k++) kept[row * dimension + k] = values[source * dimension + k]!;
    });
    return { ...seen, rows: { dimension, values: kept, sources: Int32Array.from(sources, (_, row) => row) } };
  };
  return { ...problem, train: rowsAlone(problem.train), test: problem.test && rowsAlone(problem.test) };
}

class SplitTrainer implements Trainer {
  readonly backend = 'wasm';
  private step = 0;
  /** As in the trainer of one thread, and so of the one beside. */
  private fresh = false;

  constructor(
    readonly device: string,
    private readonly problem: TrainingProblem,
    private readonly bank: FilterBank,
    private readonly beside: Beside,
    private readonly answers: Answers,
  ) {}

  async advance(count: number, onProgress?: (share: number) => void): Promise<void> {
    const report = reporter(count, onProgress);
    for (let done = 0; done < count; done++) {
      const sums = this.fresh ? null : this.forward('train', (share) => report(done, forwardShare * share));
      this.fresh = false;
      this.beside.post({ kind: 'step' });
      await sums;
      this.bank.step(this.bank.trainOutputs(), (share) => report(done, forwardShare + (1 - forwardShare) * share));
      this.step++;
    }
  }

  async read(tested = true): Promise<TrainerState> {
    const { bank, problem } = this;
    if (!this.fresh) await this.forward('train');
    this.fresh = true;
    const isTested = tested && problem.test !== null;
    if (isTested) await this.forward('test');
    const plus = bank.read();
    this.beside.post({ kind: 'read' });
    const { filters: minus } = await this.answers.next('filters');
    const all = new Float32Array(leading(problem).values.length);
    all.set(plus);
    all.set(minus, plus.length);
    return stateOf(problem, this.step, bank.trainOutputs(), isTested ? bank.testOutputs() : null, all);
  }

  dispose(): void {
    this.beside.end();
  }

  /** Makes the sums of all rows, here and beside; they lie in the bank when it resolves. */
  private async forward(of: ImagesOf, progress?: (share: number) => void): Promise<void> {
    const { bank } = this;
    const all = bank.panels(of);
    const slice = slicePanels * Math.max(1, Math.ceil(all / slicePanels / mostSlices));
    for (let first = 0; first < all; first += slice) {
      const panels = Math.min(slice, all - first);
      bank.forward(of, first, panels);
      const sums = bank.sums(of, first, panels).slice();
      this.beside.post({ kind: 'sums', of, first, sums }, [sums.buffer]);
      progress?.((first + panels) / all);
    }
    if (all === 0) return;
    bank.sums(of).set((await this.answers.next('sums')).sums);
  }
}
