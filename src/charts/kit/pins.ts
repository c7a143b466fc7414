import { placeWishing, type Box, type PlacedLabel, type Position } from './labels';
import { segmentBoxes } from './obstacles';
import { pointAt, type Point } from './polyline';

/** Pixels between two places tried for a letter. */
const STRIDE = 18;

/**
 * The letters of pinned runs, each on its own line, which it interrupts, clear of all other lines: beside a line, a
 * letter could belong to the next one.
 * @param lines of the pinned runs, by rising x; @param others boxes of everything else to keep clear of
 */
export function pinLabels(
  pins: readonly { readonly label: string; readonly line: readonly Point[] }[],
  others: readonly Box[],
  taken: readonly Box[],
  bounds: Box,
  fontSize: number,
): PlacedLabel[] {
  const boxes = pins.map(({ line }) => segmentBoxes(line));
  const placed: PlacedLabel[] = [];
  const used: Box[] = [...taken];
  pins.forEach(({ label, line }, i) => {
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) return;
    const positions: Position[] = [];
    // From the right, each letter beginning a little farther left, as the lines of like runs lie on one another.
    for (let x = last.x - STRIDE * (i + 0.7); x >= first.x; x -= STRIDE) {
      const at = pointAt(line, x);
      if (at) positions.push({ x, y: at.y + 0.36 * fontSize, anchor: 'middle' });
    }
    if (positions.length === 0) positions.push({ x: last.x, y: last.y + 0.36 * fontSize, anchor: 'middle' });
    const request = { key: `pin-${i}`, text: label, fontSize, bold: true, positions };
    const [found] = placeWishing([request], bounds, used, [boxes.filter((_, k) => k !== i).flat(), others]);
    if (!found) return;
    placed.push(found);
    used.push({
      left: found.x - fontSize,
      right: found.x + fontSize,
      top: found.y - fontSize,
      bottom: found.y + 0.3 * fontSize,
    });
  });
  return placed;
}
