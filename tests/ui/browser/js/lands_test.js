import assert from "node:assert/strict";
import { meets } from "../../../../pages/ui/browser/js/fit.js";
import { Ground } from "../../../../pages/ui/browser/js/ground.js";
import { land as name } from "../../../../pages/ui/browser/js/lands.js";
import { Room } from "../../../../pages/ui/browser/js/room.js";
import { Writer } from "../../../../pages/ui/browser/js/writer.js";

/** @import { Box } from "../../../../pages/ui/browser/js/fit.js" */

const SIZE = { width: 60, height: 40, short: 60 };
const NORTH = [[100, 100], [60, 130]], SOUTH = [[100, 200], [140, 230]];

/** @param {number[][]} spots  of a land: pixels down and across */
const land = (spots, is = {}) => ({
  place: {
    id: "",
    name: "",
    kind: "land",
    always: false,
    lands: [],
    spots: spots.map((at) => [...at, null]),
    ...is,
  },
  node: { style: /** @type {Record<string, string>} */ ({}) },
  arrow: { textContent: "" },
});

/** @param {object} room @param {boolean} near */
const writer = (room, near) =>
  new Writer(
    /** @type {any} */ ({
      latLngToContainerPoint: (/** @type {number[]} */ [y, x]) => ({ x, y }),
    }),
    /** @type {any} */ (room),
    /** @type {any} */ (null),
    { day: 0, left: 9, near },
  );

/** @param {number[][]} spots @param {number} x @param {number} y */
const far = (spots, x, y) =>
  Math.min(...spots.map(([down, across]) => Math.hypot(across - x, down - y)));

Deno.test("the name of a land is nearer to it than to another, or stands nowhere", () => {
  let named = 0;
  for (let left = 0; left < 300; left += 20) {
    for (let top = 0; top < 300; top += 20) {
      // the one corner of the map where there is room
      const grounded = (/** @type {Box} */ { x, y }) => x >= left && y >= top;
      const ground = () => new Ground(300, 300);
      const room = { size: { x: 300, y: 300 }, take: () => {}, grounded, ground };
      for (const [own, other] of [[NORTH, SOUTH], [SOUTH, NORTH]]) {
        const [one, stranger] = [land(own), land(other)];
        name(writer(room, true), /** @type {any} */ (one), SIZE, [/** @type {any} */ (stranger)]);
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

/** @param {Box} box */
const corners = ({ x, y, w, h }) => [{ x, y }, { x: x + w, y }, { x: x + w, y: y + h }, {
  x,
  y: y + h,
}];

/**
 * A sea of 600 by 400 with two coasts, and what is written on it.
 * @param {Record<string, Box>} coasts
 */
function sea(coasts) {
  const [x, y] = [600, 400];
  const shift = { x: 0, y: 0 };
  const shapes = Object.entries(coasts).map(([id, box]) => [id, { _parts: [corners(box)] }]);
  const grey = new Ground(x, y);
  for (const [, { _parts }] of /** @type {any} */ (shapes)) grey.fill(_parts, shift);
  const size = { x, y, divideBy: (/** @type {number} */ by) => ({ x: x / by, y: y / by }) };
  return Object.assign(Object.create(Room.prototype), {
    size,
    shift,
    grey,
    taken: [],
    borders: [],
    chain: new Ground(x, y),
    beyond: new Ground(x, y),
    grounds: new Map(),
    shapes: new Map(/** @type {any} */ (shapes)),
  });
}

/** @param {ReturnType<typeof land>} one @returns {Box} */
const written = ({ node, arrow }) => ({
  x: parseFloat(node.style.left),
  y: parseFloat(node.style.top),
  w: SIZE.short + (arrow.textContent ? 1.5 * SIZE.height : 0),
  h: SIZE.height,
});

/** @param {number[][]} spots @param {string} coast */
const country = (
  spots,
  coast,
) => /** @type {any} */ (land(spots, { kind: "country", always: true, lands: [[coast, null]] }));

Deno.test("a land whose points are out of view is named on its coast in view, without an arrow", () => {
  for (let x = 0; x <= 450; x += 50) {
    for (let y = 0; y <= 250; y += 50) {
      const own = { x, y, w: 150, h: 150 };
      const one = country([[-10, 300]], "own");
      // of a country, only coasts near a point count: a degree is a pixel here
      one.place.kind = "land";
      assert.ok(name(writer(sea({ own }), false), one, SIZE, []));
      assert.equal(one.arrow.textContent, "");
      assert.ok(meets(written(one), own), `${x}, ${y}`);
    }
  }
});

Deno.test("a country out of view is named at the edge with an arrow, and on nobody's land", () => {
  for (let x = 0; x <= 400; x += 40) {
    const other = { x, y: 0, w: 200, h: 400 };
    for (const point of [[200, -900], [200, 1500], [-900, 300], [1300, 300]]) {
      const one = country([point], "own");
      assert.ok(name(writer(sea({ other }), true), one, SIZE, [country([[0, 0]], "other")]));
      assert.notEqual(one.arrow.textContent, "");
      assert.ok(!meets(written(one), other), `${x}: ${point}`);
    }
  }
});

Deno.test("a country for which another's land leaves no room is not named", () => {
  const all = { x: 0, y: 0, w: 600, h: 400 };
  const one = country([[200, -900]], "own");
  assert.ok(!name(writer(sea({ all }), true), one, SIZE, [country([[0, 0]], "all")]));
  assert.ok(name(writer(sea({ all }), true), one, SIZE, []), "nobody's land, at the worst");
});
