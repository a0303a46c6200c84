// Links inside the site lead to files and anchors that exist, and work from a folder on a disk.

import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { elements } from './html.mjs';
import { files, pages, twin } from './site.mjs';

const isFile = new Set(files);
const contents = new Map(pages.map((page) => [page, elements(page)]));
const anchors = new Map(
  [...contents].map(([page, all]) => [page, new Set(all.map(({ attributes }) => attributes.id).filter(Boolean))]),
);

// Where the site stands on its host: a server shows a 404 page at any address, so its links begin there.
const home = elements('vi/index.html').find(({ attributes }) => attributes.rel === 'canonical').attributes.href;
const root = new URL('../', home).pathname;

const hasScheme = (address) => /^[a-z][a-z0-9+.-]*:/i.test(address);

// The addresses that an element names.
function addresses({ attributes }) {
  const single = ['href', 'src', 'poster', 'action', 'data'].map((name) => attributes[name]);
  const several = (attributes.srcset ?? '').split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/)[0]);
  return [...single, ...several.filter(Boolean)].filter((address) => address !== undefined);
}

// The file that a path on a page names.
function fileNamed(page, path) {
  if (path === '') return page;
  if (path.startsWith(root)) return decodeURIComponent(path.slice(root.length));
  return posix.join(posix.dirname(page), decodeURIComponent(path));
}

// Why an address on a page leads nowhere; nothing where it leads somewhere, or out of the site.
function fault(page, address) {
  if (hasScheme(address)) return undefined;
  const isShownAnywhere = page.endsWith('404.html');
  if (!isShownAnywhere && address.startsWith('/')) return 'begins with a slash: it breaks under a sub-path';
  if (isShownAnywhere && !/^[#/]/.test(address)) return 'is relative, and a server shows this page anywhere';
  const [path, fragment] = address.split('#', 2);
  const file = fileNamed(page, path.split('?')[0]);
  if (path === '' && fragment === undefined) return 'is empty';
  if (!isFile.has(file)) return path.endsWith('/') ? 'names a folder, not a file' : `there is no ${file}`;
  const anchor = fragment && decodeURIComponent(fragment);
  if (anchor !== undefined && !anchors.get(file)?.has(anchor)) return `${file} has no id "${anchor}"`;
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
  assert.ok(faults.length === 0, `${faults.length} links:\n${faults.slice(0, 40).join('\n')}`);
});

// The pages that the links on a page lead to.
const targets = new Map(
  [...contents].map(([page, all]) => [
    page,
    new Set(
      all
        .filter(({ name, attributes }) => name === 'a' && attributes.href && !hasScheme(attributes.href))
        .map(({ attributes }) => attributes.href.split(/[?#]/)[0])
        .map((path) => fileNamed(page, path)),
    ),
  ]),
);

test('every page is linked from another page', () => {
  const isLinked = (page) => pages.some((other) => other !== page && targets.get(other).has(page));
  const alone = pages.filter((page) => page !== 'index.html' && !/404\.html$|\/moved-away\//.test(page) && !isLinked(page));
  assert.deepEqual(alone, [], 'these pages are linked from nowhere');
});

test('every page is linked to the same page in the other language', () => {
  // What was at an address that has gone is told in both languages on one page.
  const unlinked = pages.filter((page) => twin(page) && !page.includes('/moved-away/') && !targets.get(page).has(twin(page)));
  assert.deepEqual(unlinked, [], 'these pages have no link to the other language');
});
