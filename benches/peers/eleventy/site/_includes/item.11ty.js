// The page of one commitment.

import MarkdownIt from 'markdown-it';
import { AS_OF, BASE, day, each, escape, frame } from '../../lib/frame.js';
import { source } from '../../lib/parts.js';
import { words } from '../../lib/words.js';

const markdown = new MarkdownIt({ html: true });

function linked(data, url) {
  const about = { '@id': `${BASE}/id/${data.key}/`, name: data.title };
  const graph = data.results
    .filter((result) => result.value)
    .map((result) => ({
      '@id': `${BASE}/id/${data.key}/#${result.id}`,
      '@type': 'Observation',
      description: `${result.value}%`,
      name: data.measure.what,
      observationAbout: about,
      observationDate: result.dated,
      subjectOf: {
        '@type': 'CreativeWork',
        name: { '@language': 'vi', '@value': result.source_title },
        publisher: { '@type': 'Organization', name: result.source_publisher },
        url: result.source_url,
      },
      unitText: '%',
      url: `${BASE}${url}#result-${result.id}`,
      value: String(result.value),
    }));
  return graph.length > 0 ? { '@context': 'https://schema.org', '@graph': graph } : null;
}

function measures(data, t) {
  const { measure, results, language } = data;
  if (!measure) return '';
  const rows = each(
    results,
    (result) => `<tr>
  <th scope="row"><a href="#result-${result.id}">${day(result.dated, language)}</a> <small>${result.source_kind}, ${escape(result.source_publisher)}</small></th>
  <td class="value">${result.value}%</td>
  <td class="drawn"><svg width="100%" height="34" overflow="visible" aria-hidden="true"><line class="axis" x2="100%" y1="17" y2="17"/><line class="promised apart" x1="${measure.value}%" x2="${measure.value}%" y2="34"/><svg x="${result.value}%" y="17" overflow="visible"><path class="figure" d="M0-7 7 0 0 7-7 0Z"/></svg></svg></td>
</tr>`,
  );
  const scale = `<table class="scale">
  <thead><tr><th scope="col">${t.published_results}</th><th scope="col">%</th><th scope="col" class="drawn"><span class="ends"><span>0%</span> <span>100%</span></span></th></tr></thead>
  <tbody>${rows}</tbody>
</table>`;
  return `<section aria-labelledby="measures">
  <h2 id="measures">${t.measures}</h2>
  <ul class="measures">
    <li id="measure-m1">
      <p class="measure-promise">${escape(measure.what)}: <strong>${t.at_least} ${measure.value}%</strong></p>
      ${results.length > 0 ? scale : ''}
      <dl class="facts small">
        <div><dt>${t.as_printed}</dt><dd><q lang="vi">${measure.printed}</q></dd></div>
        <div><dt>${t.population}</dt><dd>${measure.population}</dd></div>
        <div><dt>${t.scope}</dt><dd>${measure.scope}</dd></div>
        <div><dt>${t.deadline}</dt><dd>${data.deadline}</dd></div>
      </dl>
    </li>
  </ul>
</section>`;
}

function results(data, t) {
  const { language } = data;
  if (data.results.length === 0) return '';
  const list = each(
    data.results,
    (result) => `<li class="report" id="result-${result.id}">
  <p class="outcome-date">${day(result.dated, language)} <span class="quiet">${t.period}: ${day(result.from, language)} – ${day(result.to, language)}</span></p>
  <p class="outcome-words">${escape(result.words)}</p>
  ${result.value ? `<dl class="figures"><div><dt>${escape(data.measure.what)}</dt><dd>${result.value}%</dd></div></dl>` : ''}
  ${result.says ? `<p class="says">${result.says}</p>` : ''}
  <blockquote class="quote" lang="vi"><p>${escape(result.quote)}</p></blockquote>
  <dl class="facts small"><div><dt>${t.given_by}</dt><dd><a href="/${language}/agencies/${result.agency}/">${escape(result.agency_name)}</a></dd></div></dl>
  ${source(result, language)}
  <dl class="facts small"><div><dt>${t.because}</dt><dd>${escape(result.because)}</dd></div></dl>
</li>`,
  );
  return `<section aria-labelledby="results"><h2 id="results">${t.published_results}</h2><ol class="reports">${list}</ol></section>`;
}

