import { useRef } from 'react';
import { NumbersButton } from '../ui/numbers-button';
import { useVisible, useVisibleState } from '../ui/use-visible';
import type { AppState } from '../store/state';
import { shownValues } from '../store/views/shown-values';
import { useStrings } from '../store/words';
import type { Role } from '../strings/terms';
import { Bars, energies, energyTable, sumOf } from './bars';

const height = 84;

/** Energies of what is on the page now, beside the sentence that speaks of them: the figure itself is far above. */
export function LiveBars({ of: roles }: { of: readonly Role[] }) {
  const { rank: strings, gap } = useStrings();
  const figure = useRef<HTMLElement>(null);
  const visible = useVisible(figure);
  const value = (role: Role) => (state: AppState) => (roles.includes(role) ? shownValues(state, role) : null);
  const values: Readonly<Record<Role, Float64Array | null>> = {
    clean: useVisibleState(visible, value('clean')),
    data: useVisibleState(visible, value('data')),
    filters: useVisibleState(visible, value('filters')),
  };
  const series = roles.map((role) => {
    const bars = energies(values[role] ?? []);
    const sum = sumOf(bars);
    return { role, label: strings.choices[role], bars, sum, name: strings.picture(sum, bars.length) };
  });
  const slots = Math.max(...series.map(({ bars }) => bars.length));
  return (
    <figure ref={figure} className="live-bars">
      {series.map(({ role, label, bars, sum, name }) => (
        <div key={role}>
          <p className={`told ${role}`}>
            {label} <span className="sum">{bars.length > 0 ? sum : '–'}</span>
          </p>
          <Bars bars={bars} role={role} name={name} height={height} slots={slots} />
        </div>
      ))}
      <NumbersButton
        name={strings.energies}
        description={series.map(({ label, name }) => strings.each(label, name)).join(gap)}
        table={(words) => energyTable(series, words)}
      />
    </figure>
  );
}
