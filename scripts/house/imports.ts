import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { Room } from './rooms';

/** An import as a source file writes it. */
export interface Import {
  readonly source: string;
  /** Whether it takes types alone, which are gone in what runs. */
  readonly typeOnly: boolean;
}

type Rooms = Readonly<Record<string, Room>>;

const forTests = /\.test\.tsx?$|\/testing[^/]*\.tsx?$|\/testing\/|\/cases\.ts$/;
/** Rooms of what visitors run; the others are tools, which may use what tests use. */
const shipped = /^(?:src|cli)\//;

/** Everything that a source file imports, also later and by exporting it. @throws Error where it cannot be parsed. */
export function importsOf(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const statically = module.staticImports.map(({ moduleRequest, entries }) => ({
    source: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exported = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ source: moduleRequest.value, typeOnly: isType }] : []));
  // An address that is computed leads to no file of the source.
  const later = module.dynamicImports
    .map(({ moduleRequest: { start, end } }) => text.slice(start, end))
    .filter((request) => /^['"`]/.test(request))
    .map((request) => ({ source: request.slice(1, -1), typeOnly: false }));
  return [...statically, ...exported, ...later];
}

/** The name of a file's room in the table, and the folder that it is: of `charts/*`, the chart's own. */
export function roomOf(rooms: Rooms, path: string): { readonly name: string; readonly folder: string } {
  const folders = posix.dirname(path).split('/');
  for (let depth = folders.length; depth > 0; depth--) {
    const folder = folders.slice(0, depth).join('/');
    const parent = [...folders.slice(0, depth - 1), '*'].join('/');
    for (const name of [folder, parent]) if (name in rooms) return { name, folder };
  }
  return { name: '.', folder: '.' };
}

/** Where files are read from: the disk, or what a test makes up. */
export interface Files {
  read(path: string): string;
  has(path: string): boolean;
}

const onDisk: Files = {
  read: (path) => readFileSync(path, 'utf8'),
  has: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
};

/**
 * Imports that the table of rooms does not allow, in words.
 * @param sources paths from the root of the repository, with slashes.
 */
export function importFaults(rooms: Rooms, sources: readonly string[], files: Files = onDisk): string[] {
  return sources.flatMap((path) => {
    const { name, folder } = roomOf(rooms, path);
    const room = rooms[name];
    if (!room) return [`${path} lies in no room of scripts/house/rooms.ts`];
    if (forTests.test(path)) return [];
    return importsOf(path, files.read(path)).flatMap(({ source, typeOnly }) => {
      if (!source.startsWith('.')) {
        const fine = (room.packages ?? []).some((allowed) => allowed === '*' || isOf(allowed, source));
        return fine ? [] : [`${path} imports ${source}: ${name} may not`];
      }
      const target = resolve(files, posix.join(posix.dirname(path), source.replace(/\?.*$/, '')));
      if (!target) return [`${path} imports ${source}, which is not there`];
      if (forTests.test(target) && shipped.test(path)) return [`${path} imports ${target}, which is for tests`];
      const to = roomOf(rooms, target);
      if (to.name === name && to.folder === folder) return [];
      const allowed = [...room.imports, ...(typeOnly ? (room.types ?? []) : [])];
      if (allowed.some((entry) => covers(entry, to.name, target))) return [];
      return [`${path} imports ${target}: ${name} may not import ${typeOnly ? 'types of ' : ''}${to.name}`];
    });
  });
}

/** Entries of the table that name no room and no file. */
export function unknownEntries(rooms: Rooms, files: Files = onDisk): string[] {
  const names = Object.keys(rooms);
  const isKnown = (entry: string) =>
    entry.endsWith('/**')
      ? names.some((name) => `${name}/`.startsWith(entry.slice(0, -2)))
      : names.includes(entry) || resolve(files, entry) !== undefined;
  return names.flatMap((name) =>
    [...rooms[name]!.imports, ...(rooms[name]!.types ?? [])]
      .filter((entry) => !isKnown(entry))
      .map((entry) => `${name} may import ${entry}, which is neither a room nor a file`),
  );
}

function covers(entry: string, room: string, file: string): boolean {
  if (entry.endsWith('/**')) return file.startsWith(entry.slice(0, -2));
  return entry === room || entry === file.replace(/\.\w+$/, '');
}

function isOf(name: string, source: string): boolean {
  return name.endsWith(':') ? source.startsWith(name) : source === name || source.startsWith(`${name}/`);
}

function resolve(files: Files, path: string): string | undefined {
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => files.has(candidate));
}
