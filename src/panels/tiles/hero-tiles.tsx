import { useRef } from 'react';
import { tilesPicture } from '../../pixels/tiles/draw';
import { followFacts } from '../../store/views/shown-filters';
import { useStrings } from '../../store/words';
import { PixelFigure } from '../../ui/pixel-figure';
import { useTiles } from './panel';
import { useFilters } from './use-filters';
import { useSeen, useVisible } from '../../ui/use-visible';

/** With its two lines of text not as high as the spectra beside it, which would move as tiles change their number. */
const room = (_: number, magnified: number) => 240 * magnified;

/** A few filters of every kind, sharpening beside the spectra; on narrow screens there is no room for them, and nothing is computed. */
export default function HeroTiles() {
  const box = useRef<HTMLDivElement>(null);
  const visible = useVisible(box),
    seen = useSeen(visible);
  return <div ref={box}>{seen && <SomeFilters visible={visible} />}</div>;
}

function SomeFilters({ visible }: { visible: boolean }) {
  const words = useStrings().filters.some;
  const filters = useFilters(visible);
  const make = useTiles(filters, undefined, { maxHeight: room, compact: true });
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
