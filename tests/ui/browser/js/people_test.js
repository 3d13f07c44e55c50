import assert from "node:assert/strict";
import { spots } from "../../../../pages/ui/browser/js/people.js";

/** @import { Told } from "../../../../pages/ui/browser/js/payload.d.ts" */

/**
 * @param {string} id
 * @param {number} lat
 * @param {string} start
 * @param {string | null} end
 */
const told = (id, lat, start, end) => /** @type {Told} */ ({ id, lat, lon: 142, start, end });

const ALL = [
  told("first", 46, "1905-07-11", "1906-01-01"),
  told("second", 46, "1945-08-22", "1945-09-01"),
  told("third", 47, "1945-08-18", "1945-09-01"),
  told("last", 46, "1945-08-24", null),
];

Deno.test("what is told stands from its first day to before its end", () => {
  for (const { id, start, end } of ALL) {
    const days = ["1600-01-01", start, "1945-08-25", end ?? start, "2026-11-22"];
    for (const day of days) {
      const there = [...spots(ALL, day).values()].flat().some((one) => one.id === id);
      assert.equal(there, start <= day && (end === null || day < end), `${id} on ${day}`);
    }
  }
});

Deno.test("what is told at one spot on a day is told together, in its order", () => {
  const found = [...spots(ALL, "1945-08-25").values()].map((all) => all.map(({ id }) => id));
  assert.deepEqual(found, [["second", "last"], ["third"]]);
  assert.equal(spots(ALL, "1700-01-01").size, 0);
});
