// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderScene } from './render-scene';
import type { Layer, Scene } from './scene';

const layer = (name: string, ...keys: number[]): Layer => ({
  name,
  shape: 'rect',
  marks: keys.map((key) => ({ key, attributes: { x: 10 * key, width: 2 } })),
});
const scene = (...layers: Layer[]): Scene => ({
  size: { width: 100, height: 50 },
  name: 'name',
  description: 'what can be seen',
  attributes: { fill: 'none' },
  layers,
});
const svgElement = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg');
const xs = (svg: SVGSVGElement) => Array.from(svg.querySelectorAll('rect'), (rect) => rect.getAttribute('x'));

describe('a scene in an element', () => {
  it('has its description first, then its layers from back to front', () => {
    const svg = svgElement();
    renderScene(svg, scene(layer('back', 1), layer('front', 2)));
    expect(Array.from(svg.children, (child) => child.getAttribute('data-layer') ?? child.tagName)).toEqual([
      'desc',
      'back',
      'front',
    ]);
    expect(svg.getAttribute('aria-label')).toBe('name');
  });
  it('keeps the element of a mark that keeps its key, wherever it comes to stand', () => {
    const svg = svgElement();
    renderScene(svg, scene(layer('marks', 1, 2, 3)));
    const [first, second] = svg.querySelectorAll('rect');
    renderScene(svg, scene(layer('marks', 2, 4, 1)));
    expect(xs(svg)).toEqual(['20', '40', '10']);
    expect([...svg.querySelectorAll('rect')].map((rect) => [first, second].indexOf(rect))).toEqual([1, -1, 0]);
  });
  it('keeps layers in their order when one comes between, and drops those that are gone', () => {
    const svg = svgElement();
    renderScene(svg, scene(layer('a', 1), layer('c', 3)));
    renderScene(svg, scene(layer('a', 1), layer('b', 2), layer('c', 3)));
    expect(xs(svg)).toEqual(['10', '20', '30']);
    renderScene(svg, scene(layer('b', 2)));
    expect(xs(svg)).toEqual(['20']);
  });
  it('writes what changed alone', () => {
    const svg = svgElement();
    renderScene(svg, scene(layer('marks', 1, 2)));
    const changes = new MutationObserver(() => undefined);
    changes.observe(svg, { subtree: true, childList: true, attributes: true, characterData: true });
    renderScene(svg, scene(layer('marks', 1, 2)));
    expect(changes.takeRecords()).toEqual([]);
    const moved = { ...layer('marks', 1), marks: [{ key: 1, attributes: { x: 11, width: 2 } }] };
    renderScene(svg, scene(moved));
    expect(changes.takeRecords().map(({ type, attributeName }) => attributeName ?? type)).toEqual(['x', 'childList']);
  });
  it('does not look at a layer that is the same object as before', () => {
    const svg = svgElement();
    let looks = 0;
    const still: Layer = {
      ...layer('still'),
      get marks() {
        looks++;
        return layer('still', 1).marks;
      },
    };
    for (const key of [2, 3, 4]) renderScene(svg, scene(still, layer('moving', key)));
    expect(looks).toBe(1);
    expect(xs(svg)).toEqual(['10', '40']);
  });
  it('rounds numbers to a hundredth of a pixel, and drops attributes that are no longer given', () => {
    const svg = svgElement();
    const circle = (attributes: Layer['attributes'] = {}): Layer => ({
      name: 'marks',
      shape: 'circle',
      marks: [{ key: 0, attributes }],
    });
    renderScene(svg, scene(circle({ r: 1 / 3, fill: 'red' })));
    expect(svg.querySelector('circle')?.getAttribute('r')).toBe('0.33');
    renderScene(svg, scene(circle({ r: 2 })));
    expect(svg.querySelector('circle')?.getAttributeNames()).toEqual(['r']);
  });
});
