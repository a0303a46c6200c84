// The data of each commitment, how to cite it, and what others may embed: files beside its page.
import { AS_OF, BASE } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('items', ({ url }) => `${url}index.json`, ({ data: d, url, rawInput }) =>
  JSON.stringify(
    {
      version: 'v1', as_of: AS_OF, plan_number: d.plan_number, publisher: words[d.language].site, licence: 'CC-BY-4.0', notice: words[d.language].notice,
      item: {
        id: d.key, number: d.number, kind: d.kind_name, area: d.area, title: d.title, words: rawInput.replaceAll('*', ''), standing: d.standing, lead: d.lead,
        others: d.others, deadline: { printed: d.deadline, last_day: d.deadline_day }, budget: d.money ?? null, measure: d.measure ?? null, page: BASE + url,
      },
      outcomes: d.results,
    },
    null,
    2,
  ),
);
export const { data, render } = page;
