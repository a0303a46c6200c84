// What search finds: the table in tests/search/ on the site under test, and the index itself.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { core, loader } from './index.mjs';
import { elements } from './html.mjs';
import { files, folder, read } from './site.mjs';
import { queries } from '../search/queries.mjs';

const { searcher, groups, words, fold, isSlip } = core();

// How the table names a document.
const nameOf = (href) =>
  href
    .replace(/^(vi|en)\//, '')
    .replace(/^\d+-\d{4}\/index\.html/, 'plan')
    .replace(/^\d+-\d{4}\//, '')
    .replace(/\/?index\.html/, '');

const named = (answer) => Promise.all(answer.hits.map(async (at) => nameOf((await answer.document(at)).href)));

test('at least forty queries, in both languages', () => {
  assert.ok(queries.length >= 50);
  for (const locale of ['vi', 'en']) assert.ok(queries.filter((query) => query.locale === locale).length >= 20);
});

for (const { locale, query, typing, ...expected } of queries) {
  test(`${locale}: “${query}”${typing ? ', while typing' : ''}`, async () => {
    const { both } = searcher(loader());
    const [own, other] = await both(locale, query, typing);
    const found = await named(own);
    const first = found.slice(0, 5);
    const elsewhere = other ? await named(other) : [];
    if (expected.nothing) return assert.deepEqual([...found, ...elsewhere], []);
    const shown = `found ${found.length}: ${found.slice(0, 8).join(' ')}; in the other language: ${elsewhere.slice(0, 8).join(' ')}`;
    if (expected.first) assert.equal(found[0], expected.first, shown);
    for (const name of expected.among ?? []) assert.ok(first.includes(name), `${name} is not among the first; ${shown}`);
    for (const name of expected.finds ?? []) assert.ok(found.includes(name), `${name} is not found; ${shown}`);
    for (const name of expected.not ?? []) assert.ok(!found.includes(name), `${name} is found; ${shown}`);
    for (const name of expected.other ?? []) {
      assert.ok(elsewhere.includes(name) && !found.includes(name), `${name} is not found in the other language alone; ${shown}`);
    }
    if (expected.few) assert.ok(found.length > 0 && found.length <= expected.few, shown);
    assert.equal(own.isNear, Boolean(expected.near) && found.length > 0, `near: ${own.isNear}; ${shown}`);
    return undefined;
  });
}

test('the script takes texts apart as the index does', () => {
  const table = JSON.parse(readFileSync(new URL('../search/tokens.json', import.meta.url), 'utf8'));
  // The tones as signs that can be seen.
  const signs = { '\u0300': '`', '\u0301': "'", '\u0303': '~', '\u0309': '?', '\u0323': '.' };
  const seen = (spelled) => spelled.replace(/[\u0300-\u0323]/g, (tone) => signs[tone]);
  for (const [text, expected] of table) {
    const shown = [];
    let run;
    for (const token of words(text.normalize('NFC'))) {
      if (token.run !== run && token.run.code) shown.push(`[${token.run.code}]`);
      run = token.run;
      shown.push(token.word === token.spelled ? token.word : `${token.word}=${seen(token.spelled)}`);
    }
    // The index also has the fronts of codes, in braces; a query is looked for as it is typed.
    assert.equal(shown.join(' '), expected.replace(/\{[^}]*\} /g, ''), text);
  }
});

test('a typing error is one letter', () => {
  for (const [one, other] of [['chinh', 'chnh'], ['chinh', 'chinhh'], ['chinh', 'chjnh'], ['chinh', 'chihn'], ['chinh', 'hcinh'], ['a', 'b']]) {
    assert.ok(isSlip(one, other) && isSlip(other, one), `${one} ${other}`);
  }
  for (const [one, other] of [['chinh', 'chinh'], ['chinh', 'chi'], ['chinh', 'chuhn'], ['abcd', 'badc']]) {
    assert.ok(!isSlip(one, other) && !isSlip(other, one), `${one} ${other}`);
  }
});

test('the found words are marked, in whatever case and with their marks', async () => {
  const { both } = searcher(loader());
  const marked = async (query) => {
    const [answer] = await both('vi', query);
    const { title, text } = await answer.document(answer.hits[0]);
    const only = (pieces) => pieces.filter(([, isFound]) => isFound).map(([piece]) => piece);
    for (const pieces of [answer.marked(title), answer.passage(text)]) {
      assert.ok(pieces.every(([piece]) => piece !== ''));
    }
    assert.equal(answer.marked(title).map(([piece]) => piece).join(''), title);
    return JSON.parse(JSON.stringify({ title: only(answer.marked(title)), text: only(answer.passage(text)) }));
  };
  assert.deepEqual(await marked('chu ky so'), { title: ['chữ ký số'], text: ['chữ ký số'] });
  assert.deepEqual(await marked('PL.VI.3'), { title: [], text: [] });
  assert.deepEqual((await marked('468/qd-ttg')).title, ['468/QĐ-TTg']);
  assert.deepEqual((await marked('TTHC')).title, ['thủ tục hành chính']);
  assert.deepEqual((await marked('tro ly ao')).title, ['trợ lý ảo']);
});

test('results come kind by kind, each kind once', async () => {
  const [answer] = await searcher(loader()).both('vi', 'cai cach');
  const kinds = groups(answer);
  assert.equal(new Set(kinds.map(({ name }) => name)).size, kinds.length);
  assert.ok(kinds.length > 5);
  assert.equal(kinds.reduce((sum, { hits }) => sum + hits.length, 0), answer.hits.length);
  assert.equal(kinds[0].hits[0], answer.hits[0]);
});

test('every document leads to a place that exists, and both languages have the same', async () => {
  const anchors = new Map();
  const ids = (page) => {
    if (!anchors.has(page)) anchors.set(page, new Set(elements(page).map(({ attributes }) => attributes.id)));
    return anchors.get(page);
  };
  const places = {};
  for (const locale of ['vi', 'en']) {
    const load = loader();
    const { data } = await load(`${locale}/words`);
    const opened = await searcher(load).index(locale);
    const hrefs = await Promise.all(Array.from({ length: data.total }, async (_, at) => (await opened.document(at)).href));
    for (const href of hrefs) {
      const [page, anchor] = href.split('#');
      assert.ok(existsSync(join(folder, page)), `there is no ${page}`);
      if (anchor) assert.ok(ids(page).has(anchor), `there is no ${href}`);
    }
    places[locale] = hrefs.map((href) => href.slice(3));
  }
  assert.ok(places.vi.length > 300);
  assert.deepEqual(places.vi, places.en);
});

test('what has a name or a number is found by it', async () => {
  const missing = [];
  for (const [locale, from] of [['vi', 0], ['en', 1]]) {
    const search = searcher(loader());
    const opened = await search.index(locale);
    // Every fifth document is enough, others in each language.
    for (let at = from; at < opened.total; at += 5) {
      const { number, title } = await opened.document(at);
      for (const name of [title, number].filter(Boolean)) {
        const [answer] = await search.both(locale, name);
        // A number may be of several documents; what explains the commitments stands behind them.
        const place = answer.hits.indexOf(at);
        const isBeside = ['term', 'passage', 'page'].includes(opened.kindOf(at)[0]);
        if (place < 0 || (name === title && !isBeside && place >= 10)) missing.push(`${locale} ${name}: ${place}`);
      }
    }
  }
  assert.deepEqual(missing, []);
});

test('an older edition in the browser is noticed, and the new one is loaded', async () => {
  const load = loader();
  const asked = [];
  const mixed = async (name, edition) => {
    asked.push(`${name} ${edition ?? ''}`.trim());
    const file = await load(name);
    return name === 'vi/words' && !edition ? { ...file, stamp: 'older' } : file;
  };
  const [answer] = await searcher(mixed).both('vi', 'II.2.a.8');
  assert.equal(answer.hits.length, 1);
  const { stamp } = await load('vi/words');
  assert.ok(asked.includes(`vi/words ${stamp}`), asked.join(', '));
});

test('the files of the index are scripts that call one function, and are not in the sitemap', () => {
  const index = files.filter((file) => file.startsWith('search/'));
  assert.ok(index.length >= 6);
  for (const file of index) {
    assert.match(read(file), new RegExp(`^congkhaiSearch\\("${file.slice(7, -3)}","[0-9a-f]{10}",[{[].*[}\\]]\\);\\n$`, 's'), file);
  }
  assert.ok(!read('sitemap.xml').includes('/search/'));
});

test('folding loses marks and nothing else', () => {
  assert.equal(fold('Đường ĐẤT Huế 3322/QĐ-UBND'), 'duong dat hue 3322/qd-ubnd');
});
