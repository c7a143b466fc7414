import type { PatchedImages } from '../../../../images/patched-images';
import { distinctRows } from '../distinct-rows';
import { panelRows, tileUnits, type Machine } from './kernel';
import { roundUp } from '../round-up';

/** A set of images whose distinct patches lie in the kernel's memory, one after another; a row of zeros follows them. */
export class KeptImages {
  readonly columns: number;
  readonly rows: number;
  readonly at: number;
  /** The distinct row of each patch, −1 for one of zeros. */
  readonly rowOfPatch: Int32Array;

  constructor(
    machine: Machine,
    readonly images: PatchedImages,
  ) {
    const { dimension, values } = images;
    const { sources, rowOfPatch } = distinctRows(images);
    this.rowOfPatch = rowOfPatch;
    this.columns = roundUp(dimension, tileUnits);
    this.rows = sources.length;
    this.at = machine.take((this.rows + 1) * this.columns);
    const floats = machine.floats(this.at, this.rows * this.columns);
    sources.forEach((source, row) => {
      floats.set(values.subarray(source * dimension, (source + 1) * dimension), row * this.columns);
    });
  }
}

/** Where the patches of some images stand in panels, while a network looks at them. */
export class Stage {
  /** Images, and panels of rows, that are on it. */
  count = 0;
  panels = 0;
  /** At most. */
  readonly mostPanels: number;
  /** [panel][columns][8]. */
  readonly rows: number;
  /** The row of each patch of each image on it, −1 for one of zeros. */
  readonly which: number;
  /** Labels of the images on it. */
  readonly labels: Float64Array;
  private readonly sources: number;

  /** @param most images. @param mostRows of their patches, where they are known to be fewer. */
  constructor(
    private readonly machine: Machine,
    readonly patches: number,
    readonly columns: number,
    readonly most: number,
    mostRows = most * patches,
  ) {
    this.mostPanels = Math.ceil(mostRows / panelRows);
    this.rows = machine.take(this.mostPanels * panelRows * columns);
    this.which = machine.take(most * patches);
    this.sources = machine.take(this.mostPanels * panelRows);
    this.labels = new Float64Array(most);
  }

  /** The row of each patch, to read. */
  rowOfPatch(): Int32Array {
    return this.machine.integers(this.which, this.count * this.patches);
  }

  /** Puts images there. @param chosen at most `most`, by their place in the set. */
  load(kept: KeptImages, chosen: Int32Array): void {
    const { patches } = this;
    this.count = chosen.length;
    const which = this.rowOfPatch(),
      sources = this.machine.integers(this.sources, this.mostPanels * panelRows);
    const places = new Map<number, number>();
    chosen.forEach((image, i) => {
      this.labels[i] = kept.images.labels[image]!;
      for (let p = 0; p < patches; p++) {
        const source = kept.rowOfPatch[image * patches + p]!;
        let place = source < 0 ? -1 : (places.get(source) ?? -1);
        if (source >= 0 && place < 0) {
          place = places.size;
          places.set(source, place);
          sources[place] = source;
        }
        which[i * patches + p] = place;
      }
    });
    this.panels = Math.ceil(places.size / panelRows);
    sources.fill(kept.rows, places.size, this.panels * panelRows);
    this.machine.kernel.gather(kept.at, kept.columns, this.sources, this.panels, this.rows);
  }
}
