import type { ChoiceParameter } from '../experiment/parameter';
import type { parameters, ParameterKey } from '../experiment/parameters';

/** What controls say of a parameter: short label, noun after the value. */
interface Said {
  readonly label: string;
  readonly unit: string;
}

/** The words of the parameter table, in one language. English ones are the table's own. */
export type ParameterWords = {
  readonly [K in ParameterKey]: Said &
    ((typeof parameters)[K] extends ChoiceParameter<infer V>
      ? { readonly values: Readonly<Record<V, string>> }
      : unknown);
};
