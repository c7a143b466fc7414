/**
 * Where the page begins to use a word. Each number stands here and nowhere else (`thresholds.test.ts`); two numbers for
 * one word decide two things, and say which.
 */

/** Below so large a loss a run fits its images: right signs alone come long before. */
export const fittedLoss = 0.1;
/** Training accuracy at which every image has the right sign: the moment that its curve names. */
export const everyImage = 1;

/** Test accuracy from which a run that follows every signal vector has learnt the signal. */
export const learntAccuracy = 0.95;
/** Standard errors within which a test accuracy is called chance: so many that none of thousands of runs at chance falls outside. */
export const chanceErrors = 4;
/** Less than so much of what training moved in the signal span: more noise than signal, where the curve is tinted. */
export const halfShare = 0.5;

/** Less than so much of it in the signal span, and the filters have begun to follow noise. */
export const cleanShare = 0.9;

/** Ratios σ/σ* between which the scaling law leaves open who wins the race: what runs measure lies there. */
export const openFrom = 0.5,
  openTo = 1.3;

/** Share of a filter's energy that lies along one signal vector, from which it follows that one rather than mix several. */
export const oneVector = 0.5;

/** A loss has risen from one recorded step to the next at this multiple: more than rounding makes. */
export const roseBy = 1.001;
/** So often, and training is unstable: at worst four early rises were seen in runs that agree on every backend. */
export const unstableRises = 5;

/** A stable rank that is so much less than the signal dimension is explained. */
export const unequalBy = 0.25;

/** A singular value has risen at this multiple of what it was at initialisation. */
export const risenBy = 5;
/** A dip of the rank counts as one when the rank later rises to at least this multiple of it. */
export const dippedBy = 1.5;
/** Singular values lead as long as the largest is less than this multiple of them. */
export const leadsBy = 2;
/** The signal's singular values stand apart from the rest at this ratio of the last of them to the next. */
export const apartBy = 10;
/** Filters whose rank is within this ratio of that without noise have kept it: seeds alone move it by a tenth. */
export const keptWithin = 1.2;

/** So many of the rightly labelled images must be fitted, and of the wrongly labelled ones, where the panel of wrong labels names the moment. */
export const rightFitted = 0.99,
  halfLabels = 0.5;
/** An effective rank has grown at this multiple of its least. */
export const grownBy = 1.5;
/** The signal share has begun to leave at this part of its most. */
export const cleanPart = 0.9;

/** Of what test accuracy is above chance without noise, this share must be lost where an axis of noise ends. */
export const lostAccuracy = 0.5;

/** Test accuracy this near to one half is no better than chance on a thousand images: three standard errors. */
export const chanceWithin = 0.05;
/** A rank is low beside another that is at least so many times as high. */
export const lowBy = 2;
