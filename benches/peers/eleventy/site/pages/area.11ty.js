import { escape, frame, each } from '../../lib/frame.js';
import { cards } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('areas', ({ language, key }) => `/${language}/${key}/index.html`, (group, collections) => {
  const { language, items, first } = group;
  const t = words[language];
  const url = `/${language}/${group.key}/`;
  const of = (kind) => items.filter(({ data }) => data.kind_name === kind);
  const others = collections.areas.filter((other) => other.language === language && other.first.plan === first.plan && other.key !== group.key);
  const main = `<p class="eyebrow">${t.areas} ${first.area}</p>
<h1>${escape(first.area_name)}</h1>
<p>${items.length} ${t.of_count}, ${items.filter(({ data }) => data.reported).length} ${t.with_report}.</p>
<p><a href="/${language}/${first.plan}/decision-${first.area}/">${t.read_there}</a></p>
<h2>${t.targets}</h2>
${cards(of('target'))}
<h2>${t.tasks}</h2>
${cards(of('task'))}
<h2>${t.other_areas}</h2>
<ul class="links">${each(others, (other) => `<li><a href="/${language}/${other.key}/">${other.first.area}. ${escape(other.first.area_name)}</a></li>`)}</ul>
<p class="following">${t.follow}: <a href="${url}feed.atom" type="application/atom+xml">${t.new_results}</a></p>`;
  const alternates = `<link rel="alternate" type="application/atom+xml" href="${url}feed.atom" title="${t.new_results}">`;
  return frame({ language, url, title: first.area_name, kind: 'area', plan: first.plan, plan_number: first.plan_number, alternates }, main);
});
export const { data, render } = page;
