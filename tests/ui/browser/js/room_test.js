import assert from "node:assert/strict";
import { meets } from "../../../../pages/ui/browser/js/fit.js";
import { Ground } from "../../../../pages/ui/browser/js/ground.js";
import { Room } from "../../../../pages/ui/browser/js/room.js";
import { Writer } from "../../../../pages/ui/browser/js/writer.js";

/**
 * @import { Box } from "../../../../pages/ui/browser/js/fit.js"
 * @import { At } from "../../../../pages/ui/browser/js/places.js"
 * @import { Segment } from "../../../../pages/ui/browser/js/segments.js"
 */

const [WIDE, HIGH] = [600, 400];

/** @param {At[]} points */
const bounds = (points) => {
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return {
    min: { x: Math.min(...xs), y: Math.min(...ys) },
    max: { x: Math.max(...xs), y: Math.max(...ys) },
  };
};
const node = () => ({ setAttribute: () => {}, append: () => {}, className: "" });
Object.assign(globalThis, { L: { bounds }, document: { createElementNS: node } });

/**
 * A sea with small islands.
 * @param {At[]} islands
 * @param {Segment[]} borders
 * @returns {Room}
 */
function sea(islands, borders = []) {
  const shores = islands.map((
    [x, y],
  ) => /** @type {At[]} */ ([[x, y - 4], [x + 4, y], [x, y + 4], [x - 4, y]]));
  const chain = new Ground(WIDE, HIGH);
  for (const shore of shores) {
    chain.fill([shore.map(([x, y]) => ({ x, y }))], { x: 0, y: 0 });
  }
  return Object.assign(Object.create(Room.prototype), {
    size: { x: WIDE, y: HIGH },
    kept: [],
    taken: [],
    ties: [],
    borders,
    chain,
    grey: new Ground(WIDE, HIGH),
    beyond: new Ground(WIDE, HIGH),
    coasts: new Map(shores.map((shore, index) => [index, shore])),
    bounds: new Map(shores.map((shore, index) => [index, bounds(shore)])),
  });
}

/** @param {Room} room */
function write(room) {
  const drawn = /** @type {any} */ ({ append: () => {} });
  const map = { latLngToContainerPoint: (/** @type {At} */ [y, x]) => ({ x, y }) };
  const view = { day: 0, left: Infinity, near: true };
  return new Writer(/** @type {any} */ (map), room, drawn, view);
}

/**
 * Names all islands, one after another.
 * @param {Room} room
 * @param {boolean} far
 */
function names(room, far) {
  const writer = write(room);
  const size = { width: 90, height: 18, short: 50 };
  return [...room.coasts.keys()].map((entry) => {
    const short = { now: false };
    const toggle = (/** @type {string} */ _, /** @type {boolean} */ now) => (short.now = now);
    const style = /** @type {Record<string, string>} */ ({});
    const before = room.ties.length;
    writer.name(
      /** @type {any} */ ({ entries: [entry], node: { style, classList: { toggle } } }),
      size,
      far,
    );
    const box = { x: parseFloat(style.left), y: parseFloat(style.top), w: 0, h: size.height };
    box.w = short.now ? size.short : size.width;
    return { entry, box, tied: room.ties.length > before, seen: style.visibility === "visible" };
  });
}
/** @param {Box} box @param {number[]} point */
const far = ({ x, y, w, h }, [px, py]) =>
  Math.hypot(Math.max(x - px, 0, px - x - w), Math.max(y - py, 0, py - y - h));

// as dense as small islands get on a phone, differently each time
const CHAINS = Array.from(
  { length: 40 },
  (_, seed) =>
    Array.from({ length: 12 }, (_, at) => /** @type {At} */ ([
      150 + at * 8 + (seed * 37 + at * 53) % 31,
      330 - at * 7 + (seed * 91 + at * 29) % 37,
    ])),
);

Deno.test("a name without a line is nearest to its own island", () => {
  let [seen, tied] = [0, 0];
  for (const islands of CHAINS) {
    const room = sea(islands);
    for (const one of names(room, false)) {
      if (!one.seen) continue;
      seen += 1;
      tied += one.tied ? 1 : 0;
      if (one.tied) continue;
      const off = islands.map((_, at) =>
        Math.min(...(room.coasts.get(/** @type {any} */ (at)) ?? []).map((to) => far(one.box, to)))
      );
      assert.equal(off.indexOf(Math.min(...off)), one.entry);
    }
  }
  assert.ok(seen > 300 && tied > 20, `${seen} ${tied}`);
});

Deno.test("lines to names cross neither each other nor a name, and names keep a gap on a line", () => {
  let lines = 0;
  for (const islands of CHAINS) {
    const room = sea(islands);
    const written = names(room, true).filter(({ seen }) => seen);
    lines += room.ties.length;
    for (const [number, one] of room.ties.entries()) {
      for (const other of room.ties.slice(number + 1)) assert.ok(!crossing(one, other));
    }
    for (const [number, { box }] of written.entries()) {
      const wide = { ...box, x: box.x - 7, w: box.w + 14 };
      for (const other of written.slice(number + 1)) assert.ok(!meets(wide, other.box));
    }
  }
  assert.ok(lines > 50, `${lines}`);
});

/** @param {Segment} one @param {Segment} other */
function crossing([[ax, ay], [bx, by]], [[cx, cy], [dx, dy]]) {
  const det = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (!det) return false;
  const s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / det;
  const t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / det;
  return s > 0.001 && s < 0.999 && t > 0.001 && t < 0.999;
}

Deno.test("a name stands on its island's side of a boundary line where that has room", () => {
  for (let x = 20; x < 240; x += 20) {
    const border = /** @type {Segment} */ ([[300, 0], [300, HIGH]]);
    for (const at of /** @type {At[]} */ ([[300 - x, 200], [300 + x, 200]])) {
      const [{ box, seen }] = names(sea([at], [border]), false);
      assert.ok(seen);
      assert.ok(at[0] < 300 ? box.x + box.w <= 300 : box.x >= 300, `${at}: ${box.x}`);
    }
  }
  // a narrow sea between a line and the view's edge
  const [{ seen }] = names(sea([[20, 200]], [[[34, 0], [34, HIGH]]]), false);
  assert.ok(seen);
});

Deno.test("a strait is named over its water, beside a line that runs there or at the worst upon it", () => {
  const size = { width: 90, height: 18, short: 90 };
  for (
    const [wide, named, beside] of /** @type {[number, boolean, boolean][]} */ ([
      [8, false, false],
      [28, true, false],
      [80, true, true],
    ])
  ) {
    const border = /** @type {Segment} */ ([[0, 200], [WIDE, 200]]);
    const room = sea([], [border]);
    for (const [top, below] of [[0, 200 - wide / 2], [200 + wide / 2, HIGH]]) {
      const corners = [[0, top], [WIDE, top], [WIDE, below], [0, below]];
      room.grey.fill([corners.map(([x, y]) => ({ x, y }))], { x: 0, y: 0 });
    }
    const style = /** @type {Record<string, string>} */ ({});
    const place = { spots: [[200, 300, null]] };
    write(room).strait(/** @type {any} */ ({ place, node: { style } }), size);
    assert.equal(style.visibility === "visible", named, `${wide}`);
    if (!named) continue;
    const top = parseFloat(style.top);
    assert.ok(Math.abs(parseFloat(style.left) + 45 - 300) < 45);
    assert.equal(top > 200 || top + size.height < 200, beside, `${wide}`);
  }
});
