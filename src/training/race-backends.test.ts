import { expect, it, vi } from 'vitest';
import { defaults } from '../experiment/parameters';
import type { Caller } from './protocol';
import type { RaceResult } from './race';
import { raceBackends } from './race-backends';

const timed: RaceResult = { winner: 'webgl', reason: { kind: 'timed', winner: 'webgl', wasm: 3, webgl: 1 } };
const callerOn = (probe: object) => ({
  call: vi.fn(async (method: string) => (method === 'probe' ? probe : timed)) as unknown as Caller['call'],
});

it('times the backends where there is a GPU', async () => {
  const caller = callerOn({ status: 'usable', device: 'a GPU' });
  expect(await raceBackends(caller, defaults)).toEqual(timed);
  expect(caller.call).toHaveBeenLastCalledWith('race', { experiment: defaults });
});

it.each([
  { status: 'software', device: 'SwiftShader', reason: { kind: 'emulated' } },
  { status: 'unavailable', device: '', reason: { kind: 'no-webgl' } },
] as const)('asks for no code of the GPU where its WebGL is $status', async (probe) => {
  const caller = callerOn(probe);
  expect(await raceBackends(caller, defaults)).toEqual({ winner: 'wasm', reason: probe.reason });
  expect(vi.mocked(caller.call).mock.calls).toEqual([['probe', null]]);
});
