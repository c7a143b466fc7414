import type { Trainer, TrainingProblem } from '../../../trainer';
import type { KernelVariant } from '../kernel';
import { Learner } from '../networks/learner';
import { sharedProblem } from '../networks/learner-problem';
import { bestNetworks, NetworksTrainer, type OtherLearner } from '../networks/trainer';
import { Answers } from './answers';
import { buffersOf, type Beside } from './messages';

/**
 * Trains any network on two threads, to the bits of one that makes its gradients in two parts: each has the whole network and a
 * part of the images, and a step is a message with gradients each way.
 * @throws BackendUnavailableError where one of them cannot.
 */
export async function createSplitNetworksTrainer(
  problem: TrainingProblem,
  beside: Beside,
  variant: KernelVariant = bestNetworks(),
): Promise<Trainer> {
  const answers = new Answers(beside);
  try {
    beside.post({ kind: 'hold-network', variant, problem: sharedProblem(problem, 1, 2) });
    const learner = await Learner.make(variant, sharedProblem(problem, 0, 2));
    await answers.next('ready');
    return new NetworksTrainer(`2 × ${variant.device}`, problem, learner, otherOf(beside, answers));
  } catch (error) {
    beside.end();
    throw error;
  }
}

function otherOf(beside: Beside, answers: Answers): OtherLearner {
  return {
    async learn(chosen, count) {
      beside.post({ kind: 'learn', chosen, count });
      return (await answers.next('gradients')).gradients;
    },
    step: (gradients) => beside.post({ kind: 'step-by', gradients }, buffersOf(gradients)),
    async outputs(of) {
      beside.post({ kind: 'outputs', of });
      return (await answers.next('outputs')).outputs;
    },
    end: () => beside.end(),
  };
}
