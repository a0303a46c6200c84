import { each, escape, frame } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';
import { nameOf } from './agency.11ty.js';

const page = forEach('homes', ({ language }) => `/${language}/agencies/index.html`, ({ language }, collections) => {
  const t = words[language];
  const rows = collections.agencies
    .filter((group) => group.language === language)
    .map((group) => ({ name: nameOf(group), ...group, leads: group.items.filter(({ data }) => data.lead === group.key).length }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  const main = `<h1>${t.agencies}</h1>
<table>
  <thead><tr><th scope="col">${t.agencies}</th><th scope="col">${t.leads}</th><th scope="col">${t.takes_part}</th></tr></thead>
  <tbody>${each(rows, ({ key, name, items, leads }) => `<tr><th scope="row"><a href="/${language}/agencies/${key}/">${escape(name)}</a></th><td>${leads}</td><td>${items.length - leads}</td></tr>`)}</tbody>
</table>`;
  return frame({ language, url: `/${language}/agencies/`, title: t.agencies }, main);
});
export const { data, render } = page;
