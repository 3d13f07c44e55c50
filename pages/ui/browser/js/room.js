// The room that names find on the map: what is land, what is taken, which island is near.

import { meets } from "./fit.js";
import { Ground } from "./ground.js";
import { reach } from "./halo.js";
import { apart, distance, pixels } from "./places.js";
import { along, cut, through } from "./segments.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Entry, Layers } from "./layers.js"
 * @import { At } from "./places.js"
 * @import { Segment } from "./segments.js"
 */

const MARGIN = 2; // pixels between a name and a coast or the edge
const FARTHER = 2; // pixels another island must be farther from a name than its own
const BETWEEN = 8; // pixels beside a name in which no other begins: they would be read as one
const POINTS = 120; // of a coast: its course is enough

export class Room {
  /** @type {Map<Entry, At[]>} the shores and rings in view */
  coasts = new Map();
  /** @type {Map<Entry, L.Bounds>} */
  bounds = new Map();
  /** @type {Segment[]} lines from islands to their names */
  ties = [];
  /** @type {Map<string, Ground>} those asked for by themselves */
  grounds = new Map();

  /**
   * @param {L.Map} map
   * @param {Layers} layers
   * @param {Box[]} kept  what no name may lie on
   */
  constructor(map, layers, kept) {
    this.size = map.getSize();
    this.kept = kept;
    this.taken = [...kept];
    const { x, y } = this.size;
    this.grey = new Ground(x, y); // the land around
    this.beyond = new Ground(x, y); // islands told of that are not of the chain
    this.chain = new Ground(x, y);
    const shift = this.shift = map.layerPointToContainerPoint([0, 0]);
    /** @type {Map<string, L.Polyline>} */
    this.shapes = new Map(layers.islands.map(({ island, shape }) => [island.id, shape]));
    layers.coasts.forEach((coast, index) => this.shapes.set(layers.land.features[index].id, coast));
    /** @type {Segment[]} the boundary lines shown */
    this.borders = layers.marks.courses().flatMap((course) => {
      const spots = course.map((spot) => pixels(map, spot));
      return spots.slice(1).map((spot, index) => /** @type {Segment} */ ([spots[index], spot]));
    });
    for (const coast of layers.coasts) this.grey.fill(coast._parts, shift);
    for (const entry of layers.islands) {
      const ground = entry.island.kuril ? this.chain : this.beyond;
      ground.fill(entry.shape._parts, shift);
      const ring = around(map, entry);
      if (ring) ground.fill([ring], { x: 0, y: 0 });
      const points = this.shore(entry.shape._parts, shift);
      points.push(...ring?.map(({ x, y }) => /** @type {At} */ ([x, y])) ?? []);
      this.coasts.set(entry, points);
      if (points.length) this.bounds.set(entry, L.bounds(points));
    }
  }

  // Without names and lines.
  clear() {
    this.taken = [...this.kept];
    this.ties = [];
  }

  /** @param {Box} name */
  take({ x, y, w, h }) {
    this.taken.push({ x: x - BETWEEN, y, w: w + 2 * BETWEEN, h });
  }

  /**
   * @param {L.Point[][]} parts
   * @param {L.Point} shift
   */
  shore(parts, shift) {
    /** @type {At[]} */
    const points = [];
    for (const part of parts) {
      const stride = Math.max(1, Math.floor(part.length / POINTS));
      for (let index = 0; index < part.length; index += stride) {
        const [x, y] = [part[index].x + shift.x, part[index].y + shift.y];
        if (x > 0 && y > 0 && x < this.size.x && y < this.size.y) points.push([x, y]);
      }
    }
    return points;
  }

  /** @param {Box} box */
  open(box) {
    const { x, y } = this.size;
    return box.x >= MARGIN && box.y >= MARGIN && box.x + box.w <= x - MARGIN &&
      box.y + box.h <= y - MARGIN && !this.taken.some((other) => meets(box, other));
  }

  /**
   * Whether a box is on open water.
   * @param {Box} box
   */
  free(box) {
    return this.open(box) && !this.dry(wider(box));
  }

  /** @param {Box} box */
  dry(box) {
    return [this.grey, this.beyond, this.chain].some((ground) => ground.share(box));
  }

  /**
   * Whether the name of a land may lie on it, and on no other: it covers at least a share of it.
   * @param {Box} box
   * @param {At} point  of that land
   * @param {number} least
   */
  grounded(box, [x, y], least) {
    const own = this.beyond.share({ x, y, w: 1, h: 1 }) ? this.beyond : this.grey;
    const other = own === this.grey ? this.beyond : this.grey;
    const round = wider(box);
    return this.open(box) && own.share(box) >= least && !this.chain.share(round) &&
      !other.share(round);
  }

  /**
   * Some coasts and islands alone.
   * @param {string[]} ids
   */
  ground(ids) {
    const key = ids.join();
    let found = this.grounds.get(key);
    if (!found) {
      found = new Ground(this.size.x, this.size.y);
      for (const id of ids) found.fill(this.shapes.get(id)?._parts ?? [], this.shift);
      this.grounds.set(key, found);
    }
    return found;
  }

  /**
   * Whether a box lies on any land around but its own.
   * @param {Box} box
   * @param {Ground} own
   */
  abroad(box, own) {
    return this.grey.share(box) + this.beyond.share(box) > own.share(box);
  }

  /**
   * Whether a boundary line runs through a box, or between it and what it names.
   * @param {Box} box
   * @param {Segment} [tie]
   */
  parted(box, tie) {
    return this.borders.some((border) => through(border, box) || tie && cut(border, tie));
  }

  /**
   * Whether a name is as near to another island as to its own: it would be read as that one's.
   * @param {Box} box
   * @param {Entry[]} entries  the islands it names
   */
  astray(box, entries) {
    const own = Math.min(...entries.map((entry) => distance(box, this.coasts.get(entry) ?? []))) +
      FARTHER;
    for (const [other, reach] of this.bounds) {
      if (entries.includes(other) || apart(box, reach) >= own) continue;
      if (distance(box, this.coasts.get(other) ?? []) < own) return true;
    }
    return false;
  }

  /**
   * Whether a line runs over open water; near its start, on its own coast, it need not.
   * @param {At} from
   * @param {At} to
   */
  passable(from, to) {
    return this.untaken(from, to) && along(from, to).every((spot) => !this.dry(spot));
  }

  /**
   * Whether a line crosses no name, no other line and nothing that stands over the map.
   * @param {At} from
   * @param {At} to
   */
  untaken(from, to) {
    return !this.ties.some((tie) => cut(tie, [from, to])) &&
      along(from, to).every((spot) => !this.taken.some((other) => meets(spot, other)));
  }

  /**
   * Keeps names and other lines off a line.
   * @param {At} from
   * @param {At} to
   */
  cross(from, to) {
    this.ties.push([from, to]);
    this.taken.push(...along(from, to));
  }
}

/**
 * @param {Box} box
 * @param {number} by
 */
export const wider = ({ x, y, w, h }, by = MARGIN) => ({
  x: x - by,
  y: y - by,
  w: w + 2 * by,
  h: h + 2 * by,
});

/**
 * The ring round an island, where it has one, as corners in the view.
 * @param {L.Map} map
 * @param {Entry} entry
 */
function around(map, entry) {
  const radius = reach(entry);
  if (!radius) return null;
  const { x, y } = map.latLngToContainerPoint(entry.centre);
  return Array.from({ length: 8 }, (_, eighth) => ({
    x: x + radius * Math.cos(eighth * Math.PI / 4),
    y: y + radius * Math.sin(eighth * Math.PI / 4),
  }));
}
