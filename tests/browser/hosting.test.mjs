// Real web servers answer as docs/portal.md says, with exactly the configuration that `congkhai hosting` prints:
// what a page may load, what a browser may keep, what is sent compressed, and what is not there.

import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { elements } from './html.mjs';
import { hasBrotli, programs, start } from './servers.mjs';
import { allFiles, asset, files, folder } from './site.mjs';

const PREFIX = '/cchc/2025/';

// Samples of what other parts of the site may publish; they stand in a copy of it.
const samples = {
  'embed/sample/index.html': '<!doctype html><title>A sample</title>',
  'en/embed/sample/index.html': '<!doctype html><title>A sample</title>',
  'data/sample.csv': 'mã,tên\n',
  'data/sample.jsonld': '{}',
  'data/sample.xlsx': 'a sample',
  'sample.atom': '<feed/>',
  'sample.ics': 'BEGIN:VCALENDAR',
  'sample.webmanifest': '{}',
  '.secret': 'a sample',
  'nothing-here/.keep': '',
};

let copy;
let outside;

before(() => {
  assert.ok(allFiles.includes('vi/index.html.br'), 'build the site under test with --compress');
  copy = mkdtempSync(join(tmpdir(), 'congkhai-site-'));
  chmodSync(copy, 0o755);
  cpSync(folder, join(copy, 'public'), { recursive: true });
  for (const [name, text] of Object.entries(samples)) {
    const path = join(copy, 'public', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  outside = join(copy, 'outside.txt');
  writeFileSync(outside, 'not for the public');
});

after(() => copy && rmSync(copy, { recursive: true, force: true }));

for (const server of Object.keys(programs)) {
  describe(server, { skip: existsSync(programs[server]) ? false : `${programs[server]} is not installed` }, () => {
    let site;
    before(async () => {
      site = await start(server, PREFIX, join(copy, 'public'));
    });
    after(() => site?.stop());

    // Asks as it is written: fetch would tidy the address up first.
    function ask(path, { method = 'GET', ...headers } = {}) {
      const { hostname, port } = new URL(site.home);
      return new Promise((answered, failed) => {
        const asked = request({ hostname, port, path, method, headers }, (response) => {
          const parts = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () =>
            answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
          );
        });
        asked.on('error', failed).end();
      });
    }
    const get = (file, headers) => ask(PREFIX + file, headers);

    test('a page says what it may load, and who may frame it', async () => {
      const inPage = elements('vi/index.html').find(
        ({ attributes }) => attributes['http-equiv']?.toLowerCase() === 'content-security-policy',
      ).attributes.content;
      for (const file of ['', 'vi/', 'vi/index.html', 'data/plan.json', asset('site.css'), 'assets/icon.svg', 'no/such']) {
        const { headers } = await get(file);
        assert.equal(headers['content-security-policy'], `${inPage}; frame-ancestors 'self'`, file);
        assert.equal(headers['x-content-type-options'], 'nosniff', file);
        assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', file);
        assert.match(headers['permissions-policy'], /camera=\(\)/, file);
        assert.equal(headers['strict-transport-security'], undefined, file);
      }
      for (const file of ['embed/sample/', 'en/embed/sample/index.html']) {
        const { status, headers } = await get(file);
        assert.equal(status, 200);
        assert.equal(headers['content-security-policy'], `${inPage}; frame-ancestors *`, file);
        assert.equal(headers['x-content-type-options'], 'nosniff', file);
      }
    });

    test('what may be kept, and for how long', async () => {
      const hashed = files.filter((file) => /^assets\/.*\.[0-9a-f]{8}\.[a-z0-9]+$/.test(file));
      assert.ok(hashed.length >= 7, `only ${hashed}`);
      for (const encoding of ['identity', 'gzip', 'br']) {
        for (const file of hashed) {
          const { headers } = await get(file, { 'accept-encoding': encoding });
          assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', `${file} ${encoding}`);
        }
        for (const file of ['', 'vi/', 'en/index.html', 'data/plan.json', 'sitemap.xml', 'search/vi/words.js', 'embed/sample/']) {
          const { headers } = await get(file, { 'accept-encoding': encoding });
          assert.equal(headers['cache-control'], 'no-cache', `${file} ${encoding}`);
        }
      }
      for (const encoding of ['identity', 'gzip', 'br']) {
        for (const file of ['assets/icon.svg', 'assets/icon-32.png', files.find((file) => file.endsWith('share.png'))]) {
          const { headers } = await get(file, { 'accept-encoding': encoding });
          assert.equal(headers['cache-control'], 'public, max-age=3600', `${file} ${encoding}`);
        }
      }
      // A file that is missing for a moment must not be missed for ever.
      const { status, headers } = await get('assets/site.00000000.css');
      assert.equal(status, 404);
      assert.equal(headers['cache-control'], 'no-cache');
    });

    test('a page that has not changed is not sent again', async () => {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const first = await get('vi/', { 'accept-encoding': encoding });
        assert.ok(first.headers.etag, `no ETag: ${encoding}`);
        const again = await get('vi/', { 'accept-encoding': encoding, 'if-none-match': first.headers.etag });
        assert.equal(again.status, 304, encoding);
        assert.equal(again.body.length, 0);
        const newer = await get('vi/', { 'accept-encoding': encoding, 'if-none-match': '"another"' });
        assert.equal(newer.status, 200);
      }
    });

    test('what was compressed beforehand is sent as it is', async () => {
      for (const file of ['', 'vi/', 'vi/index.html', 'data/plan.json', asset('site.css'), 'search/vi/words.js', 'sitemap.xml']) {
        const name = file === '' || file.endsWith('/') ? `${file}index.html` : file;
        const original = readFileSync(join(folder, name));
        const plain = await get(file, { 'accept-encoding': 'identity' });
        assert.deepEqual(plain.body, original, file);
        assert.equal(plain.headers['content-encoding'], undefined, file);
        for (const [asked, expected, end, unpack] of [
          ['gzip', 'gzip', 'gz', gunzipSync],
          ['br', 'br', 'br', brotliDecompressSync],
          ['gzip, deflate, br, zstd', hasBrotli(server) ? 'br' : 'gzip', hasBrotli(server) ? 'br' : 'gz', hasBrotli(server) ? brotliDecompressSync : gunzipSync],
        ]) {
          if (asked === 'br' && !hasBrotli(server)) continue;
          const { status, headers, body } = await get(file, { 'accept-encoding': asked });
          assert.equal(status, 200);
          assert.equal(headers['content-encoding'], expected, `${file}: ${asked}`);
          assert.deepEqual(body, readFileSync(join(folder, `${name}.${end}`)), `${file}: not the file ${name}.${end}`);
          assert.deepEqual(unpack(body), original);
          assert.equal(headers['content-type'], plain.headers['content-type'], `${file}: ${asked}`);
          assert.match(headers.vary ?? '', /accept-encoding/i, `${file}: ${asked}`);
        }
        assert.match(plain.headers.vary ?? '', /accept-encoding/i, `${file}: what is sent depends on Accept-Encoding`);
      }
    });

    test('kinds of files', async () => {
      const expected = {
        '': 'text/html; charset=utf-8',
        'vi/': 'text/html; charset=utf-8',
        'en/index.html': 'text/html; charset=utf-8',
        [asset('site.css')]: 'text/css; charset=utf-8',
        [asset('site.js')]: 'text/javascript; charset=utf-8',
        'assets/fonts/OFL.txt': 'text/plain; charset=utf-8',
        [asset('fonts/congkhai-sans.woff2')]: 'font/woff2',
        'assets/icon.svg': 'image/svg+xml',
        'assets/icon-32.png': 'image/png',
        'data/plan.json': 'application/json',
        'data/sample.csv': 'text/csv; charset=utf-8',
        'data/sample.jsonld': 'application/ld+json',
        'data/sample.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'robots.txt': 'text/plain; charset=utf-8',
        'sample.atom': 'application/atom+xml; charset=utf-8',
        'sample.ics': 'text/calendar; charset=utf-8',
        'sample.webmanifest': 'application/manifest+json',
        'sitemap.xml': 'application/xml; charset=utf-8',
      };
      for (const [file, type] of Object.entries(expected)) {
        const { status, headers } = await get(file);
        assert.equal(status, 200, file);
        assert.equal(headers['content-type'].toLowerCase(), type, file);
      }
    });

    test('what is not there is answered by the site’s own page, in its language', async () => {
      const places = { 'no-such/': '404.html', 'data/no.json': '404.html', 'vi/no/such/': 'vi/404.html', 'en/no.html': 'en/404.html' };
      for (const encoding of ['identity', 'gzip', 'br']) {
        for (const [asked, page] of Object.entries(places)) {
          const { status, headers, body } = await get(asked, { 'accept-encoding': encoding });
          assert.equal(status, 404, asked);
          const unpack = { gzip: gunzipSync, br: brotliDecompressSync }[headers['content-encoding']] ?? ((bytes) => bytes);
          assert.deepEqual(unpack(body), readFileSync(join(folder, page)), `${asked}: not ${page}`);
          assert.match(headers['content-type'], /^text\/html; ?charset=utf-8$/i);
          assert.equal(headers['cache-control'], 'no-cache');
        }
      }
      assert.equal((await get('vi/no/such/', { method: 'HEAD' })).status, 404);
    });

    test('no folder is listed, and nothing hidden is given', async () => {
      for (const asked of ['assets/', 'data/', 'search/', 'nothing-here/', 'assets/fonts/', '.secret', 'nothing-here/.keep']) {
        const { status, body } = await get(asked);
        assert.equal(status, 404, asked);
        assert.ok(!/woff2|plan\.json|a sample/.test(body.toString()) || body.includes('<main'), asked);
        assert.ok(!body.includes('Index of'), asked);
      }
    });

    test('a folder without its slash leads to the folder', async () => {
      for (const asked of ['/cchc/2025', '/cchc/2025/vi', '/cchc/2025/en/glossary']) {
        const { status, headers } = await ask(asked);
        // 308 keeps the method of a request, which is GET here.
        assert.ok([301, 308].includes(status), `${asked}: ${status}`);
        const target = new URL(headers.location, new URL(asked, site.home));
        assert.equal(target.pathname, `${asked}/`);
        assert.equal(target.host, new URL(site.home).host);
      }
      assert.ok((await ask('/cchc/20255')).status >= 400);
    });

    // tests/sites/redirects.yaml, which ./test adds to the content.
    const moves = files.includes('vi/moved-away/index.html');
    test('an address that moved leads to the new one', { skip: !moves && 'the site has no such address' }, async () => {
      for (const locale of ['vi', 'en']) {
        for (const asked of [`${locale}/moved-away/`, `${locale}/moved-away`, `${locale}/moved-away/index.html`]) {
          const { status, headers } = await ask(PREFIX + asked);
          assert.ok([301, 308].includes(status), `${asked}: ${status}`);
          assert.equal(new URL(headers.location, site.home).pathname, `${PREFIX}${locale}/about/`);
        }
      }
    });

    test('nothing outside of the public folder is given', async () => {
      for (const way of ['../outside.txt', '..%2foutside.txt', '%2e%2e/outside.txt', 'vi/../../outside.txt', 'vi/..%2f..%2foutside.txt', 'assets/..%5c..%5coutside.txt', '..\\outside.txt', '%2e%2e%2f%2e%2e%2fetc/passwd', '/etc/passwd', '../../../../../etc/passwd']) {
        const { status, body } = await get(way);
        assert.ok(status >= 400, `${way}: ${status}`);
        assert.ok(!body.includes('not for the public') && !body.includes('root:'), way);
      }
      const { body } = await ask('/cchc/2025../outside.txt');
      assert.ok(!body.includes('not for the public'), 'the folder’s name continued with two dots');
    });

    test('nothing can be written', async () => {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const { status } = await get('vi/index.html', { method });
        assert.ok(status >= 400 && status < 500, `${method}: ${status}`);
      }
    });
  });
}
