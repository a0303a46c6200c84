// Finds and ranks; knows of no page. In: what a reader typed, and a function that loads a file of the
// index, which src/output/search/ wrote. Out: documents in order, and their texts with the found words
// marked. tests/search/queries.mjs says what is to be found.
globalThis.congkhaiCore = (() => {
  'use strict';
  const { words, letters, tone, isSlip, closeness, marked, passage } = globalThis.congkhaiText;

  // Limits that keep what one search loads small on a large site.
  const MOST_WORDS = 12; // of a query
  const MOST_BEGINNINGS = 150; // words that begin with the last one
  const MOST_SHARDS = 6; // files for one word, and files of documents that are ranked by their text
  const MOST_RANKED = 30; // documents that are ranked by their text
  const FEW = 3; // fewer results than this: look further

  // How well a word stands for the one that was typed.
  const FIT = { same: 1, number: 0.9, beginning: 0.5, slip: 0.3 };
  const OTHER_MARKS = 0.3;

  // What explains the commitments stands behind them.
  const BESIDE = { term: 0.6, passage: 0.6, page: 0.8 };

  // The last place in a sorted list whose name is not after `name`.
  function placeOf(names, name) {
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (names[middle] <= name) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // The index of one language, file by file as it is asked for.
  function open(load, locale, { stamp, data }) {
    const files = new Map();
    function file(name) {
      if (!files.has(name)) {
        const loaded = load(`${locale}/${name}`, stamp).then((found) => {
          if (found.stamp !== stamp) throw Object.assign(new Error('another edition'), { stamp: found.stamp });
          return found.data;
        });
        loaded.catch(() => files.delete(name));
        files.set(name, loaded);
      }
      return files.get(name);
    }
    const known = data.words.split(' ');
    const firstOfKind = data.kinds.map(([, , , first]) => first);
    // Names of the same thing, by their words: { name, others }.
    const same = new Map();
    for (const group of data.same) {
      const names = group.map(words);
      for (const name of names) {
        const key = name.map(({ word }) => word).join(' ');
        const others = names.filter((other) => other !== name && other.length > 0);
        same.set(key, [...(same.get(key) ?? []), { name, others }]);
      }
    }
    return {
      total: data.total,
      known,
      isKnown: new Set(known),
      same,
      // The words of the index from one to another, as [word, places].
      async between(from, to) {
        const [first, last] = [Math.max(0, placeOf(data.places, from)), placeOf(data.places, to)];
        const names = Array.from({ length: Math.min(last - first + 1, MOST_SHARDS) }, (_, at) => `p${first + at}`);
        const all = (await Promise.all(names.map(file))).flatMap(Object.entries);
        return all.filter(([word]) => word >= from && word <= to);
      },
      shardOf: (at) => placeOf(data.documents, at),
      kindOf: (at) => data.kinds[placeOf(firstOfKind, at)],
      async document(at) {
        const shard = placeOf(data.documents, at);
        const [href, number, title, text, lang] = (await file(`d${shard}`))[at - data.documents[shard]];
        return { href, number, title, text, lang };
      },
    };
  }

  // What a reader means, part by part: { size, ways }. Each way is a list of words that says it, from the
  // glossary or, last, as it was typed. A code, such as II.2.a.8, is first looked for whole.
  function understand(index, typed, isMarked) {
    const asked = (way) => way.map(({ word, spelled }) => ({ word, spelled }));
    const isWritten = (way) => way.every(({ word }) => index.isKnown.has(word) || /\p{N}/u.test(word));
    function namesAt(at, size) {
      const here = typed.slice(at, at + size);
      // Two letters mean an abbreviation only in capitals: "CT", not "ct" nor "cứ".
      const isMeant = ({ name }) =>
        (!isMarked || name.every(({ spelled }, place) => spelled === here[place].spelled)) &&
        (name.length > 1 || name[0].word.length > 2 || here[0].typed === here[0].typed.toUpperCase());
      const names = (index.same.get(here.map(({ word }) => word).join(' ')) ?? []).filter(isMeant);
      return names.flatMap(({ others }) => others).filter(isWritten);
    }
    const meant = [];
    for (let at = 0; at < typed.length; ) {
      const { run } = typed[at];
      let size = run.code ? typed.filter((word) => word.run === run).length : 1;
      let names = [];
      for (let longer = typed.length - at; longer >= size && names.length === 0; longer -= 1) {
        names = namesAt(at, longer);
        if (names.length > 0) size = longer;
      }
      const own = typed.slice(at, at + size);
      const code = run.code && own.every((word) => word.run === run) ? [[{ word: run.code, spelled: run.code, isCode: true }]] : [];
      meant.push({ size, ways: [...code, ...names.map(asked), asked(own)] });
      at += size;
    }
    return meant;
  }

  // The words of the index that `asked` may stand for, as [word, places, fit].
  async function candidates(index, { word, isCode }, { beginning, loose }) {
    const found = new Map();
    const add = (entries, fit) => entries.forEach(([key, places]) => found.has(key) || found.set(key, [key, places, fit]));
    const exactly = async (key, fit) => add(await index.between(key, key), fit);
    const begun = async () => add((await index.between(word, `${word}\uffff`)).slice(0, MOST_BEGINNINGS), FIT.beginning);
    if (!/^\p{Alphabetic}+$/u.test(word)) {
      await exactly(word, FIT.same);
      if (beginning || (found.size === 0 && (isCode || word.length > 1))) await begun();
      return [...found.values()];
    }
    // English says one and many.
    const forms = [word, `${word}s`, word.replace(/s$/, ''), word.replace(/y$/, 'ies'), word.replace(/ies$/, 'y')];
    const written = forms.filter((form) => index.isKnown.has(form));
    await Promise.all(written.map((form) => exactly(form, form === word ? FIT.same : FIT.number)));
    if (beginning || (found.size === 0 && word.length > 1)) await begun();
    if (word.length > 2 && (found.size === 0 || loose)) {
      const slips = index.known.filter((other) => isSlip(word, other)).slice(0, MOST_SHARDS);
      await Promise.all(slips.map((slip) => exactly(slip, FIT.slip)));
    }
    return [...found.values()];
  }

  // Looks a word up. Adds to it: its `keys` in the index, its `value` in each document, whether it stands
  // there `exact`ly with the marks that were typed, how `rare` it is, and whether all of this `isGuess`.
  async function look(index, asked, how) {
    const [value, exact] = [new Float32Array(index.total), new Uint8Array(index.total)];
    const found = await candidates(index, asked, how);
    for (const [key, places, fit] of found) {
      for (const [spelled, packed] of typeof places === 'string' ? [[key, places]] : Object.entries(places)) {
        const begins = () => letters(spelled).startsWith(letters(asked.spelled)) && spelled.endsWith(tone(asked.spelled));
        const isExact = spelled === asked.spelled || (fit === FIT.beginning && begins());
        const worth = fit * (how.isMarked && !isExact ? OTHER_MARKS : 1);
        let at = -1;
        for (const [, step, level] of packed.matchAll(/([0-9a-z]*)([A-Z])/g)) {
          at += step ? parseInt(step, 36) : 1;
          value[at] = Math.max(value[at], worth * (level.charCodeAt(0) - 64));
          if (isExact) exact[at] = 1;
        }
      }
    }
    const documents = value.reduce((sum, some) => sum + (some > 0), 0);
    const isGuess = found.every(([, , fit]) => fit === FIT.slip || (fit === FIT.beginning && !how.isUnfinished));
    const keys = new Set(found.map(([key]) => key));
    Object.assign(asked, { keys, value, exact, isGuess, isMarked: how.isMarked, rare: Math.log(1 + index.total / (documents || 1)) });
  }

  // For each document: how many of the words it `held`, with how many `points`, and whether `exact`ly.
  async function weigh(index, meant, how) {
    const numbers = () => new Float32Array(index.total);
    const [held, points, exact] = [numbers(), numbers(), new Uint8Array(index.total).fill(1)];
    const lastWay = meant[meant.length - 1].ways.slice(-1)[0];
    for (const { size, ways } of meant) {
      const [part, sum, same] = [numbers(), numbers(), new Uint8Array(index.total)];
      for (const way of ways) {
        // Names of the glossary have their marks, whatever was typed.
        const isName = way !== ways[ways.length - 1] && way.some(({ word, spelled }) => word !== spelled);
        const lookUp = (asked) => {
          const isLast = asked.isCode || asked === lastWay[lastWay.length - 1];
          const [isMarked, beginning, isUnfinished] = [how.isMarked || isName, how.beginning && isLast, how.isTyping && isLast];
          return look(index, asked, { ...how, isMarked, beginning, isUnfinished });
        };
        await Promise.all(way.map(lookUp));
        for (let at = 0; at < index.total; at += 1) {
          let [share, total, isExact] = [0, 0, 1];
          for (const asked of way) {
            if (asked.value[at] > 0) share += 1 / way.length;
            total += (asked.value[at] * asked.rare * size) / way.length;
            isExact &= asked.exact[at];
          }
          if (share > part[at] + 0.001 || (share > part[at] - 0.001 && total > sum[at])) {
            [part[at], sum[at], same[at]] = [share, total, isExact];
          }
        }
        if (way[0].isCode && way[0].keys.size > 0) break;
      }
      for (let at = 0; at < index.total; at += 1) {
        held[at] += part[at] * size;
        points[at] += sum[at];
        exact[at] &= same[at];
      }
    }
    return { held, points, exact };
  }

  // The documents that hold at least so many words.
  function holders(index, { held, points, exact }, least) {
    const hits = [];
    held.forEach((some, at) => {
      const worth = points[at] * (BESIDE[index.kindOf(at)[0]] ?? 1);
      if (some >= least) hits.push({ at, held: some, points: worth, isExact: exact[at] });
    });
    return hits;
  }

  // Documents best first. `isNear` says that none holds all the words as they were typed.
  async function rank(index, typed, isTyping) {
    const isMarked = typed.some(({ word, spelled }) => word !== spelled);
    let meant, weighed, hits;
    for (const how of [{ beginning: isTyping }, { beginning: true }, { beginning: true, loose: true }]) {
      if (hits && hits.length >= (how.loose ? 1 : FEW)) break;
      meant = understand(index, typed, isMarked);
      weighed = await weigh(index, meant, { ...how, isMarked, isTyping });
      hits = holders(index, weighed, typed.length - 0.01);
    }
    const isPart = hits.length === 0;
    if (isPart) hits = holders(index, weighed, typed.length / 2);
    const exact = hits.filter(({ isExact }) => isExact);
    const isGuess = meant.some(({ ways }) => ways.every((way) => way.some((asked) => asked.isGuess)));
    const isNear = isPart || isGuess || (isMarked && exact.length === 0);
    // Who types marks means them, unless hardly anything has them.
    if (isMarked && !isPart && exact.length >= FEW) hits = exact;
    const order = (a, b) =>
      (isPart && b.held - a.held) || (isMarked && b.isExact - a.isExact) || b.points - a.points || a.at - b.at;
    hits.sort(order);
    // The first ones once more, by what their texts say in one piece.
    const shards = new Set();
    const isNearby = (shard) => shards.has(shard) || (shards.size < MOST_SHARDS && shards.add(shard));
    const first = hits.slice(0, MOST_RANKED).filter(({ at }) => isNearby(index.shardOf(at)));
    await Promise.all(first.map(async (hit) => (hit.points *= 1 + closeness(await index.document(hit.at), meant))));
    hits.sort(order);
    return { hits: hits.map(({ at }) => at), meant, isNear: isNear && hits.length > 0 };
  }

  // A search over `load(name, edition)`, which gives { stamp, data } of a file. While someone is typing,
  // the last word may be the beginning of a longer one.
  function searcher(load) {
    const indexes = new Map();
    function index(locale, edition) {
      if (!indexes.has(locale)) {
        const loaded = load(`${locale}/words`, edition).then((file) => open(load, locale, file));
        loaded.catch(() => indexes.delete(locale));
        indexes.set(locale, loaded);
      }
      return indexes.get(locale);
    }
    async function answer(locale, query, isTyping) {
      const typed = words(query.normalize('NFC')).slice(0, MOST_WORDS);
      const opened = await index(locale);
      const { document, kindOf } = opened;
      const nothing = { hits: [], meant: [], isNear: false };
      const { hits, meant, isNear } = typed.length > 0 ? await rank(opened, typed, isTyping) : nothing;
      // Numbers are the same in every language.
      const isNumber = typed.every(({ run, word }) => run.code || /\p{N}/u.test(word));
      return {
        ...{ locale, hits, isNear, isNumber, document, kindOf },
        marked: (text) => marked(text, meant),
        passage: (text) => passage(text, meant),
      };
    }
    async function search(locale, query, isTyping) {
      try {
        return await answer(locale, query, isTyping);
      } catch (fault) {
        // The browser still had the words of an older edition: once more, with those of the new one.
        if (!fault.stamp) throw fault;
        indexes.delete(locale);
        await index(locale, fault.stamp);
        return answer(locale, query, isTyping);
      }
    }
    // In the page's language; where that finds little, in the other one too: a list of answers.
    async function both(locale, query, isTyping) {
      const own = await search(locale, query, isTyping);
      if (own.hits.length >= (own.isNumber ? 1 : FEW) && !own.isNear) return [own];
      const other = await search(locale === 'vi' ? 'en' : 'vi', query, isTyping);
      // What is just as typed is nearer than what is nearly so, in whatever language.
      if (own.isNear && other.hits.length > 0 && !other.isNear) return [{ ...own, hits: [], isNear: false }, other];
      // Both languages have the same documents in the same order: none is shown twice.
      const isNew = (at) => !other.isNear && !own.hits.includes(at);
      return [own, { ...other, hits: other.hits.filter(isNew) }];
    }
    return { index, both };
  }

  // The hits of an answer kind by kind, the kind of the best hit first: { name, one, many, hits }.
  function groups({ hits, kindOf }) {
    const found = new Map();
    for (const at of hits) {
      const [name, one, many] = kindOf(at);
      if (!found.has(name)) found.set(name, { name, one, many, hits: [] });
      found.get(name).hits.push(at);
    }
    return [...found.values()];
  }

  return { searcher, groups };
})();
