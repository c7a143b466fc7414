/** Browsers that the page is put through it in. */
export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

export interface Arguments {
  readonly minutes: number;
  readonly seed: number;
  /** Folder of the built page; the project's own where none is given. */
  readonly dist: string | null;
  readonly browsers: readonly BrowserName[];
  /** Keeps the figures of a soak that passed, from which docs/BROWSERS.md is written. */
  readonly write: boolean;
}

/** @throws Error with one line of words where an argument is not known. */
export function readArguments(given: readonly string[]): Arguments {
  let minutes = 10,
    seed = 1,
    dist: string | null = null,
    browsers: readonly BrowserName[] = browserNames;
  const write = given.includes('--write'),
    named = given.filter((each) => each !== '--write');
  for (let i = 0; i < named.length; i += 2) {
    const name = named[i]!,
      value = named[i + 1] ?? '';
    const browser = browserNames.find((each) => each === value);
    if (name === '--dist' && value) dist = value;
    else if (name === '--seed' && /^\d+$/.test(value)) seed = Number(value);
    else if (name === '--minutes' && /^[1-9]\d*$/.test(value)) minutes = Number(value);
    else if (name === '--browser' && browser) browsers = [browser];
    else
      throw new Error(
        `${name} ${value}: not an argument; there are --minutes N (whole, at least 1), --seed N, --browser ${browserNames.join('|')}, --dist FOLDER and --write.`,
      );
  }
  return { minutes, seed, dist, browsers, write };
}
