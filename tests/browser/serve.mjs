// What the tests are served by. CONGKHAI_SERVER names a real web server (nginx, apache, caddy), which gets the
// configuration that the program prints. Without it, so that a test needs nothing but node, a plain static
// server as strict as a portal may be: the site under a sub-path, and a content security policy that allows
// nothing inline and nothing from elsewhere.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { extname, join } from 'node:path';
import { start } from './servers.mjs';
import { files, folder } from './site.mjs';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

const types = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const known = new Set(files);

// The file that answers a path, if there is one. Only listed files are ever served.
function fileFor(path, prefix) {
  if (!path.startsWith(prefix)) return undefined;
  const file = path.slice(prefix.length);
  if (known.has(file)) return file;
  const index = `${file}index.html`;
  return (file === '' || file.endsWith('/')) && known.has(index) ? index : undefined;
}

// Serves the site under `prefix`, which begins and ends with a slash. Gives its address and how to stop.
export async function serve(prefix) {
  const chosen = process.env.CONGKHAI_SERVER;
  return chosen ? start(chosen, prefix) : own(prefix);
}

async function own(prefix) {
  const server = createServer((request, response) => {
    // Browsers ask the root of every server for this; there it is the portal's, not the site's.
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const found = fileFor(path, prefix);
    const file = found ?? '404.html';
    if (!known.has(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    const zipped = /^text|json|xml|javascript|svg/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']);
    const body = readFileSync(join(folder, file));
    response.writeHead(found ? 200 : 404, {
      'content-security-policy': policy,
      'content-type': type,
      'x-content-type-options': 'nosniff',
      ...(file.startsWith('assets/') && { 'cache-control': 'max-age=3600' }),
      ...(zipped && { 'content-encoding': 'gzip' }),
    });
    response.end(zipped ? gzipSync(body) : body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    });
  return { home: `http://127.0.0.1:${server.address().port}${prefix}`, stop };
}
