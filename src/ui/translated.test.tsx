import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Transport } from '../controls/transport';
import { Runs } from '../panels/runs/panel';
import { Outcome } from '../panels/training/outcome';
import type { AppState } from '../store/state';
import VerdictLine from '../page/verdict-line';
import { endOf, seen, show, withRun } from './testing/render';
import { followTranslator } from './translated';

/** Puts nested elements in the place of every text, now and later, as Chrome and Edge do; `moves` takes the text itself into them. */
function translate(root: HTMLElement, moves = false): () => void {
  const wrapped = new WeakSet<Node>();
  const wrap = (within: Node) => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    if (within.nodeType === Node.TEXT_NODE) texts.push(within as Text);
    for (const text of texts) {
      if (wrapped.has(text) || text.data.trim() === '' || text.parentElement?.closest('[translate="no"], .notranslate'))
        continue;
      const outer = document.createElement('font'),
        inner = outer.appendChild(document.createElement('font'));
      const copy = moves ? text : document.createTextNode(text.data);
      wrapped.add(copy);
      text.replaceWith(outer);
      inner.append(copy);
    }
  };
  wrap(root);
  const watch = new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach(wrap)));
  watch.observe(root, { childList: true, subtree: true });
  return () => watch.disconnect();
}

const ends: (() => void)[] = [];
beforeEach(() => ends.push(followTranslator(document.body)));
afterEach(() => ends.splice(0).forEach((end) => end()));

const parts = (
  <>
    <Transport />
    <Outcome />
    <VerdictLine />
    <Runs visible />
  </>
);
const states = async (): Promise<Partial<AppState>[]> => {
  const state = await endOf();
  return [
    { run: withRun(state, { status: 'training', playing: true, cursor: null }).run },
    { run: withRun(state, { status: 'paused', playing: false }).run },
    { run: withRun(state, { cursor: 5 }).run },
    { experiment: seen(state, { pins: ['sigma:0.4', 'default'], rank: 'effective' }).experiment },
    { run: withRun(state, { status: 'diverged' }).run },
    { experiment: seen(state, { sigma: 0 }).experiment, run: withRun(state, { status: 'loading', latest: null }).run },
    { experiment: state.experiment, run: state.run },
  ];
};

it.each([false, true])('a page says under a translator what it says without (texts are moved: %s)', async (moves) => {
  const plain = await show(parts);
  const told: (string | null)[] = [];
  for (const change of await states()) {
    plain.set(change);
    told.push(plain.container.textContent);
  }
  plain.unmount();
  expect(new Set(told).size).toBe(told.length);

  const { container, set } = await show(parts);
  ends.push(translate(container, moves));
  await act(async () => {});
  for (const [i, change] of (await states()).entries()) {
    set(change);
    await act(async () => {});
    expect(container.textContent, `state ${i}`).toBe(told[i]);
  }
  expect(container.querySelectorAll('font').length).toBeGreaterThan(10);
});

it('what stands before, behind and instead of a translated text comes and goes', async () => {
  function Some() {
    const [many, setMany] = useState(1);
    return (
      <button type="button" onClick={() => setMany(many + 1)}>
        {many % 2 === 0 && <b>even </b>}
        {many} of {many > 2 ? 'several' : null}
        {many > 3 && <i> and more</i>}
      </button>
    );
  }
  const { user, container } = await show(<Some />);
  ends.push(translate(container));
  await act(async () => {});
  for (const text of ['even 2 of ', '3 of several', 'even 4 of several and more']) {
    await user.click(screen.getByRole('button'));
    await act(async () => {});
    expect(screen.getByRole('button').textContent).toBe(text);
  }
});
