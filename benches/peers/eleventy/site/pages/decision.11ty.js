import MarkdownIt from 'markdown-it';
import { each, escape, frame } from '../../lib/frame.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const markdown = new MarkdownIt({ html: true });

const page = forEach('areas', ({ language, first }) => `/${language}/${first.plan}/decision-${first.area}/index.html`, ({ language, items, first }) => {
  const title = `${words[language].decision}: ${first.area_name}`;
  const main = `<p class="eyebrow">${first.plan_number}</p><h1>${escape(title)}</h1>${each(
    items,
    ({ data, url, rawInput }) => `<section class="entry" id="${data.slug}">
  <h2><a href="${url}">${data.number} ${escape(data.title)}</a></h2>
  <p><span class="standing standing-${data.standing}">${data.standing_label}</span></p>
  ${markdown.render(rawInput)}
</section>`,
  )}`;
  return frame({ language, url: `/${language}/${first.plan}/decision-${first.area}/`, title, plan: first.plan, plan_number: first.plan_number }, main);
});
export const { data, render } = page;
