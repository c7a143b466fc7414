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

/** Runs before the page's own scripts. It may name nothing of its file. */
export function prepare(): void {
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
  // It leaves the page, which is another test's; keys find these buttons too.
  addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (/^(?:Reload|重新加载)/.test(button?.textContent ?? '')) event.stopImmediatePropagation();
    },
    true,
  );
  // Nobody is there to answer them.
  globalThis.print = () => {};
  const { click } = HTMLInputElement.prototype;
  HTMLInputElement.prototype.click = function (this: HTMLInputElement) {
    if (this.type !== 'file') click.call(this);
  };
}
