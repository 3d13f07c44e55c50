import assert from "node:assert/strict";
import { fit, meets } from "../../../../pages/ui/browser/js/fit.js";

/** @import { Box } from "../../../../pages/ui/browser/js/fit.js" */

class Point {
  /** @param {number} x @param {number} y */
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  /** @param {any} other */
  static of(other) {
    return Array.isArray(other) ? new Point(other[0], other[1]) : other;
  }
  /** @param {any} other */
  add(other) {
    return new Point(this.x + Point.of(other).x, this.y + Point.of(other).y);
  }
  /** @param {any} other */
  subtract(other) {
    return new Point(this.x - Point.of(other).x, this.y - Point.of(other).y);
  }
  /** @param {number} by */
  divideBy(by) {
    return new Point(this.x / by, this.y / by);
  }
}

/** @param {number} west @param {number} north @param {number} east @param {number} south */
const bounds = (west, north, east, south) => ({
  west,
  north,
  east,
  south,
  getNorthWest: () => ({ lng: west, lat: north }),
  getSouthEast: () => ({ lng: east, lat: south }),
  getCenter: () => ({ lng: (west + east) / 2, lat: (north + south) / 2 }),
});

// A flat map, a degree 8 pixels at zoom 3 and double with every step; y grows to the south.
/** @param {number} width @param {number} height */
function flat(width, height) {
  /** @param {number} zoom */
  const scale = (zoom) => 2 ** zoom;
  return {
    options: { maxBounds: bounds(136, 58, 168, 38) },
    view: { zoom: 0, corner: new Point(0, 0) },
    getSize: () => new Point(width, height),
    getZoom() {
      return this.view.zoom;
    },
    /** @param {any} at @param {number} zoom */
    project: (at, zoom) => new Point(at.lng * scale(zoom), -at.lat * scale(zoom)),
    /** @param {any} point @param {number} zoom */
    unproject: (point, zoom) => ({ lng: point.x / scale(zoom), lat: -point.y / scale(zoom) }),
    /** @param {any} all @param {boolean} _ @param {[number, number]} padding */
    getBoundsZoom(all, _ = false, padding = [0, 0]) {
      const most = Math.min(
        (width - 24 - padding[0]) / (all.east - all.west),
        (height - 24 - padding[1]) / (all.north - all.south),
      );
      return Math.floor(4 * Math.log2(most)) / 4;
    },
    /** @param {any} centre @param {number} zoom */
    setView(centre, zoom) {
      const half = new Point(width / 2, height / 2);
      this.view = { zoom, corner: this.project(centre, zoom).subtract(half) };
    },
    /** @param {any} all @param {{ paddingTopLeft?: [number, number] }} how */
    fitBounds(all, { paddingTopLeft }) {
      this.setView(all.getCenter(), this.getBoundsZoom(all, false, paddingTopLeft));
    },
  };
}

const CHAIN = [
  bounds(145.4, 44.5, 146.6, 43.6),
  bounds(150, 46.5, 151, 46),
  bounds(155, 50.9, 156.6, 50),
];
const SIZES = [[320, 380], [390, 420], [820, 700], [1180, 560], [1080, 1500], [1440, 760], [
  3840,
  1900,
]];

/** @type {any} */ (globalThis).L = {
  /** @param {any[]} all */
  latLngBounds: (all) =>
    bounds(
      Math.min(...all.map(({ west }) => west)),
      Math.max(...all.map(({ north }) => north)),
      Math.max(...all.map(({ east }) => east)),
      Math.min(...all.map(({ south }) => south)),
    ),
};

Deno.test("on every size nothing that stands over the map covers an island", () => {
  for (const [width, height] of SIZES) {
    const covered = /** @type {Box[]} */ ([
      { x: 0, y: 0, w: width * 0.3, h: height * 0.2 },
      { x: width * 0.72, y: height * 0.7, w: width * 0.28, h: height * 0.3 },
    ]);
    const map = flat(width, height);
    const zoom = fit(/** @type {any} */ (map), /** @type {any} */ (CHAIN), covered);
    assert.equal(zoom, map.view.zoom);
    for (const island of CHAIN) {
      const a = map.project(island.getNorthWest(), zoom).subtract(map.view.corner);
      const b = map.project(island.getSouthEast(), zoom).subtract(map.view.corner);
      const box = { x: a.x, y: a.y, w: b.x - a.x, h: b.y - a.y };
      const window = map.options.maxBounds;
      const [edge, end] = [window.getNorthWest(), window.getSouthEast()].map((at) =>
        map.project(at, zoom).subtract(map.view.corner)
      );
      assert.ok(edge.x <= 0 && edge.y <= 0 && end.x >= width && end.y >= height);
      assert.ok(a.x > 0 && a.y > 0 && b.x < width && b.y < height, `${width}x${height}`);
      assert.ok(!covered.some((part) => meets(box, part)), `${width}x${height}`);
    }
  }
});

Deno.test("where a card leaves no room the whole chain is shown all the same", () => {
  for (const [width, height] of SIZES) {
    for (const [across, down] of [[1, 1], [0.6, 1], [1, 0.6], [1, 0.9], [0.95, 1.2], [0.9, 3]]) {
      const map = flat(width, height);
      const card = { x: 0, y: 0, w: width * across, h: height * down };
      const zoom = fit(/** @type {any} */ (map), /** @type {any} */ (CHAIN), [card]);
      assert.equal(zoom, map.view.zoom);
      assert.ok(Number.isFinite(zoom), `${width}x${height} under ${across}x${down}`);
    }
  }
});

Deno.test("boxes that touch do not meet", () => {
  const box = { x: 10, y: 10, w: 10, h: 10 };
  assert.ok(meets(box, { x: 19, y: 19, w: 5, h: 5 }));
  assert.ok(meets(box, { x: 0, y: 0, w: 50, h: 50 }));
  for (const [x, y] of [[20, 10], [0, 10], [10, 20], [10, 0]]) {
    assert.ok(!meets(box, { x, y, w: 10, h: 10 }));
  }
});
