import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelNames, usualPanels, type PanelName } from '../experiment/parameters';
import { titleHeight } from '../panels/framed';
import { panelOf } from '../panels/list';
import { embedLayout, gap, headHeight, padding, tourHeight, type EmbedRequest } from './embed-layout';

const request = (patch: Partial<EmbedRequest> = {}): EmbedRequest => ({
  width: 960,
  height: 600,
  panels: usualPanels,
  panelsNamed: false,
  controls: 3,
  controlsNamed: false,
  noise: false,
  transport: true,
  tour: false,
  projector: false,
  ...patch,
});

/** What the layout takes, from top to bottom. */
function total(layout: ReturnType<typeof embedLayout>, tour = false): number {
  return (
    2 * padding +
    (tour ? tourHeight + gap : 0) +
    headHeight(layout) +
    layout.rows.reduce((sum, [panel]) => sum + layout.heights.get(panel!)! + gap, 0)
  );
}

describe('an embedded page', () => {
  it('fits any frame from 240 × 135 to a wall of screens, whatever is asked of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 5000 }),
        fc.integer({ min: 135, max: 3000 }),
        fc.subarray([...panelNames], { minLength: 1 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 24 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (width, height, panels, panelsNamed, controls, controlsNamed, noise, asked, projector) => {
          // The words of a step are told in frames that have room for them.
          const tour = asked && height >= 240;
          const layout = embedLayout(
            request({ width, height, panels, panelsNamed, controls, controlsNamed, noise, tour, projector }),
          );
          expect(layout.heights.size).toBeGreaterThan(0);
          expect(total(layout, tour)).toBeLessThanOrEqual(height);
          for (const [panel, room] of layout.heights) {
            expect(panels).toContain(panel);
            expect(room).toBeGreaterThanOrEqual(32);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('shows the usual panels and controls where there is room, spectra side by side', () => {
    const layout = embedLayout(request());
    expect([...layout.heights.keys()]).toEqual([...usualPanels]);
    expect(layout).toMatchObject({
      rows: [['curve'], ['data', 'filters'], ['training']],
      sliderRows: 1,
      extras: true,
      compact: false,
    });
    expect(layout.heights.get('data')).toBe(layout.heights.get('filters'));
  });

  it('keeps the curve in the smallest frame', () => {
    const layout = embedLayout(request({ width: 320, height: 240 }));
    expect([...layout.heights.keys()]).toEqual(['curve']);
    expect(layout).toMatchObject({ sliderRows: 0, compact: true });
  });

  it('gives up other controls before the buttons, and the noise slider last of all, which stands beside them', () => {
    const at = (height: number) =>
      embedLayout(request({ width: 480, height, panels: ['tiles'], panelsNamed: true, noise: true }));
    expect(at(400)).toMatchObject({ controls: 'all', transport: true });
    expect(at(230)).toMatchObject({ controls: 'noise', transport: true, sliderRows: 0 });
    expect(at(190)).toMatchObject({ controls: 'noise', transport: false });
    expect(at(140)).toMatchObject({ controls: 'none', transport: false });
  });

  it('has room for the title of a panel that has none of its own', () => {
    const room = (panel: PanelName) => panelOf(panel).room;
    const { heights } = embedLayout(request({ width: 480, height: 210, panels: ['tiles'], panelsNamed: true }));
    expect(heights.get('tiles')).toBeGreaterThanOrEqual(room('tiles').least + titleHeight);
    expect(panelNames.filter((name) => room(name).titled)).toEqual(['figures', 'curve', 'data', 'filters', 'training']);
  });

  it('gives up controls before panels that were asked for, and panels before controls that were asked for', () => {
    expect(embedLayout(request({ height: 440, panelsNamed: true })).sliderRows).toBe(0);
    expect([...embedLayout(request({ height: 440, panelsNamed: true })).heights.keys()]).toEqual([...usualPanels]);
    const named = embedLayout(request({ height: 440, controlsNamed: true }));
    expect(named.sliderRows).toBe(1);
    expect(named.heights.has('training')).toBe(false);
  });

  it('gives curve and spectra most of a projector’s frame, and gives up training and other sliders for it', () => {
    // The frames that slides have, where type is 1.3 times as large as usual.
    for (const [width, height] of [
      [960, 540],
      [1280, 720],
      [1920, 1080],
    ] as const) {
      const { heights } = embedLayout(request({ width: width / 1.3, height: height / 1.3, projector: true }));
      expect((heights.get('curve')! + heights.get('data')!) / (height / 1.3)).toBeGreaterThan(0.55);
      expect(heights.get('curve')).toBeGreaterThan(heights.get('data')!);
    }
  });

  it('leaves room for the words of a step of the tour, even in the smallest frame', () => {
    const smallest = request({ width: 320, height: 240, tour: true });
    expect([...embedLayout(smallest).heights.keys()]).toEqual(['curve']);
    expect(total(embedLayout(request({ tour: true })), true)).toBeGreaterThan(600 - 8);
  });

  it('fills the frame', () => {
    for (const [width, height] of [
      [640, 480],
      [1280, 720],
      [1920, 1080],
      [3840, 2160],
    ] as const) {
      expect(total(embedLayout(request({ width, height })))).toBeGreaterThan(height - 8);
    }
  });
});
