import { useRef } from 'react';
import { useFilters } from '../panels/tiles/use-filters';
import { sharedEnergyOf } from '../store/views/shown-filters';
import { useStrings } from '../store/words';
import { NumbersButton } from '../ui/numbers-button';
import { useVisible } from '../ui/use-visible';
import { energyTable } from './bars';

/** In the units of the picture. */
const width = 420,
  height = 96,
  foot = 40;
/** Bars that have room for a name and a number below them. */
const named = 16;

/** How the energy of the filters is shared out over the directions of the signal, and how many filters follow each. */
export function VectorEnergies() {
  const { winner: words } = useStrings();
  const figure = useRef<HTMLElement>(null);
  const visible = useVisible(figure);
  const filters = useFilters(visible);
  const shared = filters && sharedEnergyOf(filters.shown);
  if (!shared) return <figure ref={figure} className="vector-energies" />;
  const { energies, followers } = shared;
  const most = Math.max(...energies);
  const bars = energies.map((energy) => energy / most);
  const { names } = filters;
  const pitch = width / Math.max(6, bars.length);
  return (
    <figure ref={figure} className="vector-energies">
      <div className="bars-place">
        <svg className="bars filters" viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={words.picture}>
          <line x1={0} x2={width} y1={height} y2={height} />
          {bars.map((bar, k) => (
            <g key={names[k]}>
              <rect
                x={(k + 0.15) * pitch}
                width={0.7 * pitch}
                y={height - bar * (height - 8)}
                height={bar * (height - 8)}
              />
              {bars.length <= named && (
                <>
                  <text x={(k + 0.5) * pitch} y={height + 16} textAnchor="middle">
                    {names[k]}
                  </text>
                  <text x={(k + 0.5) * pitch} y={height + 34} textAnchor="middle" className="count">
                    {followers[k]}
                  </text>
                </>
              )}
            </g>
          ))}
        </svg>
        <NumbersButton
          name={words.picture}
          description={words.caption}
          table={(heads) =>
            energyTable(
              [
                { label: words.along, bars },
                { label: words.followers, bars: followers },
              ],
              heads,
            )
          }
        />
      </div>
      <figcaption>{words.caption}</figcaption>
    </figure>
  );
}
