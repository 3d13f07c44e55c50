// Finds the items of a list by the words sought as the app does, in any spelling and any language.
// Given: `page` and `way`; by its id each item's folded `words`; `nouns` and `today` of search.py.

// Folds words as search.fold does.
function fold(words) {
  // browsers fold no case: in Latin and Cyrillic that is small letters, and these two
  const small = words.normalize("NFKD").toLowerCase().replaceAll("ς", "σ").replaceAll("ß", "ss");
  const bare = small.normalize("NFKD").replace(/(?![\u3099\u309a])\p{M}/gu, "").normalize("NFC");
  const kana = bare.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
  const modern = [...kana].map((sign) => today[sign] ?? sign).join("");
  return modern.replace(/['\u2019\u02bc\u30fc]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Leaves the noun "island" away, unless there is nothing else.
function stem(words) {
  const folded = fold(words);
  return folded.split(" ").filter((word) => !nouns.includes(word)).join(" ") || folded;
}

const begins = (text, word) => text.includes(` ${word}`);
const ways = {
  // a name as a whole: anywhere in a spelling, at the beginning of a word of its group, or all of its chain's
  name(sought) {
    const wanted = stem(sought);
    return ([names, groups, chain]) =>
      wanted && (names.includes(wanted) || begins(groups, wanted) || chain.includes(`|${wanted}|`));
  },
  // each word at the beginning of one; Japanese, which has no spaces, anywhere
  words(sought) {
    const wanted = sought.split(/\s+/).map(fold).filter(Boolean);
    return (text) => wanted.every((word) => word >= "\u3000" ? text.includes(word) : begins(text, word));
  },
  // each word anywhere
  parts(sought) {
    const wanted = fold(sought).split(" ");
    return (text) => wanted.every((word) => text.includes(word));
  },
};
// An item that has no id of its own, which would weigh on its page, has that of the file it leads to.
const named = (item) =>
  item.id || item.querySelector(`a[href^="${page}-"]`).getAttribute("href").slice(page.length + 1, -".html".length);
(window.kurilGiven ||= {})[`words-${page}.js`] = (sought) => {
  const fits = ways[way](sought);
  return (item) => fits(words[named(item)]);
};
