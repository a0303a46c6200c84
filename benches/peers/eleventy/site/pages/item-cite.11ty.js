import { AS_OF, BASE } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('items', ({ url }) => `${url}cite.json`, ({ data: d }) =>
  JSON.stringify(
    [{
      id: d.key, type: 'legislation', title: d.title, number: d.plan_number, 'container-title': d.plan_title, section: d.number, publisher: words[d.language].site,
      URL: `${BASE}/id/${d.key}/`, language: d.language, accessed: AS_OF, note: d.standing_label,
    }],
    null,
    2,
  ),
);
export const { data, render } = page;
