import { randomStream } from '../../random';
import { shuffled } from '../../shuffled';
import { mnistTestPerDigit, mnistTrainPerDigit } from './shape';

const perDigit = { train: mnistTrainPerDigit, test: mnistTestPerDigit } as const;

/**
 * The pack's images of a digit, in the order in which a seed takes them. Each digit has a stream of its own, so that it
 * is the same in every pair, and fewer images are the first of more. Training images come from MNIST's training file and
 * test images from its test file, whatever the seed; of the latter all are taken.
 */
export function chosenDigits(seed: number, set: keyof typeof perDigit, digit: number): readonly number[] {
  const order = Array.from({ length: perDigit[set] }, (_, i) => i);
  // Links of the default seed were made when every seed took the pack in its order.
  if (seed === 1) return order;
  return shuffled(order, randomStream(seed, `${set} digits ${digit}`));
}
