// What readers do beyond reading: they filter a list and send it on, change the language where they are, print
// an item, and come back to where they were in a list.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { launch, watch } from './browser.mjs';
import { serve } from './serve.mjs';
import { folder, itemOf, pages, samples } from './site.mjs';

const data = JSON.parse(readFileSync(join(folder, 'data/plan.json'), 'utf8'));
const plan = data.items[0].plan;
const isSilent = (item) => ['no-report', 'overdue'].includes(item.standing);
const bodies = (item) => [...item.leads, ...item.partners, ...(item.holders ?? [])].map(({ agency }) => agency);

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

async function inTab(options, work, home = site.home) {
  const context = await browser.newContext(options);
  const faults = watch(context, home);
  const tab = await context.newPage();
  await work(tab);
  await context.close();
  assert.deepEqual(faults, []);
}

const shown = (tab) =>
  tab.locator('#items > .card:visible').evaluateAll((cards) => cards.map((card) => card.id.slice('c-'.length)));

for (const home of ['http', 'file']) {
  test(`a list is filtered to one body's unreported items, and its address says so (${home})`, async () => {
    const root = home === 'http' ? site.home : pathToFileURL(`${folder}/`).href;
    const body = 'so-noi-vu';
    const expected = data.items
      .filter((item) => item.standing === 'no-report' && bodies(item).includes(body))
      .map(({ id }) => id);
    assert.ok(expected.length > 1, `${body} has nothing unreported`);
    await inTab({}, async (tab) => {
      await tab.goto(`${root}vi/${plan}/commitments/index.html`);
      assert.equal((await shown(tab)).length, data.items.length);
      await tab.getByRole('combobox', { name: 'Cơ quan', exact: true }).selectOption(body);
      await tab.getByRole('combobox', { name: 'Tình trạng', exact: true }).selectOption('no-report');
      const filtered = await shown(tab);
      assert.deepEqual(filtered.toSorted(), expected.toSorted());
      for (const id of filtered) {
        const item = data.items.find((item) => item.id === id);
        assert.ok(isSilent(item), `${id} stands ${item.standing}`);
      }
      assert.match(await tab.locator('#filter-count').innerText(), new RegExp(`\\b${filtered.length}\\b`));
      const address = new URL(tab.url());
      assert.equal(address.searchParams.get('body'), body);
      assert.equal(address.searchParams.get('standing'), 'no-report');
      await tab.reload();
      assert.deepEqual(await shown(tab), filtered, 'the same address shows another list');
      assert.equal(await tab.getByRole('combobox', { name: 'Cơ quan', exact: true }).inputValue(), body);
      await tab.getByRole('button', { name: 'Bỏ lọc' }).click();
      await tab.waitForFunction(() => !location.search);
      assert.equal((await shown(tab)).length, data.items.length);
    }, root);
  });
}

test('a list is sorted by deadline and by title, as the language sorts', async () => {
  await inTab({}, async (tab) => {
    await tab.goto(`${site.home}vi/${plan}/commitments/index.html?kind=activity&sort=due`);
    const due = await tab.locator('#items > .card:visible').evaluateAll((cards) => cards.map((card) => card.dataset.due || '9999'));
    assert.ok(due.length > 10);
    assert.deepEqual(due, due.toSorted(), 'not in the order of the deadlines');
    await tab.getByLabel('Xếp theo').selectOption('title');
    const titles = await tab.locator('#items > .card:visible .card-title').allInnerTexts();
    assert.deepEqual(titles, titles.toSorted(new Intl.Collator('vi').compare), 'not in the order of Vietnamese');
  });
});

test('an address that asks for what is not there shows the whole list', async () => {
  await inTab({}, async (tab) => {
    await tab.goto(`${site.home}en/${plan}/commitments/index.html?body=nobody&standing=&x=%3Cscript%3E`);
    assert.equal((await shown(tab)).length, data.items.length);
  });
});

