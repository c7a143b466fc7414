/** Browsers that the page is put through it in. */
export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

export interface Arguments {
  readonly minutes: number;
  readonly seed: number;
  /** Folder of the built page; the project's own where none is given. */
  readonly dist: string | null;
  readonly browsers: readonly BrowserName[];
}

/** @throws Error with one line of words where an argument is not known. */
export function readArguments(given: readonly string[]): Arguments {
  let minutes = 10,
    seed = 1,
    dist: string | null = null,
    browsers: readonly BrowserName[] = browserNames;
  for (let i = 0; i < given.length; i += 2) {
    const name = given[i]!,
      value = given[i + 1] ?? '';
    const browser = browserNames.find((each) => each === value);
    if (name === '--dist' && value) dist = value;
    else if (name === '--seed' && /^\d+$/.test(value)) seed = Number(value);
    else if (name === '--minutes' && /^[1-9]\d*$/.test(value)) minutes = Number(value);
    else if (name === '--browser' && browser) browsers = [browser];
    else
      throw new Error(
        `${name} ${value}: not an argument; there are --minutes N (whole, at least 1), --seed N, --browser ${browserNames.join('|')} and --dist FOLDER.`,
      );
  }
  return { minutes, seed, dist, browsers };
}
