import { frame } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('homes', ({ language }) => `/${language}/about/index.html`, ({ language }) => {
  const t = words[language];
  return frame({ language, url: `/${language}/about/`, title: t.about }, `<h1>${t.about}</h1><p>${t.notice}</p>`);
});
export const { data, render } = page;
