import { depthChart } from '../../charts/depth/chart';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { useWatch } from '../../ui/use-watch';
import { useDepth } from './view';

const height = (width: number) => Math.round(Math.max(210, Math.min(300, width * 0.34)));

/** The rank of what images become on their way through the network, with noise and without, at initialisation and now. */
export function Depth({ visible }: { visible: boolean }) {
  useWatch('depth', visible);
  const { depth: words } = useStrings().open;
  const data = useDepth(visible);
  return (
    <figure className="panel" aria-busy={data === null || data.stale}>
      <ChartFigure chart={depthChart} data={data} height={height} />
      {!data && <p className="overlay">{words.computing}</p>}
    </figure>
  );
}
