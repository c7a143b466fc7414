import { frameAddress } from './address';
import type { Asked, HeldImages, Key, OutMessage, RequestId, Said, State } from './protocol';
import type { CreateEmbed } from './types';

type Listener = (said: never) => void;
interface Pending {
  resolve(said: Said): void;
  reject(error: Error): void;
}

/** Puts the figure into a host page and speaks to it: see docs/EMBEDDING.md. */
export const createEmbed: CreateEmbed = (place, options = {}) => {
  const { ownerDocument: page } = place;
  const view = page.defaultView!;
  const made = place.tagName !== 'IFRAME';
  // The page's workers need its own origin, and with that and scripts a sandbox keeps nothing in.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  const iframe = made ? page.createElement('iframe') : (place as HTMLIFrameElement);
  const src = options.src ?? iframe.src;
  if (!src) throw new Error('createEmbed: src is missing, the address of the page.');
  const address = frameAddress(src, options, page.baseURI);
  // A page from the disk has no origin of its own; the frame's window is then all there is to know it by.
  const origin = address.origin === 'null' ? null : address.origin;

  const pending = new Map<RequestId, Pending>();
  const listeners = { state: new Set<Listener>(), key: new Set<Listener>() };
  const gone = new Error('The embed was destroyed.');
  let lastId = 0,
    over = false;
  let drawn: () => void, fail: (error: Error) => void;
  const ready = new Promise<void>((resolve, reject) => {
    drawn = resolve;
    fail = reject;
  });
  // Nobody has to wait for it.
  ready.catch(() => undefined);

  const post = (message: object, transfer: Transferable[] = []) =>
    iframe.contentWindow?.postMessage({ rankUnderNoise: 1, ...message }, origin ?? '*', transfer);
  const greet = () => post({ type: 'get' });

  const hear = ({ source, origin: from, data }: MessageEvent<OutMessage | null>) => {
    if (source !== iframe.contentWindow || (origin !== null && from !== origin) || data?.rankUnderNoise !== 1) return;
    if (data.type === 'ready') drawn();
    else if (data.type === 'state' || data.type === 'key')
      for (const listener of listeners[data.type]) listener(data as never);
    if (!('id' in data) || data.id === undefined) return;
    const call = pending.get(data.id);
    if (data.type === 'error') call?.reject(new Error(data.message));
    else call?.resolve(data);
  };

  const ask = (asked: Asked, patience = options.timeout ?? 10_000, transfer: Transferable[] = []): Promise<Said> => {
    if (over) return Promise.reject(gone);
    const id = ++lastId;
    return new Promise<Said>((resolve, reject) => {
      const late = () => pending.get(id)?.reject(new Error(`${asked.type}: no answer within ${patience} ms.`));
      const timer = patience === Infinity ? undefined : view.setTimeout(late, patience);
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          view.clearTimeout(timer);
          pending.delete(id);
          settle(value);
        };
      pending.set(id, { resolve: settled(resolve), reject: settled(reject) });
      // One that was given up meanwhile is not sent any more.
      ready.then(
        () => pending.has(id) && post({ ...asked, id }, transfer),
        () => undefined,
      );
    });
  };
  const tell = async (asked: Asked) => void (await ask(asked));

  view.addEventListener('message', hear);
  // A frame that was there before this module has said that it is ready to nobody.
  iframe.addEventListener('load', greet);
  const loaded = !made && withoutHash(iframe.src) === withoutHash(address.href);
  if (made || options.src !== undefined || options.link !== undefined || options.parameters) iframe.src = address.href;
  if (loaded) greet();
  if (made) {
    iframe.title = options.title ?? 'Rank under noise';
    iframe.style.cssText = 'border:0;width:100%;height:100%';
    place.append(iframe);
  }

  return {
    iframe,
    ready,
    get: () => ask({ type: 'get' }) as Promise<Said & State>,
    set: (parameters) => tell({ type: 'set', parameters }),
    play: () => tell({ type: 'play' }),
    pause: () => tell({ type: 'pause' }),
    step: (count = 1) => tell({ type: 'step', count }),
    reset: () => tell({ type: 'reset' }),
    seek: (step) => tell({ type: 'seek', step }),
    async snapshot(panel, format = 'svg') {
      const said = await ask({ type: 'snapshot', panel, format }, 3 * (options.timeout ?? 10_000));
      return (said.type === 'ack' && said.content) || '';
    },
    async images(files) {
      const buffers = new Set(files.flatMap(({ bytes }) => (bytes instanceof ArrayBuffer ? [bytes] : [])));
      const said = await ask({ type: 'images', files }, Infinity, [...buffers]);
      return (said as { held: HeldImages }).held;
    },
    on(type: keyof typeof listeners, listener: ((state: State) => void) | ((key: Key) => void)) {
      listeners[type].add(listener);
      return () => void listeners[type].delete(listener);
    },
    destroy() {
      over = true;
      view.removeEventListener('message', hear);
      iframe.removeEventListener('load', greet);
      fail(gone);
      for (const { reject } of pending.values()) reject(gone);
      if (made) iframe.remove();
    },
  };
};

function withoutHash(address: string): string {
  return address.split('#', 1)[0]!;
}
