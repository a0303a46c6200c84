// Cards, sources and feeds: what several pages show.

import { AS_OF, BASE, day, each, escape } from './frame.js';
import { words } from './words.js';

export function card({ data, url }) {
  const { language } = data;
  const t = words[language];
  return `<li class="card">
  <p class="card-number">${data.kind_label} ${data.number}</p>
  <p class="card-title"><a href="${url}">${escape(data.title)}</a></p>
  <p class="card-standing"><span class="standing standing-${data.standing}">${data.standing_label}</span></p>
  <p class="card-meta"><a href="/${language}/agencies/${data.lead}/">${escape(data.lead_name)}</a> · ${data.deadline} · ${t.results}: ${data.results.length}</p>
</li>`;
}

export const cards = (items) => `<ul class="cards">${each(items, card)}</ul>`;

export function source(result, language) {
  const t = words[language];
  return `<p class="source"><span class="label">${t.source}:</span>
  <a href="${result.source_url}" rel="external"><cite lang="vi">${escape(result.source_title)}</cite></a>.
  ${escape(result.source_publisher)}. ${result.source_kind}, ${t.published_on} ${day(result.source_published, language)}.
  ${t.read}: ${result.source_read}.</p>`;
}

export function feed(language, url, title, items) {
  const t = words[language];
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${BASE}${url}feed.atom</id>
  <title>${t.new_results}: ${escape(title)}</title>
  <updated>${AS_OF}T00:00:00+07:00</updated>
  <author><name>${t.site}</name></author>
  <link rel="self" href="${BASE}${url}feed.atom"/>
  <link rel="alternate" href="${BASE}${url}"/>
  ${each(items, ({ data, url: page }) =>
    each(
      data.results,
      (result) => `<entry>
    <id>tag:congkhai-mau.invalid,2025:${data.key}/${result.id}/${language}</id>
    <title>${escape(result.words)}</title>
    <updated>${result.dated}T00:00:00+07:00</updated>
    <link rel="alternate" href="${BASE}${page}#result-${result.id}"/>
    <link rel="via" href="${result.source_url}"/>
    <summary>${escape(`${result.words} ${result.agency_name}, ${result.source_title}. ${data.number} ${data.title}`)}</summary>
    <category term="${result.source_kind}"/>
    <category term="${data.key}"/>
  </entry>`,
    ),
  )}
</feed>
`;
}
