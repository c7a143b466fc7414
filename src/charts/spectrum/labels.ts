import { placeLabels, textBox, type Box, type LabelRequest, type PlacedLabel, type Position } from '../kit/labels';
import { pinLabels } from '../kit/pins';
import type { Size } from '../kit/scene';
import { textWidth } from '../kit/text-width';
import type { ChartTheme } from '../kit/theme';
import { formatRatio, heightAt, type SpectrumData } from './data';
import type { SpectrumFrame } from './frame';
import { middleOf, middles } from './paths';

/** Between a label and the line it belongs to, in font sizes. */
const NEAR = 0.5;
/** More boxes than this say no more about where there is room. */
const MOST_OBSTACLES = 96;

/**
 * Words in a spectrum chart, most important first: the highlighted value, the signal dimension, the ghost, the
 * annotation. Where there is no room, the last are dropped. Letters of pinned runs stand on their lines.
 * @param heights as drawn; @param ghost the same of the ghost, empty without one; @param pins
 * the same of the pinned runs
 */
export function spectrumLabels(
  data: SpectrumData,
  heights: readonly number[],
  ghost: readonly number[],
  pins: readonly (readonly number[])[],
  frame: SpectrumFrame,
  size: Size,
  theme: ChartTheme,
): PlacedLabel[] {
  const fontSize = theme.fontSize.label;
  const bounds = { left: frame.plot.left, right: size.width, top: 0, bottom: frame.plot.bottom };
  const { signalX } = frame;
  const bars = boxesUnder(heights, frame);
  const dots = boxesOn(ghost, frame);
  const line: Box[] =
    signalX === undefined ? [] : [{ left: signalX - 3, right: signalX + 3, top: 0, bottom: bounds.bottom }];

  const value = highlightLabel(data, heights, frame, size, theme);
  const valueBox = value.map((label) => textBox(label.text, fontSize, label, true));

  const requests: LabelRequest[] = [];
  const signalText = signalX === undefined ? '' : data.signalLabel;
  if (signalX !== undefined)
    requests.push({
      key: 'signal',
      text: signalText,
      fontSize,
      positions: besideSignal(signalX, frame, NEAR * fontSize),
    });
  const afterSignal = (signalX ?? frame.plot.left) + NEAR * fontSize + textWidth(signalText, fontSize) + 10;
  if (data.ghost && ghost.length > 0)
    requests.push({
      key: 'ghost',
      text: data.ghost.label,
      fontSize,
      positions: ghostPositions(data.role, data.ghost.label, ghost, frame, afterSignal, fontSize),
    });
  if (data.annotation)
    requests.push({
      key: 'annotation',
      text: data.annotation,
      fontSize,
      positions: annotationPositions(data, frame, fontSize),
    });
  const words = placeLabels(requests, bounds, [
    ...bars,
    ...dots,
    ...pins.flatMap((pin) => boxesOn(pin, frame)),
    ...line,
    ...valueBox,
  ]);
  const taken = [...line, ...valueBox, ...words.map((label) => textBox(label.text, fontSize, label))];
  const named = (data.pins ?? []).map(({ label }, i) => ({ key: `pin-${i}`, label, heights: pins[i] ?? [] }));
  const names = placeLabels(
    named
      .filter(({ label }) => label.length > 1)
      .map(({ key, label: text, heights: line }) => ({
        key,
        text,
        fontSize,
        bold: true,
        positions: aboveLine(text, [line, heights], frame, fontSize),
      })),
    bounds,
    taken,
  );
  // A letter stands on its line, as a word does that found no room above it.
  const letters = named.map(({ key, label, heights: line }) => ({
    label,
    line: names.some((name) => name.key === key) ? [] : middles(line, frame),
  }));
  return [
    ...value,
    ...words,
    ...names,
    ...pinLabels(letters, [], taken, { ...bounds, bottom: bounds.bottom + fontSize / 2 }, fontSize),
  ];
}

