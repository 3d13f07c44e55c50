import assert from "node:assert/strict";

import { number } from "../../../../pages/ui/browser/js/numbers.js";
import { say } from "../../../../pages/ui/browser/js/sentences.js";

/** @type {import("../../../../pages/ui/browser/js/payload.d.ts").Tongue} */
const russian = {
  locale: "ru",
  letter: 1,
  closed_up: 10000,
  ends: ["г."],
  dot: " · ",
  semicolon: "; ",
};
const english = { locale: "en-GB", letter: 1, closed_up: 0, ends: [], dot: " · ", semicolon: "; " };
const islands = {
  one: "{count} остров",
  few: "{count} острова",
  many: "{count} островов",
  other: "{count} острова",
};

Deno.test("a noun follows its number", () => {
  const expected = {
    0: "островов",
    1: "остров",
    2: "острова",
    5: "островов",
    11: "островов",
    21: "остров",
    42: "острова",
  };
  for (const [count, noun] of Object.entries(expected)) {
    assert.equal(say(islands, { count: Number(count) }, russian), `${count} ${noun}`);
  }
});

Deno.test("a form that a language lacks is its last", () => {
  const forms = { one: "{count} island", other: "{count} islands" };
  assert.equal(say(forms, { count: 2 }, russian), "2 islands");
  assert.equal(say(forms, { count: 1 }, english), "1 island");
});

Deno.test("holes without a value stay, and no sentence ends twice", () => {
  assert.equal(say("{a} {b}", { a: "x" }, english), "x {b}");
  assert.equal(say("с {date}.", { date: "1945 г." }, russian), "с 1945 г.");
});

Deno.test("digits stand together below the language's bound", () => {
  assert.equal(number(9999, russian), "9999");
  assert.equal(number(10095, russian).replace(/\s/g, " "), "10 095");
  assert.equal(number(1805, english), "1,805");
});
