import type { Science } from '../../experiment/parameters';
import type { ImageSample } from '../../training/image-sample';
import type { Snapshot } from '../../training/snapshot';
import type { AppState, MarginsAsked } from '../state';
import { askedOf } from './asked';
import { memo } from './memo';
import { filtersFrameOf } from './shown-frame';

const asking = memo((experiment: Science, sample: ImageSample, frame: Snapshot): MarginsAsked => ({
  experiment,
  sample,
  frame,
}));
const sampleOf = askedOf('images');

/** The margins that are wanted now; null where nobody looks. The same object for the same images and frame. */
export function wantedMargins(state: AppState): MarginsAsked | null {
  const { watched, presence, run } = state;
  // Those of a run that rests are there before anybody scrolls, also for whoever prints the page.
  const due =
    watched.images === 'seen' ||
    watched.attention === 'seen' ||
    (watched.images === 'unseen' && run.status === 'finished');
  const images = due && presence === 'shown' ? sampleOf(state).value : null;
  const frame = images && filtersFrameOf(state);
  return frame && asking(images.params.experiment, images.answer, frame);
}

/**
 * Margins y·f(x) of the images of a sample, as last answered: right where positive.
 * @returns null where there are none of this sample, no network is shown, or another one than theirs.
 */
export function marginsOf(state: Pick<AppState, 'margins' | 'run'>, sample: ImageSample): Float64Array | null {
  const { margins } = state;
  return margins?.of.sample === sample && filtersFrameOf(state) ? signed(margins.outputs, sample) : null;
}

const signed = memo(
  (outputs: Float64Array | null, { noisy }: ImageSample): Float64Array | null =>
    outputs && outputs.map((f, i) => f * noisy.labels[i]!),
);

/** Where the network attends in the images of a sample, [n × P], as last answered; null as with `marginsOf`, and where it attends to nothing. */
export function attentionOf({ margins }: Pick<AppState, 'margins'>, sample: ImageSample): Float64Array | null {
  return margins?.of.sample === sample ? margins.attention : null;
}
