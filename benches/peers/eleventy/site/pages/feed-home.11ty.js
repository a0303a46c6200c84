import { feed } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';
import { words } from '../../lib/words.js';

const page = forEach('homes', ({ language }) => `/${language}/feed.atom`, ({ language, items }) => feed(language, `/${language}/`, words[language].site, items));
export const { data, render } = page;
