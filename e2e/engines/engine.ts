/** Arguments and results of functions that run in a page, as JSON. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A browser with one window, driven from outside: as much of it as a visit needs. */
export interface Engine {
  readonly version: string;
  /** Leaves the page that is shown, and opens another; waits until it is loaded. */
  open(url: string): Promise<void>;
  /** Runs a function in the page. It may name nothing but its arguments. @throws Error where it throws, or after 30 s. */
  evaluate<Arguments extends readonly Json[], Result>(
    act: (...given: Arguments) => Result | Promise<Result>,
    ...given: Arguments
  ): Promise<Result>;
  /** Presses the mouse on the first element that the selector finds. */
  click(selector: string): Promise<void>;
  /** Presses a key, by its name in `KeyboardEvent.key`, where the focus is. */
  press(key: string): Promise<void>;
  /** What the browser prints, as an A4 document; null where it cannot be told to. */
  print(): Promise<Uint8Array | null>;
  /** The folder that saved files come to; null where they cannot be received. */
  readonly saved: string | null;
  close(): Promise<void>;
}

/** How engines are started, by the name of the project that runs in them. */
export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  'firefox-esr': async () => (await import('./firefox')).openFirefox(),
  webkitgtk: async () => (await import('./webkitgtk')).openWebkitgtk(),
};
