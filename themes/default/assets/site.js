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
    const isAbove = (place) => place.getBoundingClientRect().top < innerHeight / 4;
    const here = () => location.hash || (scrollY > 0 && places.findLast(isAbove)?.id) || '';
    for (const link of document.querySelectorAll('.language a')) {
      const aim = () => {
        link.hash = here();
      };
      for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, aim);
    }
  }

  // Someone who reads long after the cut-off day is told so. Nothing on the page changes.
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
    note.hidden = false;
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
  back();
})();
