// What stands around every page.

import { words } from './words.js';

export const BASE = 'https://congkhai-mau.invalid';
export const AS_OF = '2025-12-31';
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escape = (text) => String(text).replace(/[&<>"]/g, (letter) => ESCAPES[letter]);

export function day(date, language) {
  const [year, month, ofMonth] = date.split('-');
  const shown = language === 'vi' ? `${ofMonth}/${month}/${year}` : `${Number(ofMonth)} ${MONTHS[month - 1]} ${year}`;
  return `<time datetime="${date}">${shown}</time>`;
}

export const each = (list, make) => list.map(make).join('\n');

/** `page`: language, url, title, description, and where they apply key, number, plan and area. */
export function frame(page, main) {
  const { language, url } = page;
  const t = words[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const inLanguage = (wanted) => url.replace(/^\/(vi|en)\//, `/${wanted}/`);
  const title = escape(page.title);
  const description = escape(page.description ?? page.title);
  const plan = page.plan ? `/${language}/${page.plan}/` : null;
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${page.number ? `${page.number} ` : ''}${title} — ${t.site}</title>
  <meta name="description" content="${description}">
  <meta name="color-scheme" content="light dark">
  <link rel="canonical" href="${BASE}${url}">
  <link rel="alternate" hreflang="vi" href="${BASE}${inLanguage('vi')}">
  <link rel="alternate" hreflang="en" href="${BASE}${inLanguage('en')}">
  <link rel="alternate" hreflang="x-default" href="${BASE}${inLanguage('vi')}">
  ${page.alternates ?? ''}
  <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
  <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
  <meta name="DC.title" content="${title}">
  <meta name="DC.creator" content="${t.site}">
  <meta name="DC.publisher" content="${t.site}">
  <meta name="DC.description" content="${description}">
  <meta name="DC.date" content="${AS_OF}">
  <meta name="DC.language" content="${language}">
  ${page.key ? `<meta name="DC.identifier" content="${BASE}/id/${page.key}/">` : ''}
  ${page.plan_number ? `<meta name="DC.source" content="${page.plan_number}">` : ''}
  ${plan ? `<meta name="DCTERMS.isPartOf" content="${BASE}${plan}">` : ''}
  ${page.linked ? `<script type="application/ld+json">${JSON.stringify(page.linked)}</script>` : ''}
  <meta property="og:type" content="article">
  <meta property="og:site_name" content="${t.site}">
  <meta property="og:title" content="${title}">
  <meta property="og:description" content="${description}">
  <meta property="og:url" content="${BASE}${url}">
  <meta property="og:locale" content="${language === 'vi' ? 'vi_VN' : 'en_GB'}">
  <meta property="og:locale:alternate" content="${language === 'vi' ? 'en_GB' : 'vi_VN'}">
  <meta name="twitter:card" content="summary">
  <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/site.css">
</head>
<body class="page-${page.kind ?? 'page'}">
  <p class="skip"><a href="#content">${t.skip}</a></p>
  <header class="site-header">
    <div class="wide bar">
      <p class="site-name"><a href="/${language}/">${t.site}</a></p>
      <div class="search-box">
        <form role="search" method="get" action="/${language}/" data-locale="${language}">
          <label class="unseen" for="search-field">${t.search}</label>
          <input id="search-field" type="text" inputmode="search" name="q" placeholder="${t.search}" autocomplete="off" spellcheck="false" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="search-list">
          <div id="search-list" role="listbox" aria-label="${t.search}" tabindex="-1" hidden></div>
          <p class="unseen" role="status"></p>
        </form>
      </div>
      <p class="language"><a href="${inLanguage(other)}" lang="${other}" hreflang="${other}">${t.other_language}</a></p>
    </div>
    <nav class="main-nav" aria-label="${t.main_pages}">
      <ul class="wide">
        <li><a href="/${language}/">${t.plans}</a></li>
        ${
          plan
            ? `<li><a href="${plan}">${t.plan}</a></li>
        <li><a href="${plan}commitments/">${t.commitments}</a></li>
        <li><a href="${plan}results/">${t.results}</a></li>
        <li><a href="${plan}no-report/">${t.no_report}</a></li>
        <li><a href="${plan}deadlines/">${t.deadlines}</a></li>
        <li><a href="${plan}decision-1/">${t.decision}</a></li>`
            : ''
        }
        <li><a href="/${language}/agencies/">${t.agencies}</a></li>
      </ul>
    </nav>
  </header>
  <main id="content">
    <div class="wide">
      <div class="where">
        <nav class="crumbs" aria-label="${t.where}">
          <ol>
            <li><a href="/${language}/">${t.home}</a></li>
            ${plan ? `<li><a href="${plan}">${page.plan_number}</a></li>` : ''}
            ${page.area ? `<li><a href="${plan}${page.area}/">${page.area}. ${escape(page.area_name)}</a></li>` : ''}
          </ol>
        </nav>
        <p class="as-of-short">${t.as_of} ${day(AS_OF, language)}</p>
      </div>
      ${main}
    </div>
  </main>
  <footer class="site-footer">
    <div class="wide">
      <p class="as-of"><strong>${t.as_of} ${day(AS_OF, language)}.</strong> ${t.as_of_note}</p>
      <p>${t.notice}</p>
      ${language === 'en' ? `<p>${t.unofficial}</p>` : ''}
      <nav aria-label="${t.main_pages}">
        <ul class="footer-links">
          <li><a href="/${language}/about/">${t.about}</a></li>
          <li><a href="/${language}/agencies/">${t.agencies}</a></li>
          <li><a href="/${language}/feed.atom">${t.follow}</a></li>
          <li><a href="/sitemap.xml">${t.site_map}</a></li>
        </ul>
      </nav>
      <section class="report-error" aria-labelledby="report-error">
        <h2 id="report-error">${t.report_error}</h2>
        <p><a href="mailto:gop-y@nguon-mau.invalid?subject=${encodeURIComponent(`${t.report_error}: ${page.key ?? url} (${t.as_of} ${AS_OF})`)}&amp;body=${encodeURIComponent(BASE + url)}">gop-y@nguon-mau.invalid</a></p>
      </section>
      <p>${t.compiled} <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">${t.licence}</a>.</p>
    </div>
  </footer>
  <p class="print-foot">${page.key ?? ''} · ${BASE}${url} · ${t.as_of} ${AS_OF}</p>
</body>
</html>
`;
}
