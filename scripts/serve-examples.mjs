/** Serves the project's own folder, so that examples find the built page, its module and reveal.js beside them. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env['PORT'] ?? 4174);
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  let file = join(root, normalize(decodeURIComponent(pathname)));
  try {
    if (!file.startsWith(root)) throw new Error('outside');
    if (statSync(file).isDirectory()) {
      // Relative addresses in the page need the slash.
      if (!pathname.endsWith('/')) return void response.writeHead(301, { Location: `${pathname}/` }).end();
      file = join(file, 'index.html');
    }
    statSync(file);
  } catch {
    return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
  }
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}).listen(port, 'localhost', () =>
  console.log(`Examples: http://localhost:${port}/examples/reveal/ and http://localhost:${port}/examples/html/`),
);
