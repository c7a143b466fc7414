import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaults, panelNames, usualPanels, type Experiment } from '../experiment/parameters';
import { panelOf } from '../panels/list';
import { tellOf } from '../ui/panel-mark';
import { rest, wake } from '../ui/wake';
import { browser, endOf, seen, show, withRun } from '../ui/testing/render';
import { Page } from './page';

/** What the window shows; jsdom lays nothing out. */
function window(width: number, height: number): void {
  Object.defineProperty(document.documentElement, 'clientWidth', { configurable: true, value: width });
  Object.defineProperty(document.documentElement, 'clientHeight', { configurable: true, value: height });
}

const panels = () => [...document.querySelectorAll<HTMLElement>('[data-panel]')].map(({ dataset }) => dataset['panel']);
const framed = async (experiment: Partial<Experiment> = {}) =>
  show(<Page />, { state: seen(await endOf(), { embed: true, ...experiment }) });

beforeEach(() => window(1280, 800));
afterEach(() => {
  Reflect.deleteProperty(document.documentElement, 'clientWidth');
  Reflect.deleteProperty(document.documentElement, 'clientHeight');
});

// Roles are looked for in small parts only: in a page of thousands of elements that takes jsdom seconds.
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

describe('the whole page', () => {
  it('has every panel once, each marked while a step of the tour speaks of it, also where it comes later', async () => {
    const marked = () => all('[data-marked]').map(({ dataset }) => dataset['panel']);
    act(() => tellOf([...panelNames]));
    await show(<Page />);
    const onPage = panelNames.filter(
      (name) => panelOf(name).below !== 'frames' && (panelOf(name).offered?.(defaults) ?? true),
    );
    await waitFor(() => expect(panels().toSorted()).toEqual(onPage.toSorted()));
    expect(panels().slice(0, usualPanels.length)).toEqual(usualPanels);
    expect(marked()).toEqual(panels());
    act(() => tellOf([]));
    expect(marked()).toEqual([]);
    for (const one of ['.page > header', 'main', '.page > footer', 'h1']) expect(all(one), one).toHaveLength(1);
    expect(document.title).toBe('Rank under noise');
  });

  it('is in Chinese to screen readers too', async () => {
    await show(<Page />, { language: 'zh' });
    expect(document.documentElement.lang).toMatch(/^zh/);
  });
});

describe('a frame', () => {
  it('has the usual panels, the spectra beside each other, and no prose', async () => {
    await framed();
    await screen.findByRole('slider', { name: 'Step shown' });
    expect(panels()).toEqual(usualPanels);
    expect(document.querySelectorAll('.spectra [data-panel]')).toHaveLength(2);
    expect(screen.queryByRole('banner')).toBeNull();
  });

  it('has the panels that its link names, in the same order however they are named', async () => {
    await framed({ show: ['theory', 'tiles', 'filters'] });
    await screen.findByRole('table');
    await screen.findByRole('group', { name: 'Filters' });
    expect(panels()).toEqual(['filters', 'tiles', 'theory']);
    expect(document.querySelector('.spectra')).toBeNull();
  });

  it('that is narrow has the spectra below each other', async () => {
    window(400, 800);
    await framed({ show: ['data', 'filters'] });
    expect(panels()).toEqual(['data', 'filters']);
    expect(document.querySelector('.spectra')).toBeNull();
  });

  it('without the training panel tells all the same what went wrong', async () => {
    const state = withRun(seen(await endOf(), { embed: true, show: ['filters'] }), { status: 'diverged' });
    await show(<Page />, { state });
    expect((await screen.findByRole('alert')).textContent).toContain('Diverged by step 40');
  });

  it('brings the panels that a step of the tour speaks of', async () => {
    await framed({ tour: 'sweep' });
    await waitFor(() => expect(panels()).toEqual(['curve']));
    expect(within(await screen.findByRole('region', { name: 'Guided tour' })).getByRole('heading')).toBeTruthy();
  });
});

describe('a panel', () => {
  it('that rests off the screen is drawn once it is woken for a file', async () => {
    browser.sight = false;
    await framed({ show: ['filters'] });
    const chart = () => document.querySelector('[data-panel="filters"] svg.chart')!;
    expect(chart().childElementCount).toBe(0);
    const panel = document.querySelector('[data-panel="filters"]')!;
    act(() => wake(panel));
    expect(chart().childElementCount).toBeGreaterThan(0);
    expect(panel.hasAttribute('data-awake')).toBe(true);
    act(() => rest(panel));
    expect(panel.hasAttribute('data-awake')).toBe(false);
  });
});
