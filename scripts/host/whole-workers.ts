import { posix } from 'node:path';
import { parseSync } from 'vite';

/** A built script: its path below the page, with slashes, and its text. */
export interface BuiltScript {
  readonly path: string;
  readonly text: string;
}

/** How a worker is started in built code, by the name of a file beside the script that starts it. */
const spawned = /new Worker\(\s*(?:new URL\(\s*)+["'`]([^"'`]+)["'`]/g;

/**
 * What is wrong with the scripts that workers are started from, in words: each has to be whole, since in WebKit an import
 * from within a worker may pass by the service worker; and nothing may import it, since WebKit would evaluate it once more,
 * and every call would get two answers.
 * @throws Error where no script starts a worker, as then the pattern has become outdated.
 */
export function workerFaults(scripts: readonly BuiltScript[]): string[] {
  const at = (script: BuiltScript, name: string) => posix.join(posix.dirname(script.path), name);
  const workers = new Set(
    scripts.flatMap((script) => [...script.text.matchAll(spawned)].map(([, name]) => at(script, name!))),
  );
  if (workers.size === 0) throw new Error('No built script starts a worker in the way that this check knows.');
  const faults: string[] = [];
  for (const worker of workers) {
    if (!scripts.some(({ path }) => path === worker)) faults.push(`${worker} is started as a worker and was not built`);
  }
  for (const script of scripts) {
    const imported = importsOf(script);
    if (workers.has(script.path) && imported.length > 0)
      faults.push(`${script.path}, which is a worker's, imports ${imported.join(', ')}`);
    for (const name of imported) {
      if (workers.has(at(script, name))) faults.push(`${script.path} imports ${name}, which is a worker's`);
    }
  }
  return faults;
}

/** What a script imports, statically and dynamically. */
function importsOf({ path, text }: BuiltScript): string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const named = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)].flatMap(
    ({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end));
  return [...named, ...dynamic.map((source) => source.replaceAll(/^["'`]|["'`]$/g, ''))];
}
