// What a reader on a weak connection has to load before the first page stands: counted in bytes and files,
// never in seconds.

import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { elements } from './html.mjs';
import { distinct, folder, kinds } from './site.mjs';

const KB = 1024;
const zipped = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;

// The files that a browser asks for to show a page, by what they are.
function wanted(page) {
  const all = elements(page);
  const from = (address) => posix.join(posix.dirname(page), address);
  const inside = ({ attributes }) => !attributes.href?.startsWith('/') && !attributes.src?.startsWith('/');
  const links = all.filter((element) => element.name === 'link' && inside(element)).map(({ attributes }) => attributes);
  const styles = links.filter(({ rel }) => rel === 'stylesheet').map(({ href }) => from(href));
  const icons = links.filter(({ rel }) => rel === 'icon').map(({ href }) => from(href));
  const scripts = all.filter(({ name, attributes }) => name === 'script' && attributes.src).map(({ attributes }) => from(attributes.src));
  const images = all.filter(({ name, attributes }) => name === 'img' && attributes.src).map(({ attributes }) => from(attributes.src));
  const fonts = styles.flatMap((style) =>
    [...readFileSync(join(folder, style), 'utf8').matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, url]) =>
      posix.join(posix.dirname(style), url),
    ),
  );
  return { styles, icons, scripts, images, fonts };
}

test('a page is light', () => {
  const faults = [];
  let largest = 0;
  for (const page of distinct.filter((page) => !page.endsWith('404.html'))) {
    const { styles, icons, scripts, images, fonts } = wanted(page);
    const text = [page, ...styles].reduce((sum, file) => sum + zipped(file), 0);
    // WOFF2 is compressed already.
    const letters = fonts.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
    const requests = 1 + styles.length + icons.length + scripts.length + images.length + fonts.length;
    largest = Math.max(largest, text);
    if (text > 20 * KB) faults.push(`${page}: ${text} bytes of HTML and CSS`);
    if (text + letters > 90 * KB) faults.push(`${page}: ${text + letters} bytes with fonts`);
    if (requests > 6) faults.push(`${page}: ${requests} requests`);
    const code = scripts.reduce((sum, file) => sum + zipped(file), 0);
    if (code > 12 * KB) faults.push(`${page}: ${code} bytes of scripts`);
  }
  console.log(`the largest page has ${(largest / KB).toFixed(1)} KB of HTML and CSS, compressed`);
  assert.deepEqual(faults.slice(0, 20), []);
});

// Half of the budget is the styles': a part of the document must leave it to them.
test('each part of the document leaves room for the styles', () => {
  const names = ['decision', 'decision part', 'side by side', 'side by side part', 'coverage', 'coverage part'];
  const parts = names.flatMap((name) => kinds.get(name));
  assert.ok(parts.length > 20, `only ${parts.length} pages hold the document`);
  const faults = parts.filter((page) => zipped(page) > 11.5 * KB).map((page) => `${page}: ${zipped(page)} bytes of HTML`);
  console.log(`the largest part has ${(Math.max(...parts.map(zipped)) / KB).toFixed(1)} KB of HTML, compressed`);
  assert.deepEqual(faults, []);
});
