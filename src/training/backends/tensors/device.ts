import type * as tf from '@tensorflow/tfjs';

/** The tfjs engine that a run's tensors live on, which is the current one, and how what it is given is waited for. */
export interface TensorDevice {
  /** What it runs on, for people. */
  readonly name: string;
  /** Rows that one tensor may have. */
  readonly mostRows: number;
  /** Counts operations just issued. @param work in multiply-adds. True when enough are under way: call `turn` before more. */
  add(work: number, operations: number): boolean;
  /** Waits until what is under way is few. */
  turn(): Promise<void>;
  /** Waits until nothing is under way. */
  drain(): Promise<void>;
  /** A tensor's values. */
  read(tensor: tf.Tensor): Promise<Float32Array>;
  /** @throws LostContextError where the engine has lost its memory. */
  assertAlive(): void;
}
