// `congkhai bundle`: the site in one file, unpacked on a computer without a network, as its reader finds it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { parse } from 'parse5';
import { inTabs, launch, watch } from './browser.mjs';
import { content, program, repository } from './servers.mjs';
import { files, folder, itemOf, samples } from './site.mjs';

const BASE = 'https://congkhai.test/cchc/2025/';

let scratch;
let unpacked;
let browser;

function run(command, ...options) {
  const done = spawnSync(command, options, { cwd: repository, encoding: 'utf8' });
  assert.equal(done.status, 0, `${command} ${options.join(' ')}: ${done.error ?? done.stderr}`);
}

const pack = (name) =>
  run(program, 'bundle', '-o', join(scratch, name), '--content', content, '--out', folder, '--base-url', BASE);

before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'congkhai bundle ở đây '));
  pack('site.zip');
  unpacked = join(scratch, 'unpacked');
  run('python3', '-m', 'zipfile', '-e', join(scratch, 'site.zip'), unpacked);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  if (scratch) rmSync(scratch, { recursive: true, force: true });
});

const there = () =>
  readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(unpacked.length + 1))
    .sort();

test('two bundles are the same', () => {
  pack('again.zip');
  const [one, other] = ['site.zip', 'again.zip'].map((name) => readFileSync(join(scratch, name)));
  assert.ok(one.equals(other));
});

test('it holds the site, and says in both languages how to open it', () => {
  const left = /(^|\/)(404\.html|share\.png|robots\.txt|sitemap\.xml|manifest\.json)$/;
  const expected = [...files.filter((file) => !left.test(file)), 'READ ME.txt', 'manifest.json'].sort();
  assert.deepEqual(there(), expected);
  const text = readFileSync(join(unpacked, 'READ ME.txt'), 'utf8');
  for (const said of ['Giải nén', 'Tìm kiếm', 'Unpack', 'Search', 'index.html', BASE]) assert.ok(text.includes(said), said);
  assert.ok(!/[^\r]\n/.test(text), 'a line ends without a carriage return');
});

test('every link names a file that is there', () => {
  const faults = [];
  for (const page of there().filter((file) => file.endsWith('.html'))) {
    const visit = (node) => {
      const attributes = Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value]));
      const isForMachines = node.tagName === 'link' && /canonical|alternate/.test(attributes.rel) && /^https/.test(attributes.href);
      for (const link of [attributes.href, attributes.src, attributes.action]) {
        if (link === undefined || isForMachines || link.startsWith('#')) continue;
        if (link.startsWith(BASE)) faults.push(`${page}: ${link} leaves the folder`);
        if (/^[a-z]+:/i.test(link)) continue;
        const target = posix.join(posix.dirname(page), decodeURIComponent(link.split(/[?#]/)[0]));
        if (!/\.[a-z0-9]+$/.test(target) || !existsSync(join(unpacked, target))) faults.push(`${page}: ${link}`);
      }
      for (const child of (node.content ?? node).childNodes ?? []) visit(child);
    };
    visit(parse(readFileSync(join(unpacked, page), 'utf8')));
  }
  assert.deepEqual(faults.slice(0, 20), []);
});

// A window without a network that hears what goes wrong.
async function offline(work) {
  const home = pathToFileURL(`${unpacked}/`).href;
  const context = await browser.newContext({ offline: true });
  const faults = watch(context, home);
  await work(context, home);
  await context.close();
  assert.deepEqual(faults, []);
}

test('a reader opens index.html and follows links', () =>
  offline(async (context, home) => {
    const tab = await context.newPage();
    await tab.goto(`${home}index.html`);
    const here = () => decodeURI(tab.url()).replace(decodeURI(home), '').split('#')[0];
    const follow = async (isWanted, what) => {
      const links = await tab.locator('a[href]').evaluateAll((all) => all.map((link) => link.href));
      const link = links.find((href) => href.startsWith(home) && isWanted(href.slice(home.length).split('#')[0]));
      assert.ok(link, `${here()} has no link to ${what}`);
      await tab.goto(link);
      assert.ok(await tab.locator('h1').first().isVisible(), `${here()} shows no heading`);
    };
    await follow((page) => page === 'vi/index.html', 'vi/index.html');
    await follow((page) => /^vi\/\d+-\d{4}\/index\.html$/.test(page), 'the plan');
    await follow((page) => /^vi\/\d+-\d{4}\/areas\//.test(page), 'an area');
    await follow(itemOf, 'an item');
    await follow((page) => page.startsWith('en/'), 'its English');
    await follow((page) => page === 'en/sitemap/index.html', 'the site map');
    assert.equal(here(), 'en/sitemap/index.html');
  }));

test('every kind of page loads all that it needs', () =>
  offline((context, home) =>
    inTabs(context, samples().filter((page) => !page.endsWith('404.html')), async (tab, page) => {
      await tab.goto(home + page);
      assert.ok(await tab.locator('h1').first().isVisible(), `${page} shows no heading`);
    }),
  ));

test('search works, as the READ ME says', () =>
  offline(async (context, home) => {
    const tab = await context.newPage();
    await tab.goto(`${home}vi/search/index.html?q=thu tuc`);
    const result = tab.locator('#search-results a').first();
    await result.waitFor();
    await result.click();
    assert.ok(await tab.locator('h1').first().isVisible());
  }));
