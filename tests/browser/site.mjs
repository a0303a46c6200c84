// The site under test, the folder that CONGKHAI_SITE names: its files, and its pages by kind.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

if (!process.env.CONGKHAI_SITE) {
  throw new Error('set CONGKHAI_SITE to the folder of a built site; ./test does so');
}

export const folder = resolve(process.env.CONGKHAI_SITE);

// Every file, relative to the site's root, with forward slashes, sorted.
export const allFiles = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
  .map((path) => path.split(sep).join('/'))
  .sort();

// The same without what `build --compress` wrote beside them.
export const files = allFiles.filter((file) => !/\.(gz|br)$/.test(file));

export const pages = files.filter((file) => file.endsWith('.html'));

export const read = (file) => readFileSync(join(folder, file), 'utf8');

// The file that the theme calls `name`: the name in the site has a hash before its end.
export function asset(name) {
  const [stem, end] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.'))];
  const isIt = (file) => file.startsWith(`assets/${stem}.`) && /^[0-9a-f]{8}$/.test(file.slice(8 + stem.length, -end.length));
  const found = files.filter((file) => file.endsWith(end) && isIt(file));
  if (found.length !== 1) throw new Error(`the site has ${found.length} files for assets/${name}`);
  return found[0];
}

// What an item's id looks like, by kind.
const ids = {
  aim: String.raw`i\d+-\d+`,
  target: String.raw`ii\d+-ct\d+`,
  task: String.raw`ii\d+-nv\d+`,
  activity: String.raw`pl-[ivx]+\d+`,
  duty: String.raw`iii\d+-\d+`,
};

// Every kind of page that a site has. L is a language, P a plan, N a name.
const shapes = {
  greeting: 'index.html',
  'not found': '404.html',
  'not found, in a language': 'L/404.html',
  home: 'L/index.html',
  plan: 'L/P/index.html',
  area: 'L/P/areas/N/index.html',
  ...Object.fromEntries(Object.entries(ids).map(([kind, id]) => [kind, `L/P/${id}/index.html`])),
  agencies: 'L/agencies/index.html',
  agency: 'L/agencies/N/index.html',
  decision: 'L/P/decision/index.html',
  'decision part': 'L/P/decision/(?!side-by-side)[^/]+/index.html',
  'side by side': 'L/P/decision/side-by-side/index.html',
  'side by side part': 'L/P/decision/side-by-side/N/index.html',
  results: 'L/P/results/index.html',
  'no report': 'L/P/no-report/index.html',
  deadlines: 'L/P/deadlines/index.html',
  coverage: 'L/P/coverage/index.html',
  'coverage part': 'L/P/coverage/N/index.html',
  conflicts: 'L/P/conflicts/index.html',
  corrections: 'L/corrections/index.html',
  glossary: 'L/glossary/index.html',
  method: 'L/method/index.html',
  about: 'L/about/index.html',
  'all commitments': 'L/P/commitments/index.html',
  'list of a kind': 'L/P/kinds/N/index.html',
  'list of a standing': 'L/P/standings/N/index.html',
  search: 'L/search/index.html',
  'site map': 'L/sitemap/index.html',
  follow: 'L/follow/index.html',
  'open data': 'L/data/index.html',
  'permanent link': 'id/N/index.html',
  releases: 'L/ky/index.html',
  release: 'L/ky/N/index.html',
  'changes of a release': 'L/ky/N/changes/index.html',
  'item of a release': 'L/ky/N/P/N/index.html',
  'inside another page': 'embed/L/P/N/index.html',
  'inside another page, as released': 'embed/L/ky/N/P/N/index.html',
  moved: 'L/moved-away/index.html',
};

// A shape as an expression that matches whole file names.
function matcher(shape) {
  const parts = { L: '(?:vi|en)', P: String.raw`\d+-\d{4}`, N: '[^/]+', 'index.html': String.raw`index\.html` };
  return new RegExp(`^${shape.split('/').map((part) => parts[part] ?? part).join('/')}$`);
}

// Kind → the pages of that kind.
export const kinds = new Map(
  Object.entries(shapes).map(([kind, shape]) => {
    const is = matcher(shape);
    return [kind, pages.filter((page) => is.test(page))];
  }),
);

// The id of the item that a page in a language is about, if it is about one.
const itemPage = matcher(`L/P/(${Object.values(ids).join('|')})/index.html`);
export const itemOf = (page) => page.match(itemPage)?.[1];

// All pages, but for most of those that differ from their neighbours in a few words only: items of releases, and
// pages inside other pages. Of each release one of each kind of item is left, in each language.
const alike = new RegExp(String.raw`^(.*ky/[^/]+/|embed/[^/]+/)\d+-\d{4}/([^/]+)/index\.html$`);
const idsAsPatterns = Object.entries(ids).map(([kind, shape]) => [kind, new RegExp(`^${shape}$`)]);
const firstOfItsKind = new Set();
export const distinct = pages.filter((page) => {
  const [, where, id] = page.match(alike) ?? [];
  if (!where) return true;
  const kind = `${where} ${idsAsPatterns.find(([, is]) => is.test(id))?.[0]}`;
  return firstOfItsKind.has(kind) ? false : firstOfItsKind.add(kind);
});

// The largest page of each kind, where most can go wrong, and its twin in the other language.
export function samples() {
  const largest = (some) => some.toSorted((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)[0];
  return [...kinds.values()].filter((some) => some.length > 0).flatMap((some) => {
    const page = largest(some);
    return pages.includes(twin(page)) ? [page, twin(page)] : [page];
  });
}

// What takes minutes on all pages is shared among the servers: with CONGKHAI_SHARE=1/2 the first, third, fifth … of a
// list, with 2/2 the others, and without it the whole list.
const [share, shares] = (process.env.CONGKHAI_SHARE ?? '1/1').split('/').map(Number);
export const shareOf = (list) => list.filter((_, at) => at % shares === share - 1);

// The same page in the other language; nothing for a page that speaks both.
export function twin(page) {
  const other = { vi: 'en', en: 'vi' }[page.slice(0, 2)];
  return page[2] === '/' && other ? other + page.slice(2) : undefined;
}

// What a list lacks and what it has too much (also: twice), and what this is when it is right.
export const difference = (list, expected) => ({
  missing: expected.filter((entry) => !list.includes(entry)),
  excess: list.filter((entry, at) => !expected.includes(entry) || list.indexOf(entry) !== at),
});
export const same = { missing: [], excess: [] };
