import { defaults, type Experiment, type Science } from './parameters';

/** What decides at which width, rate and length training goes well. */
export type Trained = Pick<Science, 'net' | 'token' | 'opt'>;
/** What a network and an optimiser bring along. */
type Own = Pick<Science, 'm' | 'lr' | 'steps'>;

export const trainedKeys = ['net', 'token', 'opt'] as const satisfies readonly (keyof Trained)[];

/** The width, rate and length that a network has by itself, trained by an optimiser. */
function ownOf({ net, token, opt }: Trained): Own {
  const { m, lr, steps } = defaults;
  const own = (
    {
      cnn: { m, lr, steps },
      deep: { m: 32, lr, steps },
      transformer: token === 'linear' ? { m: 32, lr: 1, steps: 150 } : { m: 32, lr: 5, steps },
      dense: { m, lr, steps },
    } satisfies Record<Trained['net'], Own>
  )[net];
  // Adam's steps are as long as its rate, whatever the gradient. At this one each network fits its images, with and without
  // noise: measured over seeds 1 to 4 at depths 3 and 5, and with a transformer of either token.
  return opt === 'adam' ? { ...own, lr: 0.01, steps } : own;
}

/** The default experiment of a network and an optimiser: what a link that names them says where it says no more. */
export function defaultsOf(trained: Trained): Experiment {
  const { net, token, opt } = trained;
  return { ...defaults, net, token, opt, ...ownOf(trained) };
}

/** What a link means by a key that it does not name. */
export function unsaid<K extends keyof Experiment>(said: Trained, key: K): Experiment[K] {
  return (trainedKeys as readonly string[]).includes(key) ? defaults[key] : defaultsOf(said)[key];
}

/**
 * What goes along where another network or optimiser is chosen: its own rate, and its own width and length unless those were
 * changed by hand; of depth and token, which belong to one network, the default. @param named keys that are given as well, and stay.
 */
export function takenAlong(before: Experiment, next: Experiment, named: readonly string[]): Partial<Experiment> {
  const isOther = trainedKeys.some((key) => before[key] !== next[key]);
  if (!isOther) return {};
  const token = next.net === 'transformer' || named.includes('token') ? next.token : defaults.token;
  const own = ownOf({ ...next, token }),
    was = ownOf(before);
  const patch: Partial<Experiment> = {
    lr: own.lr,
    ...(before.m === was.m && { m: own.m }),
    ...(before.steps === was.steps && { steps: own.steps }),
    token,
    ...(next.net !== 'deep' && { depth: defaults.depth }),
  };
  return Object.fromEntries(Object.entries(patch).filter(([key]) => !named.includes(key)));
}
