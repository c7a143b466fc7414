import * as tf from '@tensorflow/tfjs';
import type { OptimiserSettings } from '../../optimiser';
import { times, type Constants } from './constants';

/** A matrix, and what its optimiser remembers of earlier gradients: running means of the gradient and of its square. */
export interface Moving {
  readonly values: tf.Tensor2D;
  readonly means: tf.Tensor2D | undefined;
  readonly squares: tf.Tensor2D | undefined;
}

/** By what Adam's means are corrected for their start at zero: numbers that each step has its own of. */
export interface Correction {
  readonly ratio: tf.Scalar;
  readonly least: tf.Scalar;
}

const keeps = 0.9,
  keepsSquares = 0.999,
  leastRoot = 1e-8;

/**
 * The rules of `moveBy` (training/optimiser.ts), which takes m times the gradient where this takes the gradient: m goes into
 * the rate, and for Adam, whose direction has no length, into the least denominator.
 * @param width m.
 */
export class UpdateRule {
  constructor(
    private readonly settings: OptimiserSettings,
    private readonly width: number,
    private readonly constants: Constants,
  ) {}

  /** A matrix before its first step. */
  start(values: tf.Tensor2D): Moving {
    const { opt } = this.settings;
    return {
      values,
      means: opt === 'gd' ? undefined : tf.zeros(values.shape),
      squares: opt === 'adam' ? tf.zeros(values.shape) : undefined,
    };
  }

  /** @param step from 1. @returns none but for Adam. */
  correction(step: number): Correction | undefined {
    if (this.settings.opt !== 'adam') return undefined;
    const root = Math.sqrt(1 - keepsSquares ** step);
    return { ratio: tf.scalar(root / (1 - keeps ** step)), least: tf.scalar((leastRoot * root) / this.width) };
  }

  /** The matrix after a step, all of it new. @param slope its gradient. @param rate as in `TrainingProblem.rates`. */
  moved(
    { values, means, squares }: Moving,
    slope: tf.Tensor2D,
    rate: number,
    correction: Correction | undefined,
  ): Moving {
    const { constants, width } = this,
      { decay } = this.settings;
    const g = decay === 0 ? slope : tf.add<tf.Tensor2D>(slope, times(values, decay / width, constants));
    const by = (direction: tf.Tensor, howFar: number) =>
      tf.sub(values, times(direction, howFar, constants)) as tf.Tensor2D;
    if (!means) return { values: by(g, rate), means, squares };
    const mean = this.running(means, g, keeps);
    if (!squares || !correction) return { values: by(mean, rate), means: mean, squares };
    const square = this.running(squares, tf.mul<tf.Tensor2D>(g, g), keepsSquares);
    const direction = tf.div(tf.mul(mean, correction.ratio), tf.add(tf.sqrt(square), correction.least));
    return { values: by(direction, rate / width), means: mean, squares: square };
  }

  private running(mean: tf.Tensor2D, next: tf.Tensor2D, kept: number): tf.Tensor2D {
    return tf.add(times(mean, kept, this.constants), times(next, 1 - kept, this.constants));
  }
}
