import assert from "node:assert/strict";
import { coarse, thinned } from "../../../../pages/ui/browser/js/coarse.js";

/** @import { At } from "../../../../pages/ui/browser/js/places.js" */

// How far a point is from a course: from the nearest of the ways between its points.
/** @param {At} point @param {At[]} course */
function away([x, y], course) {
  return Math.min(
    ...course.slice(1).map(([toX, toY], index) => {
      const [fromX, fromY] = course[index];
      const [dx, dy] = [toX - fromX, toY - fromY];
      const t = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
      const part = Math.max(0, Math.min(1, t));
      return Math.hypot(x - fromX - part * dx, y - fromY - part * dy);
    }),
  );
}

Deno.test("no point of a coast is further from the thinned one than the tolerance", () => {
  for (const tolerance of [0.5, 1, 3]) {
    for (let seed = 1; seed < 40; seed += 1) {
      const coast = Array.from({ length: 150 }, (_, index) => /** @type {At} */ ([
        index * 2,
        30 * Math.sin(index / (3 + seed)) + ((index * seed * 7919) % 11) / 30,
      ]));
      const found = thinned(coast, tolerance);
      assert.ok(found.length < coast.length);
      for (const point of coast) assert.ok(away(point, found) <= tolerance + 1e-9);
    }
  }
});

Deno.test("rings stay apart and closed, and a ring of one point too", () => {
  assert.equal(coarse("M0,0L5,0L10,0L10,10zM3 3L4 3L4 4z", 0.5), "M0,0L10,0L10,10zM3,3L4,3L4,4z");
  assert.equal(coarse("M1,1z", 1), "M1,1z");
  assert.equal(coarse("", 1), "");
});
