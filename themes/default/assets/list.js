// Filters and sorts the list of commitments. The choices stand in the address, so that they can be sent on;
// without this script the whole list is there, and a page for each kind, standing, area and body.
(() => {
  'use strict';
  const form = document.getElementById('filters');
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
})();
