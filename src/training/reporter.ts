const reportEvery = 100; // ms

/** Tells of a batch at most every so often. @returns what hears of the steps in it: how many are done, and of one the share. */
export function reporter(count: number, onProgress?: (share: number) => void): (done: number, share: number) => void {
  let reported = performance.now();
  return (done, share) => {
    if (!onProgress || performance.now() - reported < reportEvery) return;
    onProgress((done + share) / count);
    reported = performance.now();
  };
}
