// Problems know no words; their tests hold them against the sentences.
// eslint-disable-next-line no-restricted-imports
import { problems } from '../strings/en/problems';
import type { Reason } from './device';
import type { LoadFault, PackFault } from './digits';
import type { Difference, FileFault } from './files';
import type { ImagesFault } from './images';
import { problemOf, type Problem } from './problem';
import type { Found } from './values';

/** One of each kind: does not compile where one is forgotten. */
type Samples<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: Extract<T, { readonly kind: K }> | (T & { readonly kind: K });
};

const packFaults: Samples<PackFault> = {
  magic: { kind: 'magic', found: '<!do', wanted: 'RUNM' },
  version: { kind: 'version', found: 9, wanted: 1 },
  digit: { kind: 'digit', found: 12 },
  counts: { kind: 'counts', train: 1, test: 2, wantedTrain: 500, wantedTest: 200 },
  size: { kind: 'size', rows: 27, columns: 28, wanted: 28 },
  'no-header': { kind: 'no-header', found: 3, wanted: 16 },
  'cut-off': { kind: 'cut-off', found: 10, wanted: 20 },
  trailing: { kind: 'trailing', bytes: 4 },
  'not-gzip': { kind: 'not-gzip' },
  'more-pixels': { kind: 'more-pixels', most: 9 },
  'fewer-pixels': { kind: 'fewer-pixels', found: 1, wanted: 9 },
};
const loadFaults: Samples<LoadFault> = {
  'no-answer': { kind: 'no-answer' },
  'broke-off': { kind: 'broke-off' },
  refused: { kind: 'refused', status: '404 Not Found', url: './mnist/digit-3.bin' },
  'other-digit': { kind: 'other-digit', url: './mnist/digit-3.bin', found: 5 },
  damaged: { kind: 'damaged', fault: packFaults.digit },
  unexpected: { kind: 'unexpected', message: 'Out of luck.' },
};
const found: Samples<Found> = {
  nothing: { kind: 'nothing' },
  list: { kind: 'list' },
  object: { kind: 'object' },
  text: { kind: 'text', written: 'low' },
  value: { kind: 'value', written: '-1' },
};
const fileFaults: Samples<FileFault> = {
  'too-large': { kind: 'too-large', megabytes: 20 },
  'too-deep': { kind: 'too-deep', most: 8 },
  'not-json': { kind: 'not-json' },
  unreadable: { kind: 'unreadable' },
  'images-unreadable': { kind: 'images-unreadable' },
  'images-other': { kind: 'images-other' },
  'not-a-run': { kind: 'not-a-run', format: 'rank-under-noise/run' },
  'other-version': { kind: 'other-version', found: found.value, version: 1 },
  link: { kind: 'link', field: 'sigma', problem: { kind: 'outside', given: '99', min: 0, max: 2, used: 2 } },
  missing: { kind: 'missing', field: 'data' },
  'not-a-step': { kind: 'not-a-step', field: 'history[0]' },
  'not-later': { kind: 'not-later', field: 'history[1].step' },
  rises: { kind: 'rises', field: 'data.clean[2]' },
  'not-finite': { kind: 'not-finite', field: 'step', found: found.text },
  'not-whole': { kind: 'not-whole', field: 'step', found: found.value },
  'not-text': { kind: 'not-text', field: 'link', found: found.list },
  'not-flag': { kind: 'not-flag', field: 'diverged', found: found.nothing },
  'not-list': { kind: 'not-list', field: 'history', found: found.object },
  outside: { kind: 'outside', field: 'step', found: found.value, least: 0, most: null },
  'not-one-of': { kind: 'not-one-of', field: 'data.matrix', found: found.nothing, choices: ['patch', 'image'] },
  'too-long': { kind: 'too-long', field: 'link', most: 3600 },
  entries: { kind: 'entries', field: 'history', count: 0, fewest: 1, most: 20001 },
};
const imagesFaults: Samples<ImagesFault> = {
  'no-files': { kind: 'no-files' },
  empty: { kind: 'empty' },
  'unknown-format': { kind: 'unknown-format' },
  unreadable: { kind: 'unreadable' },
  mixed: { kind: 'mixed' },
  'no-labels': { kind: 'no-labels' },
  'no-images': { kind: 'no-images' },
  'no-folder': { kind: 'no-folder' },
  'all-equal': { kind: 'all-equal' },
  'npy-header': { kind: 'npy-header' },
  'npy-order': { kind: 'npy-order' },
  'not-finite': { kind: 'not-finite' },
  'gzip-damaged': { kind: 'gzip-damaged' },
  'zip-damaged': { kind: 'zip-damaged' },
  'zip-encrypted': { kind: 'zip-encrypted' },
  'zip-bomb': { kind: 'zip-bomb' },
  'cut-off': { kind: 'cut-off', found: 10, wanted: 20 },
  trailing: { kind: 'trailing', wanted: 20 },
  'idx-type': { kind: 'idx-type', code: 13 },
  'zip-method': { kind: 'zip-method', code: 12 },
  'npy-type': { kind: 'npy-type', descr: '|O' },
  shape: { kind: 'shape', shape: [3, 4, 5, 6, 7] },
  side: { kind: 'side', height: 2, width: 9, least: 4, most: 4096 },
  'picture-too-large': { kind: 'picture-too-large', width: 60_000, height: 60_000, most: 50 },
  'too-many-pixels': { kind: 'too-many-pixels', megabytes: 900, most: 400 },
  'too-many-files': { kind: 'too-many-files', count: 90_000, most: 50_000 },
  counts: { kind: 'counts', images: 10, labels: 9, other: 'labels.idx' },
  'other-size': { kind: 'other-size', other: 'train.npy' },
  label: { kind: 'label', found: '-1', most: 65_535 },
  'too-many-classes': { kind: 'too-many-classes', count: 2000, most: 1000 },
  'cifar-length': { kind: 'cifar-length', bytes: 5 },
  'zip-path': { kind: 'zip-path', path: '../a.png' },
  'picture-damaged': { kind: 'picture-damaged', format: 'PNG' },
  'needs-browser': { kind: 'needs-browser', format: 'AVIF' },
  'one-class': { kind: 'one-class', only: 'ship' },
  'few-in-class': { kind: 'few-in-class', only: 'ship', least: 2 },
};
const differences: Samples<Difference> = {
  loss: { kind: 'loss', here: 0.1, there: 0.2, step: 30 },
  count: { kind: 'count', here: 8, there: 16 },
  value: { kind: 'value', at: 2, here: 0.1, there: 0.2, step: 30 },
};

