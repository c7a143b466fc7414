import { drawTiles } from '../pixels/tiles-canvas';
import { PixelFigure } from './pixel-figure';
import { useTiles } from './tiles-panel';
import { useFilters } from './use-filters';

/** As high as the spectra beside it. */
const room = () => 246;

/** A few filters of every kind, sharpening beside the spectra. */
export default function HeroTiles() {
  const filters = useFilters(true);
  const make = useTiles(filters, undefined, { maxHeight: room, compact: true });
  if (!filters || !make) return null;
  const all = filters.shown.filters.length / filters.shown.side ** 2;
  const following = filters.groups.reduce((sum, { feature, filters: members }) => sum + (typeof feature !== 'number' ? 0 : members.length), 0);
  return (
    <>
      <h2>The filters</h2>
      <p>{filters.shown.step === 0 ? 'random, before training' : `${following} of ${all} follow a signal vector`}</p>
      <PixelFigure name={`Some of the ${all} filters as images, beside the signal vector that each follows`} make={make} draw={drawTiles} />
    </>
  );
}
