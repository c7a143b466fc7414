import { attentionChart } from '../../charts/attention/chart';
import { linesChart } from '../../charts/lines/chart';
import { attends } from '../../experiment/networks';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { Rest, useRoom } from '../../ui/room';
import { useMagnification } from '../../ui/use-magnification';
import { useViewportWidth } from '../../ui/use-viewport';
import { useWatch } from '../../ui/use-watch';
import { Shades } from './shades';
import { useAttentionOverNoise, useAttentionOverTime } from './view';

const height = () => 220;
/** The two charts of a frame stand beside each other from this width on, where type is of the usual size: twice 13rem and a gap, as in style sheets. */
const besideFrom = 440;

/** Where a transformer looks: at the object, or away from it. Where nothing attends, it says so. */
export function Attention({ visible }: { visible: boolean }) {
  const offered = useAppState(({ experiment }) => attends(experiment));
  const app = useApp();
  const { attention: words, take } = useStrings().open;
  if (offered) return <Shown visible={visible} />;
  return (
    <p className="empty">
      {words.none}{' '}
      <button type="button" className="secondary" onClick={() => app.change({ net: 'transformer' })}>
        {take.transformer}
      </button>
    </p>
  );
}

function Shown({ visible }: { visible: boolean }) {
  const app = useApp();
  const { attention: words } = useStrings().open;
  const room = useRoom(),
    magnification = useMagnification();
  // In a narrow frame one below the other, each with half of the room.
  const stacked = useViewportWidth() < besideFrom * magnification && room !== null;
  useWatch('attention', visible);
  const time = useAttentionOverTime(visible, room !== null);
  const noise = useAttentionOverNoise(visible, room !== null);
  const reached = useAppState(({ run }) => run.history.at(-1)?.step ?? 0);
  return (
    <>
      <Rest used={stacked ? room / 2 / magnification : 0}>
        <div className="pair-of-charts attention">
          <figure className="panel">
            <ChartFigure
              chart={linesChart}
              data={time}
              height={height}
              onPoint={(step, pressed) => {
                if (pressed && step !== null) app.seek(Math.min(step, reached));
              }}
            />
          </figure>
          <figure className="panel">
            <ChartFigure chart={attentionChart} data={noise} height={height} />
          </figure>
        </div>
      </Rest>
      {room === null && (
        <>
          <p className="legend">{words.lead}</p>
          <Shades visible={visible} />
        </>
      )}
    </>
  );
}
