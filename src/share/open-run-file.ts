import { decodeLink } from '../experiment/link';
import type { Experiment } from '../experiment/parameters';
import { sameScience } from '../experiment/science';
import { readInWorker, type Bring } from '../images/own/read-in-worker';
import type { Difference } from '../problems/files';
import type { Problem } from '../problems/problem';
import type { App } from '../store/app';
import { until } from '../store/when';
import { isRunOf } from '../store/views/current';
import { pointAt } from '../store/views/frames';
import { hasEnded } from '../store/views/status';
import type { AppState } from '../store/state';
import { FileError } from './file-error';
import { largestFile, tooLarge } from './read-run-file';
import { readRunOf, type Readable } from './read-run-in-worker';
import type { RunFile } from './run-file';

/** How far a device may be from the file before it is said: relative, singular values to the largest. */
const tolerance = 1e-3;

/**
 * Opens a run that was saved as JSON: its link, then its step. The run is made again rather than read, as it is
 * deterministic; where this device computes something else than the file holds, a notice says so. A file that cannot be
 * read leaves everything as it was, with a notice that names what is wrong. Never throws.
 */
export async function openRunFile(
  app: App,
  file: Readable & Pick<File, 'name'>,
  bring: Bring = readInWorker,
): Promise<void> {
  let run: RunFile;
  try {
    if (file.size > largestFile) throw new FileError(tooLarge);
    const read = await readRunOf(file);
    run = read.run;
    if (read.images) await keepImages(app, run.link, read.images, bring);
    refuseUnknown(run);
  } catch (error) {
    return notify(app, {
      kind: 'not-opened',
      name: file.name.slice(0, 80),
      fault: error instanceof FileError ? error.fault : { kind: 'unreadable' },
    });
  }
  await openRun(app, run);
}

/** Own images that travelled with a run come to this device, before its link is read: what it can be hangs on them. */
async function keepImages(app: App, link: string, images: Blob, bring: Bring): Promise<void> {
  const { images: only } = decodeLink(link).experiment;
  let hash: string;
  try {
    const brought = await bring([{ path: 'own-images.npz', bytes: images }], { only });
    hash = brought.collection.hash;
  } catch {
    throw new FileError({ kind: 'images-unreadable' });
  }
  if (hash !== only) throw new FileError({ kind: 'images-other' });
  app.imagesCame(hash);
}

/** A link that cannot be used as it is would open another run than the file holds. */
function refuseUnknown({ link }: RunFile): void {
  const [notice] = decodeLink(link).notices;
  if (notice) throw new FileError({ kind: 'link', ...notice });
}

async function openRun(app: App, file: RunFile): Promise<void> {
  const { embed, show, controls } = app.store.getState().experiment;
  const last = file.history.at(-1)!.step;
  app.pause();
  // The last of a key wins: whoever embeds the page decides what is left of it.
  app.open(`${file.link}&embed=${embed ? 1 : 0}&show=${show.join(',')}&controls=${controls.join(',')}`);
  const opened = app.store.getState().experiment;
  const same = ({ experiment }: AppState) => sameScience(experiment, opened);
  await until(app.store, (state) => !same(state) || isThere(state, opened));
  if (!same(app.store.getState())) return;
  // The step that was shown may lie between two that every run records: it is, where it is gone to.
  for (const to of [file.step, last]) {
    const reached = (state: AppState) => (state.run.history.at(-1)?.step ?? 0) >= to;
    if (!same(app.store.getState()) || reached(app.store.getState())) continue;
    app.seek(to);
    await until(app.store, (state) => !same(state) || hasEnded(state.run) || reached(state));
  }
  if (!same(app.store.getState())) return;
  app.seek(file.step);
  const off = difference(file, app.store.getState());
  if (off) notify(app, { kind: 'computed-otherwise', difference: off });
}

/** Whether the first frame of an experiment has come, and the run rests. */
function isThere(state: AppState, experiment: Experiment): boolean {
  const { run } = state;
  return run.status === 'failed' || (isRunOf(run, experiment) && run.status !== 'loading' && run.status !== 'training');
}

/** Where this device's run and the file differ, at the file's last step; null where they agree or cannot be compared. */
function difference({ history }: Pick<RunFile, 'history'>, { run }: Pick<AppState, 'run'>): Difference | null {
  const theirs = history.at(-1)!,
    ours = pointAt(run.history, theirs.step);
  if (!ours || ours.step !== theirs.step) return null;
  const relative = (a: number, b: number, to = b) =>
    Math.abs(a - b) > tolerance * Math.max(Math.abs(to), Number.MIN_VALUE);
  if (relative(ours.loss, theirs.loss)) return { kind: 'loss', here: ours.loss, there: theirs.loss, step: theirs.step };
  for (const { name, singularValues } of ours.matrices) {
    const there = theirs.matrices.find((matrix) => matrix.name === name)?.singularValues ?? [];
    if (singularValues.length !== there.length)
      return { kind: 'count', here: singularValues.length, there: there.length };
    const at = there.findIndex((s, i) => relative(singularValues[i]!, s, there[0]));
    if (at >= 0) return { kind: 'value', at: at + 1, here: singularValues[at]!, there: there[at]!, step: theirs.step };
  }
  return null;
}

function notify(app: App, problem: Problem): void {
  app.notify({ field: 'file', problem });
}
