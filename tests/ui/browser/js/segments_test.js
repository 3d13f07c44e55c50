import assert from "node:assert/strict";
import { cut, through } from "../../../../pages/ui/browser/js/segments.js";

/** @import { Segment } from "../../../../pages/ui/browser/js/segments.js" */

/** @type {Segment} */
const RISING = [[0, 0], [10, 10]];
const BOX = { x: 10, y: 10, w: 20, h: 10 };

Deno.test("lines cross where each has the other's ends on its two sides", () => {
  assert.ok(cut(RISING, [[0, 10], [10, 0]]));
  assert.ok(!cut(RISING, [[0, 10], [4, 6]]));
  assert.ok(!cut(RISING, [[20, 0], [20, 30]]));
  assert.ok(!cut(RISING, [[1, 0], [11, 10]]), "side by side");
  assert.ok(!cut(RISING, [[5, 5], [5, 20]]), "it ends upon the other");
});

Deno.test("a line runs through a box that it enters, leaves or lies in", () => {
  /** @type {Segment[]} */
  const inside = [
    [[0, 0], [15, 15]],
    [[12, 12], [14, 15]],
    [[0, 15], [50, 15]],
    [[12, 0], [12, 50]],
    [[9, 13], [13, 9]], // across a corner
    [[27, 21], [31, 17]],
  ];
  for (const line of inside) assert.ok(through(line, BOX), `${line}`);
  /** @type {Segment[]} */
  const outside = [[[0, 0], [5, 5]], [[0, 25], [50, 25]], [[5, 13], [13, 5]], [[31, 0], [31, 50]]];
  for (const line of outside) assert.ok(!through(line, BOX), `${line}`);
});
