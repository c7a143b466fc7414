/**
 * What lives where, and what may import what: the one place that says so. The check of the house (scripts/check-house.ts)
 * holds every import against it, and the table in docs/ARCHITECTURE.md is written from it (`npm run docs`).
 */
export interface Room {
  /** What lives there, in a line of Markdown. */
  readonly holds: string;
  /**
   * What may be imported besides the room itself: a room of this table; `room/**`, with all rooms within it; or one file,
   * without its ending.
   */
  readonly imports: readonly string[];
  /** The same, for types alone. */
  readonly types?: readonly string[];
  /** Packages, by name; `node:` is every module of Node. */
  readonly packages?: readonly string[];
}

/** Everything that is not the page: rooms that may import what they like. */
const anything = ['src/**', 'cli/**', 'scripts/**', 'e2e/**', 'bench/**'];

/**
 * By folder. The longest one that a file lies in is its room; `folder/*` makes a room of each folder within.
 * Tests, and what is written for them (`*.test.*`, `testing*`, `testing/`, `cases.ts`), may import anything, and nothing of the
 * page or the command line may import them.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'src/problems': {
    holds: 'what can go wrong or was not taken as given, as data: a kind and the values that its sentence needs',
    imports: [],
  },
  'src/decode': {
    holds:
      'readers of what comes from outside: a value of a known type, or a problem that names the field; JSON with limits',
    imports: ['src/problems'],
  },
  'src/experiment': {
    holds:
      'the parameter table, the `Experiment` type derived from it, defaults, presets, link codec, rules that mend combinations',
    imports: ['src/problems', 'src/decode', 'src/images/sources'],
  },
  'src/loading': {
    holds: 'how parts of the page are fetched after its first script: tried again, and what is missing is told',
    imports: ['src/problems'],
  },
  'src/spectrum': { holds: 'singular values, ranks, signal span, energy in a span', imports: [] },
  'src/images': {
    holds: 'seeded random streams, what images need (`assets`), how each kind is drawn → `ImageSet`',
    imports: ['src/problems', 'src/spectrum', 'src/images/**'],
    types: ['src/experiment'],
  },
  'src/images/own': {
    holds: 'images that somebody brings: files of any format read into one collection, in a worker of their own',
    imports: ['src/problems', 'src/images'],
    packages: ['fflate', 'fast-png', 'omggif', '@jsquash/jpeg', '@jsquash/webp', '@noble/hashes', 'idb-keyval'],
  },
  'src/images/sources': {
    holds:
      'the list of image sources: what each kind of images is, as far as the table of parameters and the page ask; nothing outside of `src/images/` compares `data` with a name',
    imports: ['src/images/sources/**'],
    types: ['src/problems', 'src/experiment'],
  },
  'src/images/sources/*': {
    holds: 'an image source each: what it is (`source.ts`) and how it is drawn',
    imports: ['src/problems', 'src/spectrum', 'src/images', 'src/images/own', 'src/images/sources'],
    types: ['src/experiment'],
  },
  'src/network': {
    holds: 'what all networks share: activation, loss, matrices',
    imports: [],
    types: ['src/experiment', 'src/images'],
  },
  'src/network/architectures': {
    holds: 'the list of networks: which one an experiment trains, its matrices, what a step costs',
    imports: ['src/network/**', 'src/experiment'],
  },
  'src/network/architectures/*': {
    holds: 'a network each: its matrices, forward, gradient, initialisation in plain TypeScript: the oracle',
    imports: ['src/network', 'src/problems', 'src/experiment'],
    types: ['src/images'],
  },
  'src/theory': { holds: 'predicted data rank, critical noise', imports: ['src/experiment', 'src/images/sources'] },
  'src/training': {
    holds: 'the `Trainer` interface, one file per backend, problem, snapshot, engine, workers, client',
    imports: ['src/problems', 'src/experiment', 'src/spectrum', 'src/images/**', 'src/network/**', 'src/theory'],
    packages: ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-webgl'],
  },
  'src/store': {
    holds: 'zustand store (vanilla), link sync, sweeps and records, thin React binding',
    imports: [
      'src/loading',
      'src/problems',
      'src/decode',
      'src/experiment',
      'src/images/own',
      'src/spectrum',
      'src/training',
      'src/store/**',
      'src/strings/**',
    ],
    packages: ['react', 'zustand', 'idb-keyval'],
  },
  'src/store/run': {
    holds: 'run control, playback, recovery, races, data control',
    imports: [
      'src/problems',
      'src/decode',
      'src/experiment',
      'src/spectrum',
      'src/training',
      'src/store',
      'src/store/views',
    ],
    packages: ['zustand'],
  },
  'src/store/views': {
    holds: 'what the state is read as: selectors, each definition once',
    imports: [
      'src/problems',
      'src/experiment',
      'src/images/sources',
      'src/spectrum',
      'src/network/**',
      'src/theory',
      'src/training',
      'src/store',
      'src/strings',
    ],
  },
  'src/charts': { holds: 'the list of charts', imports: ['src/charts/**'] },
  'src/charts/kit': {
    holds: 'what charts share: scenes, axes, labels, marks, theme, tables of numbers',
    imports: [],
    packages: ['d3'],
  },
  'src/charts/*': {
    holds: 'a chart each, whose one value is its contract (`scene`, `table`, `hit`)',
    imports: ['src/charts/kit'],
    packages: ['d3'],
  },
  'src/pixels/kit': {
    holds: 'what pictures share: surfaces, colours, names, groups of filters',
    imports: ['src/charts/kit'],
  },
  'src/pixels/*': {
    holds: 'a picture each on a canvas (`draw`, `hit`): filters, images, their alignment',
    imports: ['src/pixels/kit', 'src/charts/kit'],
  },
  'src/strings': {
    holds:
      'the page’s words: a catalogue a language, marks in sentences, numbers as text, types of the facts that sentences are made of',
    imports: ['src/loading', 'src/problems', 'src/experiment', 'src/strings/**'],
  },
  'src/strings/*': {
    holds: 'a language each',
    imports: ['src/problems', 'src/experiment', 'src/strings'],
    types: ['src/strings/*'],
  },
  'src/ui': {
    holds:
      'what panels and the page are built of: hooks (size, sight, paper, theme), a chart or picture in its place, dialogs, tables, fields to copy',
    imports: [
      'src/loading',
      'src/problems',
      'src/experiment',
      'src/training',
      'src/store/**',
      'src/strings/**',
      'src/charts/**',
      'src/pixels/**',
    ],
    packages: ['react', 'react-dom'],
  },
  'src/controls': {
    holds: 'React: one control a file',
    imports: [
      'src/loading',
      'src/problems',
      'src/experiment',
      'src/images/sources',
      'src/store/**',
      'src/strings/**',
      'src/ui',
    ],
    packages: ['react', 'react-dom'],
  },
  'src/panels': {
    holds:
      'the list of panels (`list.ts`): what is in each, where it stands, what it takes in a frame and gives as a file',
    imports: [
      'src/loading',
      'src/experiment',
      'src/images/sources',
      'src/store/**',
      'src/strings/**',
      'src/ui',
      'src/panels/**',
    ],
    packages: ['react', 'react-dom'],
  },
  'src/panels/*': {
    holds: 'React: a panel each, which joins store and charts',
    imports: [
      'src/problems',
      'src/experiment',
      'src/images/sources',
      'src/spectrum',
      'src/training',
      'src/store/**',
      'src/strings/**',
      'src/charts/**',
      'src/pixels/**',
      'src/ui',
      'src/controls',
      // What one panel shows of another.
      'src/panels/sweep/sweep-toolbar',
      'src/panels/tiles/filter-grid',
      'src/panels/tiles/use-filters',
    ],
    packages: ['react', 'react-dom'],
  },
  'src/story': {
    holds: 'prose and what can be done in it, formulas, glossary, citation',
    imports: [
      'src/loading',
      'src/problems',
      'src/experiment',
      'src/images/sources',
      'src/store/**',
      'src/strings/**',
      'src/charts/kit/table',
      'src/ui',
      'src/panels/**',
      'src/controls',
    ],
    packages: ['react', 'react-dom'],
  },
  'src/formats': {
    holds: 'file formats as text and bytes: CSV, NPY and NPZ, stand-alone SVG',
    imports: [],
    packages: ['fflate'],
  },
  'src/slides': {
    holds:
      'figures for slides and papers: sizes, sheets of scenes, and their files (SVG, PNG, PDF, TikZ, moving pictures)',
    imports: ['src/problems', 'src/formats', 'src/charts/kit'],
    packages: ['fflate', 'gifenc', 'jspdf', 'mediabunny'],
  },
  'src/embed': { holds: 'the module for host pages, and the types of the messages', imports: [] },
  'src/share': {
    holds: 'embed protocol, files out and in',
    imports: [
      'src/loading',
      'src/problems',
      'src/decode',
      'src/experiment',
      'src/images/own',
      'src/network/architectures',
      'src/spectrum',
      'src/training',
      'src/store/**',
      'src/formats',
      'src/slides',
      'src/charts/kit',
      'src/pixels/**',
      'src/strings/**',
      'src/ui',
      'src/panels/list',
    ],
    types: ['src/embed'],
  },
  'src/page': {
    holds:
      'the page put together (`explained`: story and panels in turn; `embedded`: panels alone), what is opened over it (`saving/`, `sharing/`), style sheets',
    imports: ['src/**'],
    packages: ['react', 'react-dom', 'zustand', 'lean-qr'],
  },
  src: { holds: 'the entry', imports: ['src/**'], packages: ['react', 'react-dom'] },
  cli: {
    holds: 'headless runs',
    imports: [
      'src/problems',
      'src/decode',
      'src/experiment',
      'src/spectrum',
      'src/images/**',
      'src/network/**',
      'src/theory',
      'src/training',
      'src/formats',
      'src/strings/**',
    ],
    packages: ['node:', 'tsx'],
  },
  'cli/command': {
    holds: 'the command `rank-under-noise`: plans, shards, lines of NDJSON that outlast any stop, tables, figures',
    imports: ['src/**', 'cli'],
    packages: ['node:', 'commander', '@bomb.sh/tab', 'react', 'react-dom', 'zustand'],
  },
  e2e: { holds: 'Playwright, on the built page; a harness for the backends alone', imports: anything, packages: ['*'] },
  bench: { holds: 'every speed target beside its peers, in one run; soak test', imports: anything, packages: ['*'] },
  scripts: { holds: 'builds, checks, and what is written from tables', imports: anything, packages: ['*'] },
  '.': { holds: 'settings of the tools', imports: ['scripts/**'], packages: ['*'] },
};
