import { useRef } from 'react';
import { useVisible, useVisibleState } from '../panels/use-visible';
import { frameOf, spectrumOf } from '../store/derived';
import { useStrings } from '../store/words';
import type { Role } from '../strings/terms';
import { rank } from '../strings/numbers';
import { Bars, energies } from './bars';

const height = 84;

/** Energies of what is on the page now, beside the sentence that speaks of them: the figure itself is far above. */
export function LiveBars({ of: roles }: { of: readonly Role[] }) {
  const { rank: strings } = useStrings();
  const figure = useRef<HTMLElement>(null);
  const visible = useVisible(figure);
  const state = useVisibleState(visible, (state) => state);
  const spectrum = spectrumOf(state.experiment, state.data);
  const values = { clean: spectrum?.clean, data: spectrum?.data, filters: frameOf(state)?.singularValues };
  const slots = Math.max(...roles.map((role) => values[role]?.length ?? 0));
  return (
    <figure ref={figure} className="live-bars">
      {roles.map((role) => {
        const bars = energies(values[role] ?? []);
        const sum = rank(bars.reduce((total, bar) => total + bar, 0));
        return (
          <div key={role}>
            <p className={`told ${role}`}>{strings.choices[role]} <span className="sum">{bars.length > 0 ? sum : '–'}</span></p>
            <Bars bars={bars} role={role} name={strings.picture(sum, bars.length)} height={height} slots={slots} />
          </div>
        );
      })}
    </figure>
  );
}
