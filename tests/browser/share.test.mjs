// What other sites read when a page is shared: absolute addresses, and a picture that is there and has the
// size that the page says.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { elements } from './html.mjs';
import { files, folder, pages } from './site.mjs';

const isShared = (page) => !/404\.html$|^embed\/|\/moved-away\//.test(page);
const shared = pages.filter(isShared);

// What the head of a page says: property or name → content, and the canonical address.
function head(page) {
  const all = elements(page);
  const metas = all.filter(({ name, attributes }) => name === 'meta' && (attributes.property ?? attributes.name));
  const canonical = all.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;
  return {
    canonical,
    says: Object.fromEntries(metas.map(({ attributes: a }) => [a.property ?? a.name, a.content])),
  };
}

const heads = new Map(shared.map((page) => [page, head(page)]));
const root = new URL('../', heads.get('vi/index.html').canonical).href;

// A PNG names its width and height in bytes 16 to 23.
function size(file) {
  const bytes = readFileSync(join(folder, file));
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG', file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('every page that may be shared says what it is, with absolute addresses', () => {
  for (const [page, { canonical, says }] of heads) {
    assert.equal(says['og:url'], canonical, page);
    for (const name of ['og:title', 'og:description', 'og:type', 'og:site_name', 'og:locale', 'twitter:card']) {
      assert.ok(says[name], `${page} says no ${name}`);
    }
  }
});

test('every page that may be shared has a picture of the size that it says', () => {
  const sizes = new Map();
  for (const [page, { says }] of heads) {
    const picture = says['og:image'] ?? '';
    assert.ok(picture.startsWith(root), `${page}: "${picture}" is no absolute address in the site`);
    const file = picture.slice(root.length);
    assert.ok(files.includes(file), `${page}: there is no ${file}`);
    if (!sizes.has(file)) sizes.set(file, size(file));
    assert.deepEqual(sizes.get(file).map(String), [says['og:image:width'], says['og:image:height']], page);
    assert.ok(says['og:image:alt'], `${page} does not say what is in its picture`);
  }
  console.log(`${sizes.size} pictures`);
});

test('pages that nobody shares say nothing to other sites', () => {
  for (const page of pages.filter((page) => !isShared(page))) {
    assert.deepEqual(Object.keys(head(page).says).filter((name) => name.startsWith('og:')), [], page);
  }
});
