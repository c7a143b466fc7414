import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../experiment/link';
import { defaults } from '../experiment/parameters';
import { anyExperiment } from '../experiment/testing';
import { embedCode, embedLink, pageLink } from './links';

const page = 'https://example.org/rank/index.html?sigma=1#k=2';

describe('a link to share', () => {
  it('opens the same experiment in the whole page, whatever it was shown in', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const step = Math.min(7, experiment.steps);
        const link = pageLink(page, experiment, step);
        expect(link.startsWith('https://example.org/rank/index.html')).toBe(true);
        expect(decodeLink(link)).toEqual({
          experiment: { ...experiment, embed: false, show: [], controls: [], ground: 'page', step },
          notices: [],
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is the bare address for the default experiment', () => {
    expect(pageLink(page, defaults)).toBe('https://example.org/rank/index.html');
  });

  it('opens in a frame with the panels and controls that were chosen', () => {
    const choice = {
      show: ['filters'],
      controls: ['sigma', 'm'],
      theme: 'dark',
      ground: 'transparent',
      autoplay: false,
    } as const;
    expect(decodeLink(embedLink(page, { ...defaults, sigma: 0.3 }, choice))).toEqual({
      experiment: { ...defaults, ...choice, sigma: 0.3, embed: true },
      notices: [],
    });
  });

  it('stands in an attribute of HTML without breaking out of it', () => {
    const code = embedCode('https://example.org/"><script>#a=1&b=2', 640, 400, 'Rank "under" <noise>');
    expect(code).toContain('src="https://example.org/&quot;>&lt;script>#a=1&amp;b=2"');
    expect(code).toContain('title="Rank &quot;under&quot; &lt;noise>"');
    expect(code).toMatch(/^<iframe [^<]*><\/iframe>$/);
  });
});
