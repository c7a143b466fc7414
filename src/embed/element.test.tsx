import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RankUnderNoiseElement } from './element';
import type { RankUnderNoise } from './types';

// What jsdom lacks of constructed style sheets.
if (!CSSStyleSheet.prototype.replaceSync) CSSStyleSheet.prototype.replaceSync = () => undefined;

// Nor have frames in a shadow tree windows there.
const post = vi.fn<(message: { type: string; id?: number; parameters?: object }) => void>(),
  replace = vi.fn<(href: string) => void>();
const view = { postMessage: post, location: { replace } };
beforeEach(() => void vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(view as never));
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  post.mockClear();
});

/** The element as a page would write it, and what its frame says. */
function put(html: string) {
  document.body.innerHTML = html;
  const element = document.querySelector('rank-under-noise') as RankUnderNoise;
  const frame = () => element.shadowRoot!.querySelector('iframe')!;
  const said = (data: object) =>
    window.dispatchEvent(
      Object.assign(new Event('message'), {
        source: view,
        origin: new URL(frame().src).origin,
        data: { rankUnderNoise: 1, ...data },
      }),
    );
  return { element, frame, said };
}
const hash = ({ src }: HTMLIFrameElement) => Object.fromEntries(new URLSearchParams(new URL(src).hash.slice(1)));
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('frames the page with its attributes as parameters, over those of its link', () => {
  const { element, frame } = put(
    `<rank-under-noise src="https://host.example/figure/" link="#k=2&sigma=0.1" sigma="0.3" show="curve,data"
      label="Rank" id="one" class="wide" data-v="7" aria-label="x" width="4"></rank-under-noise>`,
  );
  expect(frame().src).toMatch(/^https:\/\/host\.example\/figure\/#/);
  expect(hash(frame())).toEqual({ k: '2', sigma: '0.3', show: 'curve,data', embed: '1' });
  expect(frame().title).toBe('Rank');
  expect(element).toBeInstanceOf(RankUnderNoiseElement);
});

it('is beside its own module where no address is given', () => {
  expect(put('<rank-under-noise sigma="0.3"></rank-under-noise>').frame().src).toMatch(/\/src\/embed\/#/);
});

it('hands on what is set on it, and says what the figure says', async () => {
  const { element, said } = put('<rank-under-noise src="https://host.example/" sigma="0.3"></rank-under-noise>');
  const heard: unknown[] = [];
  for (const type of ['ready', 'state', 'error'])
    element.addEventListener(type, (event) => heard.push([type, (event as CustomEvent).detail]));
  said({ type: 'ready' });
  await settled();
  element.setAttribute('sigma', '0.4');
  element.parameters = { m: 8 };
  await settled();
  const asked = post.mock.calls.map(([message]) => message).filter(({ type }) => type === 'set');
  expect(asked.map(({ parameters }) => parameters)).toEqual([{ m: 8 }, { sigma: '0.4' }]);
  said({ type: 'error', id: asked[1]!.id!, message: 'set: sigma: no' });
  const state = { type: 'state', status: 'paused', step: 0, parameters: { sigma: 0.3 } };
  said(state);
  await settled();
  expect(heard).toEqual([
    ['ready', null],
    ['state', expect.objectContaining(state)],
    ['error', 'set: sigma: no'],
  ]);
  expect(element.parameters).toEqual({ sigma: 0.3 });
});

it('goes back to its link where an attribute is taken away, and begins anew at another address', async () => {
  const { element, frame } = put(
    '<rank-under-noise src="https://host.example/" link="k=2" sigma="0.4"></rank-under-noise>',
  );
  element.removeAttribute('sigma');
  await settled();
  expect(replace).toHaveBeenCalledExactlyOnceWith('https://host.example/#k=2&embed=1');
  element.setAttribute('src', 'https://other.example/');
  await settled();
  expect(frame().src).toBe('https://other.example/#k=2&embed=1');
});

it('shows a poster until the figure is drawn, and loads nothing before it is pressed where it waits for that', async () => {
  const { element, frame, said } = put(
    '<rank-under-noise src="https://host.example/" poster="poster.png" start="press"></rank-under-noise>',
  );
  expect(element.figure).toBeNull();
  const button = element.shadowRoot!.querySelector('button')!;
  expect(button.querySelector('img')).toMatchObject({ alt: 'Rank under noise' });
  button.click();
  expect(frame()).toBeTruthy();
  expect(button.closest('div')!.hidden).toBe(false);
  said({ type: 'ready' });
  await settled();
  expect(button.closest('div')!.hidden).toBe(true);
});

it('gives its frame back when it leaves the page, and gets another when it comes again', () => {
  const { element, frame } = put('<rank-under-noise src="https://host.example/"></rank-under-noise>');
  element.remove();
  expect(frame()).toBeNull();
  expect(element.figure).toBeNull();
  document.body.append(element);
  expect(frame()).toBeTruthy();
});
