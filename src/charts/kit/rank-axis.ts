import { nice } from 'd3';
import { octaveTicks } from './log-ticks';
import { linearScale, logScale, type Scale } from './scales';
import { linearTicks, type Tick } from './ticks';

/** Between two numbers on a logarithmic axis, in their font size. */
const LOG_SPACING = 1.55;

export interface RankAxis {
  /** Domain of the axis: from 1 where it is logarithmic, from 0 where it is not, to a round number. */
  readonly domain: readonly [number, number];
  scale(bottom: number, top: number): Scale;
  /** @param tick font size of its numbers. */
  ticks(pixels: number, tick: number): Tick[];
}

/** An axis of ranks that holds `highest`. @param spacing between two numbers where it is linear, in their font size. */
export function rankAxis(kind: 'log' | 'linear', highest: number, spacing: number): RankAxis {
  if (kind === 'log') {
    const domain = [1, 2 ** Math.max(1, Math.ceil(Math.log2(highest)))] as const;
    return {
      domain,
      scale: (bottom, top) => logScale(domain, [bottom, top]),
      ticks: (pixels, tick) => octaveTicks(...domain, pixels, LOG_SPACING * tick),
    };
  }
  const domain = [0, nice(0, highest, 4)[1]] as const;
  return {
    domain,
    scale: (bottom, top) => linearScale(domain, [bottom, top]),
    ticks: (pixels, tick) => linearTicks(domain[1], pixels, spacing * tick),
  };
}
