import { feed } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';

const page = forEach('areas', ({ language, key }) => `/${language}/${key}/feed.atom`, ({ language, key, items, first }) => feed(language, `/${language}/${key}/`, first.area_name, items));
export const { data, render } = page;
