// The address without a language, which never changes, leads on to the Vietnamese page.
import { BASE, escape } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';

const page = forEach('items_vi', ({ data: d }) => `/id/${d.key}/index.html`, ({ data: d, url }) =>
  `<!doctype html><html lang="vi"><head><title>${escape(d.title)}</title><link rel="canonical" href="${BASE}${url}"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${url}"></head></html>`,
);
export const { data, render } = page;
