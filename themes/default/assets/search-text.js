// Words, their spelling, and where a text has those that a reader asked for. In: texts, and what was asked
// as search-core.js understood it: a list of { size, ways }, each way a list of words that says it, the
// last way as it was typed. src/output/search/tokens.rs takes texts apart in the same way.
globalThis.congkhaiText = (() => {
  'use strict';
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const RUN = /[\p{Alphabetic}\p{N}]+(?:[/.-][\p{Alphabetic}\p{N}]+)*/gu;
  const LONGEST_CODE = 40;
  const PASSAGE = 32; // words

  // Lower case, without marks: "Đường" is "duong".
  const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

  // A word with its marks, and its tone: "hoà" and "hòa" have the same letters and the same tone.
  const tone = (word) => (word.normalize('NFD').match(TONES) ?? []).join('');
  const letters = (word) => word.normalize('NFD').replace(TONES, '').normalize('NFC');
  const spell = (word) => letters(word.toLowerCase()) + tone(word.toLowerCase());

  // The words of a text in order. Those of one code, such as II.2.a.8, share its run.
  function words(text) {
    const found = [];
    for (const { 0: whole, index } of text.matchAll(RUN)) {
      const parts = whole.split(/[/.-]/);
      const isCode =
        parts.length > 1 && whole.length <= LONGEST_CODE && (/[/\p{N}]/u.test(whole) || parts.some((part) => part.length < 3));
      const run = { code: isCode ? fold(whole) : '', start: index, end: index + whole.length };
      const isAfterApostrophe = /['’]/.test(text[index - 1] ?? '');
      let start = index;
      for (const part of parts) {
        const end = start + part.length;
        // The s of "people's" is no word.
        if (!(isAfterApostrophe && part.length === 1)) {
          found.push({ word: fold(part), spelled: spell(part), typed: part, start, end, run });
        }
        start = end + 1;
      }
    }
    return found;
  }

  // Whether one letter more, less, other, or two changed about makes one word of the other.
  function isSlip(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same += 1;
    const [a, b] = [one.slice(same), other.slice(same)];
    const isSwap = a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0];
    return a !== b && (a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || isSwap);
  }

  // Whether a word of a text is the one that was asked for. Who types marks means them.
  const fits = (asked, { word, spelled }) =>
    asked.keys.has(word) && (!asked.isMarked || word !== asked.word || spelled === asked.spelled);

  // What was asked as one row of words, and each other way of saying a part of it.
  function rows(meant) {
    const looked = (way) => way.every(({ keys }) => keys);
    return [meant.flatMap(({ ways }) => ways[ways.length - 1]), ...meant.flatMap(({ ways }) => ways.slice(0, -1))].filter(looked);
  }

  // How many words of a row stand in a text one after the other.
  function stretch(text, row) {
    let longest = 0;
    for (let from = 0; from < text.length; from += 1) {
      for (let first = 0; first < row.length - longest; first += 1) {
        let length = 0;
        while (text[from + length] && row[first + length] && fits(row[first + length], text[from + length])) length += 1;
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }

  // How much a document gains by saying what was asked in one piece, in its title and in its text.
  function closeness(document, meant) {
    const [title, text] = [words(document.title), words(document.text)];
    const share = (length, of) => (of > 1 ? Math.max(0, length - 1) / (of - 1) : length);
    const gain = (row) => {
      const inTitle = stretch(title, row);
      const isTitle = inTitle === title.length && inTitle === row.length;
      return 2 * isTitle + 1.2 * (share(inTitle, row.length) + inTitle / (title.length || 1)) + 0.6 * share(stretch(text, row), row.length);
    };
    return Math.max(0, ...rows(meant).map(gain));
  }

  // The words of a text, each with whether it is to be marked.
  function marks(text, meant) {
    const ways = meant.flatMap(({ ways: all }) => all).filter((way) => way.every(({ keys }) => keys));
    const codes = ways.filter(([{ isCode }]) => isCode);
    const isOneOf = (some, word) => some.some((way) => way.some((asked) => fits(asked, word)));
    const found = words(text).map((word) => {
      const isCode = word.run.code !== '' && isOneOf(codes, { word: word.run.code, spelled: word.run.code });
      return { ...word, ...(isCode && word.run), isCode, isFound: isCode || isOneOf(ways, word) };
    });
    // A word alone is chance, unless it is a name, or was typed and none stand together here.
    const names = meant.flatMap(({ ways: all }) => (all.length > 1 || meant.length === 1 ? all.filter((way) => way.length === 1) : []));
    const hasNext = found.map((word, at) => Boolean(word.isFound && found[at + 1]?.isFound));
    const meantAlone = hasNext.includes(true) ? names : [...names, ...meant.map(({ ways: all }) => all[all.length - 1])];
    return found.map((word, at) => {
      const isAlone = !hasNext[at] && !hasNext[at - 1] && !word.isCode;
      return isAlone && word.isFound && !isOneOf(meantAlone, word) ? { ...word, isFound: false } : word;
    });
  }

  // A text from one place to another in pieces: [text, isMarked]. Marked words that follow one another
  // are one piece.
  function pieces(text, found, from = 0, to = text.length) {
    const all = [];
    let at = from;
    found.forEach(({ start, end, isFound }, place) => {
      if (!isFound || end <= at) return;
      const between = text.slice(at, start);
      if (at > from && found[place - 1]?.isFound) all[all.length - 1][0] += between + text.slice(start, end);
      else all.push([between, false], [text.slice(start, end), true]);
      at = end;
    });
    return [...all, [text.slice(at, to), false]].filter(([piece]) => piece !== '');
  }

  const marked = (text, meant) => pieces(text, marks(text, meant));

  // The line of a text that says most of what was asked, cut where it is long, in pieces.
  function passage(text, meant) {
    const worth = (found) => {
      const different = new Set(found.filter(({ isFound }) => isFound).map(({ word }) => word)).size;
      return different + 0.1 * Math.max(0, ...rows(meant).map((row) => stretch(found, row)));
    };
    const lines = text.split('\n').map((line) => ({ line, found: marks(line, meant) }));
    const { line, found } = lines.reduce((best, other) => (worth(other.found) > worth(best.found) ? other : best));
    if (found.length <= 1.25 * PASSAGE) return pieces(line, found);
    let from = 0;
    for (let at = 1; at + PASSAGE <= found.length; at += 1) {
      if (worth(found.slice(at, at + PASSAGE)) > worth(found.slice(from, from + PASSAGE))) from = at;
    }
    const part = found.slice(from, from + PASSAGE);
    const isEnd = from + PASSAGE >= found.length;
    const cut = pieces(line, part, from > 0 ? part[0].start : 0, isEnd ? line.length : part[part.length - 1].end);
    return [...(from > 0 ? [['… ', false]] : []), ...cut, ...(isEnd ? [] : [[' …', false]])];
  }

  return { fold, spell, letters, tone, words, isSlip, closeness, marked, passage };
})();
