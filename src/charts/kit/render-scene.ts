import { select } from 'd3';
import type { Attributes, Layer, Mark, Scene } from './scene';

/** What each element was last given: writing an attribute costs style work even where its value stays. */
const written = new WeakMap<Element, Attributes>();

/** Makes `svg` show `scene`: elements are reused by key, and only attributes that changed are written. Nothing is read from the page. */
export function renderScene(svg: SVGSVGElement, scene: Scene): void {
  const { width, height } = scene.size;
  // A label rather than a <title>, which browsers show as a tooltip over the whole chart.
  writeAttributes(svg, {
    ...scene.attributes,
    role: 'img',
    'aria-label': scene.name,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  const root = select(svg);
  // Before the layers, where assistive technology looks for it.
  root
    .selectChildren<Element, string>('desc')
    .data([scene.description])
    .join((enter) => enter.insert('desc', 'g'))
    .each(writeText);
  root
    .selectChildren<SVGGElement, Layer>('g')
    .data(scene.layers, (layer) => layer.name)
    .join('g')
    .each(renderLayer);
}

function renderLayer(this: SVGGElement, layer: Layer): void {
  writeAttributes(this, { 'data-layer': layer.name, ...layer.attributes });
  select(this)
    .selectChildren<SVGElement, Mark>()
    .data(layer.marks, (mark) => mark.key)
    .join(layer.shape)
    .each(function (mark) {
      writeAttributes(this as SVGElement, mark.attributes);
      if (mark.text !== undefined) writeText.call(this as SVGElement, mark.text);
    });
}

function writeAttributes(element: SVGElement, next: Attributes): void {
  const last = written.get(element) ?? {};
  for (const name in next) {
    if (next[name] === last[name]) continue;
    const value = next[name];
    element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  for (const name in last) if (!(name in next)) element.removeAttribute(name);
  written.set(element, next);
}

function writeText(this: Element, text: string): void {
  if (this.textContent !== text) this.textContent = text;
}
