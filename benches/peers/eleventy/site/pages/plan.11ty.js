import { each, escape, frame } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('plans', ({ language, key }) => `/${language}/${key}/index.html`, ({ language, key, items, first }, collections) => {
  const t = words[language];
  const of = (name) => collections[name].filter((group) => group.language === language && group.first.plan === key);
  const link = (name, label) => ({ key: term, first: data, items: some }) => `<li><a href="/${language}/${name}/${term}/">${data[label]}</a> ${some.length}</li>`;
  const main = `<p class="eyebrow">${first.plan_number}</p>
<h1>${escape(first.plan_title)}</h1>
<p>${items.length} ${t.of_count}, ${items.filter(({ data }) => data.reported).length} ${t.with_report}.</p>
<h2>${t.areas}</h2>
<ul class="cards">${each(of('areas'), (area) => `<li class="card"><p class="card-title"><a href="/${language}/${area.key}/">${area.first.area}. ${escape(area.first.area_name)}</a></p><p class="card-meta">${area.items.length} ${t.of_count} · <a href="/${language}/${key}/decision-${area.first.area}/">${t.decision}</a></p></li>`)}</ul>
<h2>${t.by_kind}</h2>
<ul class="links">${each(of('kinds'), link('kinds', 'kind_label'))}</ul>
<h2>${t.by_standing}</h2>
<ul class="links">${each(of('standings'), link('standings', 'standing_label'))}</ul>`;
  return frame({ language, url: `/${language}/${key}/`, title: first.plan_title, kind: 'plan', plan: key, plan_number: first.plan_number }, main);
});
export const { data, render } = page;
