import type { Measured } from '../experiment/parameters';
import { makeImages } from '../images/make-images';
import type { Assets } from '../images/assets';
import { sourceOf } from '../images/sources/list';
import type { ImageSet, PatchedImages } from '../images/patched-images';
import type { Matrix } from '../spectrum/matrix';
import type { OnProgress } from '../spectrum/progress';
import { singularValues } from '../spectrum/singular-values';
import { fastestGramProduct } from './gram/fastest-gram-product';

/** Singular values of the data, noisy and clean, descending. */
export interface DataSpectrum {
  readonly data: Float64Array;
  readonly clean: Float64Array;
  /** Of the noise alone, where it has directions of its own and somebody looks at the data. */
  readonly noise?: Float64Array | undefined;
  readonly signalDimension: number;
  /** Rows and columns of the matrix they belong to. */
  readonly rows: number;
  readonly columns: number;
}

/** Patch matrix, nP × d: every patch a row. */
export function patchMatrix({ count, patches, dimension, values }: PatchedImages): Matrix {
  return { rows: count * patches, columns: dimension, values };
}

/** Image matrix, n × Pd: every image a row. */
export function imageMatrix({ count, patches, dimension, values }: PatchedImages): Matrix {
  return { rows: count, columns: patches * dimension, values };
}

/** All singular values of the data, descending, by the fastest product that this device has. */
export async function dataSingularValues(matrix: Matrix, onProgress?: OnProgress): Promise<Float64Array<ArrayBuffer>> {
  return singularValues(matrix, onProgress, await fastestGramProduct(matrix));
}

/** Computes data spectra, and keeps the clean one while only the noise changes. */
export class DataSpectra {
  private cleanKey = '';
  private clean = new Float64Array(0);

  constructor(private readonly assets: Assets) {}

  /** @param images the experiment's images, where they have been made already. */
  async of(experiment: Measured, onProgress?: OnProgress, images?: ImageSet): Promise<DataSpectrum> {
    const matrixOf = experiment.matrix === 'patch' ? patchMatrix : imageMatrix;
    const noisy = images ?? (await makeImages(experiment, this.assets));
    const matrix = matrixOf(noisy.train);
    const data = await dataSingularValues(matrix, onProgress);
    const clean = experiment.sigma === 0 ? data : await this.cleanSpectrum(experiment, (set) => matrixOf(set.train));
    const { rows, columns } = matrix;
    const own = !images && experiment.sigma > 0 && sourceOf(experiment).hasColouredNoise?.(experiment);
    return {
      data,
      clean,
      ...(own && { noise: await this.noiseSpectrum(experiment, matrix, (set) => matrixOf(set.train)) }),
      signalDimension: noisy.signalDimension,
      rows,
      columns,
    };
  }

  /** What is left of noisy data without the clean ones. */
  private async noiseSpectrum(
    experiment: Measured,
    noisy: Matrix,
    matrixOf: (set: ImageSet) => Matrix,
  ): Promise<Float64Array> {
    const clean = matrixOf(await makeImages({ ...experiment, sigma: 0 }, this.assets)).values;
    return dataSingularValues({ ...noisy, values: Float64Array.from(noisy.values, (value, i) => value - clean[i]!) });
  }

  private async cleanSpectrum(experiment: Measured, matrixOf: (set: ImageSet) => Matrix): Promise<Float64Array> {
    const clean = { ...experiment, sigma: 0 };
    const key = `${sourceOf(clean).identity(clean)} ${clean.matrix}`;
    if (key !== this.cleanKey) {
      this.clean = await dataSingularValues(matrixOf(await makeImages(clean, this.assets)));
      this.cleanKey = key;
    }
    return this.clean;
  }
}
