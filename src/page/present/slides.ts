import type { Experiment, PanelName, Science } from '../../experiment/parameters';
import { presetExperiment, presets, type Preset } from '../../experiment/presets';
import { sameScience, withScience } from '../../experiment/science';
import type { App } from '../../store/app';
import type { AppState, Presented } from '../../store/state';
import { pinnedRuns, type PinnedRun } from '../../store/views/pinned';
import { frameOf } from '../../store/views/shown-frame';
import { enterStep } from '../../story/tour/guide';
import { tour, type TourStep } from '../../story/tour/steps';
import { decodeLink, encodeLink } from '../../experiment/link';

/**
 * What is presented: a pinned run and what its presenter says of it, what the visitor was looking at, a step of the tour, or
 * a preset between two of them.
 */
export type Slide =
  | (Pick<PinnedRun, 'letter' | 'experiment'> & { readonly kind: 'run'; readonly line: string })
  | { readonly kind: 'own' }
  | { readonly kind: 'step'; readonly step: TourStep }
  | { readonly kind: 'preset'; readonly preset: Preset };

/** First what was on the page. */
const toured: readonly Slide[] = [{ kind: 'own' }, ...tour.map((step) => ({ kind: 'step', step }) as const)];

/** In order: the visitor's own talk, where there is a line of it. */
export function slidesOf(state: Pick<AppState, 'experiment' | 'records'>): readonly Slide[] {
  const { talk } = state.experiment;
  if (talk.length === 0) return toured;
  return pinnedRuns(state).map(({ letter, experiment }, i) => ({
    kind: 'run',
    letter,
    experiment,
    line: talk[i] ?? '',
  }));
}

const ownPanels: readonly PanelName[] = ['curve', 'data', 'filters'],
  presetPanels: readonly PanelName[] = ['data', 'filters', 'training'];

export function panelsOf(slide: Slide): readonly PanelName[] {
  switch (slide.kind) {
    case 'run':
    case 'own':
      return ownPanels;
    case 'step':
      return slide.step.panels;
    case 'preset':
      return presetPanels;
  }
}

export const presetSlide = (at: number): Slide => ({ kind: 'preset', preset: presets[at]! });

/** Where the visitor was, to be put back. */
export interface Place {
  readonly experiment: Experiment;
  readonly beforeTour: Experiment | null;
  /** The step that was shown, and whether it was looked back at. */
  readonly step: number;
  readonly looking: boolean;
  readonly scroll: number;
}

export function placeOf({ store }: App): Place {
  const state = store.getState();
  const { experiment, beforeTour, run } = state;
  return {
    experiment,
    beforeTour,
    step: frameOf(state)?.step ?? 0,
    looking: run.cursor !== null,
    scroll: window.scrollY,
  };
}

/** A place as it is noted beside the address, with the slide that is shown. */
export const presentedAt = ({ experiment, beforeTour, ...place }: Place, at: number): Presented => ({
  at,
  link: encodeLink(experiment),
  beforeTour: beforeTour && encodeLink(beforeTour),
  ...place,
});

/** The place that was noted before the page was loaded again. */
export const placeAgain = ({ link, beforeTour, step, looking, scroll }: Presented): Place => ({
  experiment: decodeLink(link).experiment,
  beforeTour: beforeTour === null ? null : decodeLink(beforeTour).experiment,
  step,
  looking,
  scroll,
});

/** The slide that fits where the visitor was: the step of the tour that was open, or the first. */
export function firstSlide(slides: readonly Slide[], { experiment }: Place): number {
  const at = slides.findIndex((slide) => slide.kind === 'step' && slide.step.name === experiment.tour);
  return Math.max(0, at);
}

/** Opens a slide's experiment and plays it. */
export function openSlide(app: App, slide: Slide, place: Place): void {
  switch (slide.kind) {
    case 'run':
      return playScience(app, slide.experiment);
    case 'own':
      return putBack(app, place, { ...place.experiment, tour: '', theme: 'projector' });
    case 'step':
      return enterStep(app, slide.step);
    case 'preset': {
      const chosen = presetExperiment(slide.preset);
      return playScience(app, chosen, { matrix: chosen.matrix });
    }
  }
}

function playScience(app: App, science: Science, seen: Partial<Experiment> = {}): void {
  const { experiment } = app.store.getState();
  app.change({ ...withScience(experiment, science), ...seen, step: 0, tour: '' }, { by: 'page' });
  app.play();
}

/** Ends a presentation: experiment, step, tour and colours are what they were. */
export function leave(app: App, place: Place): void {
  const { experiment, beforeTour } = place;
  app.change({ theme: experiment.theme }, { by: 'page' });
  if (experiment.tour === '') return putBack(app, place, experiment);
  app.restore(encodeLink(experiment), beforeTour && encodeLink(beforeTour));
}

function putBack(app: App, { step, looking }: Place, experiment: Experiment): void {
  const same = sameScience(app.store.getState().experiment, experiment);
  app.change(experiment, { by: 'page' });
  // Another run has been made meanwhile: this one is made again, as far as it was.
  if (!same || looking) app.seek(step);
  else if (app.store.getState().run.cursor !== null) app.seek(null);
}
