/**
 * What jsdom lacks of a browser, for component tests: sizes, sight, media, dialogs. A test sets what a browser would have
 * said: `browser.width = 400; browser.sight = false; browser.media = ['(prefers-color-scheme: dark)']`.
 */
interface Browser {
  /** Of every element that is measured, in pixels. */
  width: number;
  /** Whether elements are on the screen. */
  sight: boolean;
  /** Media queries that hold. */
  media: readonly string[];
}

const usual: Browser = { width: 800, sight: true, media: [] };

export const browser: Browser = { ...usual };

class SizeObserver implements ResizeObserver {
  readonly #heard: ResizeObserverCallback;
  constructor(heard: ResizeObserverCallback) {
    this.#heard = heard;
  }
  observe() {
    this.#heard([{ contentRect: { width: browser.width, height: 0 } } as ResizeObserverEntry], this);
  }
  unobserve() {}
  disconnect() {}
}

class SightObserver implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  readonly #heard: IntersectionObserverCallback;
  constructor(heard: IntersectionObserverCallback) {
    this.#heard = heard;
  }
  observe() {
    this.#heard([{ isIntersecting: browser.sight } as IntersectionObserverEntry], this);
  }
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

class Media extends EventTarget implements MediaQueryList {
  readonly onchange = null;
  constructor(readonly media: string) {
    super();
  }
  get matches() {
    return browser.media.includes(this.media);
  }
  addListener() {}
  removeListener() {}
}

/** As the standard says of `showModal`, `close` and the Escape key: where the focus goes and comes back to, and what is told. */
function dialogs(prototype: HTMLDialogElement): void {
  const before = new WeakMap<HTMLDialogElement, Element | null>();
  prototype.showModal = function showModal() {
    before.set(this, document.activeElement);
    this.open = true;
    this.querySelector<HTMLElement>('[autofocus], button, [href], input, select, textarea, [tabindex="0"]')?.focus();
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.open && this.dispatchEvent(new Event('cancel', { cancelable: true }))) this.close();
    });
  };
  prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    (before.get(this) as HTMLElement | null)?.focus();
    this.dispatchEvent(new Event('close'));
  };
}

/** Puts the stand-ins in the place of what is missing. */
export function standIn(): void {
  globalThis.ResizeObserver = SizeObserver;
  globalThis.IntersectionObserver = SightObserver;
  globalThis.matchMedia = (query) => new Media(query);
  HTMLElement.prototype.scrollIntoView = () => {};
  HTMLElement.prototype.setPointerCapture = () => {};
  Blob.prototype.stream = function stream() {
    return new ReadableStream({
      start: async (to) => {
        to.enqueue(new Uint8Array(await this.arrayBuffer()));
        to.close();
      },
    });
  };
  // Nothing is painted: what is on a canvas is proved where it is drawn.
  HTMLCanvasElement.prototype.getContext = () => null;
  dialogs(HTMLDialogElement.prototype);
}

export function asUsual(): void {
  Object.assign(browser, usual);
}
