// Hard words: each is found where it stands first, as a whole word, and nothing of a text is lost.

import assert from "node:assert/strict";
import { parted, pieces } from "../../../../pages/ui/browser/js/hard.js";

const MEANINGS = {
  "cede": "to hand over",
  "cedes": "to hand over",
  "in force": "to be kept",
  "批准": "認めること",
  "批准書": "認めること",
  "указ": "приказ",
};

/** @type {[text: string, words: string[]][]} */
const TEXTS = [
  ["", []],
  ["Nothing hard.", []],
  ["It cedes land; they cede it again.", ["cedes"]],
  ["A precedent is no cession.", []],
  ["Once in force, it is in force. Who cedes?", ["in force", "cedes"]],
  ["cede", ["cede"]],
  ["東京で批准書を交換し、批准する。", ["批准書"]],
  ["Вышел указ, а не указание.", ["указ"]],
  ["Приказ и указание.", []],
];

for (const [text, words] of TEXTS) {
  Deno.test(`the hard words of "${text}"`, () => {
    const parts = parted(text, MEANINGS);
    assert.equal(parts.join(""), text);
    assert.deepEqual(parts.filter((_, index) => index % 2), words);
  });
}

/** @type {[text: string, kept: string[]][]} */
const KEPT = [
  ["It cedes land.", ["cedes"]],
  ["What it cedes, it may (cede).", ["cedes,"]],
  ["The treaty is “in force”; who cedes?", ["“in force”;", "cedes?"]],
  ["（批准）を待つ。", ["（批准）"]],
  ["Вышел «указ», и всё.", ["«указ»,"]],
  ["Вышел указ\u00A0— и всё.", ["указ\u00A0—"]],
];

for (const [text, kept] of KEPT) {
  Deno.test(`no line of "${text}" ends between a hard word and its marks`, () => {
    const found = pieces(text, MEANINGS).map((piece) =>
      typeof piece === "string" ? piece : `${piece.before}${piece.word}${piece.after}`
    );
    assert.equal(found.join(""), text);
    assert.deepEqual(found.filter((_, index) => index % 2), kept);
  });
}

Deno.test("a text stays whole where no word is hard", () => {
  assert.deepEqual(parted("It cedes land.", {}), ["It cedes land."]);
});
