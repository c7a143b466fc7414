import { useRef, type PointerEvent } from 'react';
import { claimSlider } from '../../charts/claim/chart';
import type { ClaimData } from '../../charts/claim/data';
import type { Size } from '../../charts/kit/scene';
import type { ChartTheme } from '../../charts/kit/theme';
import { useDefault } from '../../controls/use-default';
import { parameters } from '../../experiment/parameters';
import { useApp, useAppState } from '../../store/use-app';
import { useKnownStrings, useWords } from '../../store/words';

const { step } = parameters.sigma;
/** A finger has gone sideways, rather than along the page, from so many pixels on. */
const sideways = 5;

/** The noise slider, laid along the curve's axis: a native range for keys and touch, and the whole plot for the pointer. */
export function NoiseHandle({
  chart,
  size,
  theme,
  text,
}: {
  chart: ClaimData;
  size: Size;
  theme: ChartTheme;
  text: string;
}) {
  const app = useApp();
  const sigma = useAppState((state) => state.experiment.sigma);
  const { label } = useWords().parameters.sigma;
  const docs = useKnownStrings()?.parameterDocs.sigma;
  const { hint, handlers } = useDefault('sigma');
  const input = useRef<HTMLInputElement>(null);
  const press = useRef<{ readonly x: number; moves: boolean } | null>(null);
  const { plot, middle, thumb } = claimSlider(chart, size, theme);
  const { xMax } = chart.curve;
  const width = plot.right - plot.left;

  const move = (to: number) => {
    const noise = Math.round(Math.max(0, Math.min(xMax, to)) / step) * step;
    const value = Number(noise.toFixed(6));
    if (value !== sigma) app.change({ sigma: value }, { chase: true });
  };
  const follow = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) =>
    move((xMax * (clientX - currentTarget.getBoundingClientRect().left - thumb / 2)) / width);
  const take = (event: PointerEvent<HTMLElement>) => {
    press.current!.moves = true;
    app.hold(true);
    follow(event);
  };
  const release = () => {
    press.current = null;
  };
  return (
    <>
      <div
        className="curve-plot"
        style={{ left: plot.left - thumb / 2, width: width + thumb, top: plot.top, height: plot.bottom - plot.top }}
        onPointerDown={(event) => {
          if (event.button !== 0 || !event.isPrimary) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          press.current = { x: event.clientX, moves: false };
          // What a finger wants is known once it moves: along the page it scrolls.
          if (event.pointerType !== 'touch') take(event);
          input.current?.focus({ preventScroll: true });
        }}
        onPointerMove={(event) => {
          const from = press.current;
          if (from?.moves) follow(event);
          else if (from && Math.abs(event.clientX - from.x) > sideways) take(event);
        }}
        onPointerUp={(event) => {
          if (press.current) follow(event);
          release();
        }}
        onPointerCancel={release}
      />
      <input
        ref={input}
        type="range"
        className="curve-handle"
        data-parameter="sigma"
        aria-label={label}
        aria-valuetext={text}
        title={[docs, hint].filter(Boolean).join(' ')}
        {...handlers}
        min={0}
        max={xMax}
        step={step}
        value={sigma}
        style={{ left: plot.left - thumb / 2, width: width + thumb, top: middle, '--handle': `${thumb}px` } as object}
        onChange={({ target }) => move(target.valueAsNumber)}
      />
    </>
  );
}
