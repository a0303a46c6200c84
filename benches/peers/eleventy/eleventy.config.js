// The site of the benchmark in Eleventy: which groups of commitments have a page, and minifying.

import { minify } from 'html-minifier-terser';

const byPlace = (a, b) => a.data.plan.localeCompare(b.data.plan) || a.data.area.localeCompare(b.data.area) || a.data.weight - b.data.weight;
const LANGUAGES = ['vi', 'en'];

/** Puts what has the same key together, in the order in which the keys come up. */
function groups(items, keysOf) {
  const found = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(item);
    }
  }
  return found;
}

export default function (config) {
  config.setInputDirectory('site');
  config.setUseGitIgnore(false);
  config.addPassthroughCopy({ static: '/' });

  const all = (api, language) => api.getFilteredByTag(`item-${language}`).sort(byPlace);
  for (const language of LANGUAGES) config.addCollection(`items_${language}`, (api) => all(api, language));
  config.addCollection('items', (api) => {
    // A page knows its neighbours in the area and itself in the other language.
    const [vi, en] = LANGUAGES.map((language) => all(api, language));
    for (const items of [vi, en]) {
      items.forEach((item, at) => {
        const inArea = (other) => (other && other.data.plan === item.data.plan && other.data.area === item.data.area ? other : null);
        item.data.around = { previous: inArea(items[at - 1]), next: inArea(items[at + 1]), original: items === en ? vi[at] : null, both: [vi[at], en[at]] };
      });
    }
    return [...vi, ...en];
  });
  /** Groups of both languages: what stands in `first` is the same for the whole group. */
  const collection = (name, keysOf) =>
    config.addCollection(name, (api) =>
      LANGUAGES.flatMap((language) =>
        [...groups(all(api, language), keysOf)].map(([key, items]) => ({ language, key, items, first: items[0].data })),
      ),
    );
  collection('areas', ({ data }) => [`${data.plan}/${data.area}`]);
  collection('plans', ({ data }) => [data.plan]);
  collection('kinds', ({ data }) => [`${data.plan}-${data.kind_name}`]);
  collection('standings', ({ data }) => [`${data.plan}-${data.standing}`]);
  collection('agencies', ({ data }) => [data.lead, ...data.others.map(({ id }) => id)]);
  config.addCollection('homes', (api) => LANGUAGES.map((language) => ({ language, items: all(api, language) })));
  const LISTS = ['commitments', 'results', 'deadlines', 'no-report'];
  config.addCollection('lists', (api) =>
    LANGUAGES.flatMap((language) =>
      [...groups(all(api, language), ({ data }) => [data.plan])].flatMap(([, items]) =>
        LISTS.map((list) => ({ language, list, items, first: items[0].data })),
      ),
    ),
  );

  const options = { collapseWhitespace: true, conservativeCollapse: false, removeAttributeQuotes: true, removeComments: true, decodeEntities: false };
  config.addTransform('minify', (content, path) => (String(path).endsWith('.html') ? minify(content, options) : content));

  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}
