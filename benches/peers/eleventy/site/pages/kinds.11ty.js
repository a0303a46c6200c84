import { frame } from '../../lib/frame.js';
import { cards } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';

const page = forEach('kinds', ({ language, key }) => `/${language}/kinds/${key}/index.html`, ({ language, key, items, first }) => {
  const main = `<p class="eyebrow">${first.plan_number}</p><h1>${first.kind_label}</h1>${cards(items)}`;
  return frame({ language, url: `/${language}/kinds/${key}/`, title: first.kind_label, plan: first.plan, plan_number: first.plan_number }, main);
});
export const { data, render } = page;
