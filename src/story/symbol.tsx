import { sourceOf } from '../images/sources/list';
import { useEffect, useState, type ReactNode } from 'react';
import { ParameterField } from '../controls/parameter-field';
import { Slider } from '../controls/slider';
import { parameters, type Experiment } from '../experiment/parameters';
import { isRelevant } from '../experiment/relevance';
import { imageShape, patchDimension } from '../experiment/shape';
import { Marked } from '../ui/marked';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { hundredths, short } from '../strings/numbers';
import type { Symbol as SymbolName } from '../strings/terms';
import { Tip } from './tip';

/** What a symbol stands for now: `σ = 0.2`; for d, which is no parameter, also where it comes from. */
function symbolText(name: SymbolName, experiment: Experiment): string {
  switch (name) {
    case 'k':
      return `K = ${experiment.k}`;
    case 'side':
      return `d = ${imageShape(experiment).channels === 3 ? '3' : ''}s² = ${patchDimension(experiment)}`;
    case 'patches':
      return `P = ${imageShape(experiment).patches}`;
    case 'mu':
      return `μ = ${short(experiment.mu)}`;
    case 'sigma':
      return `σ = ${short(experiment.sigma)}`;
    case 'kappa':
      return `κ = ${short(experiment.kappa)}`;
    default:
      return `${name} = ${short(experiment[name])}`;
  }
}

/** A parameter's symbol: its value on hover, focus and tap, while its slider is marked; pressed, its field. */
export function Symbol({
  name,
  children,
  active,
  onActive,
}: {
  name: SymbolName;
  children?: ReactNode;
  active?: boolean;
  onActive?(active: boolean): void;
}) {
  const experiment = useAppState((state) => state.experiment);
  const strings = useStrings();
  const [own, setOwn] = useState(false);
  useMarkedControl(name, own || active === true);
  const shown = symbolText(name, experiment);
  const what = strings.symbols[name];
  return (
    <Tip
      className={active ? 'symbol-button active' : 'symbol-button'}
      face={children ?? <Marked text={shown} />}
      tooltip={false}
      label={strings.choose(what, shown)}
      box={<Marked text={strings.stands(what, shown)} />}
      held={isRelevant(name, experiment) ? <SymbolField name={name} /> : undefined}
      onActive={(now) => {
        setOwn(now);
        onActive?.(now);
      }}
    />
  );
}

function SymbolField({ name }: { name: SymbolName }) {
  const app = useApp();
  const experiment = useAppState((state) => state.experiment);
  const strings = useStrings();
  const { label } = strings.parameters[name],
    docs = strings.parameterDocs[name];
  if (name === 'sigma') return <NoiseSlider label={label} />;
  if (name === 'k')
    return (
      <Slider
        of="k"
        label={label}
        title={docs}
        min={1}
        max={Math.min(parameters.k.max, sourceOf(experiment).most(experiment).k ?? Infinity)}
        step={1}
        value={experiment.k}
        text={String(2 * experiment.k)}
        onChange={(k) => app.change({ k }, { chase: true })}
      />
    );
  return <ParameterField name={name} />;
}

/** The noise, where the text speaks of it; it reaches as far as the page's own slider usually does. */
export function NoiseSlider({ label }: { label: string }) {
  const app = useApp();
  const sigma = useAppState(({ experiment }) => experiment.sigma);
  const docs = useStrings().parameterDocs.sigma;
  return (
    <Slider
      of="sigma"
      label={label}
      title={docs}
      min={0}
      max={Math.max(0.6, sigma)}
      step={parameters.sigma.step}
      value={sigma}
      text={hundredths(sigma)}
      onChange={(value) => app.change({ sigma: value }, { chase: true })}
    />
  );
}

/** Marks the page's own slider or field of a parameter, which knows nothing of the text. */
function useMarkedControl(name: SymbolName, marked: boolean): void {
  useEffect(() => {
    if (!marked) return;
    const control = document.querySelector(`:is(.controls, .more, .curve) [data-parameter="${name}"]`);
    control?.classList.add('pointed-at');
    return () => control?.classList.remove('pointed-at');
  }, [name, marked]);
}
