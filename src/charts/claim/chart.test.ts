import { describe, expect, it } from 'vitest';
import { overlap, type Box } from '../kit/labels';
import { darkTheme, lightTheme, projectorTheme, themeAt, type ChartTheme } from '../kit/theme';
import { contrast, drawn, layerOf, marksOf, NO_NUMBER, textBoxes } from '../testing/scenes';
import { cases, claim, handleAt } from './cases';
import { claimChart, claimSlider } from './chart';
import type { ClaimCurve, ClaimData, ClaimPoint } from './data';
import { claimFrame, claimTheme } from './frame';
import { groundColour } from './ground';
import { sharePieces } from './share';
import { claimLines } from './curves';
import { lineBoxes } from './labels';

const size = { width: 960, height: 380 };
const scene = (data: ClaimData, at = size, theme = lightTheme) => claimChart.scene(data, at, theme);
const withCurve = (change: Partial<ClaimCurve>): ClaimData => ({ ...claim, curve: { ...claim.curve, ...change } });

const rooms: readonly (readonly [width: number, height: number, theme: ChartTheme])[] = [
  [240, 135, lightTheme],
  [288, 200, lightTheme],
  [320, 240, lightTheme],
  [358, 300, darkTheme],
  [480, 190, lightTheme],
  [480, 270, projectorTheme],
  [640, 300, projectorTheme],
  [960, 380, lightTheme],
  [960, 540, projectorTheme],
  [1170, 460, projectorTheme],
  [1800, 700, lightTheme],
  [3600, 1400, themeAt(lightTheme, 2.2)],
];
const words = ['names', 'told', 'axes', 'y-ticks', 'x-ticks', 'now', 'readings'];