test('without scripts the whole list is shown, and no choice that does nothing', async () => {
  await inTab({ javaScriptEnabled: false }, async (tab) => {
    await tab.goto(`${site.home}vi/${plan}/commitments/index.html`);
    assert.equal(await tab.locator('#items > .card').count(), data.items.length);
    assert.ok(!(await tab.locator('#filters').isVisible()), 'the choices are shown');
    const lists = await tab.locator('h2#lists + ul a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.ok(lists.some((href) => href.includes('standings/no-report')), 'no plain list of what is unreported');
  });
});

test('the language changes where the reader is', async () => {
  const target = data.items.find((item) => item.outcomes.length > 2);
  await inTab({}, async (tab) => {
    await tab.goto(`${site.home}vi/${plan}/${target.id}/index.html#cite`);
    await tab.locator('.language a').click();
    await tab.waitForURL(/\/en\//);
    assert.equal(new URL(tab.url()).hash, '#cite');
    assert.ok(tab.url().endsWith(`/en/${plan}/${target.id}/index.html#cite`));
    // Someone who scrolled stays at the passage that was being read.
    await tab.goto(`${site.home}en/${plan}/decision/area-2/index.html`);
    await tab.locator('#ii2-ct08').evaluate((passage) => passage.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await tab.locator('.language a').evaluate((link) => link.click());
    await tab.waitForURL(/\/vi\//);
    assert.equal(new URL(tab.url()).hash, '#ii2-ct08');
  });
});

test('a reader who comes late is told so, and no standing changes', async () => {
  const asOf = new Date(data.as_of);
  const after = (days) => new Date(asOf.getTime() + days * 86_400_000);
  const context = await browser.newContext();
  const tab = await context.newPage();
  const page = `${site.home}vi/${plan}/${data.items[20].id}/index.html`;
  await tab.clock.setFixedTime(after(20));
  await tab.goto(page);
  const standing = await tab.locator('.known-standing').innerText();
  assert.ok(!(await tab.locator('#late').isVisible()), 'told after 20 days');
  await tab.clock.setFixedTime(after(400));
  await tab.goto(page);
  assert.ok(!(await tab.locator('#late').isVisible()), 'the first screen is covered');
  await tab.mouse.wheel(0, 200);
  await tab.locator('#late').waitFor();
  assert.match(await tab.locator('#late').innerText(), /\b13\b/);
  assert.equal(await tab.locator('.known-standing').innerText(), standing);
  await tab.locator('#late button').click();
  assert.ok(!(await tab.locator('#late').isVisible()), 'it cannot be closed');
  await context.close();
});

test('a reader comes back to the list as it was', async () => {
  await inTab({ viewport: { width: 360, height: 640 } }, async (tab) => {
    await tab.goto(`${site.home}vi/${plan}/commitments/index.html?kind=task`);
    const card = tab.locator('#items > .card:visible').nth(30);
    const id = await card.getAttribute('id');
    await card.locator('a').first().click();
    await tab.locator('.back a').click();
    await tab.waitForURL(/kind=task/);
    assert.equal((await shown(tab)).length, data.items.filter((item) => item.kind === 'task').length);
    const box = await tab.locator(`#${id}`).boundingBox();
    assert.ok(box.y > -100 && box.y < 640, `the reader is ${box.y} px away from where they were`);
  });
});

test('an item printed to PDF says on each sheet what it is, where it stands, and as of which day', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'congkhai-'));
  for (const locale of ['vi', 'en']) {
    const page = pages.find((page) => page.startsWith(`${locale}/`) && itemOf(page) === 'ii2-ct08');
    await inTab({}, async (tab) => {
      await tab.goto(site.home + page);
      const day = await tab.locator('.print-foot time, .as-of-short time').first().textContent();
      const address = await tab.locator('link[rel=canonical]').getAttribute('href');
      const file = join(scratch, `${locale}.pdf`);
      await tab.pdf({ path: file, format: 'A4' });
      const sheets = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
      assert.ok(sheets.length > 1, 'one sheet only');
      for (const [at, sheet] of sheets.entries()) {
        for (const part of [itemOf(page), day, address]) {
          assert.ok(sheet.includes(part), `${page}: sheet ${at + 1} does not say ${part}`);
        }
      }
    });
  }
  rmSync(scratch, { recursive: true });
});

test('a finger finds its target: what stands alone is 44 px high', async () => {
  await inTab({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (tab) => {
    const faults = [];
    for (const page of samples().filter((page) => !/(^|\/)404\.html$/.test(page))) {
      await tab.goto(site.home + page);
      const small = await tab.evaluate(() => {
        // A link inside a sentence is as high as its line (WCAG 2.5.8 lets it).
        const isInSentence = (link) => {
          const block = link.closest('p, dd, li, td, th, h1, h2, h3, blockquote, dt, div');
          const others = [...block.childNodes].filter((node) => !node.matches?.('a, svg, small, .quiet, .label'));
          return /[\p{L}\p{N}]/u.test(others.map((node) => node.textContent).join(''));
        };
        const target = (element) => element.closest('label') ?? element;
        return [...document.querySelectorAll('main a, header a, footer a, button, select, input, summary')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .filter((element) => !(element.matches('a') && isInSentence(element)))
          .filter((element) => target(element).getBoundingClientRect().height < 43.5)
          .map((element) => `${element.parentElement.className || element.parentElement.localName}: ${element.textContent.trim().slice(0, 40)}`);
      });
      faults.push(...small.map((fault) => `${page}: ${fault}`));
    }
    assert.ok(faults.length === 0, `${faults.length} targets are low:\n${faults.slice(0, 30).join('\n')}`);
  });
});
