import { beforeAll, describe, expect, it } from 'vitest';
import { dot } from '../../spectrum/dot';
import { finished, testApp } from '../testing';
import type { AppState } from '../state';
import { leading } from './shown-frame';
import { signalVectors } from './shown-filters';
import { stairsOf } from './stairs';

/** ‖Wu‖ at the end: of filters that keep to patterns it is the singular value of each. */
function lengths({ run }: AppState): number[] {
  const { rows, columns, values } = leading(run.latest!);
  const vectors = signalVectors(run.signal!, run.experiment!);
  const filters = Float64Array.from(values!);
  return Array.from({ length: vectors.length / columns }, (_, k) =>
    Math.hypot(...Array.from({ length: rows }, (__, r) => dot(filters, r * columns, vectors, k * columns, columns))),
  );
}

describe('singular values of filters, where patterns are uneven,', () => {
  let state: AppState;
  beforeAll(async () => {
    const app = testApp('#side=4&k=2&n=80&patches=2&m=16&steps=900&ratio=0.4&sigma=0.05&lr=15&backend=cpu');
    app.setPace('once');
    state = await finished(app);
  });

  it('are named after the patterns that they belong to', () => {
    const { points, patterns } = stairsOf(state)!;
    const { singularValues } = leading(state.run.latest!);
    const named = points.at(-1)!.values;
    expect(patterns).toBe(4);
    lengths(state).forEach((length, k) => {
      expect(singularValues).toContain(named[k]);
      expect(named[k]! / length).toBeCloseTo(1, 1);
    });
    expect(new Set(named).size).toBe(4);
  });

  it('rise at the step at which each has five times the largest at the start, whatever it is called', () => {
    const { risen } = stairsOf(state)!;
    const least = 5 * leading(state.run.history[0]!).singularValues[0]!;
    const steps = Array.from(
      { length: 4 },
      (_, i) => state.run.history.find((point) => leading(point).singularValues[i]! >= least)!.step,
    );
    expect(risen.map(({ step }) => step)).toEqual(steps);
    expect(risen.map(({ pattern }) => pattern).toSorted()).toEqual([0, 1, 2, 3]);
  });

  it('have no name before one of them has most of its direction in common with a pattern', () => {
    expect(stairsOf(state)!.points[0]!.values).toEqual([null, null, null, null]);
  });
});