describe('the claim as a picture', () => {
  it('has words that never collide and never leave the chart, from phones to projectors, wherever the handle is', () => {
    const wrong: string[] = [];
    for (const [width, height, theme] of rooms) {
      for (const [state, { data }] of Object.entries(cases.states)) {
        for (let i = 0; i < 13; i += 2) {
          const handle = data.handle && handleAt(i, data.curve.points[i] ? data.curve.points : undefined);
          const boxes = textBoxes(scene({ ...data, handle }, { width, height }, theme), ...words);
          boxes.forEach(({ text, box }, k) => {
            const where = `${text} in ${state} at ${width} × ${height}, level ${i}`;
            if (box.left < -0.5 || box.right > width + 0.5 || box.top < -0.5 || box.bottom > height + 0.5)
              wrong.push(`${where} is cut`);
            for (const other of boxes.slice(k + 1))
              if (overlap(box, other.box)) wrong.push(`${where}, on ${other.text}`);
          });
        }
      }
    }
    expect(wrong).toEqual([]);
  });
  it('writes both values at the handle, and none over a curve or a mark', () => {
    for (const [width, height, theme] of rooms) {
      const own = claimTheme(theme, { width, height });
      const frame = claimFrame(claim.curve, { width, height }, own);
      const lines = lineBoxes(claimLines(claim.curve, frame), frame.radius);
      for (let i = 0; i < 13; i++) {
        const found = textBoxes(scene({ ...claim, handle: handleAt(i) }, { width, height }, theme), 'readings');
        // In the smallest frame a name may have taken the place.
        expect(found.length, `at ${width} × ${height}, level ${i}`).toBeGreaterThanOrEqual(width < 288 ? 1 : 2);
        const covered = (box: Box) => lines.some((line) => overlap(box, line));
        expect(found.filter(({ box }) => covered(box))).toEqual([]);
      }
    }
  });
  it('writes nothing under 13 px where the page is 1280 wide, and values in large type', () => {
    for (const layer of scene(claim).layers)
      if (layer.shape === 'text')
        expect(Number(layer.attributes?.['font-size']), layer.name).toBeGreaterThanOrEqual(13);
    expect(layerOf(scene(claim), 'readings').attributes!['font-size']).toBe(24);
  });
  it('says what the noisy ground is inside of it, and right of its edge', () => {
    const { x, plot } = claimFrame(claim.curve, size, claimTheme(lightTheme, size));
    const told = textBoxes(scene(claim), 'told');
    expect(told.map(({ text }) => text).join(' ')).toBe(claim.curve.told[0]);
    for (const { box } of told) {
      expect(box.left).toBeGreaterThan(x(claim.curve.half!));
      expect(box.right).toBeLessThan(plot.right);
    }
    expect(textBoxes(scene(withCurve({ noisy: [], half: null })), 'told')).toEqual([]);
  });
  it('colours the filters’ curve from blue to vermillion as their energy becomes noise, and dashes it from one half on', () => {
    const pieces = marksOf(scene(claim), 'filters');
    expect(pieces[0]!.attributes['stroke']).toBe('rgb(0, 114, 178)');
    expect(pieces.at(-1)!.attributes['stroke']).toBe('rgb(213, 94, 0)');
    const { x } = claimFrame(claim.curve, size, claimTheme(lightTheme, size));
    const from = (mark: (typeof pieces)[number]) => Number(/^M([\d.]+)/.exec(String(mark.attributes['d']))![1]);
    const half = x(claim.curve.half!);
    for (const mark of pieces) expect('stroke-dasharray' in mark.attributes).toBe(from(mark) > half - 1);
  });
  it('tells data, signal and noise apart by the shape of the marks', () => {
    const shapes = (prefix: string) =>
      marksOf(scene(claim), 'marks')
        .filter(({ key }) => String(key).startsWith(prefix))
        .map(
          ({ attributes }) => `${attributes['d']} ${attributes['fill'] === lightTheme.background ? 'hollow' : 'full'}`,
        );
    const data = new Set(shapes('data'));
    const filters = shapes('filters');
    expect(data.size).toBe(1);
    expect(new Set(filters).size).toBe(2);
    expect(filters.some((shape) => data.has(shape))).toBe(false);
    expect(filters.slice(0, 7).every((shape) => shape.endsWith('full'))).toBe(true);
    expect(filters.slice(7).every((shape) => shape.endsWith('hollow'))).toBe(true);
  });
  it('hatches the track where noise leads, and colours it as far as the share is known', () => {
    expect(marksOf(scene(claim), 'hatch')).toHaveLength(1);
    expect(marksOf(scene(withCurve({ points: claim.curve.points.slice(0, 6) })), 'hatch')).toEqual([]);
    expect(marksOf(scene(withCurve({ points: [] })), 'track').map(({ key }) => key)).toEqual(['whole']);
  });
  it('fades the prediction as runs come, and drops it once all are there', () => {
    const at = (progress: number) => layerOf(scene(withCurve({ progress })), 'predicted');
    const strength = (progress: number) => contrast(String(at(progress).attributes!['stroke']), lightTheme.background);
    expect(strength(0)).toBeGreaterThan(strength(0.5));
    expect(at(0.9).marks).toHaveLength(1);
    expect(at(1).marks).toEqual([]);
    expect(textBoxes(scene(withCurve({ points: [], progress: 0 })), 'names').map(({ text }) => text)).toEqual([
      'predicted',
      'clean data',
    ]);
  });
  it('names runs that diverged, and rings those that the visitor made', () => {
    const lost = claim.curve.points.map((point, i): ClaimPoint =>
      i < 9 ? point : { ...point, filters: null, lost: true },
    );
    expect(marksOf(scene(withCurve({ points: lost })), 'lost')).toHaveLength(4);
    expect(textBoxes(scene(withCurve({ points: lost })), 'names').map(({ text }) => text)).toContain('diverged');
    const own = claim.curve.points.map((point, i) => ({ ...point, own: i === 2 }));
    const rings = marksOf(scene(withCurve({ points: own })), 'marks').filter(({ key }) => String(key).endsWith('own'));
    expect(rings.map(({ key }) => key)).toEqual(['data-2-own', 'filters-2-own']);
  });
  it('moves the handle alone while the noise moves', () => {
    const [before, after] = [4, 9].map((i) => scene({ ...claim, handle: handleAt(i) }).layers);
    const moved = after!.filter((layer, i) => layer !== before![i]).map(({ name }) => name);
    expect(moved).toEqual(['handle', 'highlight', 'reading-marks', 'readings', 'x-ticks', 'now']);
  });
  it('draws values that are no numbers, and a noise beyond the axis, as nothing', () => {
    const points = [
      { x: 0, data: NaN, filters: Infinity, share: NaN },
      { x: 0.1, data: 6, filters: null, share: null },
    ];
    for (const each of [points, []])
      expect(drawn(scene(withCurve({ points: each, noisy: [], half: null })))).not.toMatch(NO_NUMBER);
    expect(marksOf(scene({ ...claim, handle: { ...handleAt(4), x: 2 } }), 'handle')).toEqual([]);
  });
  it('finds the noise under a pointer anywhere in the plot and on the track', () => {
    const { plot, x } = claimFrame(claim.curve, size, claimTheme(lightTheme, size));
    const at = (px: number, py: number) => claimChart.hit?.({ x: px, y: py }, claim, size, lightTheme);
    for (const sigma of [0, 0.2, 0.6]) expect(at(x(sigma), (plot.top + plot.bottom) / 2)).toBeCloseTo(sigma);
    expect(at(plot.left - 5, plot.bottom + 10)).toBe(0);
    expect(at(plot.right + 5, plot.bottom + 10)).toBeCloseTo(0.6);
    expect(at(x(0.2), size.height - 2)).toBeNull();
  });
  it('lays its slider along the axis', () => {
    const slider = claimSlider(claim, size, lightTheme);
    const { plot } = claimFrame(claim.curve, size, claimTheme(lightTheme, size));
    expect(slider.plot).toEqual(plot);
    expect(slider.middle).toBeGreaterThan(plot.bottom);
    expect(slider.middle + slider.thumb / 2).toBeLessThan(size.height);
  });
  it('can be read on the noisy ground: 4.5 to 1 under every theme', () => {
    for (const theme of [lightTheme, darkTheme, projectorTheme])
      expect(contrast(theme.data.text, groundColour(theme))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a line in pieces', () => {
  it('is cut where noise takes the lead, whatever is known beside it', () => {
    const at = (x: number, share: number | null) => ({ x, y: 0, share });
    const pieces = sharePieces([at(0, 1), at(10, 0)]);
    expect(pieces.filter(({ noise }) => noise)[0]!.from.x).toBeCloseTo(5);
    expect(pieces.at(-1)!.to.x).toBe(10);
    expect(sharePieces([at(0, null), at(10, 0.2)])).toMatchObject([{ share: 0.2, noise: true }]);
    expect(sharePieces([at(0, null), at(10, null)])).toMatchObject([{ share: null, noise: false }]);
    expect(sharePieces([at(0, 1)])).toEqual([]);
  });
});