const kinds: Samples<Problem> = {
  outside: { kind: 'outside', given: '99', min: 0, max: 2, used: 2 },
  'not-whole': { kind: 'not-whole', given: '12.6', used: 13 },
  'not-number': { kind: 'not-number', given: 'wide', used: '64' },
  'not-flag': { kind: 'not-flag', given: 'true', used: '1' },
  'not-pair': { kind: 'not-pair', given: '3-3', used: '0-1' },
  'not-classes': { kind: 'not-classes', given: 'ship', used: '' },
  'not-name': { kind: 'not-name', given: 'A', used: '' },
  'not-one-of': { kind: 'not-one-of', given: 'fourier', choices: ['cosine', 'random'], used: 'cosine' },
  'not-among': { kind: 'not-among', given: 'foo', count: 1, choices: ['data', 'filters'] },
  'too-many-runs': { kind: 'too-many-runs', count: 5, most: 4 },
  'too-many-lines': { kind: 'too-many-lines', count: 3, most: 1 },
  'not-line': { kind: 'not-line', given: 'a\tb', most: 140 },
  'unknown-key': { kind: 'unknown-key' },
  'other-version': { kind: 'other-version', version: 1 },
  'link-too-long': { kind: 'link-too-long', most: 8000 },
  'unknown-step': { kind: 'unknown-step', name: 'nowhere' },
  'not-of-run': { kind: 'not-of-run', given: 'theme:dark' },
  'in-run': { kind: 'in-run', field: 'sigma', problem: { kind: 'outside', given: '3', min: 0, max: 2, used: 2 } },
  'signal-too-large': { kind: 'signal-too-large', side: 2, basis: 'cosine', room: 3, signalDimension: 6, used: 1 },
  'too-many-digits': { kind: 'too-many-digits', perDigit: 500, used: 1000 },
  'names-no-images': { kind: 'names-no-images', used: 'synthetic' },
  'too-many-of-class': { kind: 'too-many-of-class', perClass: 24, used: 48 },
  'no-such-classes': { kind: 'no-such-classes', given: 'cat,dog', classes: ['ship', 'horse'], used: 'ship,horse' },
  'images-are-grey': { kind: 'images-are-grey', used: 'grey' },
  'too-many-windows': { kind: 'too-many-windows', side: 8, stride: 1, windows: 441, most: 64, used: 3 },
  'taken-along': { kind: 'taken-along', values: ['m = 32', 'lr = 5'] },
  'only-with': { kind: 'only-with', net: 'deep', used: '3' },
  'too-narrow': { kind: 'too-narrow', least: 16 },
  'batch-too-large': { kind: 'batch-too-large', n: 24 },
  'image-too-large': { kind: 'image-too-large', patches: 64, pixels: 12_544, most: 4096 },
  'after-end': { kind: 'after-end', steps: 10 },
  'not-swept': { kind: 'not-swept', given: 'basis', keys: ['sigma', 'n'] },
  'not-levels': { kind: 'not-levels', key: 'sigma', given: '0:0.6' },
  'not-a-count': { kind: 'not-a-count', key: 'sigma', given: '0', most: 1000 },
  'not-a-level': { kind: 'not-a-level', key: 'sigma', problem: { kind: 'not-number', given: 'a', used: '0.2' } },
  'no-simd': { kind: 'no-simd' },
  'wasm-forbidden': { kind: 'wasm-forbidden' },
  'gpu-full': { kind: 'gpu-full' },
  'gpu-taken': { kind: 'gpu-taken' },
  'gpu-silent': { kind: 'gpu-silent' },
  'one-run-opened': { kind: 'one-run-opened', count: 2, name: 'run.json' },
  'worker-not-started': { kind: 'worker-not-started' },
  'worker-keeps-stopping': { kind: 'worker-keeps-stopping' },
  'no-backend': { kind: 'no-backend' },
  'not-trained-there': { kind: 'not-trained-there' },
  'no-webgl': { kind: 'no-webgl' },
  'half-precision': { kind: 'half-precision' },
  'no-memory': { kind: 'no-memory', megabytes: 900 },
  replayed: { kind: 'replayed', lost: 'gpu', step: 14 },
  'part-missing': { kind: 'part-missing' },
  moved: { kind: 'moved', problem: { kind: 'no-simd' }, backend: 'cpu' },
  'pack-damaged': { kind: 'pack-damaged', fault: packFaults.magic },
  'digit-not-loaded': { kind: 'digit-not-loaded', set: 'mnist', digit: 3, fault: loadFaults.refused },
  'digit-not-in-file': { kind: 'digit-not-in-file', set: 'mnist', digit: 3, held: ['0', '1'] },
  'not-opened': { kind: 'not-opened', name: 'run.json', fault: fileFaults['not-json'] },
  'images-refused': { kind: 'images-refused', name: 'photos.zip', fault: imagesFaults['zip-damaged'] },
  'images-missing': { kind: 'images-missing', hash: '0123456789abcdef' },
  'no-such-class': { kind: 'no-such-class', given: 'cat,dog', classes: ['ship', 'horse'] },
  'too-few-images': { kind: 'too-few-images', n: 400, most: 300 },
  'nothing-left': { kind: 'nothing-left' },
  'computed-otherwise': { kind: 'computed-otherwise', difference: differences.loss },
  'no-run': { kind: 'no-run' },
  'cannot-paint': { kind: 'cannot-paint' },
  'not-painted': { kind: 'not-painted' },
  'picture-unread': { kind: 'picture-unread' },
  'pixels-hidden': { kind: 'pixels-hidden' },
  'pixels-in-latex': { kind: 'pixels-in-latex' },
  'not-in-latex': { kind: 'not-in-latex', letter: '秩' },
  'no-clipboard': { kind: 'no-clipboard' },
  'clipboard-refused': { kind: 'clipboard-refused' },
  'no-video': { kind: 'no-video' },
  'tab-hidden': { kind: 'tab-hidden' },
  'no-room': { kind: 'no-room' },
  'nothing-moves': { kind: 'nothing-moves' },
  'run-too-long': { kind: 'run-too-long', seconds: 40 },
  'arrays-too-large': { kind: 'arrays-too-large', megabytes: 900, most: 500 },
  'too-many-pixels': { kind: 'too-many-pixels', width: 20_000, height: 300 },
  'unknown-panel': { kind: 'unknown-panel', panel: 'wibble', panels: ['data', 'filters'] },
  'panel-is-table': { kind: 'panel-is-table', panel: 'runs' },
  'panel-absent': { kind: 'panel-absent', panel: 'map' },
  'panel-empty': { kind: 'panel-empty', panel: 'map' },
  unexpected: { kind: 'unexpected', message: 'Array buffer allocation failed' },
};

