// Readers find a commitment: from the header and on the page of the search, by keyboard, on a server under
// a sub-path and from a folder on a disk, with the network off, with a screen reader, without scripts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { launch, watch } from './browser.mjs';
import { serve } from './serve.mjs';
import { folder } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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

const disk = pathToFileURL(`${folder}/`).href;
const homes = [['on a server', () => site.home], ['from a folder', () => disk]];

// Opens a page of the site in a window of its own, does `work` and hears what goes wrong.
async function onPage(home, page, options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const faults = watch(context, home);
  const requests = [];
  context.on('request', (request) => requests.push(request.url().replace(home, '')));
  const tab = await context.newPage();
  await tab.goto(home + page);
  await work(tab, { context, requests, here: () => decodeURI(tab.url().replace(home, '')) });
  await context.close();
  assert.deepEqual(faults, []);
}

const field = (tab) => tab.getByRole('combobox');
const options = (tab) => tab.getByRole('option');
const active = (tab) => tab.locator('[role=option][aria-selected=true]');

async function violations(tab) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(
    async (values) => (await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations,
    rules,
  );
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)}`);
}

test('nothing of the search loads before it is used', () =>
  onPage(site.home, 'vi/index.html', {}, async (tab, { requests }) => {
    const ofSearch = () => requests.filter((url) => url.includes('search'));
    await tab.waitForLoadState('networkidle');
    assert.deepEqual(ofSearch(), []);
    await field(tab).focus();
    await tab.waitForFunction(() => window.congkhaiSearch);
    await tab.waitForLoadState('networkidle');
    const first = ofSearch();
    assert.deepEqual(first.filter((url) => url.startsWith('search/')), ['search/vi/words.js']);
    await field(tab).fill('tro ly ao');
    await options(tab).first().waitFor();
    assert.ok(ofSearch().every((url) => !url.startsWith('search/en/')), 'the other language was loaded without need');
  }));

for (const [where, home] of homes) {
  test(`a commitment is found by unaccented search from the keyboard, in the header, ${where}`, () =>
    onPage(home(), 'vi/index.html', {}, async (tab, { here }) => {
      // The skip link, the site's name, the field.
      for (let at = 0; at < 3; at += 1) await tab.keyboard.press('Tab');
      assert.ok(await field(tab).evaluate((element) => element === document.activeElement), 'Tab does not lead to the field');
      await tab.keyboard.type('tro ly ao');
      await options(tab).first().waitFor();
      await tab.keyboard.press('ArrowDown');
      assert.match(await active(tab).innerText(), /PL\.VI\.3.*trợ lý ảo/s);
      await Promise.all([tab.waitForURL(/pl-vi3/), tab.keyboard.press('Enter')]);
      assert.equal(here(), 'vi/3322-2024/pl-vi3/index.html');
      assert.ok(await tab.locator('h1').isVisible());
    }));

  test(`a commitment is found from the keyboard on the page of the search, ${where}`, () =>
    onPage(home(), 'en/search/index.html', {}, async (tab, { here }) => {
      await tab.getByRole('searchbox').focus();
      await tab.keyboard.type('virtual assistant');
      await tab.keyboard.press('Enter');
      const status = tab.locator('#search-status');
      await status.getByText('results for').waitFor();
      assert.equal(here(), 'en/search/index.html?q=virtual+assistant');
      await tab.waitForFunction(() => document.activeElement.id === 'search-status');
      await tab.keyboard.press('Tab');
      await Promise.all([tab.waitForURL(/pl-vi3/), tab.keyboard.press('Enter')]);
      assert.equal(here(), 'en/3322-2024/pl-vi3/index.html');
      // Back: the results are there again.
      await tab.goBack();
      await tab.getByRole('link', { name: 'virtual assistant' }).first().waitFor();
      assert.equal(await tab.getByRole('searchbox').inputValue(), 'virtual assistant');
    }));

  test(`Enter in the header leads to all results, ${where}`, () =>
    onPage(home(), 'vi/glossary/index.html', {}, async (tab, { here }) => {
      await field(tab).fill('cai cach');
      await Promise.all([tab.waitForURL(/search\/index/), tab.keyboard.press('Enter')]);
      assert.equal(here(), 'vi/search/index.html?q=cai+cach');
      await tab.getByText('kết quả cho “cai cach”').waitFor();
      assert.ok((await tab.locator('#search-results mark').allInnerTexts()).includes('cải cách'));
      assert.match(await tab.title(), /^cai cach — /);
      await tab.reload();
      await tab.getByText('kết quả cho “cai cach”').waitFor();
    }));
}

for (const [where, home] of homes) {
  test(`Enter works before the search has loaded, ${where}`, () =>
    onPage(home(), 'vi/glossary/index.html', {}, async (tab, { context }) => {
      await context.route(/search-[a-z]+\.js|search\.js/, () => {}); // It never comes.
      await field(tab).fill('II.2.a.8');
      await Promise.all([tab.waitForURL(/search\/index/, { waitUntil: 'commit' }), tab.keyboard.press('Enter')]);
      assert.equal(new URL(tab.url()).search, '?q=II.2.a.8');
    }));
}

test('a search can be completed with the network off', () =>
  onPage(disk, 'vi/index.html', {}, async (tab, { context, here }) => {
    await context.setOffline(true);
    await field(tab).fill('dung han');
    await options(tab).first().waitFor();
    await tab.keyboard.press('ArrowDown');
    await Promise.all([tab.waitForURL(/3322-2024/), tab.keyboard.press('Enter')]);
    assert.ok(await tab.locator('h1').isVisible());
    await tab.goto(`${disk}vi/search/index.html?q=468/QĐ-TTg`);
    await tab.getByText('2 kết quả').waitFor();
    await tab.getByRole('link', { name: 'Triển khai Đề án' }).click();
    assert.equal(here(), 'vi/3322-2024/pl-ii5/index.html');
  }));

test('a screen reader is told what the field is, what is open, which option is active, and how many there are', () =>
  onPage(site.home, 'en/index.html', {}, async (tab) => {
    const of = (name) => field(tab).getAttribute(name);
    assert.equal(await tab.getByRole('search').count(), 1);
    assert.equal(await of('aria-autocomplete'), 'list');
    assert.equal(await of('aria-expanded'), 'false');
    await field(tab).fill('one-stop');
    await options(tab).first().waitFor();
    assert.equal(await of('aria-expanded'), 'true');
    const list = tab.locator(`#${await of('aria-controls')}`);
    assert.equal(await list.getAttribute('role'), 'listbox');
    assert.ok(await list.getAttribute('aria-label'));
    assert.ok((await list.getByRole('group', { name: 'Targets' }).getByRole('option').count()) >= 1);
    assert.equal(await tab.locator('form [role=status]').innerText(), '8 suggestions');
    assert.equal(await options(tab).last().innerText(), 'See all results');
    // Down, up, the ends, round about.
    const ids = await options(tab).evaluateAll((all) => all.map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length);
    for (const [key, at] of [['ArrowDown', 0], ['ArrowDown', 1], ['ArrowUp', 0], ['End', ids.length - 1], ['Home', 0], ['ArrowUp', -1], ['ArrowUp', ids.length - 1], ['ArrowDown', -1]]) {
      await tab.keyboard.press(key);
      assert.equal(await of('aria-activedescendant'), at < 0 ? '' : ids[at], key);
      assert.equal(await active(tab).count(), at < 0 ? 0 : 1);
    }
    assert.ok(await field(tab).evaluate((element) => element === document.activeElement), 'the focus left the field');
    await tab.keyboard.press('Escape');
    assert.equal(await of('aria-expanded'), 'false');
    assert.ok(await list.isHidden());
    assert.equal(await field(tab).inputValue(), 'one-stop');
    await tab.keyboard.press('ArrowDown');
    await options(tab).first().waitFor();
    await tab.keyboard.press('Tab');
    await list.waitFor({ state: 'hidden' });
    // Nothing found is said and seen.
    await field(tab).fill('xyzzy');
    await tab.getByText('Nothing was found for “xyzzy”.').waitFor();
    assert.equal(await of('aria-expanded'), 'false');
  }));

