import { readFile } from 'node:fs/promises';

/** What the soak has of the page's workers: how many there are, and their ends. */
export interface Prepared {
  /** Those that the page has started and not ended, with the name of each one's script. */
  readonly workers: Map<Worker, string>;
  /** What the hand is on. */
  chosen: HTMLElement | null;
}

declare global {
  // eslint-disable-next-line no-var
  var soak: Prepared;
}

/**
 * What the host gives in place of the page's own files, so that this runs first. Scripts that a browser is told to run before
 * those of a page do the same, but Firefox then keeps every third frame that the page has had, with all in it.
 * @returns texts by names.
 */
export async function preparedFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const page = await readFile(`${folder}/index.html`, 'utf8');
  return {
    'index.html': page.replace('<script', '<script src="./soak.js"></script>\n    <script'),
    // Functions that are sent to the page have passed through tsx, which wraps the named ones among them in this.
    'soak.js': `globalThis.__name = (value) => value;\n(${prepare.toString()})();\n`,
  };
}

/** It may name nothing of its file. */
function prepare(): void {
  const workers = new Map<Worker, string>();
  globalThis.soak = { workers, chosen: null };
  const { Worker: Original } = globalThis;
  globalThis.Worker = class extends Original {
    constructor(...given: ConstructorParameters<typeof Original>) {
      super(...given);
      workers.set(this, /([a-z-]+?)(?:-[\w-]{8})?\.js/.exec(String(given[0]))?.[1] ?? 'other');
    }

    override terminate() {
      workers.delete(this);
      super.terminate();
    }
  };
  // What is kept on the device would not be asked for again.
  if ('serviceWorker' in navigator)
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('not in a soak', 'SecurityError'));
  // They leave the page, which is another test's; keys find them too, and a hand that meant what is beside them.
  addEventListener(
    'click',
    (event) => {
      const pressed = event.target instanceof Element ? event.target : null;
      if (pressed?.closest('a[href]:not([href^="#"])')) event.preventDefault();
      if (/^(?:Reload|重新加载)/.test(pressed?.closest('button')?.textContent ?? '')) event.stopImmediatePropagation();
    },
    true,
  );
  // What an error says and where it comes from: Firefox hands on no more than that there was one.
  const { error } = console;
  console.error = (...given: unknown[]) =>
    error(...given.map((each) => (each instanceof Error ? `${each.name}: ${each.message}\n${each.stack}` : each)));
  // Nobody is there to answer them.
  globalThis.print = () => {};
  const { click } = HTMLInputElement.prototype;
  HTMLInputElement.prototype.click = function (this: HTMLInputElement) {
    if (this.type !== 'file') click.call(this);
  };
}
