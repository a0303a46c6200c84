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

  search();
  slash();
})();
