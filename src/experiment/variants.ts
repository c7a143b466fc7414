import { mend } from './mend';
import { defaultsOf } from './own-defaults';
import { defaults, type Experiment, type Measured, type Science } from './parameters';

/** What the claim may be due to: networks and training beside two layers and full-batch gradient descent, one change each. */
export const variantNames = [
  'usual',
  'momentum',
  'batches',
  'decay',
  'adam',
  'relu',
  'dense',
  'depth3',
  'depth5',
  'transformer',
  'linear',
  'shuffled',
] as const;
export type VariantName = (typeof variantNames)[number];

const changes: Readonly<Record<VariantName, Partial<Science>>> = {
  usual: {},
  momentum: { opt: 'momentum' },
  batches: { batch: 16 },
  decay: { decay: 1e-3 },
  adam: { opt: 'adam' },
  relu: { q: 1 },
  dense: { net: 'dense' },
  depth3: { net: 'deep', depth: 3 },
  depth5: { net: 'deep', depth: 5 },
  transformer: { net: 'transformer' },
  linear: { net: 'transformer', token: 'linear' },
  shuffled: { flip: 0.5 },
};

/** What none of them has: two layers, gradient descent on all images, no decay, right labels. */
const { net, depth, token, opt, batch, decay, flip } = defaults;
const plain = { net, depth, token, opt, batch, decay, flip };
/** An exponent of the Huberized ReLU; below it is closer to the plain one. */
const leastExponent = 2;

/**
 * What variants of an experiment are changes of: its images and filters, trained the usual way. Width, rate and length are
 * its own as far as it is trained so already.
 */
export function variantBase<E extends Measured>(experiment: E): E {
  const q = experiment.q < leastExponent ? defaults.q : experiment.q;
  const own = experiment.net === net && experiment.opt === opt ? {} : lengthsOf(defaults);
  return { ...experiment, ...plain, q, ...own };
}

const lengthsOf = ({ m, lr, steps }: Pick<Experiment, 'm' | 'lr' | 'steps'>) => ({ m, lr, steps });

/**
 * One of them, null where these images cannot have it. Width, rate and steps are those that its network and optimiser bring along;
 * where the base has others than the default, rate and steps as many times as much. Adam's rate is its own.
 */
export function variantOf<E extends Measured>(base: E, name: VariantName): E | null {
  const changed = { ...base, ...changes[name] };
  const own = defaultsOf(changed);
  const variant = {
    ...changed,
    m: own.m === defaults.m ? base.m : own.m,
    lr: own.opt === 'adam' ? own.lr : own.lr * (base.lr / defaults.lr),
    steps: Math.max(1, Math.round(own.steps * (base.steps / defaults.steps))),
  };
  return mend(variant).notices.length === 0 ? variant : null;
}
