import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { History, keyOf, startsOf, unpack } from "../../../../pages/ui/browser/js/history.js";

/** @import { Packed, Row, Span } from "../../../../pages/ui/browser/js/payload.d.ts" */

/** @type {Row[]} */
const ROWS = [[0, 1, null, 0, null, null, null], [40754, 0, 1, null, 2, 3, 1]];
const packed = /** @type {Packed} */ (/** @type {unknown} */ ({
  language: "en",
  powers: { japan: {}, russia: {} },
  patterns: { breaks: { holder: {}, day: {} } },
  histories: [ROWS, [], [ROWS[0]]],
  spans: { control: [0, 1], "title/japan": [2, 2] },
}));
const NO_TOURS = { windows: {}, words: {}, hard: {}, tours: {}, people: [] };
const guided = Buffer.from(gzipSync(JSON.stringify(NO_TOURS))).toString("base64");
const SAVED = {
  inline: {
    islands: {},
    land: {},
    history: packed,
    guided,
    questions: "",
    classroom: "",
    gif: "",
  },
};

Deno.test("rows get names for their parts, and stay as they came", () => {
  const { spans, language } = unpack(packed);
  assert.equal(language, "en");
  assert.deepEqual(spans.control, [[
    { start: 0, power: "russia", since: null, basis: 0, note: null, why: null, doubt: null },
    { start: 40754, power: "japan", since: 1, basis: null, note: 2, why: 3, doubt: "day" },
  ], []]);
  assert.equal(spans["title/japan"].length, 2);
  assert.equal(spans["title/japan"][0], spans["title/japan"][1]); // shared, not made anew
  assert.equal(packed.histories[0], ROWS);
});

Deno.test("only treaties are read in more than one way", () => {
  assert.equal(keyOf({ lens: "title", viewpoint: "japan" }), "title/japan");
  assert.equal(keyOf({ lens: "control", viewpoint: "japan" }), "control");
  assert.equal(keyOf({ lens: "claims", viewpoint: "russia" }), "claims");
});

Deno.test("starts are read once for each lens", () => {
  const { control } = unpack(packed).spans;
  assert.deepEqual(startsOf(control), [[0, 40754], []]);
  assert.equal(startsOf(control), startsOf(control));
});

Deno.test("a saved file has one history, whatever the language", async () => {
  const history = new History(SAVED);
  const [one, other] = await Promise.all([history.load("en"), history.load("ja")]);
  assert.equal(one, other);
});

Deno.test("what a saved file holds packed is unpacked when asked for", async () => {
  assert.deepEqual(await new History(SAVED).guided("en"), NO_TOURS);
  await assert.rejects(new History(SAVED).questions("en")); // cut short
});

Deno.test("an old order is not followed, nor one that a newer one has overtaken", async () => {
  const history = new History(SAVED);
  const orders = [1, 3, 2].map((seq) => ({ session: "a", seq, language: "en" }));
  const followed = await Promise.all(orders.map((order) => history.ordered(order)));
  assert.deepEqual(followed.map(Boolean), [false, true, false]);
  assert.equal(await history.ordered({ session: "a", seq: 3, language: "en" }), null);
});

Deno.test("a server that was started anew counts its orders anew", async () => {
  const history = new History(SAVED);
  assert.ok(await history.ordered({ session: "a", seq: 7, language: "en" }));
  assert.ok(await history.ordered({ session: "b", seq: 1, language: "en" }));
  assert.equal(await history.ordered({ session: "b", seq: 1, language: "en" }), null);
});
