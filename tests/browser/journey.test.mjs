// A reader clicks from the greeting to an item and changes the language: on a server under a
// sub-path and from a folder on a disk, with scripts and without.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { launch, watch } from './browser.mjs';
import { serve } from './serve.mjs';
import { folder, itemOf, pages, twin } from './site.mjs';

let browser;
let site;

before(async () => {
  site = await serve('/cchc/2025/');
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const fileShown = (tab, home) => decodeURI(tab.url().split('#')[0].replace(home, ''));

// Clicks the first visible link to a page of the site that `isWanted`, and gives that page.
async function follow(tab, home, isWanted, what) {
  const links = tab.locator('a[href]');
  const found = await links.evaluateAll((all) =>
    all.map((link) => link.checkVisibility({ visibilityProperty: true }) && link.href.split('#')[0]),
  );
  const at = found.findIndex((href) => href && href.startsWith(home) && isWanted(decodeURI(href.replace(home, ''))));
  assert.ok(at >= 0, `${fileShown(tab, home)} has no visible link to ${what}`);
  await Promise.all([tab.waitForNavigation(), links.nth(at).click({ timeout: 10_000 })]);
  const page = fileShown(tab, home);
  assert.equal(home + page, found[at], `the link to ${what} led elsewhere`);
  assert.ok(await tab.locator('h1').first().isVisible(), `${page} shows no heading`);
  const lang = await tab.locator('html').getAttribute('lang');
  assert.equal(lang, page.slice(0, 2), `${page} says that its language is ${lang}`);
  return page;
}

async function journey(home, javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled });
  const faults = watch(context, home);
  const tab = await context.newPage();
  await tab.goto(`${home}index.html`);
  await follow(tab, home, (page) => page === 'vi/index.html', 'vi/index.html');
  await follow(tab, home, (page) => /^vi\/\d+-\d{4}\/index\.html$/.test(page), 'the plan');
  await follow(tab, home, (page) => /^vi\/\d+-\d{4}\/areas\//.test(page), 'an area');
  const item = await follow(tab, home, itemOf, 'an item');
  await follow(tab, home, (page) => page === twin(item), `its English, ${twin(item)}`);
  await follow(tab, home, (page) => page === 'en/index.html', 'en/index.html');
  await context.close();
  assert.deepEqual(faults, []);
}

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts';
  test(`the site works under a sub-path, ${how}`, () => journey(site.home, scripts));
  test(`the site works from a folder, ${how}`, () => journey(pathToFileURL(`${folder}/`).href, scripts));
}

test('an address that does not exist is answered by the page for that', async () => {
  const tab = await browser.newPage();
  const answer = await tab.goto(`${site.home}vi/nothing/here`);
  assert.equal(answer.status(), 404);
  assert.ok(pages.includes('404.html'), 'there is no 404.html');
  assert.ok(await tab.locator('h1').isVisible(), '404.html shows no heading');
  await follow(tab, site.home, (page) => page === 'vi/index.html', 'the home page');
  await tab.close();
});
