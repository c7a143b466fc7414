import { createElement } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { createStore } from 'zustand/vanilla';
import type { PanelName } from '../../src/experiment/parameters';
import { panelOf } from '../../src/panels/list';
import type { App } from '../../src/store/app';
import type { AppState } from '../../src/store/state';
import { AppContext } from '../../src/store/use-app';
import { loadFirst, wholeWords } from '../../src/strings/load';
import { Drawn, type DrawnChart } from '../../src/ui/drawn';
import { Late } from '../../src/ui/late';

/** The charts of a panel of the page in a state that stands still, from top to bottom: rendered as a page would be, without one. */
export async function drawPanel(name: PanelName, state: AppState): Promise<readonly DrawnChart[]> {
  await Promise.all([loadFirst(state.language), wholeWords(state.language)]);
  const charts: DrawnChart[] = [];
  let failure: unknown = null;
  const { Body } = panelOf(name);
  const panel = createElement(Late, null, createElement(Body, { visible: true }));
  const { prelude } = await prerenderToNodeStream(
    createElement(AppContext, { value: still(state) }, createElement(Drawn, { value: collect }, panel)),
    { onError: (error) => void (failure ??= error) },
  );
  // What is written is nobody's; it has to be read for the rest to come.
  prelude.resume();
  if (failure !== null) throw failure;
  return charts;

  function collect(drawn: DrawnChart): void {
    charts.push(drawn);
  }
}

/** An app in which nothing happens. */
function still(state: AppState): App {
  const store = createStore<AppState>()(() => state);
  return new Proxy({ store } as unknown as App, {
    get: (app, name) => (name === 'store' ? app.store : () => undefined),
  });
}
