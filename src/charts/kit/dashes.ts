import type { Attributes } from './scene';
import type { ChartTheme } from './theme';

/** The dash of ghosts and of the clean data: round dots, drawn as dashes of no length with round ends. */
export function dotted(theme: ChartTheme): Attributes {
  return { 'stroke-linecap': 'round', 'stroke-dasharray': `0 ${2.4 * theme.lineWidth.ghost}` };
}

/** By which pinned runs differ: long, short, dots, long and short. */
const PINS = ['9 4', '4 3', '1.5 3', '9 3 1.5 3'];

export function pinDash(index: number): string {
  return PINS[index % PINS.length] ?? '';
}
