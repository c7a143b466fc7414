/** Stands in for keep-offline.ts in the single file, which is offline already. */
export function keepOffline(): void {}
