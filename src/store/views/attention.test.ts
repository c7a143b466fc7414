import { expect, it } from 'vitest';
import type { Snapshot } from '../../training/snapshot';
import type { AppState } from '../state';
import { attentionPoints } from './attention';

it('has no points of steps after which a run has diverged', () => {
  const initial = { step: 0 } as Snapshot;
  const state = {
    run: { initial },
    attention: {
      of: initial,
      points: [
        { step: 0, share: 0.25 },
        { step: 10, share: Number.NaN },
        { step: 20, share: null },
      ],
    },
  } as unknown as AppState;
  expect(attentionPoints(state)).toEqual([{ step: 0, share: 0.25 }]);
});
