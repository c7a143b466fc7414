import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticServer {
  /** Where the folder lies, ending in a slash. */
  readonly url: string;
  /** Paths below it that were asked for, in order. */
  readonly asked: readonly string[];
  /** Paths that were not there. */
  readonly missing: readonly string[];
  /** From now on takes requests and answers none. */
  hold(): void;
  close(): Promise<void>;
}

/**
 * A host of the plainest kind: one folder under a path, types by file name, no headers but those given, a port of its own.
 * @param besides texts of files that are not in the folder, or other ones there, by their names.
 * @param refuses whether a file is answered with 503 this time.
 */
export async function serveFolder(
  folder: string,
  path = '/',
  headers: Readonly<Record<string, string>> = {},
  besides: Readonly<Record<string, string>> = {},
  refuses: (name: string) => boolean = () => false,
): Promise<StaticServer> {
  const asked: string[] = [],
    missing: string[] = [];
  let held = false;
  const answer = async ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(url, 'http://host');
    const name = pathname.startsWith(path) ? pathname.slice(path.length) : `outside ${pathname}`;
    asked.push(name);
    if (held) return;
    if (refuses(name)) return void response.writeHead(503).end();
    const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
    try {
      const body = besides[file] ?? (await readFile(join(folder, normalize(`/${file}`))));
      response
        .writeHead(200, { ...headers, 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      missing.push(name);
      response.writeHead(404).end();
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${path}`,
    asked,
    missing,
    hold: () => {
      held = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