/** Every kind of problem, with every kind of what is within one. */
export const everyProblem: readonly Problem[] = [
  ...Object.values<Problem>(kinds),
  { kind: 'signal-too-large', side: 2, basis: 'random', room: 4, signalDimension: 6, used: 2 },
  { kind: 'not-among', given: 'foo,bar', count: 2, choices: ['data'] },
  { kind: 'moved', problem: { kind: 'no-memory', megabytes: 7 }, backend: null },
  { kind: 'replayed', lost: 'worker', step: 14 },
  { kind: 'digit-not-in-file', set: 'mnist', digit: 3, held: [] },
  { kind: 'digit-not-in-file', set: 'fashion', digit: 3, held: [] },
  { kind: 'digit-not-loaded', set: 'fashion', digit: 3, fault: loadFaults.refused },
  ...Object.values<PackFault>(packFaults).map((fault): Problem => ({ kind: 'pack-damaged', fault })),
  ...Object.values<LoadFault>(loadFaults).map((fault): Problem => ({
    kind: 'digit-not-loaded',
    set: 'mnist',
    digit: 3,
    fault,
  })),
  ...Object.values<FileFault>(fileFaults).map((fault): Problem => ({ kind: 'not-opened', name: 'run.json', fault })),
  ...Object.values<ImagesFault>(imagesFaults).map((fault): Problem => ({
    kind: 'images-refused',
    name: 'images.bin',
    fault,
  })),
  ...Object.values<Found>(found).map((each): Problem => ({
    kind: 'not-opened',
    name: 'run.json',
    fault: { kind: 'not-list', field: 'history', found: each },
  })),
  ...Object.values<Difference>(differences).map((difference): Problem => ({ kind: 'computed-otherwise', difference })),
];

const reasons: Samples<Reason> = {
  timed: { kind: 'timed', winner: 'wasm', wasm: 1.23, webgl: null },
  emulated: { kind: 'emulated' },
  'no-webgl': { kind: 'no-webgl' },
  'half-precision': { kind: 'half-precision' },
};
/** Every kind of reason for a backend. */
export const everyReason: readonly Reason[] = [
  ...Object.values<Reason>(reasons),
  { kind: 'timed', winner: 'webgl', wasm: 12.3, webgl: 4.56 },
];

/** A failure that this page knows nothing of. */
export const unexpected = (message: string): Problem => ({ kind: 'unexpected', message });

/** What the page says in English of an error, or of a problem. */
export const said = (error: Error | Problem): string =>
  problems.text(error instanceof Error ? problemOf(error) : error);

/** What the page says in English where a field was not taken as given. */
export const noticed = problems.notice;

/** What the page would say of the error that a promise is rejected with. */
export const rejection = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing went wrong',
    (error: Error) => said(error),
  );
