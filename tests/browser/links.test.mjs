// Links inside the site lead to files and anchors that exist, and work from a folder on a disk.

import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { elements } from './html.mjs';
import { files, pages } from './site.mjs';

const isFile = new Set(files);
const contents = new Map(pages.map((page) => [page, elements(page)]));
const anchors = new Map(
  [...contents].map(([page, all]) => [page, new Set(all.map(({ attributes }) => attributes.id).filter(Boolean))]),
);

const hasScheme = (address) => /^[a-z][a-z0-9+.-]*:/i.test(address);

// The addresses that an element names.
function addresses({ attributes }) {
  const single = ['href', 'src', 'poster', 'action', 'data'].map((name) => attributes[name]);
  const several = (attributes.srcset ?? '').split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/)[0]);
  return [...single, ...several.filter(Boolean)].filter((address) => address !== undefined);
}

// Why an address on a page leads nowhere; nothing where it leads somewhere, or out of the site.
function fault(page, address) {
  if (hasScheme(address)) return undefined;
  if (address.startsWith('/')) return 'begins with a slash: it breaks under a sub-path and from a folder';
  const [path, fragment] = address.split('#', 2).map(decodeURIComponent);
  const file = path === '' ? page : posix.join(posix.dirname(page), path.split('?')[0]);
  if (path === '' && fragment === undefined) return 'is empty';
  if (!isFile.has(file)) return path.endsWith('/') ? 'names a folder, not a file' : `there is no ${file}`;
  if (fragment !== undefined && !anchors.get(file)?.has(fragment)) return `${file} has no id "${fragment}"`;
  return undefined;
}

test('every internal link and anchor leads somewhere', () => {
  const faults = [...contents].flatMap(([page, all]) =>
    all
      .flatMap((element) => addresses(element).map((address) => ({ element, address })))
      .map(({ element, address }) => ({ element, address, why: fault(page, address) }))
      .filter(({ why }) => why)
      .map(({ element, address, why }) => `${page}: <${element.name}> "${address}" ${why}`),
  );
  assert.equal(faults.length, 0, `${faults.length} links:\n${faults.slice(0, 40).join('\n')}`);
});

test('every page is linked from another page', () => {
  const linked = new Set(['index.html', '404.html', 'vi/404.html', 'en/404.html']);
  for (const [page, all] of contents) {
    for (const { name, attributes } of all) {
      if (name !== 'a' || attributes.href === undefined || hasScheme(attributes.href)) continue;
      const file = posix.join(posix.dirname(page), decodeURIComponent(attributes.href.split(/[?#]/)[0]));
      if (file !== page) linked.add(file);
    }
  }
  assert.deepEqual(pages.filter((page) => !linked.has(page)), [], 'these pages are linked from nowhere');
});
