import { useMemo, useState } from 'react';
import { layersChart } from '../../charts/layers/chart';
import type { LayerPlace } from '../../charts/layers/data';
import { layersHeight } from '../../charts/layers/frame';
import { lightTheme } from '../../charts/kit/theme';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { useLayers } from './view';

/** A spectrum for every weight matrix, in the frame that the cursor is at. */
export function Layers({ visible }: { visible: boolean }) {
  const { layers: words } = useStrings().open;
  const [highlight, setHighlight] = useState<LayerPlace | undefined>();
  const data = useLayers(visible);
  const shown = useMemo(() => data && { ...data, highlight }, [data, highlight]);
  const count = data?.layers.length ?? 1;
  if (!shown) return <p className="empty">{words.empty}</p>;
  return (
    <figure className="panel">
      <ChartFigure
        chart={layersChart}
        data={shown}
        height={(width) => layersHeight(count, width, lightTheme.fontSize.tick)}
        onPoint={(place) => setHighlight(place ?? undefined)}
      />
    </figure>
  );
}
