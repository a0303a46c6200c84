import { each, escape, frame } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('homes', ({ language }) => `/${language}/index.html`, ({ language, items }, collections) => {
  const t = words[language];
  const plans = collections.plans.filter((plan) => plan.language === language);
  const main = `<h1>${t.plans}</h1>
<p>${items.length} ${t.of_count}</p>
<ul class="cards">${each(plans, ({ key, first }) => `<li class="card"><p class="card-title"><a href="/${language}/${key}/">${escape(first.plan_title)}</a></p><p class="card-meta">${first.plan_number}</p></li>`)}</ul>`;
  return frame({ language, url: `/${language}/`, title: t.site, kind: 'home' }, main);
});
export const { data, render } = page;
