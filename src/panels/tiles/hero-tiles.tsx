import { useCallback, useRef } from 'react';
import { tilesPicture } from '../../pixels/tiles/draw';
import { pairsLayout } from '../../pixels/tiles/pairs-layout';
import { followFacts } from '../../store/views/shown-filters';
import { useStrings } from '../../store/words';
import { PixelFigure } from '../../ui/pixel-figure';
import { useTiles } from './panel';
import { useFilters } from './use-filters';
import { useViewportHeight } from '../../ui/use-viewport';
import { useSeen, useVisible } from '../../ui/use-visible';

/** Two rows of small images with their names, as high as the spectra beside them (src/panels/spectrum/panel.tsx) but for a line of words. */
const height = (screen: number, magnified: number) =>
  Math.max(98 * magnified, Math.min(160 * magnified, screen * 0.13) - 10 * magnified);

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
  const screen = useViewportHeight();
  const maxHeight = useCallback((_: number, magnified: number) => height(screen, magnified), [screen]);
  const make = useTiles(filters, undefined, { maxHeight, layout: pairsLayout });
  if (!filters || !make) return null;
  const { filters: all, following, parts } = followFacts(filters.shown);
  return (
    <>
      <h2>{words.title}</h2>
      <p>{filters.shown.step === 0 ? words.untrained : words.following(following, all)}</p>
      <PixelFigure picture={tilesPicture} name={words.picture(all, parts)} make={make} />
    </>
  );
}
