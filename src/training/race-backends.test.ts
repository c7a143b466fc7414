import { expect, it, vi } from 'vitest';
import { defaults } from '../experiment/parameters';
import type { RaceResult } from './race';
import { raceBackends } from './race-backends';

const timed: RaceResult = { winner: 'webgl', reason: { kind: 'timed', winner: 'webgl', wasm: 3, webgl: 1 } };
const callerOn = (probe: object) => ({
  call: vi.fn(async (method: string, _params: unknown) => (method === 'probe' ? probe : timed)),
  restart: vi.fn(),
});

it('times the backends where there is a GPU, once the worker that looked for it is ended', async () => {
  const caller = callerOn({ status: 'usable', device: 'a GPU' });
  expect(await raceBackends(caller as never, defaults)).toEqual(timed);
  expect(caller.call.mock.calls).toEqual([
    ['probe', null],
    ['race', { experiment: defaults }],
  ]);
  expect(caller.restart).toHaveBeenCalledOnce();
  expect(caller.restart.mock.invocationCallOrder[0]).toBeLessThan(caller.call.mock.invocationCallOrder[1]!);
});

it.each([
  { status: 'software', device: 'SwiftShader', reason: { kind: 'emulated' } },
  { status: 'unavailable', device: '', reason: { kind: 'no-webgl' } },
] as const)('asks for no code of the GPU where its WebGL is $status', async (probe) => {
  const caller = callerOn(probe);
  expect(await raceBackends(caller as never, defaults)).toEqual({ winner: 'wasm', reason: probe.reason });
  expect(caller.call.mock.calls).toEqual([['probe', null]]);
});
