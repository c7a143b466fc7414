import type { AppState } from '../state';

/** A selector that makes a new value only when one of the things that it depends on is another: components that listen to it rest in between. */
export function memoised<T>(
  dependencies: (state: AppState) => readonly unknown[],
  make: (state: AppState) => T,
): (state: AppState) => T {
  let kept: { readonly on: readonly unknown[]; readonly value: T } | null = null;
  return (state) => {
    const on = dependencies(state);
    if (!kept || on.some((part, i) => part !== kept!.on[i])) kept = { on, value: make(state) };
    return kept.value;
  };
}
