import { Late } from '../ui/late';
import { lateOf } from '../ui/late-part';
import { part } from '../loading/part';
import { parameters, type Experiment, type ParameterKey } from '../experiment/parameters';
import { sourceOf } from '../images/sources/list';
import { criticalNoiseOf, lawfulNoiseOf } from '../store/views/theory';
import { signalDimensionOf } from '../store/views/shown-spectrum';
import { useApp, useAppState } from '../store/use-app';
import { useKnownStrings, useWords } from '../store/words';
import { hundredths } from '../strings/numbers';
import { Slider } from './slider';

/** Signal dimension: 2K where images are synthetic, read off the data where they are real. */
function SignalSlider() {
  const app = useApp();
  const experiment = useAppState((state) => state.experiment);
  const dimension = useAppState(signalDimensionOf);
  const docs = useKnownStrings()?.parameterDocs;
  const {
    sliders: words,
    parameters: {
      k: { label },
    },
  } = useWords();
  const source = sourceOf(experiment);
  if (source.signalDimension(experiment) === null) {
    return (
      <Slider
        label={words.span}
        title={words.spanDocs}
        min={0}
        max={1}
        step={1}
        value={0}
        text={dimension === null ? '…' : String(dimension)}
        disabled
        onChange={() => {}}
      />
    );
  }
  const most = Math.min(parameters.k.max, source.most(experiment).k ?? Infinity);
  return (
    <Slider
      name="k"
      label={label}
      title={docs?.k}
      min={1}
      max={most}
      step={1}
      value={experiment.k}
      text={String(2 * experiment.k)}
      onChange={(k) => app.change({ k }, { chase: true })}
    />
  );
}

/** Background noise, with a mark at σ* where there is one. */
function NoiseSlider() {
  const app = useApp();
  const experiment = useAppState((state) => state.experiment);
  const docs = useKnownStrings()?.parameterDocs;
  const {
    sliders: words,
    parameters: {
      sigma: { label },
    },
  } = useWords();
  const critical = criticalNoiseOf(experiment);
  const law = lawfulNoiseOf(experiment);
  const mark = law === null ? undefined : { value: law, label: words.critical, title: words.criticalDocs(law) };
  return (
    <Slider
      name="sigma"
      label={label}
      brief={{ label: words.noiseBriefly }}
      title={docs?.sigma}
      min={0}
      max={noiseRange(experiment, critical)}
      step={parameters.sigma.step}
      value={experiment.sigma}
      text={hundredths(experiment.sigma)}
      {...(mark ? { mark } : {})}
      onChange={(sigma) => app.change({ sigma }, { chase: true })}
    />
  );
}

/** The slider reaches past σ* and the present value; the whole range of the table would hide what matters in its first tenth. */
function noiseRange({ sigma }: Experiment, critical: number | null): number {
  const wanted = Math.max(0.6, sigma, 1.3 * (critical ?? 0));
  return Math.min(parameters.sigma.max, Math.ceil(wanted * 5) / 5);
}

/** Width, stopping at round numbers; a width in between, from a link, stays until the slider is moved. */
function WidthSlider() {
  const app = useApp();
  const m = useAppState((state) => state.experiment.m);
  const docs = useKnownStrings()?.parameterDocs;
  const {
    sliders: words,
    parameters: {
      m: { label },
    },
  } = useWords();
  const stops = parameters.m.stops!;
  const at = stops.findLastIndex((stop) => stop <= m);
  return (
    <Slider
      name="m"
      label={label}
      title={docs?.m}
      min={0}
      max={stops.length - 1}
      step={1}
      value={at}
      text={words.width(m)}
      brief={{ text: words.widthBriefly(m) }}
      onChange={(index) => app.change({ m: stops[index]! }, { chase: true })}
    />
  );
}

/** Of controls that only links name; apart, so that the first figure does not wait for it. */
const ParameterField = lateOf(
  part(() => import('./parameter-field'), { said: true }),
  (module) => module.ParameterField,
);

const sliders = { k: SignalSlider, sigma: NoiseSlider, m: WidthSlider };
type SliderKey = keyof typeof sliders;
const hasSlider = (key: ParameterKey): key is SliderKey => key in sliders;

/** What a frame has when its link names no controls. */
export const usualControls: readonly ParameterKey[] = Object.keys(sliders) as SliderKey[];
/** The same where the curve is, whose axis is the slider of the noise. */
export const sideControls: readonly ParameterKey[] = usualControls.filter((key) => key !== 'sigma');

/** The controls that are always in sight. */
export function MainSliders({ keys }: { keys: readonly ParameterKey[] }) {
  return keys.map((key) => {
    if (!hasSlider(key))
      return (
        <Late key={key}>
          <ParameterField name={key} />
        </Late>
      );
    const Control = sliders[key];
    return <Control key={key} />;
  });
}
