import { feed } from '../../lib/parts.js';
import { forEach } from '../../lib/pages.js';
import { nameOf } from './agency.11ty.js';

const page = forEach('agencies', ({ language, key }) => `/${language}/agencies/${key}/feed.atom`, ({ language, key, items, first }) => feed(language, `/${language}/agencies/${key}/`, nameOf({ key, first }), items));
export const { data, render } = page;
