import { presetExperiment, presetOf, presets, type Preset } from '../experiment/presets';
import { withScience } from '../experiment/science';
import { useApp, useAppState } from '../store/use-app';

/** Chooses a preset; says which one is shown, if any. */
export function PresetsMenu() {
  const app = useApp();
  const experiment = useAppState((state) => state.experiment);
  const current = presetOf(experiment);
  const choose = (preset: Preset) => {
    const chosen = presetExperiment(preset);
    // How the page is seen stays; of that, a preset only says which data matrix it is about. It is no step of a tour.
    app.change({ ...withScience(experiment, chosen), matrix: chosen.matrix, step: 0, tour: '' });
    app.play();
  };
  return (
    <select className="presets" aria-label="Preset" value={current?.name ?? ''} title={current?.look}
      onChange={({ target }) => {
        const preset = presets.find(({ name }) => name === target.value);
        if (preset) choose(preset);
      }}>
      {!current && <option value="">Your own experiment</option>}
      <optgroup label="It holds">{options(false)}</optgroup>
      <optgroup label="It breaks">{options(true)}</optgroup>
    </select>
  );
}

const options = (breaks: boolean) => presets.filter((preset) => (preset.breaks ?? false) === breaks).map(({ name, label }) => <option key={name} value={name}>{label}</option>);
