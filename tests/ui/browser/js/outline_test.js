import assert from "node:assert/strict";
import { mercator, pixels } from "../../../../pages/ui/browser/js/outline.js";

/** @import { At } from "../../../../pages/ui/browser/js/places.js" */

// A coast of some hundred points, the same in every run.
/** @param {number} seed */
function coast(seed) {
  let state = seed;
  const draw = () => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5;
  /** @type {At[]} */
  const points = [[140 + 10 * draw(), 40 + 20 * draw()]];
  for (let index = 0; index < 300; index += 1) {
    const [lon, lat] = points[index];
    points.push([lon + 0.05 * draw(), lat + 0.05 * draw()]);
  }
  return points;
}
const COASTS = [1, 2, 3, 4, 5].map(coast);
const ZOOMS = Array.from({ length: 33 }, (_, index) => 3 + index / 4);
const ORIGIN = { x: 5000, y: -300 };

/**
 * Leaflet's own way to the same pixel.
 * @param {At} point
 * @param {number} zoom
 * @returns {At}
 */
function pixel([lon, lat], zoom) {
  const [world, turn] = [256 * 2 ** zoom, lat * Math.PI / 180];
  const north = Math.log(Math.tan(Math.PI / 4 + turn / 2));
  return [
    Math.round(world * (lon / 360 + 0.5)) - ORIGIN.x,
    Math.round(world * (0.5 - north / (2 * Math.PI))) - ORIGIN.y,
  ];
}
/** @type {(one: At, other: At) => number} */
const apart = ([x, y], [u, v]) => (x - u) ** 2 + (y - v) ** 2;

Deno.test("of a coast only those points are left out that lie upon the one before", () => {
  for (const ring of COASTS) {
    for (const zoom of ZOOMS) {
      const all = ring.map((point) => pixel(point, zoom));
      const kept = pixels(mercator(ring), zoom, ORIGIN);
      assert.deepEqual([kept[0], kept.at(-1)], [all[0], all.at(-1)]);
      let at = 0;
      for (const point of all.slice(0, -1)) {
        const next = kept[at + 1];
        if (next && apart(point, kept[at]) > 1) {
          assert.deepEqual(point, next);
          at += 1;
        }
      }
      assert.ok(at >= kept.length - 2, "and none is made up");
    }
  }
});

Deno.test("from near every point is there, and a ring does not come back to its first", () => {
  for (const ring of COASTS) {
    assert.equal(pixels(mercator(ring), 22, ORIGIN).length, ring.length);
    assert.deepEqual(mercator([...ring, ring[0]]), mercator(ring));
  }
});
