import { presetExperiment, presetOf, presets, type Preset } from '../experiment/presets';
import { withScience } from '../experiment/science';
import { useApp, useAppState } from '../store/use-app';
import { useWords } from '../store/words';

/** Chooses a preset; says which one is shown, if any. */
export function PresetsMenu() {
  const app = useApp();
  const words = useWords().presets;
  const experiment = useAppState((state) => state.experiment);
  const current = presetOf(experiment);
  const choose = (preset: Preset) => {
    const chosen = presetExperiment(preset);
    // How the page is seen stays; of that, a preset only says which data matrix it is about. It is no step of a tour.
    app.change({ ...withScience(experiment, chosen), matrix: chosen.matrix, step: 0, tour: '' });
    app.play();
  };
  const options = (breaks: boolean) =>
    presets
      .filter((preset) => (preset.breaks ?? false) === breaks)
      .map(({ name }) => (
        <option key={name} value={name}>
          {words.all[name]}
        </option>
      ));
  return (
    <span className="secondary examples">
      <span aria-hidden="true">{words.examples}</span>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 3.500h10L6 9.500z" />
      </svg>
      <select
        aria-label={words.label}
        value={current?.name ?? ''}
        onChange={({ target }) => {
          const preset = presets.find(({ name }) => name === target.value);
          if (preset) choose(preset);
        }}
      >
        {!current && <option value="">{words.own}</option>}
        <optgroup label={words.holds}>{options(false)}</optgroup>
        <optgroup label={words.breaks}>{options(true)}</optgroup>
      </select>
    </span>
  );
}
