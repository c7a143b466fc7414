import { defaults, parameterKeys, parameters, type ParameterKey } from '../experiment/parameters';
import { invalidations } from '../experiment/parameter';
import { isRelevant } from '../experiment/relevance';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { ParameterField } from './parameter-field';

/** Have a control of their own, or none: they belong to links. */
const elsewhere: readonly ParameterKey[] = [
  'k',
  'sigma',
  'm',
  'levels',
  'seeds',
  'sweepscale',
  'axis',
  'cells',
  'pins',
  'ground',
  'embed',
  'show',
  'controls',
  'autoplay',
  'step',
  'tour',
];

/** The rest of the parameter table, grouped by what a change makes anew. */
export default function More() {
  const experiment = useAppState((state) => state.experiment);
  const app = useApp();
  const { groups, defaults: name, defaultsDocs } = useStrings().settings;
  return (
    <div className="more">
      {invalidations.map((invalidates) => {
        const keys = parameterKeys.filter(
          (key) =>
            parameters[key].invalidates === invalidates && !elsewhere.includes(key) && isRelevant(key, experiment),
        );
        return (
          <fieldset key={invalidates} style={{ gridArea: invalidates }}>
            <legend>{groups[invalidates]}</legend>
            <div className="fields">
              {keys.map((key) => (
                <ParameterField key={key} name={key} />
              ))}
            </div>
          </fieldset>
        );
      })}
      <button type="button" className="button" title={defaultsDocs} onClick={() => app.openRun(defaults)}>
        {name}
      </button>
    </div>
  );
}
