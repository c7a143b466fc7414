import type { Experiment } from '../../experiment/parameters';
import { useApp } from '../../store/use-app';
import type { ClaimCurve } from '../../store/views/claim-curve';
import { useStrings } from '../../store/words';
import { PointGrid } from '../../ui/point-grid';
import { Notions } from './notions';
import { CurveStatus } from './status';
import { levelFacts } from './view';

/** What belongs to the first figure and comes after it: its points for keys and screen readers, and the row under it. */
export default function CurveRow({
  curve,
  rank,
  hasRoom,
  onFocus,
}: {
  curve: ClaimCurve;
  rank: Experiment['rank'];
  hasRoom: boolean;
  onFocus(index: number | null): void;
}) {
  const app = useApp();
  const { sweep } = useStrings();
  return (
    <>
      <PointGrid
        label={sweep.points}
        rows={[
          curve.points.map((point) => ({
            label: sweep.open(levelFacts(point), rank),
            onOpen: () => app.openRun(point.experiment),
          })),
        ]}
        onFocus={(at) => onFocus(at && at.column)}
      />
      {hasRoom && (
        <div className="curve-row">
          <Notions />
          <CurveStatus curve={curve} />
        </div>
      )}
    </>
  );
}
