import type { MatrixName } from '../src/experiment/networks';
import { leading } from '../src/network/matrices';
import { singularValues } from '../src/spectrum/singular-values';
import type { TrainerState } from '../src/training/trainer';
import { filterNames } from './case-matrices';
import { rowsOf } from './rows';
import type { Recording } from './run';

/**
 * Trains the network of a case that names it. History has an entry each `every` of the command line, with the singular
 * values of every matrix where the step is a multiple of `spectra` and at the end; then the weights, what the network says of
 * the training images, and spectra of what they become on the way through.
 */
export async function recordNetwork({ trainer, problem, steps, every }: Recording, spectra: number): Promise<object> {
  const { architecture, train } = problem;
  const nameOf = (name: MatrixName) => (name === 'filters' ? filterNames[architecture.name] : name);
  const history: object[] = [];
  let state: TrainerState;
  for (let step = 0; ;) {
    state = await trainer.read();
    const { loss, trainAccuracy, testAccuracy } = state;
    const measured = state.matrices.filter(({ role }) => role !== 'token');
    const isSpectral = (step % spectra === 0 || step === steps) && Number.isFinite(loss);
    history.push({
      step,
      loss,
      trainAccuracy,
      testAccuracy,
      ...(isSpectral && {
        singularValues: Object.fromEntries(measured.map((one) => [nameOf(one.name), [...singularValues(one)]])),
      }),
    });
    if (step === steps) break;
    const batch = Math.min(every, steps - step);
    await trainer.advance(batch);
    step += batch;
  }
  trainer.dispose();
  const { matrices } = state;
  const { outputs, attention } = architecture.forward(matrices, problem, train);
  const { count: rows, patches: columns } = train;
  return {
    backend: trainer.backend,
    history,
    filters: rowsOf(leading(state)),
    weights: Object.fromEntries(
      matrices.map((one) => [nameOf(one.name), one.role === 'token' ? [...one.values] : rowsOf(one)]),
    ),
    f: [...outputs],
    embeddings: Object.fromEntries(
      architecture
        .embed(matrices, problem, train)
        .map(({ name, patch, pooled }) => [
          name,
          { patch: patch && [...singularValues(patch)], pooled: [...singularValues(pooled)] },
        ]),
    ),
    ...(attention && { attention: rowsOf({ rows, columns, values: attention }) }),
  };
}
