// The search of a page: the field in the header with its suggestions, or the page of the search with its
// results. In: a form with `data-search`, which also holds the words that are shown. search-core.js finds.
(() => {
  'use strict';
  const form = document.querySelector('[data-search]');
  const field = form.querySelector('[name=q]');
  const { locale, root } = form.dataset;
  const say = (key, values) => form.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const asQuery = (q) => `?${new URLSearchParams({ q })}`;
  const count = (n, q) => say(n === 1 ? 'countOne' : 'count', { n, q });

  // The files of the index are scripts: those load from a folder on a disk too.
  const waiting = new Map();
  window.congkhaiSearch = (name, stamp, data) => waiting.get(name)?.({ stamp, data });
  const load = (name, edition) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}search/${name}.js${edition ? `?${edition}` : ''}`;
      waiting.set(name, resolve);
      script.onload = script.onerror = () => {
        script.remove();
        reject(new Error(`${name} did not load`));
      };
      document.head.append(script);
    });
  const { groups } = congkhaiCore;
  const { index, both } = congkhaiCore.searcher(load);

  // Asks once the typing pauses; what comes after a newer question is dropped. `show` gets the answers of
  // the languages that were searched, or nothing where the index did not load.
  let newest = 0;
  async function ask(query, { pause = 0, typing = false }, show) {
    newest += 1;
    const mine = newest;
    await new Promise((go) => setTimeout(go, pause));
    if (mine !== newest) return;
    const isNewest = () => mine === newest;
    try {
      const answers = query ? await both(locale, query, typing) : [];
      if (isNewest()) await show(answers, query, isNewest);
    } catch {
      if (isNewest()) await show(undefined, query, isNewest);
    }
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }
  const marked = (pieces) => pieces.map(([text, isFound]) => (isFound ? make('mark', {}, text) : text));
  const langOf = (answer, document) => document.lang ?? (answer.locale === locale ? '' : answer.locale);

  // The field in the header: a combobox, whose list holds links.
  function box() {
    const MOST = 8;
    const list = form.querySelector('[role=listbox]');
    const status = form.querySelector('[role=status]');
    const allHref = (query) => `${form.getAttribute('action')}${asQuery(query)}`;
    const options = () => [...list.querySelectorAll('[role=option]')];
    let active;

    function activate(option) {
      active?.setAttribute('aria-selected', 'false');
      active = option;
      active?.setAttribute('aria-selected', 'true');
      active?.scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', active?.id ?? '');
    }

    function unfold(isOpen) {
      list.hidden = !isOpen;
      field.setAttribute('aria-expanded', String(isOpen));
      activate();
    }

    function tell(text, isSeen) {
      status.textContent = text;
      status.classList.toggle('unseen', !isSeen);
    }

    function option(href, lang, ...children) {
      return make('a', { role: 'option', href, lang, tabindex: '-1', 'aria-selected': 'false' }, ...children);
    }

    async function suggestion(answer, at) {
      const document = await answer.document(at);
      const title = answer.marked(document.title);
      const parts = [make('span', { class: 'search-title' }, ...marked(title))];
      if (document.number) parts.unshift(make('span', { class: 'search-number' }, document.number), ' ');
      if (document.text && !title.some(([, isFound]) => isFound)) {
        parts.push(' ', make('span', { class: 'search-passage' }, ...marked(answer.passage(document.text))));
      }
      return option(root + document.href, langOf(answer, document), ...parts);
    }

    async function show(answers, query, isNewest) {
      const kinds = [];
      let room = MOST;
      for (const answer of answers ?? []) {
        const best = answer.hits.slice(0, room);
        room -= best.length;
        for (const { many, hits } of groups({ ...answer, hits: best })) {
          kinds.push({ many, answer, links: await Promise.all(hits.map((at) => suggestion(answer, at))) });
        }
      }
      if (!isNewest()) return;
      list.replaceChildren(
        ...kinds.map(({ many, answer, links }, at) => {
          const isOther = answer.locale !== locale;
          const name = make('span', { id: `search-kind-${at}`, class: 'search-kind', lang: isOther && answer.locale }, many);
          const other = isOther ? [make('span', { class: 'search-kind' }, say('other'), ' · '), name] : [name];
          return make('div', { role: 'group', 'aria-labelledby': name.id }, make('p', {}, ...other), ...links);
        }),
      );
      if (kinds.length > 0) list.append(option(allHref(query), '', make('span', { class: 'search-title' }, say('all'))));
      options().forEach((one, at) => (one.id = `search-option-${at}`));
      unfold(kinds.length > 0);
      if (!answers) tell(say('failed'), true);
      else if (query && kinds.length === 0) tell(say('none', { q: query }), true);
      else tell(query ? count(MOST - room, query) : '', false);
    }

    const suggest = (pause) => ask(field.value.trim(), { pause, typing: /\S$/.test(field.value) }, show);
    const close = () => {
      newest += 1;
      unfold(false);
      tell('', false);
    };

    field.addEventListener('input', () => suggest(120));
    field.addEventListener('keydown', (event) => {
      const all = list.hidden ? [] : options();
      const at = all.indexOf(active);
      const steps = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, ...(active && { Home: 0, End: all.length - 1 }) };
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape' && (!list.hidden || status.textContent)) close();
      else if (event.key === 'Enter' && active) active.click();
      else if (event.key === 'ArrowDown' && list.hidden) suggest(0);
      else if (event.key in steps && all.length > 0) activate(all[steps[event.key]]);
      else return;
      event.preventDefault();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (field.value.trim()) location.href = allHref(field.value.trim());
    });
    form.addEventListener('focusout', (event) => !form.contains(event.relatedTarget) && close());
    index(locale).catch(() => {});
    if (field.value) suggest(0);
  }

  // The page of the search: the results stand in the page.
  function page() {
    const [AT_FIRST, MORE] = [6, 20];
    const BESIDE = ['term', 'passage', 'page']; // what explains the commitments: fewer of it
    const [status, results, lists] = ['status', 'results', 'lists'].map((name) => document.getElementById(`search-${name}`));
    document.querySelectorAll('.needs-script').forEach((element) => element.remove());

    async function result(answer, at) {
      const document = await answer.document(at);
      const [, one] = answer.kindOf(at);
      const lang = langOf(answer, document);
      const link = make('a', { href: root + document.href, lang: document.lang }, ...marked(answer.marked(document.title)));
      return make(
        'li',
        { class: 'card', lang },
        document.number ? make('p', { class: 'card-number' }, `${one} ${document.number}`) : '',
        make('p', { class: 'card-title' }, link),
        document.text ? make('p', { class: 'card-meta' }, ...marked(answer.passage(document.text))) : '',
      );
    }

    async function group(answer, { name, many, hits }, heading) {
      const atFirst = BESIDE.includes(name) ? AT_FIRST / 3 : AT_FIRST;
      const list = make('ul', { class: 'cards' });
      const more = make('button', { type: 'button' });
      let shown = 0;
      async function add(some) {
        const items = await Promise.all(hits.slice(shown, shown + some).map((at) => result(answer, at)));
        list.append(...items);
        shown += items.length;
        more.hidden = shown >= hits.length;
        more.textContent = say('more', { n: Math.min(MORE, hits.length - shown) });
        return items[0];
      }
      more.addEventListener('click', async () => (await add(MORE)).querySelector('a').focus());
      await add(hits.length <= 1.5 * atFirst ? hits.length : atFirst);
      const lang = answer.locale === locale ? '' : answer.locale;
      return make('section', {}, make(heading, { lang }, many, ' ', make('small', {}, String(hits.length))), list, more);
    }

    async function show(answers, query, isNewest) {
      const parts = [];
      const found = (answers ?? []).filter(({ hits }) => hits.length > 0);
      const total = found.reduce((sum, { hits }) => sum + hits.length, 0);
      // When nothing holds all the words, this is said in place of the count.
      const onlyNear = found.every(({ isNear }) => isNear);
      for (const answer of found) {
        const isOwn = answer.locale === locale;
        if (answer.isNear && !onlyNear) parts.push(make('p', {}, say('nearest', { n: answer.hits.length })));
        if (!isOwn) parts.push(make('h2', {}, say('other')));
        parts.push(...(await Promise.all(groups(answer).map((one) => group(answer, one, isOwn ? 'h2' : 'h3')))));
      }
      if (!isNewest()) return;
      if (!answers) status.textContent = say('failed');
      else if (query) status.textContent = total === 0 ? say('none', { q: query }) : onlyNear ? say('nearest', { n: total }) : count(total, query);
      else status.textContent = '';
      results.replaceChildren(...parts);
      if (answers && query && total === 0) results.append(make('p', {}, say('try')));
      lists.hidden = total > 0;
      document.title = query ? `${query} — ${say('title')}` : say('title');
    }

    const asked = () => field.value.trim();
    function note() {
      try {
        history.replaceState(null, '', asked() ? asQuery(asked()) : location.pathname);
      } catch {} // Some browsers refuse it for files on a disk; then the address stays as it was.
    }
    async function fromAddress() {
      field.value = new URLSearchParams(location.search).get('q') ?? '';
      await ask(asked(), {}, show);
    }
    field.addEventListener('input', () => {
      note();
      ask(asked(), { pause: 150 }, show);
    });
    field.addEventListener('focus', () => index(locale).catch(() => {}), { once: true });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      note();
      await ask(asked(), {}, show);
      status.focus();
    });
    addEventListener('popstate', fromAddress);
    fromAddress();
  }

  if (form.dataset.search === 'page') page();
  else box();
})();
