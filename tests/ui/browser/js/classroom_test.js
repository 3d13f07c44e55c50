import assert from "node:assert/strict";
import { gift, plain } from "../../../../pages/ui/browser/js/classroom/gift.js";
import { placed } from "../../../../pages/ui/browser/js/classroom/gif.js";
import { Random } from "../../../../pages/ui/browser/js/classroom/random.js";
import { MOST, reel } from "../../../../pages/ui/browser/js/classroom/reel.js";
import { asked, MOST as SETS } from "../../../../pages/ui/browser/js/classroom/sets.js";
import { say } from "../../../../pages/ui/browser/js/sentences.js";

/** @import { Question } from "../../../../pages/ui/browser/js/classroom/asking.js" */
/** @import { Tongue } from "../../../../pages/ui/browser/js/payload.d.ts" */

Deno.test("a seed gives the same numbers again, and another seed others", () => {
  /** @param {number} seed */
  const row = (seed) => {
    const random = new Random(seed);
    return Array.from({ length: 50 }, () => random.below(1000));
  };
  assert.deepEqual(row(7), row(7));
  assert.notDeepEqual(row(7), row(8));
});

Deno.test("numbers lie below their bound, and each comes up", () => {
  const random = new Random(1);
  for (const count of [1, 2, 3, 7, 44]) {
    const seen = new Set(Array.from({ length: 60 * count }, () => random.below(count)));
    assert.deepEqual([...seen].sort((a, b) => a - b), Array.from({ length: count }, (_, i) => i));
  }
});

Deno.test("a list is shuffled whole, and stays as it was", () => {
  const random = new Random(3);
  const list = Array.from({ length: 20 }, (_, place) => place);
  for (let times = 0; times < 50; times += 1) {
    assert.deepEqual(random.shuffled(list).sort((a, b) => a - b), list);
  }
  assert.equal(random.some(list, 3).length, 3);
});

Deno.test("what makes no sense in a link becomes the nearest set, and is said to be odd", () => {
  /** @type {[string | null, string | null, number, number, string[]][]} */
  const cases = [
    ["7", "2", 7, 2, []],
    ["7", null, 7, 1, []],
    ["", "3", 1, 3, ["seed"]],
    ["０７", "２", 7, 2, ["seed"]],
    ["seven", "easy", 1, 1, ["seed", "level"]],
    ["-5", "0", 1, 1, ["seed", "level"]],
    ["2.4", "2.6", 2, 3, ["seed", "level"]],
    ["1e99", "99", SETS, 3, ["seed", "level"]],
    ["Infinity", "NaN", SETS, 1, ["seed", "level"]],
    ["<script>", "2 ", 1, 2, ["seed"]],
  ];
  for (const [seed, level, set, hard, odd] of cases) {
    assert.deepEqual(asked(seed, level), { seed: set, level: hard, odd });
  }
});

