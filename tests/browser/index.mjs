// The search as a page has it, without a browser: the theme's script and the index of the site under test.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { asset, folder } from './site.mjs';

// The scripts are classic ones, so their data are of another realm: compare them as JSON.
export function core() {
  const page = vm.createContext({});
  for (const name of ['search-text.js', 'search-core.js']) {
    vm.runInContext(readFileSync(join(folder, asset(name)), 'utf8'), page);
  }
  return { ...page.congkhaiText, ...page.congkhaiCore };
}

// Loads files of the index as the page does; `loaded` collects their names.
export function loader(loaded = []) {
  return async (name) => {
    let file;
    const congkhaiSearch = (said, stamp, data) => {
      if (said !== name) throw new Error(`${name}.js says that it is ${said}`);
      file = { stamp, data };
    };
    vm.runInNewContext(readFileSync(join(folder, `search/${name}.js`), 'utf8'), { congkhaiSearch });
    loaded.push(name);
    return file;
  };
}
