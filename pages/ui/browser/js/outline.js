// An island's or a land's outline on the map. Leaflet's own makes three objects of every point, at
// every zoom anew; of some twenty thousand points only those are told to it that a screen shows.

/**
 * @import { Shape } from "./payload.d.ts"
 * @typedef {{ x: number, y: number }} Corner
 */

const TILE = 256; // pixels the world is wide at zoom 0
const POLE = 85.0511287798; // degrees: Mercator's world is square
const APART = 1; // pixels, squared: nearer points Leaflet drops as well, later

/**
 * A ring in shares of Mercator's world, x and y in turn; a last point that is the first is left out.
 * @param {number[][]} ring  longitude and latitude
 */
export function mercator(ring) {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  const closed = ring.length > 1 && first[0] === last[0] && first[1] === last[1];
  const shares = new Float64Array(2 * (closed ? ring.length - 1 : ring.length));
  for (let at = 0; at < shares.length; at += 2) {
    const [lon, lat] = ring[at / 2];
    const sine = Math.sin(Math.max(-POLE, Math.min(POLE, lat)) * Math.PI / 180);
    shares[at] = lon / 360 + 0.5;
    shares[at + 1] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
  return shares;
}

/**
 * A ring's points in whole pixels, but for those that lie upon the one before; the last one stays.
 * @param {Float64Array} shares
 * @param {number} zoom
 * @param {Corner} origin  of the layers, in the pixels of that zoom
 * @returns {[x: number, y: number][]}
 */
export function pixels(shares, zoom, origin) {
  const world = TILE * 2 ** zoom;
  /** @type {[x: number, y: number][]} */
  const kept = [];
  let [x, y] = [Infinity, Infinity];
  for (let at = 0; at < shares.length; at += 2) {
    const right = Math.round(shares[at] * world) - origin.x;
    const down = Math.round(shares[at + 1] * world) - origin.y;
    const away = (right - x) ** 2 + (down - y) ** 2;
    if (away <= APART && at + 2 < shares.length) continue;
    [x, y] = [right, down];
    kept.push([x, y]);
  }
  return kept;
}

/** @type {(new (rings: number[][][], options: object) => L.Polygon) | undefined} */
let Outline;

/**
 * Makes a polygon that knows its extent at once, and its points when it is drawn.
 * @param {Shape} shape
 * @param {object} options  as of any polygon of Leaflet's
 * @returns {L.Polygon}
 */
export function outline({ geometry }, options) {
  Outline ||= made();
  return new Outline(geometry.coordinates.flat(), options);
}

// Leaflet is there only when the atlas is drawn.
function made() {
  return class extends L.Polygon {
    /** @param {number[][][]} rings */
    _setLatLngs(rings) {
      this._latlngs = [];
      /** @type {Float64Array[]} */
      this.shares = rings.map(mercator);
      const [lons, lats] = [0, 1].map((axis) => {
        let [least, most] = [Infinity, -Infinity];
        for (const ring of rings) {
          for (const point of ring) {
            if (point[axis] < least) least = point[axis];
            if (point[axis] > most) most = point[axis];
          }
        }
        return [least, most];
      });
      this._bounds = L.latLngBounds([[lats[0], lons[0]], [lats[1], lons[1]]]);
    }

    // Where a card opens that the keyboard asks for.
    getCenter() {
      return this._bounds.getCenter();
    }

    _project() {
      const origin = this._map.getPixelOrigin();
      const zoom = this._map.getZoom();
      this._rings = (this.shares ?? []).map((ring) =>
        pixels(ring, zoom, origin).map(([x, y]) => L.point(x, y))
      );
      this._rawPxBounds = L.bounds([
        this._map.latLngToLayerPoint(this._bounds.getNorthWest()),
        this._map.latLngToLayerPoint(this._bounds.getSouthEast()),
      ]);
      this._updateBounds();
    }
  };
}
