// A template that makes one page for each member of a collection.

/** `permalink` and `render` get the member. */
export function forEach(collection, permalink, render) {
  return {
    data: {
      pagination: { data: `collections.${collection}`, size: 1, alias: 'one', addAllPagesToCollections: false },
      eleventyExcludeFromCollections: true,
      permalink: ({ one }) => permalink(one),
    },
    render: ({ one, collections }) => render(one, collections),
  };
}
