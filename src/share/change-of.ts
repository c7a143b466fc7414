import { fromText } from '../experiment/from-text';
import { linesOf } from '../experiment/lines';
import { mend } from '../experiment/mend';
import type { GivenNotice } from '../experiment/notice';
import { takenAlong } from '../experiment/own-defaults';
import type { Experiment, ParameterKey } from '../experiment/parameters';
import { canonicalRuns } from '../experiment/runs';
import { given as words } from '../strings/en/problems';

/**
 * What `set` changes, read as a link is; but a link has a visitor who reads what was mended, and a message a script:
 * whatever a link would mend is refused here, with the name of the field, and nothing is changed.
 */
export function changeOf(
  given: ReadonlyMap<string, string>,
  base: Experiment,
): { patch: Partial<Experiment> } | { refused: string } {
  const notices: GivenNotice[] = [];
  const read = fromText(given, notices, base);
  const canonical = withRuns(read, base, given, notices);
  // What goes along with another network is not for the script to say.
  const whole = { ...canonical, ...takenAlong(base, canonical, [...given.keys()]) };
  // A step to open at is none that a shorter run has to mend.
  const settled = whole.step > whole.steps && !given.has('step') ? { ...whole, step: 0 } : whole;
  const mended = mend(settled);
  const notice = notices[0] ?? mended.notices[0];
  if (notice) return { refused: `set: ${notice.field}: ${words(notice.problem).wrong}. Nothing was changed.` };
  const along = [...(settled === whole ? [] : ['step']), ...(given.has('pins') ? ['talk'] : [])];
  const keys = [...new Set([...given.keys(), ...along])] as ParameterKey[];
  return { patch: Object.fromEntries(keys.map((key) => [key, mended.experiment[key]])) };
}

/** Pinned runs and what is said of them: where the runs alone are given, lines stay with those that stay. */
function withRuns(
  read: Experiment,
  base: Experiment,
  given: ReadonlyMap<string, string>,
  notices: GivenNotice[],
): Experiment {
  if (given.has('talk')) return { ...read, ...canonicalRuns(read, notices) };
  if (!given.has('pins')) return read;
  const { pins } = canonicalRuns({ ...read, talk: [] }, notices);
  return { ...read, pins, talk: linesOf(base, pins) };
}
