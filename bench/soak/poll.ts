/** Asks until the answer is yes. @throws Error with what was waited for, and what the last answer was. */
export async function poll<T>(
  what: string,
  ask: () => Promise<T>,
  { yes = Boolean as (answer: T) => boolean, every = 200, most = 60_000 } = {},
): Promise<T> {
  for (const end = Date.now() + most; ;) {
    const answer = await ask();
    if (yes(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited ${most / 1000} s for ${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
