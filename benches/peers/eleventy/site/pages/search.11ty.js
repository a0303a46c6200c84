import { forEach } from '../../lib/pages.js';

const page = forEach('homes', ({ language }) => `/${language}/search.json`, ({ items }) =>
  JSON.stringify(items.map(({ data: d, url, rawInput }) => ({ t: d.title, n: d.number, k: d.kind_label, s: d.standing_label, w: rawInput.replaceAll('*', ''), h: url }))),
);
export const { data, render } = page;