test('what is found in the other language says so, and in which language it is', () =>
  onPage(site.home, 'en/search/index.html?q=tro%20ly%20ao', {}, async (tab) => {
    await tab.getByRole('heading', { name: 'In the Vietnamese part' }).waitFor();
    assert.equal(await tab.locator('li[lang=vi]').count(), 2);
    await tab.getByRole('searchbox').fill('virtual');
    await tab.getByText('results for “virtual”').waitFor();
    assert.equal(await tab.locator('li[lang]').count(), 0);
  }));

test('nothing found: what to try, and the lists', () =>
  onPage(site.home, 'vi/search/index.html?q=xyzzy', {}, async (tab) => {
    await tab.getByText('Không tìm thấy gì cho “xyzzy”.').waitFor();
    await tab.getByText('Hãy thử ít từ hơn').waitFor();
    const links = await tab.locator('#search-lists a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const page of ['3322-2024/index', 'agencies/index', 'glossary/index', 'sitemap/index']) {
      assert.ok(links.some((link) => link.includes(page)), page);
    }
    assert.ok(await tab.locator('#search-lists').isVisible());
    await tab.getByRole('searchbox').fill('camera');
    await tab.getByRole('link', { name: 'camera' }).waitFor();
    assert.ok(await tab.locator('#search-lists').isHidden());
    assert.equal(new URL(tab.url()).search, '?q=camera');
  }));

