import { halo, type Attributes, type Layer } from './scene';
import { textWidth } from './text-width';
import type { ChartTheme } from './theme';

/** A rectangle in pixels, y downward. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** Where one line of text could stand: x by its anchor, y the baseline. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export interface LabelRequest {
  readonly key: string;
  readonly text: string;
  readonly fontSize: number;
  readonly bold?: boolean;
  /** Best first. */
  readonly positions: readonly Position[];
}

export interface PlacedLabel extends Position {
  readonly key: string;
  readonly text: string;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The ink of a line of text: capitals reach 0.74 em above the baseline, descenders 0.22 em below. */
export function textBox(text: string, fontSize: number, { x, y, anchor }: Position, bold = false): Box {
  const width = textWidth(text, fontSize, bold);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width, top: y - 0.74 * fontSize, bottom: y + 0.22 * fontSize };
}

/**
 * Gives each label, in order of importance, its first position that lies in `bounds` and touches no obstacle and no
 * label placed before; a label that has none is dropped, as a label over another says less than no label.
 * @param gap free pixels at either side of a label, beside other labels
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  bounds: Box,
  obstacles: readonly Box[],
  gap = 8,
): PlacedLabel[] {
  const taken = [...obstacles];
  const placed: PlacedLabel[] = [];
  for (const { key, text, fontSize, bold, positions } of requests) {
    if (text === '') continue;
    for (const position of positions) {
      const box = textBox(text, fontSize, position, bold);
      const inside =
        box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
      if (!inside || taken.some((other) => overlap(box, other))) continue;
      taken.push({ ...box, left: box.left - gap, right: box.right + gap });
      placed.push({ key, text, ...position });
      break;
    }
  }
  return placed;
}

/**
 * As `placeLabels`, but a label that has no place keeping clear of all `wishes` gives up the last of them, then the one
 * before: letters over a thin line can be read, thanks to their margin. Labels never overlap `closed` or each other.
 */
export function placeWishing(
  requests: readonly LabelRequest[],
  bounds: Box,
  closed: readonly Box[],
  wishes: readonly (readonly Box[])[],
  gap = 8,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken = [...closed];
  for (const request of requests) {
    let label: PlacedLabel | undefined;
    for (let kept = wishes.length; kept >= 0 && !label; kept--)
      [label] = placeLabels([request], bounds, [...taken, ...wishes.slice(0, kept).flat()]);
    if (!label) continue;
    const box = textBox(label.text, request.fontSize, label, request.bold);
    taken.push({ ...box, left: box.left - gap, right: box.right + gap });
    placed.push(label);
  }
  return placed;
}

/**
 * Moves things on a line apart until neighbours keep `gap`, each as little as possible (least squares: those that touch
 * form a block around the mean of their wishes), then inside [from, to].
 * @param wish where a thing would like to be
 * @returns each with its place, in the order of `items`
 */
export function spread<Item>(
  items: readonly Item[],
  wish: (item: Item) => number,
  gap: number,
  from: number,
  to: number,
): { item: Item; at: number }[] {
  const order = items
    .map((item, index) => ({ item, index, wish: wish(item) }))
    .toSorted((a, b) => a.wish - b.wish || a.index - b.index);
  type Block = { readonly sum: number; readonly members: typeof order };
  const blocks: Block[] = [];
  // A block's place is that of its first member; `sum` adds up where each member would like that to be.
  const place = ({ sum, members }: Block) => {
    const length = gap * (members.length - 1);
    return Math.max(from, Math.min(sum / members.length, to - length));
  };
  for (const next of order) {
    let block: Block = { sum: next.wish, members: [next] };
    for (;;) {
      const before = blocks.at(-1);
      if (!before || place(before) + gap * before.members.length <= place(block)) break;
      blocks.pop();
      const shift = gap * before.members.length;
      block = {
        sum: before.sum + block.sum - shift * block.members.length,
        members: [...before.members, ...block.members],
      };
    }
    blocks.push(block);
  }
  return blocks
    .flatMap((block) => block.members.map(({ item, index }, k) => ({ item, index, at: place(block) + k * gap })))
    .toSorted((a, b) => a.index - b.index)
    .map(({ item, at }) => ({ item, at }));
}

/** Words with a margin of background, so that lines behind do not cut them. @param style what a label has of its own, by its key */
export function labelLayer(
  labels: readonly PlacedLabel[],
  theme: ChartTheme,
  style: (key: string) => Attributes,
  {
    name = 'labels',
    fontSize = theme.fontSize.label,
    shared = {},
  }: { readonly name?: string; readonly fontSize?: number; readonly shared?: Attributes } = {},
): Layer {
  return {
    name,
    shape: 'text',
    attributes: { 'font-size': fontSize, ...shared, ...halo(theme) },
    marks: labels.map(({ key, text, x, y, anchor }) => ({
      key,
      text,
      attributes: { x, y, 'text-anchor': anchor, ...style(key) },
    })),
  };
}

export const BOLD: Attributes = { 'font-weight': 700 };
