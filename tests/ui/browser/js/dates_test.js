import assert from "node:assert/strict";
import { headed, known, written } from "../../../../pages/ui/browser/js/dates.js";

const COARSE = { 41274: "1713", 56613: "about 1755", 93366: "September 1855" };
const LOCALES = {
  "en-GB": "1 January 1713",
  "ja-JP": "1713年1月1日",
  "ru-RU": "1 января 1713 г.",
};

Deno.test("a day is written as finely as it is known", () => {
  for (const [locale, whole] of Object.entries(LOCALES)) {
    const tongue = { locale, closed_up: 0, letter: 1, ends: [], dot: " · ", semicolon: "; " };
    const say = (/** @type {number} */ day, iso = "1713-01-01") =>
      known({ coarse: COARSE, tongue }, day, iso);
    for (const [day, words] of Object.entries(COARSE)) assert.equal(say(Number(day)), words);
    for (const day of [0, 41273, 41275]) assert.equal(say(day), whole);
    assert.equal(say(0), written("1713-01-01", locale));
  }
});

Deno.test("a date that stands alone has a capital", () => {
  for (
    const [words, head] of [
      ["about 1755", "About 1755"],
      ["около 1755 г.", "Около 1755 г."],
      ["1755年頃", "1755年頃"],
      ["1713", "1713"],
      ["", ""],
    ]
  ) assert.equal(headed(words), head);
});
