/** What has to be made anew when a parameter changes; each entry implies the ones after it, except that `view` implies nothing. */
export const invalidations = ['images', 'filters', 'training', 'view'] as const;
export type Invalidation = (typeof invalidations)[number];

/**
 * What a parameter belongs to: `science`, which decides the numbers; `view`, how and which of them are looked at; `host`,
 * what the page is to whoever shows it: the device, the frame around it, its colours and language.
 */
export const settings = ['science', 'view', 'host'] as const;
export type Setting = (typeof settings)[number];

interface Described {
  /** Short label beside the control, with the field's symbol where it has one. */
  readonly label: string;
  /** Unit or noun shown after the value; empty where the value is a pure number. */
  readonly unit: string;
  readonly invalidates: Invalidation;
  readonly of: Setting;
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

/** Names of two classes of own images, class +1 first, written `ship,horse`; empty means the first two that there are. */
export interface ClassesParameter extends Described {
  readonly kind: 'classes';
  readonly default: readonly string[];
}

/** Other runs kept beside the current one: each the text of its differences from the default experiment (see `runs.ts`). */
export interface RunsParameter extends Described {
  readonly kind: 'runs';
  readonly default: readonly string[];
  readonly most: number;
}

/** Lines of text, the i-th for the i-th pinned run; empty ones at the end are left out. */
export interface LinesParameter extends Described {
  readonly kind: 'lines';
  readonly default: readonly string[];
  readonly most: number;
  /** Characters of a line, at most. */
  readonly longest: number;
}

export type Parameter =
  | NumberParameter
  | ChoiceParameter
  | FlagParameter
  | PairParameter
  | ListParameter
  | NameParameter
  | ClassesParameter
  | RunsParameter
  | LinesParameter;

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
            : P extends { kind: 'runs' | 'lines' | 'classes' }
              ? readonly string[]
              : never;

type Given<P, Optional extends keyof P, O extends Setting> = Omit<P, 'kind' | 'of' | Optional> &
  Partial<Pick<P, Optional>> & { readonly of: O };
/** A parameter whose setting is known to the compiler, which takes the table apart by it. */
type Of<O extends Setting, P> = P & { readonly of: O };

export const real = <O extends Setting>(p: Given<NumberParameter, 'unit' | 'integer', O>): Of<O, NumberParameter> => ({
  unit: '',
  integer: false,
  ...p,
  kind: 'number',
});
export const integer = <O extends Setting>(
  p: Given<NumberParameter, 'unit' | 'integer' | 'step', O>,
): Of<O, NumberParameter> => ({ unit: '', step: 1, ...p, integer: true, kind: 'number' });
export const flag = <O extends Setting>(p: Given<FlagParameter, 'unit', O>): Of<O, FlagParameter> => ({
  unit: '',
  ...p,
  kind: 'flag',
});
export const pair = <O extends Setting>(p: Given<PairParameter, 'unit', O>): Of<O, PairParameter> => ({
  unit: '',
  ...p,
  kind: 'pair',
});
export const name = <O extends Setting>(p: Given<NameParameter, 'unit', O>): Of<O, NameParameter> => ({
  unit: '',
  ...p,
  kind: 'name',
});
export const classes = <O extends Setting>(p: Given<ClassesParameter, 'unit', O>): Of<O, ClassesParameter> => ({
  unit: '',
  ...p,
  kind: 'classes',
});
export const runs = <O extends Setting>(p: Given<RunsParameter, 'unit', O>): Of<O, RunsParameter> => ({
  unit: '',
  ...p,
  kind: 'runs',
});
export const lines = <O extends Setting>(p: Given<LinesParameter, 'unit', O>): Of<O, LinesParameter> => ({
  unit: '',
  ...p,
  kind: 'lines',
});
export const choice = <V extends string, O extends Setting>(
  p: Given<ChoiceParameter<V>, 'unit', O>,
): Of<O, ChoiceParameter<V>> => ({ unit: '', ...p, kind: 'choice' });
export const list = <V extends string, O extends Setting>(
  p: Given<ListParameter<V>, 'unit', O>,
): Of<O, ListParameter<V>> => ({ unit: '', ...p, kind: 'list' });
