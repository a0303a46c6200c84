import { BASE, each } from '../../lib/frame.js';

export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const groups = ['areas', 'plans'].flatMap((name) => collections[name].map(({ language, key }) => `/${language}/${key}/`));
  const agencies = collections.agencies.map(({ language, key }) => `/${language}/agencies/${key}/`);
  const urls = [...collections.items.map(({ url }) => url), ...groups, ...agencies].filter((url) => url.startsWith('/vi/'));
  const entry = (url) => {
    const alternate = (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${BASE}${url.replace('/vi/', `/${language}/`)}"/>`;
    return ['vi', 'en'].map((language) => `<url><loc>${BASE}${url.replace('/vi/', `/${language}/`)}</loc>${alternate('vi')}${alternate('en')}</url>`).join('');
  };
  return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${each(urls, entry)}</urlset>`;
}
