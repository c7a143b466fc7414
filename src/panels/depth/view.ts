import { useMemo } from 'react';
import type { DepthData, DepthStage } from '../../charts/depth/data';
import { embeddingsOf, type ShownEmbeddings } from '../../store/views/embeddings';
import { rankOfValues } from '../../store/views/ranks';
import { useStrings } from '../../store/words';
import { rank as rankText } from '../../strings/numbers';
import { useVisibleState } from '../../ui/use-visible';

/** h₁, h₂ … as they are written; the others are letters. */
const symbolOf = (name: string) => name.replace(/\d/, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)));

/** What the chart of depths shows; null before there is an answer. */
export function useDepth(visible: boolean): DepthData | null {
  const strings = useStrings();
  const shown = useVisibleState(visible, embeddingsOf);
  const notion = useVisibleState(visible, ({ experiment }) => experiment.rank);
  const matrix = useVisibleState(visible, ({ experiment }) => experiment.matrix);
  return useMemo(() => {
    if (!shown) return null;
    const { depth: words } = strings.open;
    const stages = shown.spectra.map(({ name, noisy, clean }, i): DepthStage => {
      const before = initialOf(shown, i);
      return {
        label: symbolOf(name),
        sub: words.stages(name),
        noisy: rankOfValues(noisy, notion),
        clean: rankOfValues(clean, notion),
        noisyBefore: before && rankOfValues(before.noisy, notion),
        cleanBefore: before && rankOfValues(before.clean, notion),
      };
    });
    const within = strings.figures.within(strings.parameters.rank.values[notion]);
    return {
      stages,
      names: words.names,
      caption: words.caption(within, matrix, shown.step),
      stage: words.stage,
      stale: shown.stale,
      name: words.name,
      description: words.description({
        step: shown.step,
        notion: within,
        stages: stages.map(({ label, noisy, clean }) => ({
          name: label,
          noisy: rankText(noisy ?? 0, notion),
          clean: rankText(clean ?? 0, notion),
        })),
      }),
    };
  }, [strings, shown, notion, matrix]);
}

/** An embedding as it was at initialisation, where both are of the same network. */
const initialOf = ({ initial, spectra }: ShownEmbeddings, i: number) =>
  initial?.[i]?.name === spectra[i]!.name ? initial[i]! : null;
