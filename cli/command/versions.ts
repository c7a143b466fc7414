import { readFileSync } from 'node:fs';
import { bestVariant, relaxed } from '../../src/training/backends/wasm/kernel';

/** What decides a run's bits beside its parameters. Lines that differ in one of them are not put together. */
export interface Versions {
  /** Of this package. */
  readonly package: string;
  /** A hash of all that draws, trains and measures; `unbuilt` where the sources are run as they are. */
  readonly sources: string;
  readonly node: string;
  readonly processor: string;
  /** Which build of the kernel this engine takes. */
  readonly kernel: 'relaxed' | 'plain';
}

export const versionKeys = ['package', 'sources', 'node', 'processor', 'kernel'] as const satisfies (keyof Versions)[];

/** Written in by the build (scripts/build-command.ts). */
declare const SOURCES_HASH: string | undefined;

/** As far from the sources as from what is built of them. */
const manifest = new URL('../../package.json', import.meta.url);
export const packageVersion = (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version;

export const versionsHere = (): Versions => ({
  package: packageVersion,
  sources: typeof SOURCES_HASH === 'string' ? SOURCES_HASH : 'unbuilt',
  node: process.versions.node,
  processor: process.arch,
  kernel: bestVariant() === relaxed ? 'relaxed' : 'plain',
});
