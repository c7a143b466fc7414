import { useMemo } from 'react';
import type { AttentionData } from '../../charts/attention/data';
import type { LinesData } from '../../charts/lines/data';
import { attentionCurve, attentionNow, attentionPoints } from '../../store/views/attention';
import { useStrings } from '../../store/words';
import { hundredths, short } from '../../strings/numbers';
import { useVisibleState } from '../../ui/use-visible';

/** Attention on the object against the training step. @param framed whether there is little room for words. */
export function useAttentionOverTime(visible: boolean, framed: boolean): LinesData {
  const strings = useStrings();
  const points = useVisibleState(visible, attentionPoints);
  const steps = useVisibleState(visible, ({ run, experiment }) => (run.experiment ?? experiment).steps);
  const { step, share, chance } = useVisibleState(visible, attentionNow);
  return useMemo(() => {
    const { attention: words } = strings.open;
    return {
      series: [
        {
          key: 'chance',
          label: words.chance(hundredths(chance)),
          role: 'muted',
          dash: 'dashed',
          emphasis: false,
          points: [0, steps].map((step) => ({ step, value: chance })),
        },
        {
          key: 'object',
          label: words.object,
          role: 'filters',
          emphasis: true,
          points: points.map(({ step, share: value }) => ({ step, value })),
        },
      ],
      steps,
      origin: strings.training.origin,
      cursor: step ?? undefined,
      scale: 'linear',
      domain: [0, 1],
      caption: framed ? words.caption : words.captionOf(hundredths(chance)),
      name: words.overTime,
      description: words.description({ step, share, chance }),
    };
  }, [strings, points, steps, step, share, chance, framed]);
}

/** Attention on the object against noise, in whole runs. @param framed as above. */
export function useAttentionOverNoise(visible: boolean, framed: boolean): AttentionData {
  const strings = useStrings();
  const { points, xMax, half } = useVisibleState(visible, attentionCurve);
  const sigma = useVisibleState(visible, ({ run, experiment }) => (run.experiment ?? experiment).sigma);
  const planned = useVisibleState(visible, ({ experiment }) => experiment.steps);
  const { share, chance } = useVisibleState(visible, attentionNow);
  return useMemo(() => {
    const { attention: words } = strings.open;
    return {
      points,
      chance: { value: chance, label: words.chance(hundredths(chance)) },
      half: half === null ? null : { x: half, label: words.half },
      current: { x: sigma, label: strings.curve.now(sigma), share },
      xMax,
      xLabel: strings.sweep.axis,
      caption: framed ? words.caption : words.after(planned),
      line: words.caption,
      name: words.overNoise,
      description: words.overNoiseText(points.length, short(sigma), { step: null, share, chance }),
    };
  }, [strings, points, xMax, half, sigma, planned, share, chance, framed]);
}
