import { useCallback, useMemo, useRef, useState } from 'react';
import { claimChart } from '../../charts/claim/chart';
import type { Size } from '../../charts/kit/scene';
import type { ChartTheme } from '../../charts/kit/theme';
import { useWords } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { Late } from '../../ui/late';
import { late } from '../../ui/late-part';
import { usePanelMark } from '../../ui/panel-mark';
import { Rest, useRoom } from '../../ui/room';
import { useMagnification } from '../../ui/use-magnification';
import { useVisible } from '../../ui/use-visible';
import { useWatch } from '../../ui/use-watch';
import './curve.css';
import { NoiseHandle } from './noise-handle';
import { useClaim } from './view';

/** What else is to be in sight with it, in pixels where type is of the usual size; src/page/hero.css reserves the same height. */
const spectraAndHead = 336,
  allElse = 472;
const height = (width: number, screen: number) => {
  const least = Math.min(270, Math.max(216, screen - spectraAndHead));
  return Math.round(Math.max(least, Math.min(width * 0.4, screen * 0.47, screen - allElse)));
};
/** Of the row under the chart, and the least room in which it has a place. */
const rowHeight = 34,
  withRow = 200;

/** Apart, so that the first figure does not wait for it. */
const CurveRow = late(() => import('./row'));

/** Rank against noise, whose axis is the noise slider: the claim as one picture. */
export default function Curve() {
  const section = useRef<HTMLElement>(null);
  const visible = useVisible(section);
  useWatch('curve', visible);
  const words = useWords().curve;
  const { chart, curve, reading } = useClaim(visible);
  const [focused, setFocused] = useState<number | null>(null);
  const shown = useMemo(() => ({ ...chart, highlight: focused }), [chart, focused]);
  const room = useRoom();
  const magnification = useMagnification();
  const hasRow = room === null || room >= withRow * magnification;
  const text = words.reading(reading);
  const overlay = useCallback(
    (size: Size, theme: ChartTheme) => <NoiseHandle chart={chart} size={size} theme={theme} text={text} />,
    [chart, text],
  );
  return (
    <section ref={section} className="curve" aria-label={words.title} {...usePanelMark('curve')}>
      <Rest used={hasRow ? rowHeight : 0}>
        <figure className="panel">
          <ChartFigure chart={claimChart} data={shown} height={height} overlay={overlay} />
        </figure>
      </Rest>
      <Late meanwhile={hasRow && <div className="curve-row" />}>
        <CurveRow curve={curve} rank={reading.notion} hasRoom={hasRow} onFocus={setFocused} />
      </Late>
    </section>
  );
}
