import type { Attributes, Layer, Mark, Scene } from './scene';

const SVG = 'http://www.w3.org/2000/svg';

/** What each element was last given: writing an attribute costs style work even where its value stays. */
const written = new WeakMap<Element, Attributes>();
/** The elements of each parent by their keys. */
const kept = new WeakMap<Element, ReadonlyMap<string, SVGElement>>();

/** The layer that each group shows. */
const shown = new WeakMap<Element, Layer>();

/**
 * Makes `svg` show `scene`: elements are reused by key, and only attributes that changed are written; of a layer that is the
 * same object as before, none is looked at. Nothing is read from the page.
 */
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
  // The description stands before the layers, where assistive technology looks for it.
  const parts: readonly Part[] = [
    { key: 'desc', shape: 'desc', text: scene.description },
    ...scene.layers.map(({ name, attributes }) => ({
      key: `layer ${name}`,
      shape: 'g',
      attributes: { 'data-layer': name, ...attributes },
    })),
  ];
  const [, ...groups] = renderParts(svg, parts);
  scene.layers.forEach((layer, i) => {
    const group = groups[i];
    if (!group || shown.get(group) === layer) return;
    renderParts(group, layer.marks, layer.shape);
    shown.set(group, layer);
  });
}

/** An element to be: a mark, or something that has a shape of its own. */
interface Part extends Partial<Mark> {
  readonly key: string | number;
  readonly shape?: string;
}

/** Gives `parent` these children, in this order. */
function renderParts(parent: SVGElement, parts: readonly Part[], shape = ''): SVGElement[] {
  const before = kept.get(parent);
  const after = new Map<string, SVGElement>();
  for (const part of parts) {
    const key = String(part.key);
    const element = before?.get(key) ?? parent.ownerDocument.createElementNS(SVG, part.shape ?? shape);
    if (part.attributes) writeAttributes(element, part.attributes);
    if (part.text !== undefined && element.textContent !== part.text) element.textContent = part.text;
    after.set(key, element);
  }
  if (before) for (const [key, element] of before) if (!after.has(key)) element.remove();
  const elements = [...after.values()];
  // From the last, so that an element that stays in its place is not moved.
  let next: Element | null = null;
  for (const element of elements.toReversed()) {
    if (element.parentNode !== parent || element.nextSibling !== next) parent.insertBefore(element, next);
    next = element;
  }
  kept.set(parent, after);
  return elements;
}

/** Hundredths of a pixel are not seen. */
const rounded = (value: string | number | undefined) =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

function writeAttributes(element: SVGElement, next: Attributes): void {
  const last = written.get(element) ?? {};
  for (const name in next) {
    const value = next[name];
    if (value === undefined || rounded(value) === rounded(last[name])) continue;
    element.setAttribute(name, String(rounded(value)));
  }
  for (const name in last) if (!(name in next)) element.removeAttribute(name);
  written.set(element, next);
}
