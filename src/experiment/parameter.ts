/** What has to be made anew when a parameter changes; each entry implies the ones after it, except that `view` implies nothing. */
export const invalidations = ['images', 'filters', 'training', 'view'] as const;
export type Invalidation = (typeof invalidations)[number];

interface Described {
  /** Short label beside the control, with the field's symbol where it has one. */
  readonly label: string;
  /** Unit or noun shown after the value; empty where the value is a pure number. */
  readonly unit: string;
  /** One sentence for the parameter page and the control's tooltip. */
  readonly docs: string;
  readonly invalidates: Invalidation;
}

export interface NumberParameter extends Described {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Granularity of the control in the page; a link may carry any value in range. */
  readonly step: number;
  readonly integer: boolean;
  /** Values that a slider stops at, ascending, where an even grid would serve badly. */
  readonly stops?: readonly number[];
}

export interface ChoiceParameter<V extends string = string> extends Described {
  readonly kind: 'choice';
  readonly default: NoInfer<V>;
  /** Value in the link → words in the page. */
  readonly values: Readonly<Record<V, string>>;
}

export interface FlagParameter extends Described {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** Two different digits, written `0-1`. */
export interface PairParameter extends Described {
  readonly kind: 'pair';
  readonly default: readonly [number, number];
}

/** A comma-separated list of names from a fixed set, in the set's order; empty means "not given". */
export interface ListParameter<V extends string = string> extends Described {
  readonly kind: 'list';
  readonly default: readonly NoInfer<V>[];
  readonly values: readonly V[];
}

/** A free name: lower-case letters, digits and hyphens, 40 at most; empty means "none". */
export interface NameParameter extends Described {
  readonly kind: 'name';
  readonly default: string;
}

/** Other runs kept beside the current one: each the text of its differences from the default experiment (see `runs.ts`). */
export interface RunsParameter extends Described {
  readonly kind: 'runs';
  readonly default: readonly string[];
  readonly most: number;
}

export type Parameter =
  NumberParameter | ChoiceParameter | FlagParameter | PairParameter | ListParameter | NameParameter | RunsParameter;

export type ValueOf<P> = P extends { kind: 'number' }
  ? number
  : P extends { kind: 'choice'; values: Readonly<Record<infer V, string>> }
    ? V
    : P extends { kind: 'flag' }
      ? boolean
      : P extends { kind: 'pair' }
        ? readonly [number, number]
        : P extends { kind: 'list'; values: readonly (infer V)[] }
          ? readonly V[]
          : P extends { kind: 'name' }
            ? string
            : P extends { kind: 'runs' }
              ? readonly string[]
              : never;

type Given<P, Optional extends keyof P = never> = Omit<P, 'kind' | Optional> & Partial<Pick<P, Optional>>;

export const real = (p: Given<NumberParameter, 'unit' | 'integer'>): NumberParameter => ({
  unit: '',
  integer: false,
  ...p,
  kind: 'number',
});
export const integer = (p: Given<NumberParameter, 'unit' | 'integer' | 'step'>): NumberParameter => ({
  unit: '',
  step: 1,
  ...p,
  integer: true,
  kind: 'number',
});
export const flag = (p: Given<FlagParameter, 'unit'>): FlagParameter => ({ unit: '', ...p, kind: 'flag' });
export const pair = (p: Given<PairParameter, 'unit'>): PairParameter => ({ unit: '', ...p, kind: 'pair' });
export const name = (p: Given<NameParameter, 'unit'>): NameParameter => ({ unit: '', ...p, kind: 'name' });
export const runs = (p: Given<RunsParameter, 'unit'>): RunsParameter => ({ unit: '', ...p, kind: 'runs' });
export const choice = <V extends string>(p: Given<ChoiceParameter<V>, 'unit'>): ChoiceParameter<V> => ({
  unit: '',
  ...p,
  kind: 'choice',
});
export const list = <V extends string>(p: Given<ListParameter<V>, 'unit'>): ListParameter<V> => ({
  unit: '',
  ...p,
  kind: 'list',
});
