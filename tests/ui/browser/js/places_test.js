import assert from "node:assert/strict";
import { meets } from "../../../../pages/ui/browser/js/fit.js";
import {
  apart,
  away,
  distance,
  nearest,
  places,
  towards,
  upon,
} from "../../../../pages/ui/browser/js/places.js";

/** @import { At } from "../../../../pages/ui/browser/js/places.js" */

const ISLANDS = [
  { min: { x: 100, y: 100 }, max: { x: 100, y: 100 } },
  { min: { x: 40, y: 200 }, max: { x: 90, y: 210 } },
  { min: { x: 300, y: 10 }, max: { x: 320, y: 260 } },
];
const NAMES = [[12, 10], [90, 18], [240, 20]];

Deno.test("the first places keep clear of the island's box", () => {
  for (const island of ISLANDS) {
    for (const [w, h] of NAMES) {
      const { min, max } = island;
      const own = { x: min.x, y: min.y, w: max.x - min.x, h: max.y - min.y };
      for (const [x, y] of places(island, w, h).slice(0, 12)) {
        assert.ok(!meets({ x, y, w, h }, own), `${x}, ${y}`);
      }
    }
  }
});

Deno.test("a name stands on the right first, then on the left, in the middle of the height", () => {
  const [[right, y], [left, other]] = places(ISLANDS[2], 50, 20);
  assert.deepEqual([right, y, left, other], [325, 125, 245, 125]);
});

Deno.test("a distance is that to the nearest point, and none to a point inside", () => {
  const box = { x: 10, y: 10, w: 20, h: 10 };
  assert.equal(distance(box, []), Infinity);
  assert.equal(distance(box, [[15, 15], [100, 100]]), 0);
  assert.equal(distance(box, [[33, 24]]), 5);
  assert.equal(distance(box, [[0, 15], [34, 15]]), 4);
});

Deno.test("the quick measure never tells more than the distance", () => {
  const box = { x: 50, y: 50, w: 30, h: 12 };
  for (let seed = 1; seed < 200; seed += 1) {
    /** @type {At[]} */
    const points = [0, 1, 2].map((n) => [(seed * 37 + n * 53) % 160, (seed * 91 + n * 29) % 130]);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const reach = {
      min: { x: Math.min(...xs), y: Math.min(...ys) },
      max: { x: Math.max(...xs), y: Math.max(...ys) },
    };
    assert.ok(apart(box, reach) <= distance(box, points));
  }
});

Deno.test("a name tied by a line stands farther and farther off, first on the open sea's sides", () => {
  for (const island of ISLANDS) {
    for (const [w, h] of NAMES) {
      const { min, max } = island;
      const own = { x: min.x, y: min.y, w: max.x - min.x, h: max.y - min.y };
      const spots = away(island, w, h, Infinity);
      for (const [x, y] of spots) assert.ok(!meets({ x, y, w, h }, own), `${x}, ${y}`);
      const near = away(island, w, h, 60);
      assert.ok(near.length > 20 && near.length < spots.length);
      assert.deepEqual(spots.slice(0, near.length), near);
      const [[x, y], [otherX, otherY]] = spots;
      assert.ok(x > own.x + own.w / 2 && y > own.y + own.h / 2);
      assert.ok(otherX + w < own.x + own.w / 2 && otherY + h < own.y + own.h / 2);
    }
  }
});

Deno.test("names of lands and at the edge stay within the view", () => {
  const size = { x: 300, y: 200 };
  for (const [w, h] of NAMES) {
    for (
      const point of /** @type {At[]} */ ([[2, 2], [150, 100], [299, 199], [-400, 90], [150, 900]])
    ) {
      for (const spots of [upon(point, w, h, size), towards(point, w, h, size)]) {
        assert.ok(spots.length > 20);
        for (const [x, y] of spots) {
          assert.ok(x >= 0 && y >= 0 && x + w <= size.x && y + h <= size.y, `${x}, ${y}`);
        }
      }
    }
  }
});

Deno.test("at the edge the nearest place to what lies beyond it comes first", () => {
  const size = { x: 300, y: 200 };
  const [[x, y]] = towards([-400, 90], 40, 16, size);
  assert.ok(x < 10 && Math.abs(y + 8 - 90) < 12);
  const [[, top]] = towards([150, -300], 40, 16, size);
  assert.ok(top < 10);
});

Deno.test("the nearest point of a box is on its rim, or the point itself inside", () => {
  const box = { x: 10, y: 10, w: 20, h: 10 };
  assert.deepEqual(nearest(box, [0, 0]), [10, 10]);
  assert.deepEqual(nearest(box, [15, 40]), [15, 20]);
  assert.deepEqual(nearest(box, [12, 13]), [12, 13]);
});
