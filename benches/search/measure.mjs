// Measures the search of a built site: what its index weighs, and for some queries what a browser loads and
// how long it takes to the first result, each in a browser that has loaded nothing yet, from the first letter.
//
//   node benches/search/measure.mjs /tmp/many/site [QUERY …]
//
// The bytes are the same on every machine; the times are of this one, and say little on a busy one. From a
// folder, no network is between; each load in sequence adds a journey on a real one, so those are counted.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launch } from '../../tests/browser/browser.mjs';

const folder = resolve(process.argv[2] ?? '');
const queries = process.argv.length > 3 ? process.argv.slice(3) : ['duong', 'cai cach', 'thu tuc hanh chinh', 'đúng hạn', 'TTHC', 'II.2.a.8', '468/QĐ-TTg', 'thu tuc hanh chnh', 'one-stop', 'xyzzy'];
const home = pathToFileURL(`${folder}/`).href;
const RUNS = 5;

const size = (file) => statSync(join(folder, file)).size;
const zipped = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
const sum = (files, of) => files.reduce((total, file) => total + of(file), 0);
const files = (below) => readdirSync(join(folder, below)).map((file) => `${below}/${file}`);
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

for (const locale of ['vi', 'en']) {
  const index = files(`search/${locale}`);
  const largest = Math.max(...index.map(size));
  console.log(
    `index, ${locale}: ${index.length} files, ${kb(sum(index, size))}, compressed ${kb(sum(index, zipped))}; ` +
      `words.js ${kb(size(`search/${locale}/words.js`))}, compressed ${kb(zipped(`search/${locale}/words.js`))}; largest file ${kb(largest)}`,
  );
}
const scripts = files('assets').filter((file) => file.endsWith('.js'));
console.log(`scripts, compressed: ${scripts.map((file) => `${file.slice(7)} ${kb(zipped(file))}`).join(', ')}`);

const browser = await launch();
for (const query of queries) {
  const times = [];
  let loaded;
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const tab = await context.newPage();
    loaded = new Set();
    tab.on('request', (request) => {
      const file = request.url().replace(home, '').split('?')[0];
      if (file.startsWith('search/') || file.startsWith('assets/search')) loaded.add(file);
    });
    await tab.goto(`${home}vi/index.html`);
    // The clock runs in the page: from the focus to the first option, or the word that there is none.
    const time = await tab.evaluate(
      (text) =>
        new Promise((done) => {
          const field = document.querySelector('#search-field');
          const form = field.form;
          const began = performance.now();
          new MutationObserver(() => {
            const isThere = form.querySelector('[role=option]') || form.querySelector('[role=status]').textContent;
            if (isThere) done(performance.now() - began);
          }).observe(form, { childList: true, subtree: true, characterData: true });
          field.focus();
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      query,
    );
    times.push(time);
    await context.close();
  }
  const index = [...loaded].filter((file) => file.startsWith('search/'));
  times.sort((a, b) => a - b);
  console.log(
    `“${query}”: ${index.length} files of the index, ${kb(sum(index, size))}, compressed ${kb(sum(index, zipped))}; ` +
      `first result after ${times[Math.floor(RUNS / 2)].toFixed(0)} ms (${times[0].toFixed(0)} to ${times[RUNS - 1].toFixed(0)})`,
  );
}
await browser.close();
