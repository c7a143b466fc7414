/** Characters of a line at most; the formatter breaks code at 120, but neither strings nor comments. */
const limit = 300;

/** Lines that are too long to be read beside others, in words. */
export function longLines(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      line.length > limit ? [`${path}:${i + 1} has ${line.length} characters, ${limit} at most`] : [],
    );
}
