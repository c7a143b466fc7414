import { expect, it } from 'vitest';
import { button, finished, holds, move, openFinished, openPage, panel, read, small, story, whole } from './testing';

/** Without what else a pointer does, which on a whole page takes jsdom long. */
const press = (name: string | RegExp, within: ParentNode) => button(name, within).click();
const range = (within: ParentNode) => within.querySelector<HTMLInputElement>('input[type=range]')!;

it('what can be done where the text speaks of it is done to the page, and the text follows', async () => {
  const { app } = await openFinished('#n=60&m=8&steps=120&levels=3');
  await whole();
  const { clean, data, filters } = read();
  // The page's own slider stays the only one of its name.
  const named = [...document.querySelectorAll<HTMLInputElement>('input[type=range]')].filter(({ labels, ariaLabel }) =>
    /Background noise/.test(labels?.[0]?.textContent ?? ariaLabel ?? ''),
  );
  expect(named).toHaveLength(1);

  // Six equal values add up to 6, one alone to 1, 1 + 1/4 + 1/16 + … to 1.3, and the data to their stable rank.
  const rank = await story('rank');
  const sum = () => rank.element.querySelector('[data-sum]')!.getAttribute('data-sum');
  expect(sum()).toBe('6.0');
  press('One alone', rank.element);
  await holds(() => expect(sum()).toBe('1.0'));
  expect(button('One alone', rank.element).getAttribute('aria-pressed')).toBe('true');
  move(range(rank.element), 0.5);
  await holds(() => expect(sum()).toBe('1.3'));
  for (const [name, value] of [
    ['Clean data', clean],
    ['Noisy data', data],
    ['Filters', filters],
  ] as const) {
    press(name, rank.element);
    await holds(() => expect(sum()).toBe(value.toFixed(1)));
  }

  const noise = await story('noise');
  await holds(() => expect(noise.told()).toContain(`is ${data.toFixed(1)}, of `));
  move(range(noise.element), 0.1);
  await holds(() => expect(noise.told()).toContain('At σ = 0.1 '));
  press(/^Take the noise away/, noise.element);
  await holds(() => expect(noise.told()).toContain('At σ = 0 there is no noise'));
  press('Put it back: σ = 0.1', noise.element);
  await holds(() => expect(noise.told()).toContain('At σ = 0.1 '));
  await holds(() => expect(location.hash).toContain('sigma=0.1'));

  const winner = await story('winner');
  await holds(() => expect(winner.told()).toMatch(/Of the 16 filters, \d+ follow/));
  const closers = async () =>
    [...(await panel('alignment')).element.querySelectorAll('button')].filter((each) =>
      each.textContent.startsWith('Close'),
    );
  await holds(() => button(/^Follow one filter/, winner.element));
  press(/^Follow one filter/, winner.element);
  await holds(() => expect(app.store.getState().picked).not.toBeNull());
  await holds(async () => expect(await closers()).toHaveLength(1));
  press(/^Let go/, winner.element);
  await holds(async () => expect(await closers()).toHaveLength(0));

  // The sweep stands below the prose that speaks of it, and is drawn there once it is asked for.
  const sweep = await panel('sweep');
  expect(sweep.element.querySelector('svg')).toBeNull();
  press(/^Draw the curve/, sweep.element);
  await holds(() => expect(sweep.element.querySelectorAll('.point-grid button')).toHaveLength(3));
  await holds(() => expect(sweep.element.textContent).toContain('3 runs made'));

  // What a button changes is said beside it.
  const limit = await story('limit');
  const race = await story('race');
  await holds(() => expect(race.told()).toContain('the signal is ahead'));
  const before = limit.told();
  press(/^Go past σ\*/, limit.element);
  await holds(() => expect(race.told()).toContain('noise is ahead'));
  await finished();
  await holds(() => expect(limit.told()).toMatch(/^Of what training changed in the filters, .*\. [A-Z]/));
  expect(limit.told()).not.toBe(before);
  press(/^Go well below/, limit.element);
  await holds(() => expect(race.told()).toContain('the signal is ahead'));
});

it('digits are trained on from the text, and left again; the paper can be cited, and is not the page’s', async () => {
  await openFinished(small);
  await whole();
  const race = await story('race');
  const digits = await story('digits');
  press(/^Train on digits/, digits.element);
  await holds(() => expect(location.hash).toContain('data=mnist'));
  await finished();
  await holds(() => expect(digits.told()).toMatch(/Without noise it is \d\.\d: the data look far richer/));
  await holds(() => expect(race.told()).toContain('There is no K'));
  expect(race.element.querySelector('math')).toBeNull();
  press(/^Go back to synthetic/, digits.element);
  await holds(() => expect(location.hash).not.toContain('mnist'));

  const footer = document.querySelector('footer')!;
  expect(footer.querySelector('textarea')!.value).toMatch(/eprint|arXiv:2504\.08628/);
  expect(footer.textContent).toContain('not made or endorsed by the paper’s authors');
  const paper = [...(await story('paper')).element.querySelectorAll('a')].find(({ textContent }) =>
    textContent.startsWith('Read the paper'),
  );
  expect(paper!.href).toBe('https://arxiv.org/abs/2504.08628');
});

it('a frame has no prose', async () => {
  await openPage(`${small}&embed=1&show=theory`);
  await panel('theory');
  expect(document.querySelector('[data-story]')).toBeNull();
});

it('in a frame a step of the tour brings its panels, and starts nothing where the link forbids it', async () => {
  const { app } = await openPage('#embed=1&autoplay=0&tour=sweep');
  await panel('curve');
  await holds(() => expect(document.querySelector('.tour-text')?.textContent).toContain('One run is one point'));
  expect(document.querySelector('[data-panel="data"]')).toBeNull();
  expect(app.store.getState()).toMatchObject({ run: { playing: false } });
});
