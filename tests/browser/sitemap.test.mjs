// sitemap.xml, robots.txt and the links in the pages' heads say the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch } from './browser.mjs';
import { elements } from './html.mjs';
import { difference, pages, read, same } from './site.mjs';

// What a page's head says of its own address: { canonical, alternates, unlisted }.
function head(page) {
  const all = elements(page);
  const links = all.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
  const metas = all.filter(({ name }) => name === 'meta').map(({ attributes }) => attributes);
  const noindex = metas.some(({ name, content }) => name === 'robots' && content.includes('noindex'));
  const redirect = metas.some((meta) => meta['http-equiv']?.toLowerCase() === 'refresh');
  return {
    canonical: links.find(({ rel }) => rel === 'canonical')?.href,
    alternates: sorted(links.filter(({ rel, hreflang }) => rel === 'alternate' && hreflang)),
    unlisted: noindex || redirect,
  };
}

// Alternates as comparable lines: "en https://…".
const sorted = (alternates) => alternates.map(({ hreflang, href }) => `${hreflang} ${href}`).sort();

// The sitemap's entries, as Chromium's XML parser reads them: [{ loc, alternates }].
async function entries() {
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    const found = await tab.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'text/xml');
      const error = xml.querySelector('parsererror');
      if (error) throw new Error(error.textContent);
      const ns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
      return [...xml.getElementsByTagNameNS(ns, 'url')].map((url) => ({
        loc: url.getElementsByTagNameNS(ns, 'loc')[0]?.textContent,
        alternates: [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')].map((link) => ({
          hreflang: link.getAttribute('hreflang'),
          href: link.getAttribute('href'),
        })),
      }));
    }, read('sitemap.xml'));
    return found.map(({ loc, alternates }) => ({ loc, alternates: sorted(alternates) }));
  } finally {
    await browser.close();
  }
}

const sitemap = entries();
sitemap.catch(() => {}); // Each test that awaits it reports the failure.

const heads = new Map(pages.map((page) => [page, head(page)]));
const base = heads.get('vi/index.html')?.canonical?.replace(/vi\/$/, '') ?? '';
const fileOf = (address) => address.replace(base, '').replace(/(^|\/)$/, '$1index.html');

test('the home page names its absolute address', () => {
  assert.match(base, /^https:\/\/.+\/$/, 'vi/index.html has no canonical link such as https://…/vi/');
});

test('the sitemap lists every page that is to be found, and nothing else', async () => {
  const listed = (await sitemap).map(({ loc }) => loc);
  assert.deepEqual(listed.filter((loc) => !loc?.startsWith(base)), [], `these do not begin with ${base}`);
  const expected = [...heads].filter(([, { unlisted }]) => !unlisted).map(([page]) => page);
  assert.deepEqual(difference(listed.map(fileOf), expected), same, 'the sitemap is not the list of pages');
});

test('canonical and alternate links of the pages agree with the sitemap', async () => {
  for (const { loc, alternates } of await sitemap) {
    const page = fileOf(loc);
    assert.equal(heads.get(page)?.canonical, loc, `the canonical link of ${page}`);
    assert.deepEqual(heads.get(page).alternates, alternates, `the alternates of ${page} (first) and of the sitemap`);
  }
  for (const [page, { canonical }] of heads) {
    if (canonical) assert.ok(pages.includes(fileOf(canonical)), `${page}: there is no ${canonical}`);
  }
});

test('alternates are reciprocal', async () => {
  const byLoc = new Map((await sitemap).map((entry) => [entry.loc, entry]));
  let compared = 0;
  for (const { loc, alternates } of byLoc.values()) {
    if (alternates.length === 0) continue;
    assert.ok(alternates.some((line) => line.split(' ')[1] === loc), `${loc} is not among its own alternates`);
    for (const line of alternates) {
      const [hreflang, href] = line.split(' ');
      assert.deepEqual(byLoc.get(href)?.alternates, alternates, `${href} (first), named by ${loc}`);
      assert.ok(hreflang === 'x-default' || href.startsWith(`${base}${hreflang}/`), `${href} is called ${hreflang}`);
      compared += 1;
    }
  }
  assert.ok(compared > 0, 'the sitemap names no alternates');
});

test('robots.txt names the sitemap', () => {
  const lines = read('robots.txt').split(/\r?\n/);
  assert.ok(lines.includes(`Sitemap: ${base}sitemap.xml`), `robots.txt has no line "Sitemap: ${base}sitemap.xml"`);
});
