import { expect, it } from 'vitest';
import { run } from '../../../cli/run';
import { nothingToSay } from '../../../cli/testing';
import { decodeLink } from '../../experiment/link';
import { stateAtEnd, testEngine } from '../../store/testing-runs';
import { answered, show } from '../../ui/testing/render';
import { Theory } from './panel';

interface CommandLine {
  history: { stableRank: number }[];
  data: { stableRank: number; effectiveRank: number; imageStableRank: number };
  clean: { stableRank: number; imageStableRank: number };
}

it('the numbers are those of the command line, at d = 64 and σ = 1/4 where they can be told in the head', async () => {
  const { experiment } = decodeLink('#sigma=0.25&steps=60&backend=wasm');
  const { data, clean, history } = (await run(
    { source: { experiment }, steps: null, every: 60, backend: 'wasm' } as never,
    nothingToSay,
  )) as CommandLine;
  const image = await testEngine.spectrum({ experiment: { ...experiment, matrix: 'image' } });
  await show(<Theory visible />, {
    room: 600,
    state: answered(await stateAtEnd(experiment, 60), 'otherMatrix', image),
  });
  const rank = (row: string, notion: string) =>
    Number(document.querySelector(`[data-row="${row}"] [data-notion="${notion}"]`)!.getAttribute('data-value'));
  const term = (name: string) => document.querySelector(`[data-term="${name}"]`)!.textContent;
  expect(rank('noisy-patch', 'stable')).toBeCloseTo(data.stableRank, 8);
  expect(rank('noisy-patch', 'effective')).toBeCloseTo(data.effectiveRank, 8);
  expect(rank('noisy-image', 'stable')).toBeCloseTo(data.imageStableRank, 8);
  expect(rank('clean-patch', 'stable')).toBeCloseTo(clean.stableRank, 8);
  expect(rank('clean-image', 'stable')).toBeCloseTo(clean.imageStableRank, 8);
  expect(rank('shown-filters', 'stable')).toBeCloseTo(history.at(-1)!.stableRank, 6);
  expect(rank('initial-filters', 'stable')).toBeCloseTo(history[0]!.stableRank, 6);
  // SNR = 4/√58 and n·SNR³ = 34.8.
  expect(term('snr')).toBe('0.525');
  expect(term('race')).toBe('34.8 > 6');
  expect(term('critical')).toBe('0.427');
  expect(term('ratio')).toBe('0.58');
  expect(document.querySelector('[data-found="measured"]')!.textContent).toBe(data.stableRank.toFixed(1));
  expect(Math.abs(Number(term('predicted')) / data.stableRank - 1)).toBeLessThan(0.05);
});

it('digits have no K and no critical noise, and the panel says so', async () => {
  const { experiment } = decodeLink('#data=mnist&sigma=0.3&m=4&n=40&lr=0.25&steps=5&backend=wasm');
  await show(<Theory visible />, { room: 600, state: await stateAtEnd(experiment) });
  expect(document.body.textContent).toContain(
    'MNIST digits are not made of signal vectors of one norm: there is no K, so there is no σ* either.',
  );
  expect(document.querySelector('[data-term="predicted"]')!.textContent).toBe('none');
  expect(document.querySelector('[data-term="critical"]')).toBeNull();
});
