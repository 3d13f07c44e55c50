import assert from "node:assert/strict";
import { Writer } from "../../../../pages/ui/browser/js/writer.js";

/** @import { Box } from "../../../../pages/ui/browser/js/fit.js" */

const SIZE = { width: 60, height: 40, short: 60 };
const NORTH = [[100, 100], [60, 130]], SOUTH = [[100, 200], [140, 230]];

/** @param {number[][]} spots  of a land: pixels down and across */
const land = (spots) => ({
  place: { id: "", name: "", kind: "land", always: false, spots: spots.map((at) => [...at, null]) },
  node: { style: /** @type {Record<string, string>} */ ({}) },
  arrow: { textContent: "" },
});

/** @param {number[][]} spots @param {number} x @param {number} y */
const far = (spots, x, y) =>
  Math.min(...spots.map(([down, across]) => Math.hypot(across - x, down - y)));

Deno.test("the name of a land is nearer to it than to another, or stands nowhere", () => {
  let named = 0;
  for (let left = 0; left < 300; left += 20) {
    for (let top = 0; top < 300; top += 20) {
      // the one corner of the map where there is room
      const grounded = (/** @type {Box} */ { x, y }) => x >= left && y >= top;
      const room = { size: { x: 300, y: 300 }, taken: [], grounded };
      const map = { latLngToContainerPoint: (/** @type {number[]} */ [y, x]) => ({ x, y }) };
      const view = { day: 0, left: 9, near: true };
      for (const [own, other] of [[NORTH, SOUTH], [SOUTH, NORTH]]) {
        const [one, stranger] = [land(own), land(other)];
        const writer = new Writer(
          /** @type {any} */ (map),
          /** @type {any} */ (room),
          /** @type {any} */ (null),
          view,
        );
        writer.land(/** @type {any} */ (one), SIZE, [/** @type {any} */ (stranger)]);
        if (one.node.style.visibility !== "visible") continue;
        named += 1;
        const x = parseFloat(one.node.style.left) + SIZE.width / 2;
        const y = parseFloat(one.node.style.top) + SIZE.height / 2;
        assert.ok(far(own, x, y) <= far(other, x, y), `${left}, ${top}: ${x}, ${y}`);
      }
    }
  }
  assert.ok(named > 100);
});
