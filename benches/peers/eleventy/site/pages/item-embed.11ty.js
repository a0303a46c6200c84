import { AS_OF, BASE, day, escape } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('items', ({ url }) => `${url}embed.html`, ({ data: d, url }) => {
  const t = words[d.language];
  return `<!doctype html>
<html lang="${d.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${d.number} ${escape(d.title)} — ${t.site}</title>
  <meta name="robots" content="noindex">
  <link rel="canonical" href="${BASE}${url}">
  <link rel="stylesheet" href="/assets/site.css">
</head>
<body class="page-embed">
  <main>
    <p class="eyebrow">${d.kind_label} ${d.number}</p>
    <h1><a href="${url}" target="_top">${escape(d.title)}</a></h1>
    <p class="known-standing"><span class="standing standing-${d.standing}">${d.standing_label}</span></p>
    <p class="card-meta">${t.published_results}: ${d.results.length}</p>
    <p class="embed-foot">${t.as_of} ${day(AS_OF, d.language)} · ${t.site}</p>
  </main>
</body>
</html>
`;
});
export const { data, render } = page;
