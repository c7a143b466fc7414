import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelNames, usualPanels } from '../experiment/parameters';
import {
  embedLayout,
  gap,
  padding,
  sliderHeight,
  tourHeight,
  transportHeight,
  type EmbedRequest,
} from './embed-layout';

const request = (patch: Partial<EmbedRequest> = {}): EmbedRequest => ({
  width: 960,
  height: 600,
  panels: usualPanels,
  panelsNamed: false,
  controls: 3,
  controlsNamed: false,
  tour: false,
  projector: false,
  ...patch,
});

/** What the layout takes, from top to bottom. */
function total({ heights, rows, sliderRows }: ReturnType<typeof embedLayout>, tour = false): number {
  return (
    2 * padding +
    (tour ? tourHeight + gap : 0) +
    transportHeight +
    sliderRows * sliderHeight +
    (sliderRows > 0 ? gap : 0) +
    rows.reduce((sum, [panel]) => sum + heights.get(panel!)! + gap, 0)
  );
}

describe('an embedded page', () => {
  it('fits any frame from 320 × 240 to a wall of screens, whatever is asked of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 5000 }),
        fc.integer({ min: 240, max: 3000 }),
        fc.subarray([...panelNames], { minLength: 1 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 24 }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (width, height, panels, panelsNamed, controls, controlsNamed, tour, projector) => {
          const layout = embedLayout({ width, height, panels, panelsNamed, controls, controlsNamed, tour, projector });
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
