import type { Experiment } from '../experiment/parameters';
import type { Backend } from './trainer';

/** Backends to try for what the visitor asked, best first; the next is taken where one cannot run. */
export function backendCandidates(asked: Experiment['backend']): readonly Backend[] {
  const others: readonly Backend[] = ['wasm', 'cpu'];
  return asked === 'auto' ? others : [asked, ...others.filter((b) => b !== asked)];
}

const labels: Readonly<Record<Backend, string>> = { webgl: 'GPU (WebGL)', wasm: 'WebAssembly', cpu: 'plain TypeScript' };

/** A backend's name in the page. */
export function backendLabel(backend: Backend): string {
  return labels[backend];
}
