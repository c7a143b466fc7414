import { rgb } from 'd3';
import { textBox, type Anchor, type Box } from '../kit/labels';
import type { Layer, Mark, Scene } from '../kit/scene';

/** Marks of the layer with this name. */
export function marksOf(scene: Scene, name: string): readonly Mark[] {
  return layerOf(scene, name).marks;
}

export function layerOf(scene: Scene, name: string): Layer {
  const layer = scene.layers.find((each) => each.name === name);
  if (!layer) throw new Error(`There is no layer ${name}: ${scene.layers.map((each) => each.name).join(', ')}.`);
  return layer;
}

/** The ink of every text in these layers. */
export function textBoxes(scene: Scene, ...names: string[]): { text: string; box: Box }[] {
  return names.flatMap((name) => {
    const { attributes: shared = {}, marks } = layerOf(scene, name);
    return marks.map(({ text, attributes }) => {
      const all = { ...shared, ...attributes };
      const anchor = (all['text-anchor'] ?? 'start') as Anchor;
      return {
        text: text!,
        box: textBox(
          text!,
          Number(all['font-size']),
          { x: Number(all.x), y: Number(all.y), anchor },
          all['font-weight'] === 700,
        ),
      };
    });
  });
}

/** Everything that is drawn, to be searched for what must not be there. */
export function drawn(scene: Scene): string {
  return JSON.stringify(scene.layers);
}

/** What a number that is none leaves in a scene. */
export const NO_NUMBER = /NaN|null|Infinity|undefined/;

/** Relative luminance of a colour (WCAG 2.1). */
function luminance(colour: string): number {
  const { r: red, g: green, b: blue } = rgb(colour);
  const [r, g, b] = [red, green, blue].map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast ratio, 1…21 (WCAG 2.1). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}
