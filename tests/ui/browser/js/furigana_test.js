// Words that have readings: the longest that fits is found, and nothing of a text is lost.

import assert from "node:assert/strict";
import { finder } from "../../../../pages/ui/browser/js/furigana.js";

const WORDS = { "千島": "ちしま", "千島列島": "ちしまれっとう", "島": "しま", "（島": "しま" };

/** @type {[text: string, words: string[]][]} */
const TEXTS = [
  ["", []],
  ["海とそら", []],
  ["千島列島と千島", ["千島列島", "千島"]],
  ["島千島島", ["島", "千島", "島"]],
  ["海（島）", ["（島"]],
];

for (const [text, words] of TEXTS) {
  Deno.test(`words with a reading in “${text}”`, () => {
    const parts = text.split(finder(WORDS) ?? /$^/);
    assert.equal(parts.join(""), text);
    assert.deepEqual(parts.filter((_, index) => index % 2), words);
  });
}

Deno.test("without readings nothing is looked for", () => {
  assert.equal(finder({}), null);
});
