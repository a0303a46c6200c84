// The site is whole: every kind of page, both languages, and a page for each item of the data file.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, itemOf, kinds, pages, read, same, twin } from './site.mjs';

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
  const items = data.items.map(({ id }) => id);
  assert.ok(items.length > 0, 'plan.json has no items');
  const inLanguage = (locale) => pages.filter((page) => page.startsWith(`${locale}/`)).map(itemOf).filter(Boolean);
  const permanent = pages.map((page) => page.match(/^id\/\d+-\d{4}-(.+)\/index\.html$/)?.[1]).filter(Boolean);
  assert.deepEqual(difference(inLanguage('vi'), items), same, 'the items in vi/ are not those of plan.json');
  assert.deepEqual(difference(inLanguage('en'), items), same, 'the items in en/ are not those of plan.json');
  assert.deepEqual(difference(permanent, items), same, 'the permanent links in id/ are not those of plan.json');
});
