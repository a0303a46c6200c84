// The site is whole: every kind of page, both languages, and a page for each item of the data file.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemOf, kinds, pages, read, twin } from './site.mjs';

test('every kind of page is there', () => {
  const missing = [...kinds].filter(([, some]) => some.length === 0).map(([kind]) => kind);
  assert.deepEqual(missing, [], 'the site has no page of these kinds');
});

test('both languages have the same pages', () => {
  const alone = pages.filter((page) => twin(page) && !pages.includes(twin(page)));
  assert.deepEqual(alone, [], 'these pages have no page in the other language');
});

test('plan.json is version v1, and each of its items has its pages', () => {
  const data = JSON.parse(read('data/plan.json'));
  assert.equal(data.version, 'v1');
  const listed = data.items.map(({ id }) => id).sort();
  const inLanguage = (locale) =>
    pages.filter((page) => page.startsWith(`${locale}/`)).map(itemOf).filter(Boolean).sort();
  const permanent = pages.map((page) => page.match(/^id\/\d+-\d{4}-(.+)\/index\.html$/)?.[1]).filter(Boolean).sort();
  assert.ok(listed.length > 0, 'plan.json has no items');
  assert.deepEqual(inLanguage('vi'), listed, 'the pages of items in vi/ (first) are not the items of plan.json');
  assert.deepEqual(inLanguage('en'), listed, 'the pages of items in en/ (first) are not the items of plan.json');
  assert.deepEqual(permanent, listed, 'the permanent links in id/ (first) are not the items of plan.json');
});