test('when a file of the index does not load, that is said, and a later search works', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  let isBroken = true;
  await context.route(/search\/vi\/[dp]\d+\.js/, (route) => (isBroken ? route.abort() : route.continue()));
  for (const page of ['vi/index.html', 'vi/search/index.html']) {
    isBroken = true;
    await tab.goto(site.home + page);
    await tab.locator('#search-field').fill('camera');
    await tab.getByText('Không tải được dữ liệu tìm kiếm').waitFor();
    isBroken = false;
    await tab.locator('#search-field').fill('camera ');
    await tab.locator('mark', { hasText: 'camera' }).first().waitFor();
  }
  await context.close();
});

test('without scripts the header has a link, and the page of the search leads to the lists', () =>
  onPage(site.home, 'vi/index.html', { javaScriptEnabled: false }, async (tab, { here }) => {
    assert.ok(!(await field(tab).isVisible()));
    await tab.getByRole('link', { name: 'Tìm kiếm', exact: true }).click();
    assert.equal(here(), 'vi/search/index.html');
    assert.ok(await tab.getByText('cần JavaScript').isVisible());
    assert.ok(!(await tab.locator('input').first().isVisible()));
    await tab.getByRole('main').getByRole('link', { name: 'Sơ đồ trang' }).click();
    assert.equal(here(), 'vi/sitemap/index.html');
  }));

test('on a small screen the header has a link as large as a finger', () =>
  onPage(site.home, 'vi/index.html', { viewport: { width: 320, height: 600 } }, async (tab, { here }) => {
    assert.ok(!(await field(tab).isVisible()));
    const link = tab.getByRole('link', { name: 'Tìm kiếm', exact: true });
    assert.ok((await link.boundingBox()).height >= 44);
    await link.click();
    await tab.getByRole('searchbox').fill('thu tuc hanh chinh');
    await tab.getByText('kết quả cho').waitFor();
    for (const target of ['[type=search]', '.search-line button', '#search-results section button:visible']) {
      assert.ok((await tab.locator(target).first().boundingBox()).height >= 44, target);
    }
    assert.equal(await tab.evaluate(() => document.scrollingElement.scrollWidth), 320);
    assert.equal(here(), 'vi/search/index.html?q=thu+tuc+hanh+chinh');
    const before = await tab.locator('#search-results li').count();
    await tab.locator('#search-results section button:visible').first().click();
    await tab.waitForFunction((some) => document.querySelectorAll('#search-results li').length > some, before);
  }));

test('the key / leads to the field, not while someone types, and can be switched off', () =>
  onPage(site.home, 'en/agencies/index.html', {}, async (tab) => {
    const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);
    await tab.keyboard.press('/');
    assert.ok(await isFocused(field(tab)));
    await tab.keyboard.type('468/');
    assert.equal(await field(tab).inputValue(), '468/');
    await tab.goto(`${site.home}en/search/index.html`);
    await tab.getByLabel('The key /').uncheck();
    await tab.goto(`${site.home}en/agencies/index.html`);
    await tab.keyboard.press('/');
    assert.ok(!(await isFocused(field(tab))));
  }));

test('no accessibility violation with the suggestions open, and with results', async () => {
  for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [800, 'light'], [360, 'dark']]) {
    await onPage(site.home, 'vi/index.html', { viewport: { width, height: 800 }, colorScheme }, async (tab) => {
      if (await field(tab).isVisible()) {
        await field(tab).fill('cai cach');
        await options(tab).first().waitFor();
        await tab.keyboard.press('ArrowDown');
        assert.deepEqual(await violations(tab), [], `suggestions at ${width} px, ${colorScheme}`);
        await field(tab).fill('virtual assistant');
        await tab.getByText('Trong phần tiếng Anh').first().waitFor();
        assert.deepEqual(await violations(tab), [], `two languages at ${width} px, ${colorScheme}`);
        await field(tab).fill('xyzzy');
        await tab.getByText('Không tìm thấy gì').waitFor();
        assert.deepEqual(await violations(tab), [], `nothing at ${width} px, ${colorScheme}`);
      }
      for (const query of ['cai cach', 'virtual assistant', 'xyzzy', 'hanh chnh']) {
        await tab.goto(`${site.home}vi/search/index.html?q=${query}`);
        await tab.locator('#search-status:not(:empty)').waitFor();
        assert.deepEqual(await violations(tab), [], `results of ${query} at ${width} px, ${colorScheme}`);
      }
    });
  }
});
