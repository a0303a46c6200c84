// What pages do with a script, each thing in a function of its own. It stays small, because it is the
// only script that loads before a reader asks for something; without it every page is complete.
(() => {
  'use strict';
  const assets = document.currentScript.src.replace(/[^/]*$/, '');

  function add(name) {
    const script = document.createElement('script');
    script.src = assets + name;
    script.async = false;
    document.head.append(script);
  }

  // The search loads when someone goes to its field, and at once on its own page.
  function search() {
    const form = document.querySelector('[data-search]');
    if (!form) return;
    const load = () => ['search-text.js', 'search-core.js', 'search.js'].forEach(add);
    if (form.dataset.search === 'page' || form.contains(document.activeElement)) load();
    else form.addEventListener('focusin', load, { once: true });
  }

  // The key / leads to the search field. Keys of one sign get in the way of people who speak to their
  // computer (WCAG 2.1.4), so the search page has a switch.
  function slash() {
    const off = 'congkhai-no-slash';
    const choice = document.querySelector('[data-slash]');
    const isOff = () => {
      try {
        return localStorage.getItem(off) === '1';
      } catch {
        return false; // Storage is refused; then the choice lasts as long as the page.
      }
    };
    if (choice) {
      choice.checked = !isOff();
      choice.addEventListener('change', () => {
        try {
          localStorage.setItem(off, choice.checked ? '0' : '1');
        } catch {} // As above.
      });
    }
    document.addEventListener('keydown', (event) => {
      const field = document.querySelector('[data-search] [name=q]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !field?.offsetParent) return;
      if (event.target.closest('input, textarea, select, [contenteditable]')) return;
      if (choice ? !choice.checked : isOff()) return;
      event.preventDefault();
      field.focus();
    });
  }

  // The switch of language leads to the same place: the one in the address, or the one being read.
  function language() {
    const places = [...document.querySelectorAll('main [id]')];
    const isAbove = (place) => place.getBoundingClientRect().top < 48;
    const here = () => location.hash || (scrollY > 0 && places.findLast(isAbove)?.id) || '';
    for (const link of document.querySelectorAll('.language a')) {
      const aim = () => {
        link.hash = here();
      };
      for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, aim);
    }
  }

  // Someone who reads long after the cut-off day is told so. Nothing else on the page changes.
  function late() {
    const note = document.getElementById('late');
    if (!note) return;
    const closed = 'congkhai-late-seen';
    const [asOf, now] = [new Date(note.dataset.asOf), new Date()];
    const months = (now.getFullYear() - asOf.getFullYear()) * 12 + now.getMonth() - asOf.getMonth() - (now.getDate() < asOf.getDate() ? 1 : 0);
    if (months < 6 || kept(closed) === note.dataset.asOf) return;
    note.firstElementChild.textContent = note.dataset.words.replace('{date}', note.dataset.date).replace('{n}', months);
    note.lastElementChild.addEventListener('click', () => {
      keep(closed, note.dataset.asOf);
      note.hidden = true;
    });
    // It covers the lower edge, so it waits until the first screen has been read.
    const show = () => {
      note.hidden = false;
    };
    if (document.documentElement.scrollHeight <= innerHeight) show();
    else addEventListener('scroll', show, { once: true, passive: true });
  }

  // An item that was opened from a list has a way back to the same place of it.
  function back() {
    const name = 'congkhai-list';
    const page = location.href.split('#')[0];
    document.addEventListener('click', (event) => {
      const link = event.target.closest('.card-title a');
      if (!link) return;
      const card = link.closest('.card').id;
      const title = document.querySelector('h1').textContent;
      keep(name, JSON.stringify({ to: link.href, from: page + (card && `#${card}`), title }));
    });
    const way = document.getElementById('back');
    const list = way && JSON.parse(kept(name) ?? 'null');
    if (list?.to !== page) return;
    const link = document.createElement('a');
    link.href = list.from;
    link.textContent = `${way.dataset.words} ${list.title}`;
    way.append(link);
    way.hidden = false;
  }

  // Filters and sorts the list of all commitments. The choices stand in the address, so that they can be sent on.
  function list() {
    const form = document.getElementById('filters');
    if (!form) return;
    const list = document.getElementById('items');
    const status = document.getElementById('filter-count');
    const items = [...list.children];
    const choices = [...form.querySelectorAll('select')];
    const filters = choices.filter((choice) => choice.name !== 'sort');

    // A commitment has several bodies; everything else it has once.
    const has = (item, name, value) => item.dataset[name].split(' ').includes(value);

    // Commitments without a deadline come last. Where two are equal, the order of the decision stays.
    const orders = {
      due: (a, b) => (a.dataset.due || '9999').localeCompare(b.dataset.due || '9999'),
      title: (a, b) => a.dataset.title - b.dataset.title,
    };

    function show() {
      const wanted = filters.filter((choice) => choice.value);
      let shown = 0;
      for (const item of items) {
        item.hidden = !wanted.every((choice) => has(item, choice.name, choice.value));
        shown += item.hidden ? 0 : 1;
      }
      const order = orders[form.elements.sort.value];
      list.append(...(order ? [...items].sort(order) : items));
      status.textContent = shown ? status.dataset.some.replace('{n}', shown) : status.dataset.none;
    }

    function readAddress() {
      const asked = new URLSearchParams(location.search);
      for (const choice of choices) {
        choice.value = asked.get(choice.name) ?? '';
        // An address may ask for what is not there.
        if (choice.selectedIndex < 0) choice.value = '';
      }
      show();
    }

    function writeAddress() {
      const asked = new URLSearchParams();
      for (const choice of choices) if (choice.value) asked.set(choice.name, choice.value);
      const query = asked.toString();
      history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
      show();
    }

    form.addEventListener('change', writeAddress);
    form.addEventListener('reset', () => setTimeout(writeAddress));
    form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('popstate', readAddress);
    readAddress();
    // What the address points at has moved when the list became shorter.
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
  }

  // What a tab remembers. Where storage is refused, it remembers nothing.
  function keep(name, value) {
    try {
      sessionStorage.setItem(name, value);
    } catch {} // As above.
  }
  function kept(name) {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  }

  search();
  slash();
  language();
  late();
  list();
  back();
})();
