// What Lighthouse says of each kind of page on a telephone: nothing missing in accessibility, best practices
// and search engines' needs, and fast. Its speed is worked out from a simulated slow telephone, but from what
// this machine measured, so a page has three tries; the figures are printed, and no time is asserted.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { switches } from './browser.mjs';
import { serve } from './serve.mjs';
import { samples, shareOf } from './site.mjs';

const TRIES = 3;
const least = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };

let chrome;
let site;

before(async () => {
  site = await serve('/cchc/2025/');
  chrome = await launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: switches });
});

after(async () => {
  await chrome?.kill();
  await site?.stop();
});

// One page of each kind: Vietnamese and English in turn, so that both are seen.
function oneOfEach() {
  const seen = samples();
  const first = seen.filter((page, at) => at === 0 || twinless(page) !== twinless(seen[at - 1]));
  return first.map((page, at) => (at % 2 ? page.replace(/^vi\//, 'en/') : page.replace(/^en\//, 'vi/')));
}
const twinless = (page) => page.replace(/^(vi|en)\//, '');

// These ask search engines not to list them, on purpose; Lighthouse counts that against them.
const isUnlisted = (page) => /404\.html$|^id\/|^embed\/|\/search\/|\/ky\/.|\/moved-away\//.test(page);

async function judge(page) {
  const { lhr } = await lighthouse(site.home + page, {
    port: chrome.port,
    logLevel: 'silent',
    output: 'json',
    onlyCategories: Object.keys(least),
    skipAudits: isUnlisted(page) ? ['is-crawlable', 'canonical'] : [],
  });
  const scores = Object.fromEntries(
    Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
  );
  const lacking = Object.keys(least).filter((name) => scores[name] < least[name]);
  const why = lacking.flatMap((name) =>
    lhr.categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ''}`.trim()),
  );
  return { scores, lacking, why };
}

for (const page of shareOf(oneOfEach())) {
  // A page that a server shows with the answer 404 is refused by Lighthouse as a failed load.
  if (page.endsWith('404.html')) continue;
  test(`Lighthouse is content with ${page}`, async () => {
    let result = await judge(page);
    for (let tries = 1; tries < TRIES && result.lacking.join() === 'performance'; tries += 1) result = await judge(page);
    console.log(page, JSON.stringify(result.scores));
    assert.deepEqual(result.lacking, [], result.why.join(', '));
  });
}
