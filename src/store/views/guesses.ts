import { defaults, type Experiment } from '../../experiment/parameters';
import { writeRun } from '../../experiment/runs';
import { scienceAlone } from '../../experiment/science';
import { presetExperiment, presets, type PresetName } from '../../experiment/presets';
import type { Problem } from '../../problems/problem';
import { besideBackend } from '../../training/backend-choice';
import { leading } from '../../network/matrices';
import type { RunSummary } from '../../training/summary';
import type { AppState, Asking } from '../state';
import { memo } from './memo';

/**
 * Runs that the story lets a visitor guess before they are made: always the same ones, whatever the page shows, so that
 * they fit the words around them. `line`: the default network at some levels of noise; `wider`: four times as wide, there;
 * `few`: too few images, too much noise; `usual`: the default run, to hold it against.
 */
export type GuessName = 'line' | 'wider' | 'few' | 'usual';

export const guessedSigmas = [0, 0.1, 0.2, 0.3, 0.4] as const;
export const guessedWidths = { line: defaults.m, wider: 4 * defaults.m } as const;
export const fewImages = { n: 24, sigma: 0.4 } as const;

const asking = (parameters: Partial<Experiment>): Asking<'guessed'> => {
  const experiment = { ...defaults, ...parameters };
  return { text: writeRun(experiment), params: { experiment, backend: besideBackend(experiment, null), points: 0 } };
};
const along = (m: number) => guessedSigmas.map((sigma) => asking({ m, sigma }));
const lists: Readonly<Record<GuessName, readonly Asking<'guessed'>[]>> = {
  line: along(guessedWidths.line),
  wider: along(guessedWidths.wider),
  few: [asking(fewImages)],
  usual: [asking({})],
};
/** As many as there are. */
export const mostGuessed = new Set(Object.values(lists).flatMap((list) => list.map(({ text }) => text))).size;

/** The next run to be made for what is in sight. */
export function nextGuessed({ watched, asked: { guessed } }: AppState): Asking<'guessed'> | null {
  const wanted = (Object.keys(lists) as GuessName[]).flatMap((name) => (watched[name] === 'seen' ? lists[name] : []));
  return (
    wanted.find(
      ({ text }) => guessed.failed?.text !== text && !guessed.answers.some((answer) => answer.text === text),
    ) ?? null
  );
}

/** What a run came to. */
export interface GuessedRun {
  /** Stable rank of the filters. */
  readonly rank: number;
  /** Of what training moved, the share in the signal span. */
  readonly share: number | null;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
}

export interface Guessed {
  /** In the order of the levels; null where a run is still to be made. */
  readonly runs: readonly (GuessedRun | null)[];
  /** Why one of them could not be made. */
  readonly failure: Problem | null;
}

const endOf = memo((summary: RunSummary): GuessedRun => {
  const { ranks, moved } = leading(summary);
  const { trainAccuracy, testAccuracy } = summary;
  return { rank: ranks.stable, share: moved?.share ?? null, trainAccuracy, testAccuracy };
});

const found = memo(({ answers, failed }: AppState['asked']['guessed'], name: GuessName): Guessed => ({
  runs: lists[name].map(({ text }) => {
    const answer = answers.find((one) => one.text === text);
    return answer ? endOf(answer.answer.summary) : null;
  }),
  failure: failed && lists[name].some(({ text }) => text === failed.text) ? failed.problem : null,
}));

/** What is known of them. The same object while nothing changes. */
export const guessedOf =
  (name: GuessName) =>
  ({ asked }: AppState): Guessed =>
    found(asked.guessed, name);

/** Digits as the story shows them: the first of each class of the preset, as they are trained on. */
const preset = (wanted: PresetName) => presetExperiment(presets.find(({ name }) => name === wanted)!);
export const digitsShown = preset('mnist');
export const digitAsked: Asking<'digits'> = {
  text: writeRun(digitsShown),
  params: { experiment: scienceAlone(digitsShown), from: 0, count: 2 },
};