/** Right above a line and the bars that it runs through, from the right end backwards. */
function aboveLine(
  text: string,
  lines: readonly (readonly number[])[],
  frame: SpectrumFrame,
  fontSize: number,
): Position[] {
  const width = textWidth(text, fontSize, true);
  const span = Math.ceil(width / frame.pitch);
  const step = Math.max(1, Math.round(24 / frame.pitch));
  const positions: Position[] = [];
  for (let last = (lines[0]?.length ?? 0) - 1; last >= span; last -= step) {
    const highest = Math.max(...lines.map((line) => heightAt(line, last - span)));
    positions.push({ x: frame.left(last + 1), y: frame.y(highest) - NEAR * fontSize, anchor: 'end' });
  }
  return positions;
}

function highlightLabel(
  data: SpectrumData,
  heights: readonly number[],
  frame: SpectrumFrame,
  size: Size,
  theme: ChartTheme,
): PlacedLabel[] {
  const index = data.highlight;
  if (index === undefined || heights[index] === undefined) return [];
  const text = formatRatio(heights[index]);
  const half = textWidth(text, theme.fontSize.label, true) / 2;
  const x = Math.max(frame.plot.left + half, Math.min(middleOf(frame, index), size.width - half));
  const y = Math.max(frame.y(heights[index]) - NEAR * theme.fontSize.label, theme.fontSize.label);
  return [{ key: 'value', text, x, y, anchor: 'middle' }];
}

function besideSignal(x: number, { row }: SpectrumFrame, near: number): Position[] {
  return [
    { x: x + near, y: row, anchor: 'start' },
    { x: x - near, y: row, anchor: 'end' },
  ];
}

function ghostPositions(
  role: SpectrumData['role'],
  label: string,
  ghost: readonly number[],
  frame: SpectrumFrame,
  afterSignal: number,
  fontSize: number,
): Position[] {
  const { plot, row } = frame;
  const width = textWidth(label, fontSize);
  const alongLine: Position[] = [];
  // From the right end of the dotted line backwards: above it, then below.
  const step = Math.max(1, Math.round(24 / frame.pitch));
  for (let last = ghost.length - 1; last >= 0; last -= step) {
    const right = frame.left(last + 1);
    const first = Math.max(0, Math.floor(last - width / frame.pitch));
    if (right - width < plot.left) break;
    alongLine.push({ x: right, y: frame.y(heightAt(ghost, first)) - NEAR * fontSize, anchor: 'end' });
    alongLine.push({ x: right, y: frame.y(heightAt(ghost, last)) + (NEAR + 0.74) * fontSize, anchor: 'end' });
  }
  const above: Position[] = [
    { x: afterSignal, y: row, anchor: 'start' },
    { x: plot.right, y: row, anchor: 'end' },
  ];
  // Clean data is flat and ends with the signal, so its name stands above it; the filters' start spans the plot.
  return role === 'data' ? [...above, ...alongLine] : [...alongLine, ...above];
}

/** In the free space beyond the signal, as high as may be: left before right. */
function annotationPositions({ signalDimension }: SpectrumData, frame: SpectrumFrame, fontSize: number): Position[] {
  const { plot, row, left } = frame;
  const start = left(Math.min(signalDimension, frame.signal)) + fontSize;
  const rows = frame.roomy ? [row] : [];
  for (let y = plot.top + fontSize; y < plot.bottom - fontSize / 2; y += fontSize / 2) rows.push(y);
  return rows.flatMap((y): Position[] => [
    { x: start, y, anchor: 'start' },
    { x: plot.right, y, anchor: 'end' },
  ]);
}

function boxesUnder(heights: readonly number[], frame: SpectrumFrame): Box[] {
  return boxes(heights, frame, (top) => ({ top, bottom: frame.plot.bottom }));
}

function boxesOn(heights: readonly number[], frame: SpectrumFrame): Box[] {
  return boxes(heights, frame, (top, bottom) => ({ top: top - 3, bottom: bottom + 3 }));
}

/** One box for each value, or for each few neighbours where there are many. */
function boxes(
  heights: readonly number[],
  frame: SpectrumFrame,
  extent: (top: number, bottom: number) => Pick<Box, 'top' | 'bottom'>,
): Box[] {
  const stride = Math.ceil(heights.length / MOST_OBSTACLES);
  const result: Box[] = [];
  for (let i = 0; i < heights.length; i += stride) {
    const last = Math.min(i + stride, heights.length) - 1;
    result.push({
      left: frame.left(i),
      right: frame.left(last + 1),
      ...extent(frame.y(heightAt(heights, i)), frame.y(heightAt(heights, last))),
    });
  }
  return result;
}
