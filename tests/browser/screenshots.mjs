// Takes pictures of the pages that readers see most, to be looked at. tests/screenshots runs it.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';
import { folder } from './site.mjs';

const out = process.argv[2];
if (!out) throw new Error('name the folder for the pictures; tests/screenshots does so');

const data = JSON.parse(readFileSync(join(folder, 'data/plan.json'), 'utf8'));
const of = (kind, isWanted) => data.items.filter((item) => item.kind === kind && isWanted(item));
const mostReported = of('target', () => true).toSorted((a, b) => b.outcomes.length - a.outcomes.length)[0];
const silent = of('activity', (item) => item.standing === 'no-report' && item.budget.vnd)[0];
const plan = mostReported.plan;

const pages = {
  home: '',
  area: `${plan}/areas/${mostReported.area}/`,
  'target-with-results': `${plan}/${mostReported.id}/`,
  'activity-without-report': `${plan}/${silent.id}/`,
  agency: `agencies/${silent.leads[0].agency}/`,
  'decision-side-by-side': `${plan}/decision/side-by-side/area-${mostReported.area}/`,
  commitments: `${plan}/commitments/`,
  results: `${plan}/results/`,
  deadlines: `${plan}/deadlines/`,
  search: { vi: 'search/?q=dung%20han', en: 'search/?q=one-stop' },
};
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 860 } };

mkdirSync(out, { recursive: true });
const site = await serve('/cchc/2025/');
const browser = await launch();
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: size === 'phone' ? 2 : 1 });
    const tab = await context.newPage();
    // As a reader sees it soon after the cut-off day.
    await tab.clock.setFixedTime(new Date(`${data.as_of}T12:00:00Z`));
    for (const locale of ['vi', 'en']) {
      for (const [name, tail] of Object.entries(pages)) {
        const address = `${site.home}${locale}/${tail[locale] ?? tail}`;
        // The fonts are there from the second look on.
        await tab.goto(address);
        await tab.goto(address, { waitUntil: 'networkidle' });
        await tab.screenshot({ path: join(out, `${name}-${locale}-${size}-${colorScheme}.png`) });
      }
    }
    await context.close();
  }
}
await browser.close();
await site.stop();
console.log(`the pictures are in ${out}`);
