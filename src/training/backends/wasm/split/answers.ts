import { WorkerCrashedError } from '../../../protocol';
import { BackendUnavailableError } from '../../../trainer';
import type { Beside, FromBeside } from './messages';

type Answer<Kind extends FromBeside['kind']> = Extract<FromBeside, { kind: Kind }>;

/** What the thread beside answers, in order. */
export class Answers {
  private readonly come: FromBeside[] = [];
  private waiting: ((message: FromBeside) => void) | null = null;

  constructor(beside: Beside) {
    beside.listen((message) => {
      if (!this.waiting) this.come.push(message);
      else {
        const wake = this.waiting;
        this.waiting = null;
        wake(message);
      }
    });
  }

  /** @throws what the thread failed with. */
  async next<Kind extends FromBeside['kind']>(kind: Kind): Promise<Answer<Kind>> {
    const message =
      this.come.shift() ??
      (await new Promise<FromBeside>((resolve) => {
        this.waiting = resolve;
      }));
    if (message.kind === kind) return message as Answer<Kind>;
    const problem =
      message.kind === 'failed' ? message.problem : ({ kind: 'unexpected', message: message.kind } as const);
    throw kind === 'ready' ? new BackendUnavailableError(problem) : new WorkerCrashedError(problem);
  }
}
