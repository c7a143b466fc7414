import { useCallback, useMemo, useState } from 'react';
import type { Size } from '../../charts/kit/scene';
import type { ChartTheme } from '../../charts/kit/theme';
import { layersChart } from '../../charts/layers/chart';
import type { LayerPlace } from '../../charts/layers/data';
import { linesChart } from '../../charts/lines/chart';
import type { LinesData } from '../../charts/lines/data';
import { presetExperiment, presets } from '../../experiment/presets';
import { rankNotions, type RankNotion } from '../../spectrum/ranks';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { Marked } from '../../ui/marked';
import { Fit, useRoom } from '../../ui/room';
import { Contrast } from './contrast';
import './labels.css';
import { labelFacts, stopFacts, useLabelled, useLabelLines, useLabelSpectra } from './view';

const heights = { accuracy: 190, rank: 150, loss: 120 } as const;
const spectraHeight = () => 240;
/** Shares of a frame's room. */
const shares = { accuracy: 0.5, rank: 0.5 } as const;

const wrongLabels = presetExperiment(presets.find(({ name }) => name === 'wrong-labels')!);

/** What a network makes of wrong labels, and which of its measures tells first. */
export function WrongLabels({ visible }: { visible: boolean }) {
  const flip = useAppState(({ experiment }) => experiment.flip);
  const app = useApp();
  const { labels: words, story } = useStrings().edges;
  if (flip > 0) return <Shown visible={visible} />;
  return (
    <p className="empty">
      {words.none}{' '}
      <button type="button" className="secondary" onClick={() => app.openRun(wrongLabels)}>
        {story.take.labels}
      </button>
    </p>
  );
}

function Shown({ visible }: { visible: boolean }) {
  const app = useApp();
  const strings = useStrings();
  const { labels: words } = strings.edges;
  const room = useRoom();
  const [notion, setNotion] = useState<RankNotion>('effective');
  const labelled = useLabelled(visible);
  const { record, best, history } = labelled;
  const lines = useLabelLines(labelled, visible, notion);
  const spectra = useLabelSpectra(labelled);
  const [highlight, setHighlight] = useState<LayerPlace | undefined>();
  const shown = useMemo(() => spectra && { ...spectra, highlight }, [spectra, highlight]);
  const facts = useMemo(() => labelFacts(record), [record]);
  const end = record.at(-1);
  const stop = best && end ? stopFacts(best, end) : null;
  // One axis for all: each keeps the widest margins.
  const fit = useCallback(
    (data: LinesData, size: Size, theme: ChartTheme) => {
      const margins = Object.values(lines).map((each) => linesChart.margins(each, size, theme));
      const align = {
        left: Math.max(...margins.map(({ left }) => left)),
        right: Math.max(...margins.map(({ right }) => right)),
      };
      return { ...data, align };
    },
    [lines],
  );
  const onPoint = (step: number | null, pressed: boolean) => {
    if (pressed && step !== null) app.seek(Math.min(step, history.at(-1)?.step ?? 0));
  };
  const chart = (name: keyof typeof lines) => (
    <figure className="panel">
      <ChartFigure chart={linesChart} data={lines[name]} height={() => heights[name]} fit={fit} onPoint={onPoint} />
    </figure>
  );
  if (room !== null)
    return (['accuracy', 'rank'] as const).map((name) => (
      <Fit key={name} height={Math.max(40, room * shares[name])}>
        {chart(name)}
      </Fit>
    ));
  return (
    <>
      <div className="labels-figures">
        <div>
          {chart('accuracy')}
          {chart('rank')}
          {chart('loss')}
        </div>
        <div>
          {shown && (
            <figure className="panel">
              <ChartFigure
                chart={layersChart}
                data={shown}
                height={spectraHeight}
                onPoint={(place) => setHighlight(place ?? undefined)}
              />
            </figure>
          )}
          <div className="toolbar" role="group" aria-label={words.notion}>
            {rankNotions.map((each) => (
              <button
                key={each}
                type="button"
                className="quiet"
                aria-pressed={each === notion}
                onClick={() => setNotion(each)}
              >
                {strings.parameters.rank.values[each]}
              </button>
            ))}
          </div>
        </div>
      </div>
      <p className="live" role="status">
        {facts ? <Marked text={words.tell(facts)} /> : words.waiting}
      </p>
      {stop && (
        <>
          <p>{words.compared(stop)}</p>
          <div className="toolbar">
            <button type="button" className="primary" onClick={() => app.seek(stop.step)}>
              {words.stop(stop)}
            </button>
            <button type="button" className="secondary" onClick={() => app.seek(stop.steps)}>
              {words.on(stop.steps)}
            </button>
          </div>
        </>
      )}
      <Contrast visible={visible} />
    </>
  );
}
