import { parameterKeys, type Experiment } from '../experiment/parameters';
import { presetExperiment, presets } from '../experiment/presets';
import { useApp, useAppState } from '../store/use-app';

/** Parameters that describe how the page is seen, which a preset leaves as they are. */
const kept: readonly (keyof Experiment)[] = ['theme', 'lang', 'embed', 'show', 'controls', 'scale', 'rank', 'matrix', 'backend', 'autoplay'];

/** Chooses a preset; says which one is shown, if any. */
export function PresetsMenu() {
  const app = useApp();
  const experiment = useAppState((state) => state.experiment);
  const asSeen = (preset: (typeof presets)[number]): Experiment => ({ ...presetExperiment(preset), ...Object.fromEntries(kept.map((key) => [key, experiment[key]])) });
  const current = presets.find((preset) => {
    const candidate = asSeen(preset);
    return parameterKeys.every((key) => String(candidate[key]) === String(experiment[key]));
  });
  return (
    <select className="presets" aria-label="Preset" value={current?.name ?? ''} title={current?.look}
      onChange={({ target }) => {
        const preset = presets.find(({ name }) => name === target.value);
        if (preset) {
          app.change(asSeen(preset));
          app.play();
        }
      }}>
      {!current && <option value="">Your own experiment</option>}
      {presets.map(({ name, label }) => <option key={name} value={name}>{label}</option>)}
    </select>
  );
}
