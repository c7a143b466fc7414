import { textWidth } from '../../charts/kit/text-width';
import { nameWidth, type PictureMarks } from '../kit/names';
import type { CanvasSize } from '../kit/surface';

export interface AlignmentData {
  /** cos of every filter with every signal vector, [2m × r]. */
  readonly cosines: Float64Array;
  /** Share of every filter's energy outside the signal span, [2m]. */
  readonly rest: Float64Array;
  /** Filters from left to right, class +1 then class −1: `columnOrder` of the groups. */
  readonly order: readonly number[];
  /** Signal vectors from top to bottom: `featureOrder`. */
  readonly features: readonly number[];
  readonly names: readonly string[];
  readonly marks: PictureMarks;
  /** A filter. */
  readonly selected?: number | undefined;
}

/** Where things stand in the map; pixels. */
export interface AlignmentFrame {
  readonly left: number;
  readonly top: number;
  readonly rowHeight: number;
  /** Tops of the rows: the signal vectors in their order, then the rest. */
  readonly rows: readonly number[];
  /** Left and right end of the columns of either class, and its filters. */
  readonly classes: readonly { readonly left: number; readonly right: number; readonly filters: readonly number[] }[];
  readonly right: number;
  readonly bottom: number;
}

const BETWEEN_CLASSES = 8,
  BEFORE_REST = 4;
/** Of the names of the classes, in their font size. */
const HEAD = 1.8;
const NARROW_ROW = 3,
  WIDE_COLUMN = 5;
/** The highest row, in the font size. */
const WIDE_ROW = 2;

type Axes = Pick<AlignmentData, 'order' | 'features' | 'names' | 'marks'>;

/** The height that the map needs, with rows in which a name fits where there are not too many. */
export function alignmentHeight(features: number, rowHeight: number, fontSize: number): number {
  return headOf(fontSize) + (features + 1) * rowHeight + BEFORE_REST + 1;
}

const headOf = (fontSize: number) => Math.round(HEAD * fontSize);

export function alignmentFrame(
  { order, features, names, marks }: Axes,
  size: CanvasSize,
  fontSize: number,
): AlignmentFrame {
  const left =
    Math.max(nameWidth(names, fontSize), Math.ceil(textWidth(marks.rest, fontSize)) + Math.ceil(fontSize)) + 2;
  const head = headOf(fontSize);
  const room = size.height - head - BEFORE_REST - 1;
  const rowHeight = Math.max(NARROW_ROW, Math.floor(Math.min(WIDE_ROW * fontSize, room / (features.length + 1))));
  const rows = features.map((_, i) => head + i * rowHeight);
  rows.push(head + features.length * rowHeight + BEFORE_REST);

  const perClass = order.length / 2;
  const each = Math.max(1, (size.width - left - 1 - BETWEEN_CLASSES) / 2);
  // Columns of whole pixels where they are wide; narrow ones would leave up to half of the width unused.
  const width = each >= WIDE_COLUMN * perClass ? Math.floor(each / perClass) * perClass : Math.floor(each);
  const classes = [0, 1].map((c) => {
    const start = left + c * (width + BETWEEN_CLASSES);
    return { left: start, right: start + width, filters: order.slice(c * perClass, (c + 1) * perClass) };
  });
  return { left, top: head, rowHeight, rows, classes, right: classes[1]!.right, bottom: rows.at(-1)! + rowHeight };
}

export interface AlignmentCell {
  readonly filter: number;
  /** A signal vector; null is the rest of the space. */
  readonly feature: number | null;
}

/** The filter and the signal vector at a point of the map. */
export function alignmentCellAt(
  { x, y }: { readonly x: number; readonly y: number },
  data: Axes,
  size: CanvasSize,
  fontSize: number,
): AlignmentCell | null {
  const { rows, rowHeight, classes } = alignmentFrame(data, size, fontSize);
  const row = rows.findIndex((top) => y >= top && y < top + rowHeight);
  const columns = classes.find(({ left, right }) => x >= left && x < right);
  if (row < 0 || !columns) return null;
  const filter =
    columns.filters[Math.floor(((x - columns.left) / (columns.right - columns.left)) * columns.filters.length)];
  return filter === undefined ? null : { filter, feature: data.features[row] ?? null };
}
