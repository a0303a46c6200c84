import { day, each, escape, frame } from '../../lib/frame.js';
import { cards, source } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const LISTS = {
  commitments: (items) => cards(items),
  'no-report': (items) => cards(items.filter(({ data }) => !data.reported)),
  deadlines: (items, language) =>
    each(
      items.toSorted((a, b) => a.data.deadline_day.localeCompare(b.data.deadline_day)),
      ({ data, url }) =>
        `<p>${day(data.deadline_day, language)} <a href="${url}">${data.number} ${escape(data.title)}</a> ${escape(data.lead_name)} <span class="standing standing-${data.standing}">${data.standing_label}</span></p>`,
    ),
  results: (items, language) => {
    const t = words[language];
    const list = each(items, ({ data, url }) =>
      each(
        data.results,
        (result) => `<li class="report">
  <p class="outcome-date">${day(result.dated, language)} <span class="quiet">${t.period}: ${day(result.from, language)} – ${day(result.to, language)}</span></p>
  <p class="outcome-words">${escape(result.words)}</p>
  <blockquote class="quote" lang="vi"><p>${escape(result.quote)}</p></blockquote>
  ${source(result, language)}
  <p><a href="${url}#result-${result.id}">${data.number} ${escape(data.title)}</a></p>
</li>`,
      ),
    );
    return `<ol class="reports">${list}</ol>`;
  },
};

const page = forEach('lists', ({ language, list, first }) => `/${language}/${first.plan}/${list}/index.html`, ({ language, list, items, first }) => {
  const title = words[language][list.replace('-', '_')];
  const main = `<p class="eyebrow">${first.plan_number}</p><h1>${title}</h1>${LISTS[list](items, language)}`;
  return frame({ language, url: `/${language}/${first.plan}/${list}/`, title, plan: first.plan, plan_number: first.plan_number }, main);
});
export const { data, render } = page;
