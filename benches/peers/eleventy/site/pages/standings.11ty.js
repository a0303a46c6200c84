import { frame } from '../../lib/frame.js';
import { cards } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';

const page = forEach('standings', ({ language, key }) => `/${language}/standings/${key}/index.html`, ({ language, key, items, first }) => {
  const main = `<p class="eyebrow">${first.plan_number}</p><h1>${first.standing_label}</h1>${cards(items)}`;
  return frame({ language, url: `/${language}/standings/${key}/`, title: first.standing_label, plan: first.plan, plan_number: first.plan_number }, main);
});
export const { data, render } = page;
