import type { ChoiceParameter } from '../experiment/parameter';
import type { parameters, ParameterKey } from '../experiment/parameters';

/** What the page says of a parameter: short label, noun after the value, one sentence. */
interface Said {
  readonly label: string;
  readonly unit: string;
  readonly docs: string;
}

/** The words of the parameter table, in one language. English ones are the table's own. */
export type ParameterWords = {
  readonly [K in ParameterKey]: Said &
    ((typeof parameters)[K] extends ChoiceParameter<infer V>
      ? { readonly values: Readonly<Record<V, string>> }
      : unknown);
};
