// Sentences with holes; the words come from the page's language.

/**
 * Fills the holes of "islands: {count}".
 * @param {string} pattern
 * @param {Record<string, string | number>} values
 */
export function say(pattern, values) {
  return pattern
    .replace(/\{(\w+)\}/g, (hole, key) => (key in values ? String(values[key]) : hole))
    .replace("г..", "г.");
}
