import { useEffect, useRef } from 'react';
import type { ImageCollection } from '../../images/own/collection';
import { chosenImages } from '../../images/sources/own/chosen';
import { centreAndScale, planesOf } from '../../images/sources/own/prepare';

/** Pictures of a class that are shown. */
const shown = 10;
/** Images of each class from which the mean is taken for what is shown: as many as a usual run has. */
const sampled = 200;
/** Pixels of the canvas for one picture. */
const tile = 64;

interface ContactSheetProps {
  readonly collection: ImageCollection;
  readonly classes: readonly [string, string];
  /** Class +1 or −1. */
  readonly which: 0 | 1;
  readonly label: string;
  readonly prepared: {
    readonly side: number;
    readonly channels: 'grey' | 'rgb';
    readonly centre: boolean;
    readonly mu: number;
  };
}

/** The first images of a class as they were read, and below each what is made of it. */
export function ContactSheet({ collection, classes, which, label, prepared }: ContactSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [plus, minus] = classes;
  const { side, channels, centre, mu } = prepared;
  useEffect(() => {
    const context = canvas.current!.getContext('2d');
    if (!context) return;
    const both = chosenImages(collection, { classes: [plus, minus], seed: 1 }).map(({ train }) =>
      train.slice(0, sampled),
    );
    const mine = both[which]!.slice(0, shown);
    context.clearRect(0, 0, shown * tile, 2 * tile);
    const { channels: has, height, width } = collection;
    const asRead = planesOf(collection, mine, Math.min(tile, height, width), has).values;
    paint(context, asRead, mine.length, has, 0, (value) => 255 * value);
    // Alike for both classes, as the mean is of both: those shown come first.
    const wanted = channels === 'rgb' ? 3 : 1;
    const { values } = planesOf(collection, [...mine, ...both.flat()], side, wanted);
    const size = wanted * side * side;
    const first = values.slice(0, mine.length * size),
      all = values.slice(mine.length * size);
    try {
      centreAndScale(all, first, size, { centre, mu });
    } catch {
      // Equal images: training says so; there is nothing to be shown.
      return;
    }
    const largest = first.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
    // Zero is the middle of grey, as in the page's pictures.
    paint(context, first, mine.length, wanted, tile, (value) => 127.5 * (1 + value / largest));
  }, [collection, plus, minus, which, side, channels, centre, mu]);
  return (
    <canvas
      ref={canvas}
      className="contact-sheet"
      width={shown * tile}
      height={2 * tile}
      role="img"
      aria-label={label}
    />
  );
}

/** A row of pictures, [count × channels × side²], each magnified to a tile. */
function paint(
  context: CanvasRenderingContext2D,
  values: Float64Array,
  count: number,
  channels: 1 | 3,
  y: number,
  level: (value: number) => number,
) {
  const side = Math.round(Math.sqrt(values.length / (count * channels)));
  const area = side * side;
  const one = document.createElement('canvas');
  one.width = side;
  one.height = side;
  const pixels = one.getContext('2d')!;
  context.imageSmoothingEnabled = false;
  for (let i = 0; i < count; i++) {
    const data = pixels.createImageData(side, side);
    for (let j = 0; j < area; j++) {
      for (let c = 0; c < 3; c++)
        data.data[4 * j + c] = level(values[i * channels * area + (channels === 3 ? c * area : 0) + j]!);
      data.data[4 * j + 3] = 255;
    }
    pixels.putImageData(data, 0, 0);
    context.drawImage(one, i * tile, y, tile, tile);
  }
}
