// Hard words in a text: found by how they are written, each where it stands first.

/**
 * Parts a text at its hard words; each second part is one.
 * @param {string} text
 * @param {Record<string, string>} meanings
 * @returns {string[]}
 */
export function parted(text, meanings) {
  const found = [];
  let rest = text;
  // the longest first, so that no word hides within another
  const words = Object.keys(meanings).sort((one, other) => other.length - one.length);
  const seen = new Set();
  for (;;) {
    const [word, at] = first(rest, words.filter((word) => !seen.has(meanings[word])));
    if (!word) return [...found, rest];
    found.push(rest.slice(0, at), word);
    seen.add(meanings[word]);
    rest = rest.slice(at + word.length);
  }
}

// Marks that may not be parted from the word they follow, or that follows them, by a line's end.
const BEFORE = /[«“„‘([{（「『]*$/;
const AFTER = /^(?:[,.;:!?…%»”’)\]}、。，．：；！？）」』]|\u00A0\S*)*/;

/**
 * A text in pieces that a line may end between: free text, and each hard word with the marks
 * around it that stay with it.
 * @param {string} text
 * @param {Record<string, string>} meanings
 * @returns {(string | { before: string, word: string, after: string })[]}
 */
export function pieces(text, meanings) {
  const parts = parted(text, meanings);
  /** @type {ReturnType<typeof pieces>} */
  const found = [];
  let free = parts[0];
  for (let at = 1; at < parts.length; at += 2) {
    const [before] = /** @type {RegExpExecArray} */ (BEFORE.exec(free));
    const [after] = /** @type {RegExpExecArray} */ (AFTER.exec(parts[at + 1]));
    found.push(free.slice(0, free.length - before.length));
    found.push({ before, word: parts[at], after });
    free = parts[at + 1].slice(after.length);
  }
  return [...found, free];
}

/**
 * The first word of those listed that stands in a text as a whole, and where; else "" and -1.
 * @param {string} text
 * @param {string[]} words
 * @returns {[word: string, at: number]}
 */
function first(text, words) {
  /** @type {[string, number]} */
  let found = ["", -1];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!whole(text, at, at + word.length)) continue;
      if (found[1] < 0 || at < found[1]) found = [word, at];
      break;
    }
  }
  return found;
}

const LETTER = /[a-zа-яё]/i;

/**
 * Whether no letter goes on before or after; Japanese has no space between words.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function whole(text, from, to) {
  return !(LETTER.test(text[from] ?? "") && LETTER.test(text[from - 1] ?? "")) &&
    !(LETTER.test(text[to - 1] ?? "") && LETTER.test(text[to] ?? ""));
}
