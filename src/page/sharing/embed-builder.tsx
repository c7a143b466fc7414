import { useState } from 'react';
import {
  panelNames,
  parameters,
  usualPanels,
  type Experiment,
  type PanelName,
  type ParameterKey,
} from '../../experiment/parameters';
import { usualControls } from '../../controls/main-sliders';
import { isRelevant } from '../../experiment/relevance';
import { embedCode, embedLink, type EmbedChoice } from '../../share/links';
import { useStrings } from '../../store/words';
import { CopyField } from '../../ui/copy-field';
import { FramePreview } from './frame-preview';

const controlKeys: readonly ParameterKey[] = ['k', 'sigma', 'm', 'n', 'q', 'lr', 'steps', 'seed'];
const sizes: readonly (readonly [number, number])[] = [
  [960, 540],
  [640, 480],
  [480, 270],
  [320, 240],
];

/** Chooses what a frame shows, with the frame itself beside it and its code to copy. */
export function EmbedBuilder({ page, experiment, step }: { page: string; experiment: Experiment; step: number }) {
  const {
    title,
    sharing: { frame: words },
    parameters: named,
    panels: { names },
  } = useStrings();
  const [panels, setPanels] = useState<readonly PanelName[]>(usualPanels);
  const [controls, setControls] = useState<readonly ParameterKey[]>(usualControls);
  const [theme, setTheme] = useState<Experiment['theme']>('auto');
  const [transparent, setTransparent] = useState(false);
  const [autoplay, setAutoplay] = useState(true);
  const [[width, height], setSize] = useState(sizes[0]!);
  const same = <T,>(a: readonly T[], b: readonly T[]) => a.length === b.length && a.every((value) => b.includes(value));
  const choice: EmbedChoice = {
    show: same(panels, usualPanels) ? [] : panelNames.filter((name) => panels.includes(name)),
    controls: same(controls, usualControls)
      ? []
      : (parameters.controls.values.filter((key) => controls.includes(key)) as Experiment['controls']),
    theme,
    ground: transparent ? 'transparent' : 'page',
    autoplay,
  };
  const link = embedLink(page, experiment, choice, step);
  const toggle = <T,>(list: readonly T[], value: T) =>
    list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
  return (
    <section className="embed-builder" aria-labelledby="embed-title">
      <h3 id="embed-title">{words.title}</h3>
      <div className="embed-choices">
        <fieldset>
          <legend>{words.panels}</legend>
          {panelNames.map((name) => (
            <label key={name} className="check">
              <input
                type="checkbox"
                checked={panels.includes(name)}
                disabled={panels.length === 1 && panels.includes(name)}
                onChange={() => setPanels(toggle(panels, name))}
              />{' '}
              {names[name]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.controls}</legend>
          {controlKeys
            .filter((key) => isRelevant(key, experiment))
            .map((key) => (
              <label key={key} className="check">
                <input
                  type="checkbox"
                  checked={controls.includes(key)}
                  disabled={controls.length === 1 && controls.includes(key)}
                  onChange={() => setControls(toggle(controls, key))}
                />{' '}
                {named[key].label}
              </label>
            ))}
        </fieldset>
        <fieldset>
          <legend>{words.frame}</legend>
          <label className="check">
            {words.size}{' '}
            <select
              value={`${width}x${height}`}
              onChange={({ target }) => setSize(sizes.find(([w, h]) => `${w}x${h}` === target.value)!)}
            >
              {sizes.map(([w, h]) => (
                <option key={w} value={`${w}x${h}`}>
                  {w} × {h}
                </option>
              ))}
            </select>
          </label>
          <label className="check">
            {named.theme.label}{' '}
            <select value={theme} onChange={({ target }) => setTheme(target.value as Experiment['theme'])}>
              {Object.entries(named.theme.values).map(([key, text]) => (
                <option key={key} value={key}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <label className="check">
            <input type="checkbox" checked={transparent} onChange={() => setTransparent(!transparent)} />{' '}
            {words.transparent}
          </label>
          <label className="check">
            <input type="checkbox" checked={autoplay} onChange={() => setAutoplay(!autoplay)} /> {words.autoplay}
          </label>
        </fieldset>
      </div>
      {/* Whether it starts by itself shows at its start alone. */}
      <FramePreview key={String(autoplay)} link={link} size={[width, height]} most={[440, 300]} />
      <CopyField label={words.code} text={embedCode(link, width, height, title)} rows={3} />
    </section>
  );
}
