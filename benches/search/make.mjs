// Makes a content folder with N items in our layout, to measure search, and everything else, at a size that
// no real plan has yet. SAMPLE DATA: each text is stretches of the real plan put together by chance; it
// means nothing, and every title says so. The same N gives the same bytes.
//
//   node benches/search/make.mjs 20000 /tmp/many/content
//   congkhai lock-source --content /tmp/many/content
//   congkhai accept-translation --all --content /tmp/many/content
//   congkhai build --content /tmp/many/content --out /tmp/many/site
//   node benches/search/measure.mjs /tmp/many/site
//
// docs/performance.md keeps what was measured.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [count, out] = [Number(process.argv[2]), process.argv[3]];
if (!(count > 0) || !out) throw new Error('usage: make.mjs NUMBER FOLDER');
const AREAS = 20;
const MOST = 5000; // items of a plan: a file of the content may have 4 MiB
const WORDS = 55; // about as many as an item of the real plan has

// A small generator of numbers by chance (mulberry32), so that every run makes the same.
let seed = 3322;
function chance(below) {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

const real = fileURLToPath(new URL('../../content/plans/qd-3322-2024/areas/', import.meta.url));

// The words of the real plan, in order, without Markdown.
function realWords(locale) {
  const texts = readdirSync(real).sort().map((area) => readFileSync(join(real, area, `area.${locale}.md`), 'utf8'));
  const lines = texts.join('\n').split('\n').filter((line) => line && !line.startsWith('#'));
  return lines.join(' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_\\|]/g, '').split(/\s+/);
}
const words = { vi: realWords('vi'), en: realWords('en') };

// Stretches of 6 to 20 words, together about as many as asked for.
function sentence(locale, size) {
  const some = [];
  while (some.length < size) {
    const [from, length] = [chance(words[locale].length - 20), 6 + chance(15)];
    some.push(...words[locale].slice(from, from + Math.min(length, size - some.length)));
  }
  return some.join(' ').replace(/^\P{L}+/u, '');
}

// Titles have at most 80 characters.
const title = (sample, text) => `${sample}: ${text}`.replace(/[“”"]/g, '').slice(0, 78).replace(/\s\S*$/, '');

function write(path, text) {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

let made = 0;

// One plan with so many items, from the number `at` on.
function makePlan(number, size) {
  const plan = `plans/sample-${number}`;
  const received = ['**I. Mục tiêu**', '', '- Dữ liệu mẫu.', '', '## II. Nhiệm vụ', ''];
  const perArea = Math.ceil(size / AREAS);
  let targets = 0;
  let items = 0;
  for (let area = 1; area <= AREAS; area += 1) {
    const name = { vi: `Lĩnh vực mẫu ${area}`, en: `Sample area ${area}` };
    const text = { vi: [`# ${area}. ${name.vi}`], en: [`# ${area}. ${name.en}`] };
    const facts = { targets: [], tasks: [] };
    received.push(`### ${area}. ${name.vi}`, '');
    for (let at = 1; at <= perArea && items < size; at += 1, items += 1, made += 1) {
      // A third are targets, the others tasks; each names a document of its own.
      const isTarget = at % 3 === 0;
      const id = `ii${area}-${isTarget ? 'ct' : 'nv'}${String(at).padStart(2, '0')}`;
      const document = `${1000 + made}/QĐ-UBND`;
      const body = { vi: `${sentence('vi', WORDS)} theo Quyết định số ${document}.`, en: `${sentence('en', WORDS)} under Decision ${document}.` };
      text.vi.push(`### ${title('Mẫu', sentence('vi', 9))} {#${id}}`, body.vi);
      text.en.push(`### ${title('Sample', sentence('en', 7))} {#${id}}`, body.en);
      if (isTarget) targets += 1;
      const lacks = '\n    lacks: [number, unit]\n    lacks_note: {vi: Dữ liệu mẫu., en: Sample data.}';
      facts[isTarget ? 'targets' : 'tasks'].push(`  - id: ${id}${isTarget ? lacks : ''}`);
      received.push(`- ${body.vi}`, '');
    }
    const folder = `${plan}/areas/${area}-sample`;
    for (const locale of ['vi', 'en']) write(`${folder}/area.${locale}.md`, `${text[locale].join('\n\n')}\n`);
    const list = (key) => (facts[key].length > 0 ? `${key}:\n${facts[key].join('\n')}\n` : '');
    write(`${folder}/area.yaml`, `number: "${area}"\nname: {vi: ${name.vi}, en: ${name.en}}\n${list('targets')}${list('tasks')}`);
  }
  write(`${plan}/plan.yaml`, `slug: sample-${number}
instrument:
  kind: {vi: Quyết định, en: Decision}
  number: ${number}/QĐ-UBND
  date: 2025-01-02
  title: {vi: Kế hoạch mẫu ${number}, en: Sample plan ${number}}
  issuer: so-mau-0
  signer: {vi: Người ký mẫu, en: Sample signer}
period: {from: 2025-01-01, to: 2025-12-31, label: {vi: Năm 2025, en: "2025"}}
counts: {aims: 1, targets: ${targets}, tasks: ${items - targets}, activities: 0, duties: 0}
`);
  write(`${plan}/decision.yaml`, 'aims:\n  - id: i1-1\n');
  const decision = (one, two, sample) => `# I. ${one}\n\n### ${sample} {#i1-1}\n\n${sample}.\n\n# II. ${two} {#areas}\n`;
  write(`${plan}/decision.vi.md`, decision('Mục tiêu', 'Nhiệm vụ', 'Dữ liệu mẫu'));
  write(`${plan}/decision.en.md`, decision('Aims', 'Tasks', 'Sample data'));
  write(`${plan}/source/received.txt`, `${received.join('\n')}\n`);
  write(`${plan}/source/not-items.yaml`, '[]\n');
  write(`${plan}/source/repairs.yaml`, '[]\n');
  write(`${plan}/translations.lock`, '');
}

for (let number = 1; made < count; number += 1) makePlan(number, Math.min(MOST, count - made));

write('site.yaml', `# SAMPLE DATA, made by benches/search/make.mjs.
title: {vi: Dữ liệu mẫu, en: Sample data}
publisher: {vi: Dữ liệu mẫu, en: Sample data}
contact: {words: {vi: Dữ liệu mẫu., en: Sample data.}}
notice: {vi: Dữ liệu mẫu., en: Sample data.}
licence: {id: CC-BY-4.0, name: {vi: Ghi công 4.0, en: Attribution 4.0}, url: https://creativecommons.org/licenses/by/4.0/}
# The search is what is measured here; the pictures of so many items take minutes.
share_pictures: false
as_of: 2025-12-31
`);
write('agencies.yaml', [...Array(41).keys()].map((at) => `- id: so-mau-${at}
  kind: department
  names: [{name: {vi: Sở Mẫu ${at}, en: Sample Department ${at}}}]
`).join(''));
write('glossary.yaml', readFileSync(fileURLToPath(new URL('../../content/glossary.yaml', import.meta.url)), 'utf8'));
write('corrections.yaml', '[]\n');
for (const locale of ['vi', 'en']) write(`pages/about.${locale}.md`, '# Sample data\n\nSample data.\n');
console.log(`${made} items`);
