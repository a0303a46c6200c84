// An item on paper says on each sheet what it is, where it stands, and as of which day.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';
import { itemOf, pages } from './site.mjs';

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

test('a printed item names its address, its id and its day', async () => {
  const some = ['vi', 'en'].map((locale) => pages.find((page) => page.startsWith(`${locale}/`) && itemOf(page)));
  const tab = await browser.newPage();
  for (const page of some) {
    await tab.goto(site.home + page);
    const foot = tab.locator('.print-foot');
    assert.ok(!(await foot.isVisible()), `${page}: the line for paper is shown on the screen`);
    await tab.emulateMedia({ media: 'print' });
    assert.ok(await foot.isVisible(), `${page}: the line for paper is not printed`);
    const text = await foot.innerText();
    const day = await tab.locator('.as-of-short time').textContent();
    const address = await tab.locator('link[rel=canonical]').getAttribute('href');
    for (const part of [itemOf(page), day, address]) {
      assert.ok(text.includes(part), `${page}: “${text}” does not say ${part}`);
    }
    assert.equal(await foot.evaluate((element) => getComputedStyle(element).display), 'table-footer-group', 'not on each sheet');
    assert.ok(!(await tab.locator('.main-nav').isVisible()), `${page}: the navigation is printed`);
    await tab.emulateMedia({ media: null });
  }
  await tab.close();
});
