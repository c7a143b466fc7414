import { decodeLink } from '../../src/experiment/link';
import { leading } from '../../src/network/matrices';
import { effectiveRank, numericalRank, stableRank } from '../../src/spectrum/ranks';
import { testEngine } from '../../src/store/testing-runs';
import { criticalNoiseOf } from '../../src/theory/of-experiment';

/** What claims are made of: where one run ended, by the page's engine on WebAssembly. */
export interface RunEnd {
  /** Stable rank of the noisy and of the clean patch matrix. */
  readonly data: number;
  readonly clean: number;
  /** Of the filters, or of the first layer. */
  readonly stable: number;
  readonly effective: number;
  readonly numerical: number;
  /** The last singular value that the signal has room for over the next. */
  readonly gap: number;
  /** Of the filters' energy in the signal span. */
  readonly share: number;
  readonly loss: number;
  readonly train: number;
  readonly test: number;
  /** Stable rank of what images have become at every depth after the first layer: noisy over clean, less one, the largest. */
  readonly apart: number;
  /** Share of attention on the object before training and after; not a number where there is none. */
  readonly attentionBefore: number;
  readonly attention: number;
  /** σ over σ*. */
  readonly ratio: number;
}

/** @throws where the link names something that cannot be. */
export async function runEnd(link: string): Promise<RunEnd> {
  const { experiment, notices } = decodeLink(link);
  if (notices.length > 0) throw new Error(`${link}: ${JSON.stringify(notices)}`);
  const { data, clean, signalDimension } = await testEngine.spectrum({ experiment });
  const { snapshot: first } = await testEngine.start({ experiment, backend: 'wasm' });
  const { snapshot: end } = await testEngine.advance({ steps: experiment.steps, budget: null, record: 'end' });
  const { singularValues: s, signalShare } = leading(end);
  const isShallow = experiment.net === 'cnn' || experiment.net === 'dense';
  const depths = isShallow ? null : await testEngine.embeddings({ experiment, matrices: end.matrices });
  const attention =
    experiment.net === 'transformer' &&
    (await testEngine.attention({ experiment, frames: [first.matrices, end.matrices] }));
  return {
    data: stableRank(data),
    clean: stableRank(clean),
    stable: stableRank(s),
    effective: effectiveRank(s),
    numerical: numericalRank(s),
    gap: s[signalDimension - 1]! / s[signalDimension]!,
    share: signalShare ?? NaN,
    loss: end.loss,
    train: end.trainAccuracy,
    test: end.testAccuracy ?? NaN,
    apart: depths
      ? Math.max(
          ...depths
            .filter(({ name }) => name !== 'x')
            .map(({ noisy, clean: still }) => Math.abs(stableRank(noisy) / stableRank(still) - 1)),
        )
      : NaN,
    attentionBefore: attention ? attention[0]! : NaN,
    attention: attention ? attention[1]! : NaN,
    ratio: experiment.sigma / (criticalNoiseOf(experiment) ?? NaN),
  };
}
