// Every page, as a browser shows it: accessible, without errors, and narrow enough for a small screen.
// Axe is a script itself, so "without scripts" is a reader whom the site's scripts do not reach.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { inTabs, launch, watch } from './browser.mjs';
import { serve } from './serve.mjs';
import { distinct, samples, shareOf } from './site.mjs';

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

// Shows each page in a window of that width and gives what `look(tab, page)` found, as lists joined.
async function show(some, { width, colorScheme = 'light', scripts = true }, look) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  if (!scripts) await context.route('**/*.js', (route) => route.abort());
  const found = [];
  await inTabs(context, some, async (tab, page) => {
    await tab.goto(site.home + page);
    found.push(...(await look(tab, page)));
  });
  await context.close();
  return found;
}

// What axe objects to on a page. It is run by the debugger, so the content security policy stays on.
async function violations(tab, page) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(
    async (values) =>
      (await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })).violations,
    rules,
  );
  return found.map(({ id, help, nodes }) => ({ id, help, page, times: nodes.length, html: nodes[0].html }));
}

// The violations rule by rule, each with a few of its places.
function report(found) {
  return [...new Set(found.map(({ id }) => id))]
    .map((id) => {
      const same = found.filter((violation) => violation.id === id);
      const places = same.slice(0, 5).map(({ page, times, html }) => `    ${page} (${times}×) ${html.slice(0, 160)}`);
      return [`  ${id}: ${same[0].help}, on ${same.length} pages`, ...places].join('\n');
    })
    .join('\n');
}

test('no page has an accessibility violation, at 1280 px, light', async () => {
  const found = await show(shareOf(distinct), { width: 1280 }, violations);
  assert.ok(found.length === 0, `axe objects:\n${report(found)}`);
});

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const scripts of [true, false]) {
      const how = `${width} px, ${colorScheme}, ${scripts ? 'with' : 'without'} scripts`;
      test(`no kind of page has an accessibility violation in either language: ${how}`, async () => {
        const found = await show(shareOf(samples()), { width, colorScheme, scripts }, violations);
        assert.ok(found.length === 0, `axe objects:\n${report(found)}`);
      });
    }
  }
}

test('no page scrolls sideways at 320 px', async () => {
  const found = await show(distinct, { width: 320 }, async (tab, page) => {
    const wide = await tab.evaluate(() => {
      const width = document.scrollingElement.scrollWidth;
      if (width <= 320) return undefined;
      const outside = [...document.body.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > 320,
      );
      return `${width} px wide; outside: ${outside.slice(-3).map((element) => element.outerHTML.slice(0, 80)).join(' ')}`;
    });
    return wide ? [`${page}: ${wide}`] : [];
  });
  assert.ok(found.length === 0, `${found.length} pages:\n${found.slice(0, 20).join('\n')}`);
});

test('no page has an error, a failed request, or a request to elsewhere', async () => {
  const context = await browser.newContext();
  const faults = watch(context, site.home);
  await inTabs(context, distinct, (tab, page) => tab.goto(site.home + page));
  await context.close();
  assert.ok(faults.length === 0, `${faults.length} faults:\n${faults.slice(0, 20).join('\n')}`);
});
