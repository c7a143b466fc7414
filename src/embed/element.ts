import { frameAddress } from './address';
import { createEmbed } from './create-embed';
import type { Parameters, State } from './protocol';
import type { Embed, RankUnderNoise } from './types';

/** Attributes of the element itself or of every element; all others are parameters, by their names in a link. */
const others = new Set(
  (
    'src link poster label start width height class id style slot part title hidden dir role tabindex is nonce inert popover ' +
    'translate draggable spellcheck contenteditable accesskey autofocus exportparts itemid itemprop itemref itemscope itemtype'
  ).split(' '),
);
const isParameter = (name: string) => !others.has(name) && !/^(data-|aria-|on|xml)/.test(name);

const look = `:host { display: block; position: relative; aspect-ratio: 16 / 9; }
:host([hidden]) { display: none; }
div, button { position: absolute; inset: 0; }
button { width: 100%; border: 0; padding: 0; background: none; cursor: pointer; }
img { width: 100%; height: 100%; object-fit: contain; }`;

/** On a server there are no elements; there the module only loads. */
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

/**
 * `<rank-under-noise sigma="0.2" show="curve">`: the figure as an element, whose attributes are its parameters. It has a
 * frame once it is drawn; until then `poster`, or what the element holds. See docs/EMBEDDING.md.
 */
class RankUnderNoiseElement extends Base implements RankUnderNoise {
  #embed: Embed | null = null;
  #state: State | null = null;
  #given: Parameters = {};
  #watch: MutationObserver | null = null;
  #frame!: HTMLElement;
  #meanwhile!: HTMLElement;

  get figure(): Embed | null {
    return this.#embed;
  }
  get state(): State | null {
    return this.#state;
  }
  get parameters(): Parameters {
    return this.#state?.parameters ?? this.#asked();
  }
  set parameters(parameters: Parameters) {
    this.#given = { ...this.#given, ...parameters };
    this.#set(parameters);
  }

  connectedCallback(): void {
    if (this.#embed || this.#watch) return;
    if (!this.shadowRoot) this.#furnish();
    this.#watch = new MutationObserver((changes) =>
      this.#follow(new Set(changes.map(({ attributeName }) => attributeName!))),
    );
    this.#watch.observe(this, { attributes: true });
    this.#show();
  }

  disconnectedCallback(): void {
    // One that is only moved is connected again by now; its frame has been loaded anew, as browsers do.
    this.#watch?.disconnect();
    this.#watch = null;
    this.#leave();
  }

  #furnish(): void {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    root.adoptedStyleSheets = [sheet];
    this.#frame = document.createElement('div');
    this.#meanwhile = document.createElement('div');
    root.append(this.#frame, this.#meanwhile);
  }

  /** What stands there before the figure does: a poster, pressed where `start="press"` waits for it. */
  #show(): void {
    const poster = this.getAttribute('poster');
    const waits = this.getAttribute('start') === 'press';
    const shown: HTMLElement = poster === null ? document.createElement('slot') : document.createElement('img');
    if (poster !== null) Object.assign(shown, { src: poster, alt: waits ? this.#label() : '' });
    shown.setAttribute('part', 'poster');
    if (waits) {
      const button = document.createElement('button');
      button.addEventListener('click', () => this.#open(), { once: true });
      if (poster === null) button.ariaLabel = this.#label();
      button.append(shown);
      this.#meanwhile.replaceChildren(button);
    } else {
      this.#meanwhile.replaceChildren(shown);
      this.#open();
    }
    this.#meanwhile.hidden = false;
  }

  #label(): string {
    return this.getAttribute('label') ?? 'Rank under noise';
  }

  /** Beside the page that this module came with, where nothing else is said. */
  #page(): string {
    return this.getAttribute('src') ?? import.meta.url.replace(/[^/]*$/, '');
  }

  #asked(): Parameters {
    const attributes = [...this.attributes].filter(({ name }) => isParameter(name));
    return { ...Object.fromEntries(attributes.map(({ name, value }) => [name, value])), ...this.#given };
  }

  #open(): void {
    const embed = createEmbed(this.#frame, {
      src: this.#page(),
      link: this.getAttribute('link') ?? '',
      parameters: this.#asked(),
      title: this.#label(),
    });
    this.#embed = embed;
    embed.on('state', (state) => {
      this.#state = state;
      this.#tell('state', state);
    });
    embed.on('key', (key) => this.#tell('key', key));
    embed.ready.then(
      () => {
        this.#meanwhile.hidden = true;
        this.#tell('ready');
      },
      () => undefined,
    );
  }

  #leave(): void {
    this.#embed?.destroy();
    this.#embed = null;
    this.#state = null;
  }

  #follow(changed: ReadonlySet<string>): void {
    if (changed.has('src') || changed.has('link') || changed.has('poster') || changed.has('start')) {
      this.#leave();
      this.#show();
      return;
    }
    if (changed.has('label') && this.#embed) this.#embed.iframe.title = this.#label();
    const names = [...changed].filter(isParameter);
    this.#given = Object.fromEntries(Object.entries(this.#given).filter(([name]) => !names.includes(name)));
    if (names.some((name) => !this.hasAttribute(name))) this.#return();
    else if (names.length > 0) this.#set(Object.fromEntries(names.map((name) => [name, this.getAttribute(name)!])));
  }

  /** To what a link without the attributes that are gone says, without an entry in the page's history. */
  #return(): void {
    const link = this.getAttribute('link') ?? '';
    const { href } = frameAddress(this.#page(), { link, parameters: this.#asked() }, this.baseURI);
    this.#embed?.iframe.contentWindow?.location.replace(href);
  }

  #set(parameters: Parameters): void {
    this.#embed?.set(parameters).catch((error: Error) => this.#embed && this.#tell('error', error.message));
  }

  #tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

if (globalThis.customElements && !customElements.get('rank-under-noise'))
  customElements.define('rank-under-noise', RankUnderNoiseElement);

export { RankUnderNoiseElement };
