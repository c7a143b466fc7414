import { useRef } from 'react';
import { tilesPicture } from '../../pixels/tiles/draw';
import { pairsLayout } from '../../pixels/tiles/pairs-layout';
import { followFacts } from '../../store/views/shown-filters';
import { useStrings } from '../../store/words';
import { PixelFigure } from '../../ui/pixel-figure';
import { useTiles } from './panel';
import { useFilters } from './use-filters';
import { useSeen, useVisible } from '../../ui/use-visible';

/** Two rows of small images with their names. */
const room = (_: number, magnified: number) => 108 * magnified;

/** Signal vectors, and a filter that follows each, sharpening beside the spectra. */
export default function HeroTiles() {
  const box = useRef<HTMLDivElement>(null);
  const visible = useVisible(box),
    seen = useSeen(visible);
  return <div ref={box}>{seen && <SomeFilters visible={visible} />}</div>;
}

function SomeFilters({ visible }: { visible: boolean }) {
  const words = useStrings().filters.some;
  const filters = useFilters(visible);
  const make = useTiles(filters, undefined, { maxHeight: room, layout: pairsLayout });
  if (!filters || !make) return null;
  const { filters: all, following } = followFacts(filters.shown);
  return (
    <>
      <h2>{words.title}</h2>
      <p>{filters.shown.step === 0 ? words.untrained : words.following(following, all)}</p>
      <PixelFigure picture={tilesPicture} name={words.picture(all)} make={make} />
    </>
  );
}
