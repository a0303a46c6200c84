import { BASE, escape, frame } from '../../lib/frame.js';
import { cards } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

export const nameOf = ({ key, first }) => (first.lead === key ? first.lead_name : first.others.find(({ id }) => id === key).name);

const page = forEach('agencies', ({ language, key }) => `/${language}/agencies/${key}/index.html`, (group) => {
  const { language, key, items } = group;
  const t = words[language];
  const url = `/${language}/agencies/${key}/`;
  const leads = items.filter(({ data }) => data.lead === key);
  const others = items.filter(({ data }) => data.lead !== key);
  const title = nameOf(group);
  const main = `<h1>${escape(title)}</h1>
<p>${t.leads}: ${leads.length}. ${t.takes_part}: ${others.length}.</p>
<h2>${t.leads}</h2>
${cards(leads)}
<h2>${t.takes_part}</h2>
${cards(others)}
<p class="following">${t.follow}: <a href="${url}feed.atom" type="application/atom+xml">${t.new_results}</a></p>`;
  const alternates = `<link rel="alternate" type="application/atom+xml" href="${url}feed.atom" title="${t.new_results}">`;
  const linked = { '@context': 'https://schema.org', '@type': 'GovernmentOrganization', '@id': `${BASE}${url}`, name: title };
  return frame({ language, url, title, kind: 'agency', alternates, linked }, main);
});
export const { data, render } = page;