Deno.test("words for Moodle have nothing that it takes for its own", () => {
  const text = "~a = b # c { d } e : f \\ g\nh";
  assert.equal(plain(text), "\\~a \\= b \\# c \\{ d \\} e \\: f \\\\ g\\nh");
  const left = plain(text).replaceAll(/\\[\\~=#{}:n]/g, "");
  assert.equal(/[\\~=#{}:\n]/.test(left), false);
});

Deno.test("a set for Moodle has one right answer a question, orders as pairs, and no map", () => {
  const tongue = /** @type {Tongue} */ ({
    locale: "en-GB",
    closed_up: 0,
    letter: 1,
    ends: [],
    dot: " · ",
    semicolon: "; ",
  });
  /** @type {Record<string, string>} */
  const words = { title: "Questions", set: "Set {seed}", no_map: "{count} on the map" };
  const set = {
    words,
    chosen: { seed: 7, level: 2 },
    payload: { tongue },
    say: (/** @type {string} */ key, values = {}) => say(words[key], values, tongue),
  };
  const question = /** @type {Question} */ ({
    kind: "held",
    text: "Who?",
    options: ["a", "b", "c"],
    right: 1,
    told: "why",
    sources: [{ name: "x", url: null }],
  });
  const order = /** @type {Question} */ ({ ...question, kind: "order", order: [2, 0, 1] });
  const find = /** @type {Question} */ ({ ...question, kind: "find" });
  const [head, first, second, ...rest] = gift([question, find, order], set).trim().split("\n\n");
  assert.deepEqual(rest, []);
  assert.equal(head, "// Questions · Set 7\n// 1 on the map");
  assert.equal(first, "::Set 7 · 1::Who? {\n~a\n=b\n~c\n####why\\nx\n}");
  assert.equal(second, "::Set 7 · 2::Who? {\n=c -> 1\n=a -> 2\n=b -> 3\n####why\\nx\n}");
});

Deno.test("a span is filmed day by day, or change by change with its ends", () => {
  const known = { last: 1000, turns: [10, 20, 30, 40] };
  const days = reel({ from: 18, to: 22, pace: "day" }, known);
  assert.deepEqual(days, { days: [18, 19, 20, 21, 22], pace: "day", odd: [] });
  const changes = reel({ from: 10, to: 35, pace: "change" }, known);
  assert.deepEqual(changes, { days: [10, 20, 30, 35], pace: "change", odd: [] });
  assert.deepEqual(reel({ from: 7, to: 7, pace: "change" }, known).days, [7]);
});

Deno.test("a span that makes no sense becomes the nearest that does, and is said to be odd", () => {
  const known = { last: 150_000, turns: [10, 20, 30, 40] };
  const turned = reel({ from: 30, to: 10, pace: "change" }, known);
  assert.deepEqual([turned.days, turned.odd], [[10, 20, 30], ["order"]]);
  const outside = reel({ from: -50, to: 15, pace: "change" }, known);
  assert.deepEqual([outside.days, outside.odd], [[0, 10, 15], ["range"]]);
  const centuries = reel({ from: 0, to: 150_000, pace: "day" }, known);
  assert.deepEqual(centuries.days, [0, 10, 20, 30, 40, 150_000]);
  assert.deepEqual([centuries.pace, centuries.odd], ["change", ["many"]]);
});

Deno.test("however many changes there are, the pictures stay within their number", () => {
  for (const count of [MOST - 3, MOST, 5 * MOST]) {
    const turns = Array.from({ length: count }, (_, index) => 3 * index + 1);
    const last = 3 * count + 9;
    const { days, odd } = reel({ from: 0, to: last, pace: "change" }, { last, turns });
    assert.ok(days.length <= MOST);
    assert.deepEqual([days[0], days.at(-1)], [0, last]);
    assert.deepEqual(odd, count + 2 > MOST ? ["many"] : []);
    assert.ok(days.every((day, index) => index === 0 || day > days[index - 1]));
  }
});

// A made-up encoder, as coarse as a real one may be: sixteen steps of each colour.
const coarse = {
  /** @param {Uint8Array | Uint8ClampedArray} pixels @param {number} most */
  quantize(pixels, most) {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (let at = 0; at < pixels.length; at += 4) {
      const colour = [...pixels.slice(at, at + 3)].map((part) => part & 0xf0);
      found.set(colour.join(), colour);
    }
    return [...found.values()].slice(0, most);
  },
  /** @param {Uint8Array | Uint8ClampedArray} pixels @param {number[][]} palette */
  applyPalette(pixels, palette) {
    return Uint8Array.from({ length: pixels.length / 4 }, (_, at) => {
      const own = pixels.slice(4 * at, 4 * at + 3);
      const far = palette.map((colour) =>
        colour.reduce((sum, part, axis) => sum + (part - own[axis]) ** 2, 0)
      );
      return far.indexOf(Math.min(...far));
    });
  },
};

Deno.test("in a GIF no old letters show through what a later picture lays over them", () => {
  const [sea, paper] = [0xfff2efe8, 0xffffffff];
  const ink = (/** @type {Random} */ random) => (0xff000000 | random.below(0xffffff)) >>> 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = new Random(seed);
    /** @type {number[] | undefined} */
    let shown;
    /** @type {Uint32Array | undefined} */
    let before;
    for (let picture = 0; picture < 4; picture += 1) {
      const [left, right] = [random.below(100), 200 + random.below(100)];
      // the sea, a legend's paper somewhere on it, and letters of many shades anywhere
      const drawn = Uint32Array.from({ length: 400 }, (_, at) => {
        if (random.below(8) === 0) return ink(random);
        return at >= left && at < right ? paper : sea;
      });
      const made = placed(coarse, new Uint8ClampedArray(drawn.buffer), before);
      const last = shown;
      shown = [...made.places].map((place, at) => {
        if (place === made.clear) return /** @type {number[]} */ (last)[at];
        const [red, green, blue] = made.palette[place];
        return (0xff000000 | blue << 16 | green << 8 | red) >>> 0;
      });
      drawn.forEach((pixel, at) => {
        if (pixel === sea || pixel === paper) assert.equal(shown?.[at], pixel);
      });
      before = made.pixels;
    }
  }
});
