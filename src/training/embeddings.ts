import type { Measured } from '../experiment/parameters';
import { settingsOf, type Embedding } from '../network/architecture';
import type { WeightMatrix } from '../network/matrices';
import type { PatchedImages } from '../images/patched-images';
import { dataSingularValues } from './data-spectrum';
import type { ImagePair, ImagePairs } from './image-pairs';
import { networkFor } from './said-of';

/** What training images have become somewhere in a network, as singular values, descending. */
export interface EmbeddingSpectra {
  readonly name: Embedding['name'];
  /** What its rows are: patches, or images, where those are asked for or patches are no longer apart. */
  readonly rows: Measured['matrix'];
  readonly noisy: Float64Array;
  readonly clean: Float64Array;
}

export interface EmbeddingsParams {
  /** Its `matrix` says whether a row is a patch, or an image as the sum over its patches. */
  readonly experiment: Measured;
  /** Of a step of its run, in the network's order. */
  readonly matrices: readonly WeightMatrix[];
}

/** Spectra of what images become on their way through networks; those of the images themselves are kept, as no step changes them. */
export class Embeddings {
  private kept: {
    readonly pair: ImagePair;
    readonly matrix: Measured['matrix'];
    readonly spectra: EmbeddingSpectra;
  } | null = null;

  constructor(private readonly pairs: ImagePairs) {}

  /** @returns in the network's order; null where the matrices are those of another network. */
  async of({ experiment, matrices }: EmbeddingsParams): Promise<readonly EmbeddingSpectra[] | null> {
    const { matrix } = experiment;
    const pair = await this.pairs.of(experiment);
    const embedded = (images: PatchedImages) => {
      const network = networkFor({ experiment, matrices, images });
      return network && network.architecture.embed(matrices, settingsOf(experiment), network.seen);
    };
    const noisy = embedded(pair.noisy);
    const clean = pair.clean === pair.noisy ? noisy : embedded(pair.clean);
    if (!noisy || !clean) return null;
    const spectra: EmbeddingSpectra[] = [];
    for (const [i, one] of noisy.entries()) {
      const kept =
        one.name === 'x' && this.kept?.pair === pair && this.kept.matrix === matrix ? this.kept.spectra : null;
      spectra.push(kept ?? (await spectraOf(one, clean[i]!, matrix)));
    }
    const images = spectra.find(({ name }) => name === 'x');
    if (images) this.kept = { pair, matrix, spectra: images };
    return spectra;
  }
}

async function spectraOf(noisy: Embedding, clean: Embedding, matrix: Measured['matrix']): Promise<EmbeddingSpectra> {
  const rows = noisy.patch && matrix === 'patch' ? 'patch' : 'image';
  const of = (one: Embedding) => dataSingularValues((rows === 'patch' ? one.patch : null) ?? one.pooled);
  const values = await of(noisy);
  return { name: noisy.name, rows, noisy: values, clean: clean === noisy ? values : await of(clean) };
}
