import { describe, expect, it } from 'vitest';
import type { AppState } from '../state';
import { decide, type Job } from './decide';
import type { Made, Wants } from './made';
import { unrecorded } from './recording';
import { chosen, first, madeOf, olderRun, recordOf, onWasm, onCpu, stateOf, wanted } from './testing-tables';

const due = { chase: false };
const slider = { chase: true };
const away = { presence: 'away' } as const;
const once = { pace: 'once' } as const;
const released = { presence: 'released' } as const;
const rested = { ...unrecorded, rested: true };
const curveRuns = { curve: { ...stateOf().curve, status: 'running' as const } };
const slowly = { ...stateOf().known, pace: { msPerWork: 1 } };

interface Row {
  readonly made?: Made;
  readonly wants?: Partial<Wants>;
  readonly state?: AppState;
}
type Found = ({ readonly kind: Job['kind'] } & Record<string, unknown>) | null;
const asks = (method: string, params: object = {}) => ({ ask: { method, params: expect.objectContaining(params) } });

/** What is so, and what is then to be done. */
const rules: Record<string, [Row, Found]> = {
  'a run that goes on lets time pass to the next frame': [{}, { kind: 'watch' }],
  '… also where whoever watches is between two steps': [{ made: madeOf({ watched: 10.9 }) }, { kind: 'watch' }],
  '… and makes the steps that are then due': [
    { made: madeOf({ watched: 12.3 }) },
    { kind: 'advance', by: 'play', paced: false, to: 12, ...asks('advance', { steps: 2, budget: 60, record: 'full' }) },
  ],
  'a paused run rests': [{ state: stateOf({ status: 'paused' }) }, null],
  'a diverged run rests, whatever is asked': [
    { wants: { single: 3, seek: 30 }, state: stateOf({ status: 'diverged' }) },
    null,
  ],
  'a failed run rests, whatever is asked': [
    { made: madeOf({ recorded: null }), state: stateOf({ status: 'failed' }) },
    null,
  ],

  'a run that is due is begun': [{ wants: { due } }, { kind: 'start', chase: false, backend: 'wasm' }],
  'one on a slider’s way is begun as such': [{ wants: { due: slider } }, { kind: 'start', chase: true }],
  '… but not while paused': [
    { wants: { due: slider }, state: stateOf({ playing: false }) },
    { kind: 'start', chase: false },
  ],
  '… nor on its way to a step': [{ wants: { due: slider, seek: 20 } }, { kind: 'start', chase: false }],
  'it may be begun where another could not': [
    { made: madeOf({ trouble: { refused: ['wasm'], recoveries: 0 } }), wants: { due } },
    { kind: 'start', backend: 'wasm' },
  ],
  'it begins where a race was won': [
    { wants: { due }, state: stateOf({}, chosen('cpu')) },
    { kind: 'start', backend: 'cpu' },
  ],
  '… and no matter where one of another size was': [
    { wants: { due }, state: stateOf({}, { choice: { ...chosen('cpu').choice, sizeClass: 99 } }) },
    { kind: 'start', backend: 'wasm' },
  ],
  'one that could not be begun is begun elsewhere': [
    {
      made: madeOf({ recorded: null, trouble: { refused: ['wasm'], recoveries: 0 } }),
      state: stateOf({ status: 'loading' }),
    },
    { kind: 'start', backend: 'cpu', chase: false },
  ],
  'a slider’s run shows its first batch though another is due': [
    { made: first({ chase: true }), wants: { due: slider } },
    { kind: 'advance', by: 'chase', paced: false },
  ],
  '… and whatever step is asked for': [
    { made: first({ chase: true }), wants: { seek: 30 } },
    { kind: 'advance', by: 'chase', paced: false },
  ],
  '… but no more than that': [{ made: madeOf({ chase: true }), wants: { due: slider } }, { kind: 'start' }],
  'it goes on a frame at a time': [{ made: madeOf({ chase: true }) }, { kind: 'advance', by: 'chase', paced: true }],

  'away, the first frame is made': [{ wants: { due }, state: stateOf({}, away) }, { kind: 'start' }],
  'away, no step is': [{ state: stateOf({}, away) }, null],
  'away, a still is made that its link opens at': [
    { wants: { seek: 30 }, state: stateOf({ status: 'paused' }, away) },
    { kind: 'advance', by: 'seek', to: 30 },
  ],
  'away, none is made by hand': [{ wants: { single: 1 }, state: stateOf({ status: 'paused' }, away) }, null],
  'released, nothing is begun': [{ wants: { due }, state: stateOf({}, released) }, null],

  'a step to reach is gone to without frames': [
    { wants: { seek: 30 } },
    { kind: 'advance', by: 'seek', to: 30, paced: false, ...asks('advance', { steps: 20, budget: 250 }) },
  ],
  '… also by a paused run': [
    { wants: { seek: 30 }, state: stateOf({ status: 'paused' }) },
    { kind: 'advance', by: 'seek' },
  ],
  'a step that is reached is not gone to': [{ wants: { seek: 10 }, state: stateOf({ status: 'paused' }) }, null],
  'steps by hand are made at the next frame': [
    { wants: { single: 3 }, state: stateOf({ status: 'paused' }) },
    { kind: 'advance', by: 'hand', to: 13, paced: true },
  ],
  'a step to reach comes before steps by hand': [{ wants: { seek: 30, single: 3 } }, { kind: 'advance', by: 'seek' }],
  'at once a run goes to its end': [
    { state: stateOf({}, once) },
    { kind: 'advance', by: 'seek', to: 40, paced: false },
  ],
  '… once it is played': [{ state: stateOf({ status: 'paused' }, once) }, null],
  '… and a slider’s as ever': [
    { made: madeOf({ chase: true }), state: stateOf({}, once) },
    { kind: 'advance', by: 'chase' },
  ],

  'paused on its way to a step, a run is shown': [{ state: stateOf({ status: 'loading' }) }, { kind: 'show' }],
  '… out of sight too': [{ state: stateOf({ status: 'loading' }, released) }, { kind: 'show' }],
  '… but not where it is to go on': [
    { wants: { seek: 30 }, state: stateOf({ status: 'loading' }) },
    { kind: 'advance', by: 'seek' },
  ],
  '… nor where another is due': [{ wants: { due }, state: stateOf({ status: 'loading' }) }, { kind: 'start' }],
  'a run that shows nothing yet is shown': [{ state: stateOf(olderRun()) }, { kind: 'show' }],
  '… but not on a slider’s way': [
    { made: first({ chase: true }), state: stateOf(olderRun()) },
    { kind: 'advance', by: 'chase' },
  ],
  '… nor after it failed': [{ state: stateOf(olderRun({ status: 'failed' })) }, null],

  'what was lost is made again': [
    { made: madeOf({ held: -1 }) },
    { kind: 'remake', from: -1, backend: 'wasm', ...asks('start', { backend: 'wasm' }) },
  ],
  '… to where it was, of which nothing else is wanted': [
    { made: madeOf({ held: 4 }) },
    { kind: 'remake', from: 4, ...asks('advance', { steps: 6, record: 'end', lean: true }) },
  ],
  '… for a step by hand': [
    { made: madeOf({ held: 4 }), wants: { single: 1 }, state: stateOf({ status: 'paused' }) },
    { kind: 'remake' },
  ],
  '… but not while nothing is wanted': [{ made: madeOf({ held: -1 }), state: stateOf({ status: 'paused' }) }, null],
  '… nor out of sight': [{ made: madeOf({ held: -1 }), state: stateOf({}, away) }, null],
  'on another backend it is recorded too': [
    { made: madeOf({ held: 4, backend: 'cpu', remade: recordOf(onCpu, 4) }) },
    { kind: 'remake', backend: 'cpu', ask: { method: 'advance', params: { steps: 6, budget: 250, record: 'full' } } },
  ],

  'a finished run rests': [{ state: stateOf({ status: 'finished' }) }, null],
  '… whatever is asked': [{ wants: { single: 2, seek: 30 }, state: stateOf({ status: 'finished' }) }, null],
  'it is recorded again after a rest': [
    { wants: { recording: unrecorded }, state: stateOf({ status: 'finished' }) },
    { kind: 'rest' },
  ],
  '… from its start': [
    { wants: { recording: rested }, state: stateOf({ status: 'finished' }) },
    { kind: 'record', paced: false, ...asks('start', { backend: 'wasm' }) },
  ],
  '… in slices': [
    { wants: { recording: { ...rested, history: recordOf(onWasm).history } }, state: stateOf({ status: 'finished' }) },
    { kind: 'record', paced: false, ...asks('advance', { steps: 1, budget: null }) },
  ],
  '… one a frame': [
    {
      wants: { recording: { ...rested, history: recordOf(onWasm, 1).history } },
      state: stateOf({ status: 'finished' }),
    },
    { kind: 'record', paced: true },
  ],
  '… after the curve, where that takes moments': [
    { wants: { recording: rested }, state: stateOf({ status: 'finished' }, curveRuns) },
    null,
  ],
  '… but not after one that takes long': [
    { wants: { recording: rested }, state: stateOf({ status: 'finished' }, { ...curveRuns, known: slowly }) },
    { kind: 'record' },
  ],
  '… but not out of sight': [{ wants: { recording: rested }, state: stateOf({ status: 'finished' }, away) }, null],
  'a winner is warmed up, before that': [
    { wants: { warm: true, recording: unrecorded }, state: stateOf({ status: 'finished' }, chosen('cpu')) },
    { kind: 'warm', ...asks('warm', { backend: 'cpu' }) },
  ],
  '… but not in the middle of it': [
    { wants: { warm: true, recording: rested }, state: stateOf({ status: 'finished' }, chosen('cpu')) },
    { kind: 'record' },
  ],
  '… nor one that it ran on': [{ wants: { warm: true }, state: stateOf({ status: 'finished' }, chosen('wasm')) }, null],
  '… nor one that nobody told of': [{ state: stateOf({ status: 'finished' }, chosen('cpu')) }, null],
  '… nor beside a run that goes on': [
    { wants: { warm: true }, state: stateOf({ status: 'paused' }, chosen('cpu')) },
    null,
  ],
};

describe('what is done next', () => {
  it.each(Object.entries(rules))('%s', (_, [{ made = madeOf(), wants, state = stateOf() }, found]) => {
    const job = decide(made, wanted(wants), state);
    if (found === null) expect(job).toBeNull();
    else expect(job).toMatchObject(found);
  });
});
