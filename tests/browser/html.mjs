// HTML files as a browser without scripts would parse them.

import { parse } from 'parse5';
import { read } from './site.mjs';

// Every element of a page, in order, as { name, attributes }.
export function elements(page) {
  const found = [];
  const visit = (node) => {
    if (node.tagName) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes });
    }
    for (const child of (node.content ?? node).childNodes ?? []) visit(child);
  };
  // Without scripting, what stands in <noscript> is parsed too.
  visit(parse(read(page), { scriptingEnabled: false }));
  return found;
}
