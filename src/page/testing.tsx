/**
 * The whole page in jsdom, alive: the app as `main.tsx` makes it, with engines in this thread for workers. For what several
 * parts of the page do together; one part alone is tested at a state that stands still (ui/testing/render.tsx).
 */
import { act, cleanup, fireEvent, render, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent, type UserEvent } from '@testing-library/user-event';
import { expect, onTestFinished } from 'vitest';
import { fileAssets } from '../../cli/assets';
import type { App, AppOptions } from '../store/app';
import { followLanguage } from '../store/language';
import { syncLink } from '../store/link-sync';
import { localCaller, testApp } from '../store/testing';
import { AppContext } from '../store/use-app';
import { createPool } from '../training/pool';
import { motionUnwanted } from '../ui/motion';
import { browser } from '../ui/testing/browser';
import { Page } from './page';

/** 40 images, eight filters a class: a run to its end in a tenth of a second. */
export const small = '#n=40&m=8&steps=40';

export interface Opened {
  readonly app: App;
  readonly user: UserEvent;
}

interface OpenOptions extends Partial<AppOptions> {
  /** What the browser asks for. */
  readonly languages?: readonly string[];
}

/** Opens a link. It is closed, and its app at rest, when the test ends. */
export async function openPage(link: string, { languages = ['en'], ...options }: OpenOptions = {}): Promise<Opened> {
  history.replaceState(null, '', `/${link}`);
  const caller = () => localCaller(undefined, fileAssets);
  const app = testApp(link, {
    training: caller(),
    spectra: caller(),
    aside: caller(),
    pool: createPool(caller, 2),
    motionUnwanted,
    ...options,
  });
  const stop = syncLink(app, window);
  await followLanguage(app, () => languages);
  const scope = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  await act(async () =>
    render(
      <AppContext value={app}>
        <Page />
      </AppContext>,
    ),
  );
  // What the app changes by itself comes at its own time: what is looked for is waited for.
  scope.IS_REACT_ACT_ENVIRONMENT = false;
  onTestFinished(() => {
    stop();
    app.pause();
    app.stopSweep();
    cleanup();
    scope.IS_REACT_ACT_ENVIRONMENT = true;
  });
  return { app, user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

/** Opens a link as a visitor who wants no motion, and plays it: the same runs, then and later, without frames on the way. */
export async function openFinished(link: string, options?: OpenOptions): Promise<Opened> {
  browser.media = [...browser.media, '(prefers-reduced-motion: reduce)'];
  const opened = await openPage(link, options);
  opened.app.play();
  await finished();
  return opened;
}

/** What the page says the run is doing. */
export const outcome = () => document.querySelector('.status .outcome');

/** For what a busy machine takes long to load; a test that waits in vain waits less than its own limit. */
const patience = { timeout: 120_000, onTimeout: (error: Error) => error };

/** Waits until what it checks holds. */
export const holds = (check: () => void) => waitFor(check, patience);

export const finished = () => holds(() => expect(outcome()?.textContent).toMatch(/Finished|已完成/));

/** Waits until every story and panel is there. */
export const whole = () => holds(() => expect(document.querySelectorAll('.part')).toHaveLength(12));

/** A panel of the page by its name in links, once it is there. */
export async function panel(name: string) {
  await holds(() => expect(document.querySelector(`[data-panel="${name}"]`)).not.toBeNull());
  const element = document.querySelector<HTMLElement>(`[data-panel="${name}"]`)!;
  return { element, ...within(element) };
}

/** A part of the prose by its name, once it is there. */
export async function story(name: string) {
  await holds(() => expect(document.querySelector(`[data-story="${name}"]`)).not.toBeNull());
  const element = document.querySelector<HTMLElement>(`[data-story="${name}"]`)!;
  /** The sentence that follows the run. */
  const told = () => element.querySelector('.live')?.textContent;
  return { element, told, ...within(element) };
}

const metric = (name: string) => document.querySelector(`[data-metric="${name}"]`)?.textContent ?? '';
const figure = (role: string) =>
  Number(document.querySelector(`[data-figure="${role}"]`)?.getAttribute('data-value') ?? Number.NaN);

/** What a visitor reads off the page. */
export function read() {
  return {
    step: Number(metric('step').split(' ')[0]),
    loss: Number(metric('loss')),
    trainAccuracy: Number(metric('train-accuracy')),
    testAccuracy: Number(metric('test-accuracy')),
    backend: metric('backend'),
    clean: figure('clean'),
    data: figure('data'),
    filters: figure('filters'),
    signalShare: Number(document.querySelector('[data-share]')?.getAttribute('data-share') ?? Number.NaN),
  };
}

/** What is called so; looked for by tag, as roles of a whole page take jsdom a second. */
function called<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string | RegExp, within: ParentNode) {
  const found = [...within.querySelectorAll(tag)].filter((element) => {
    const label =
      element.getAttribute('aria-label') ?? ('labels' in element ? element.labels?.[0]?.textContent : null) ?? '';
    return [label, element.textContent].some((text) => (typeof name === 'string' ? text === name : name.test(text)));
  });
  if (found.length !== 1) throw new Error(`${found.length} of ${tag} are called ${name}`);
  return found[0]!;
}
export const button = (name: string | RegExp, within: ParentNode = document) => called('button', name, within);

/** One of the page's own sliders. */
export const slider = (name: RegExp) => called('input', name, document.querySelector('.controls')!);

/** The slider of the recorded steps, once it is there. */
export async function scrubber() {
  await holds(() => expect(document.querySelector('.scrubber')).not.toBeNull());
  return document.querySelector<HTMLInputElement>('.scrubber')!;
}

/** Moves a slider, as keys and pointers do. */
export const move = (input: HTMLInputElement, value: number | string) =>
  fireEvent.change(input, { target: { value: String(value) } });

export const notices = () => document.querySelector('.notices')?.textContent ?? '';
