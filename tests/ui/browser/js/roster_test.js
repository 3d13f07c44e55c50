import assert from "node:assert/strict";
import { named, ranked, since } from "../../../../pages/ui/browser/js/roster.js";

/** @param {string} id @param {string[]} islands @param {Partial<Record<"group" | "southern", boolean>>} is */
const subject = (id, islands, { group = false, southern = false } = {}) => /** @type {any} */ ({
  id,
  entries: islands.map(entry),
  group,
  southern,
});
/** @type {Record<string, object>} */
const entries = {};
/** @param {string} id */
function entry(id) {
  return entries[id] ??= { id };
}
/** @param {any[]} subjects */
const ids = (subjects) => subjects.map(({ id }) => id);

const ALL = [
  subject("iturup", ["iturup"], { southern: true }),
  subject("habomai", ["yuri", "zelyony"], { group: true, southern: true }),
  subject("urup", ["urup"]),
  subject("zelyony", ["zelyony"]),
  subject("yuri", ["yuri"]),
];

Deno.test("each island is named once: in its group while that is small, alone when it is large", () => {
  for (const small of [true, false]) {
    for (const told of [[], ["yuri"], ["urup", "iturup"]]) {
      const headline = (/** @type {any} */ { id }) => told.includes(id);
      const found = ranked(ALL, { grouped: () => small, headline });
      const named = [...found.told, ...found.southern, ...found.others]
        .flatMap((one) => one.entries.map((/** @type {any} */ { id }) => id));
      assert.deepEqual(named.toSorted(), ["iturup", "urup", "yuri", "zelyony"]);
    }
  }
});

Deno.test("what the day tells of comes first, with the group of its islet", () => {
  const headline = (/** @type {any} */ { id }) => id === "yuri";
  const near = ranked(ALL, { grouped: () => false, headline });
  assert.deepEqual([ids(near.told), ids(near.southern)], [["yuri"], ["iturup"]]);
  const far = ranked(ALL, { grouped: () => true, headline });
  assert.deepEqual([ids(far.told), ids(far.southern), ids(far.others)], [["habomai"], ["iturup"], [
    "urup",
  ]]);
});

Deno.test("a country has its name from its first day to the day before its end", () => {
  const place = /** @type {any} */ ({ start: 10, end: 20 });
  assert.deepEqual([9, 10, 19, 20].map((day) => named(place, day)), [false, true, true, false]);
  assert.ok(named({ ...place, start: null, end: null }, -5));
});

Deno.test("a country is named on a land from the day on which that is its own", () => {
  const place = /** @type {any} */ ({ spots: [[42, 140, null], [43, 143, 10]] });
  assert.equal(since(place, 9).length, 1);
  assert.equal(since(place, 10).length, 2);
});