export function render(data) {
  const { language, page } = data;
  const t = words[language];
  const { url } = page;
  const around = data.around ?? {};
  const lead = `<a href="/${language}/agencies/${data.lead}/">${escape(data.lead_name)}</a>`;
  const newest = data.results.at(-1);
  const permanent = `${BASE}/id/${data.key}/`;
  const area = `/${language}/${data.plan}/${data.area}/`;
  const title = escape(data.title);
  const neighbour = (item, label, rel) =>
    item ? `<li><span class="label">${label}</span> <a href="${item.url}" rel="${rel}">${item.data.number} ${escape(item.data.title)}</a></li>` : '';
  const main = `<p class="eyebrow">${data.kind_label} ${data.number}</p>
<h1>${title}</h1>
<div class="item-grid">
<div class="item-main">
<dl class="key-facts">
  <div><dt>${t.who}</dt><dd>${lead}</dd></div>
  <div><dt>${t.until_when}</dt><dd>${data.deadline}</dd></div>
</dl>
<section class="known" aria-labelledby="known">
  <h2 id="known">${t.known}, ${t.as_of} ${day(AS_OF, language)}</h2>
  <p class="known-standing"><span class="standing standing-${data.standing}">${data.standing_label}</span></p>
  ${
    newest
      ? `<p>${t.latest}: ${newest.value ? `${newest.value}%, ` : ''}${escape(newest.agency_name)} (${newest.source_kind}), ${day(newest.dated, language)}.</p>`
      : `<p>${t.ask}: ${lead}.</p>`
  }
</section>
<section aria-labelledby="words">
  <h2 id="words">${t.words}</h2>
  <blockquote class="verbatim">
  ${data.content}
  </blockquote>
  <p class="quiet">${language === 'en' ? `${t.unofficial} ` : ''}${t.title_is_ours}</p>
</section>
${measures(data, t)}
${results(data, t)}
<section aria-labelledby="promise">
  <h2 id="promise">${t.promise}</h2>
  <dl class="facts">
    <div><dt>${t.lead}</dt><dd>${lead}</dd></div>
    <div><dt>${t.deadline}</dt><dd>${data.deadline} ${day(data.deadline_day, language)}</dd></div>
    ${data.money ? `<div><dt>${t.money}</dt><dd>${data.money}</dd></div>` : ''}
    ${each(data.others, (other) => `<div><dt>${t.others}</dt><dd><a href="/${language}/agencies/${other.id}/">${escape(other.name)}</a></dd></div>`)}
  </dl>
</section>
${
  around.original
    ? `<section aria-labelledby="original"><h2 id="original">${t.original}</h2><blockquote class="verbatim" lang="vi">${markdown.render(around.original.rawInput)}</blockquote></section>`
    : ''
}
<section aria-labelledby="place">
  <h2 id="place">${t.place}</h2>
  <ol class="trail"><li>II. ${t.tasks}</li><li>${data.area}. ${escape(data.area_name)}</li></ol>
  <p><a href="/${language}/${data.plan}/decision-${data.area}/#${data.slug}">${t.read_there}</a>.</p>
</section>
<section aria-labelledby="cite">
  <h2 id="cite">${t.cite}</h2>
  <p class="citation">${escape(data.plan_title)}, ${data.plan_number}, ${data.number} (${title}). ${data.standing_label}, ${t.as_of} ${day(AS_OF, language)}. ${permanent}</p>
  <p>${t.permanent}: <a href="/id/${data.key}/">${permanent}</a></p>
  <p><a href="${url}cite.json" type="application/vnd.citationstyles.csl+json">CSL-JSON</a></p>
  <details class="embed">
    <summary>${t.embed}</summary>
    <p><a href="${url}embed.html">${t.embed}</a></p>
    <pre class="code"><code>&lt;iframe src=&quot;${BASE}${url}embed.html&quot; title=&quot;${data.number} ${title}&quot; width=&quot;320&quot; height=&quot;380&quot; loading=&quot;lazy&quot;&gt;&lt;/iframe&gt;</code></pre>
  </details>
</section>
</div>
<aside class="item-rail" aria-label="${t.on_this_page}">
  <nav class="contents-box" aria-label="${t.on_this_page}">
    <p class="label">${t.on_this_page}</p>
    <ul>
      <li><a href="#known">${t.known}</a></li>
      <li><a href="#words">${t.words}</a></li>
      ${data.measure ? `<li><a href="#measures">${t.measures}</a></li>` : ''}
      ${newest ? `<li><a href="#results">${t.published_results}</a></li>` : ''}
      <li><a href="#promise">${t.promise}</a></li>
      ${language === 'en' ? `<li><a href="#original">${t.original}</a></li>` : ''}
      <li><a href="#place">${t.place}</a></li>
      <li><a href="#cite">${t.cite}</a></li>
    </ul>
  </nav>
  <div class="share">
    <p class="label" id="share">${t.share}</p>
    <ul aria-labelledby="share">
      <li><a href="https://zalo.me/share?url=${encodeURIComponent(BASE + url)}" rel="external nofollow">Zalo</a></li>
      <li><a href="https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(BASE + url)}" rel="external nofollow">Facebook</a></li>
    </ul>
  </div>
  <p><a href="#report-error">${t.report_error}</a></p>
</aside>
</div>
<nav class="neighbours" aria-label="${t.neighbours}">
  <ul>${neighbour(around.previous, t.previous, 'prev')}${neighbour(around.next, t.next, 'next')}</ul>
</nav>
<p class="following">${t.follow}: <a href="${area}feed.atom" type="application/atom+xml">${t.new_results}: ${escape(data.area_name)}</a></p>`;
  const alternates = `<link rel="alternate" type="application/json" href="${url}index.json" title="${t.data}">
  <link rel="alternate" type="application/vnd.citationstyles.csl+json" href="${url}cite.json" title="${t.cite}">
  <link rel="alternate" type="application/atom+xml" href="${area}feed.atom" title="${t.new_results}: ${escape(data.area_name)}">`;
  return frame({ ...pick(data), language, url, kind: 'item', alternates, linked: linked(data, url) }, main);
}

const pick = ({ title, description, key, number, plan, plan_number, area, area_name }) => ({ title, description, key, number, plan, plan_number, area, area_name });
