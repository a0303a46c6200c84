// The data of each commitment in both languages, in a file beside its page.
import { AS_OF, BASE } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const text = ({ data: d, url, rawInput }) => [
  d.language,
  {
    title: d.title, words: rawInput.replaceAll('*', ''), lead: d.lead_name, others: d.others, deadline: d.deadline, budget: d.money ?? null,
    measure: d.measure ?? null, standing: d.standing_label, page: BASE + url, outcomes: d.results,
  },
];

const page = forEach('items', ({ url }) => `${url}index.json`, ({ data: d }) => {
  const item = { id: d.key, number: d.number, kind: d.kind_name, area: d.area, standing: d.standing, lead: d.lead, last_day: d.deadline_day };
  const { site: publisher, notice } = words[d.language];
  const texts = Object.fromEntries(d.around.both.map(text));
  return JSON.stringify({ version: 'v1', as_of: AS_OF, plan_number: d.plan_number, publisher, licence: 'CC-BY-4.0', notice, item, texts }, null, 2);
});
export const { data, render } = page;
