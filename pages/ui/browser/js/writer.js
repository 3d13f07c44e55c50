// Writes names into the room there is on the map: islands' beside them, lands' upon them.

import { svg } from "./elements.js";
import { away, distance, nearest, places, towards, upon } from "./places.js";
import { wider } from "./room.js";
import { since } from "./roster.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Day, SeaOrLand } from "./payload.d.ts"
 * @import { At } from "./places.js"
 * @import { Room } from "./room.js"
 * @import { Subject } from "./roster.js"
 * @typedef {{ width: number, height: number, short: number }} Size  short: without other names
 * @typedef {{ place: SeaOrLand, node: HTMLElement, arrow: HTMLElement }} Placed
 */

const TIED = 12; // pixels: a name farther from its island gets a line to it
// A longer line, or one across other coasts, would have its name read as another island's.
const LONGEST = 0.35; // of the map's smaller side
const LONG = 92; // pixels: may be as long in any room, and across a coast
const LANDED = [0.85, 0.4, 0.05]; // shares of a land's name that lie on land, the best first
const ALOOF = 14; // pixels: nearer to an island, the name of a land would be read as its own
const ARROWS = ["→", "↘", "↓", "↙", "←", "↖", "↑", "↗"];
/** @type {At[]} */
const DRIFT = [[0, 0], [0, -30], [0, 30], [-60, 0], [60, 0]];

export class Writer {
  /**
   * @param {L.Map} map
   * @param {Room} room
   * @param {SVGElement} lines  from islands to their names
   * @param {{ day: Day, left: number, near: boolean }} view  how many names there may be; whether
   *   the map is so near that lands out of view are no matter
   */
  constructor(map, room, lines, { day, left, near }) {
    this.map = map;
    this.room = room;
    this.lines = lines;
    this.day = day;
    this.left = left;
    this.near = near;
  }

  /**
   * Names an island beside its coast: in all its names, or in the reader's own alone; farther off,
   * with a line to it, where it must be named.
   * @param {Subject} subject
   * @param {Size} size
   * @param {boolean} far
   */
  name({ entries, node }, { width, height, short }, far) {
    const own = entries.flatMap((entry) => this.room.coasts.get(entry) ?? []);
    if (!own.length || this.left < 1) return;
    const reach = L.bounds(own);
    /** @type {(box: Box) => boolean} */
    const tied = (box) => this.room.free(box) && this.room.passable(...tie(box, own));
    /** @type {(box: Box) => boolean} */
    const crossing = (box) => this.room.free(box) && this.room.untaken(...tie(box, own));
    /** @type {(box: Box) => boolean} */
    const beside = (box) =>
      (distance(box, own) > TIED ? tied(box) : this.room.free(box)) &&
      !this.room.astray(box, entries);
    /** @type {[At[], number, (box: Box) => boolean][]} */
    const ways = [
      [places(reach, width, height), width, beside],
      [places(reach, short, height), short, beside],
    ];
    // at the worst the line crosses a coast
    if (far) {
      const longest = Math.max(LONG, LONGEST * Math.min(this.room.size.x, this.room.size.y));
      ways.push([away(reach, short, height, longest), short, tied]);
      ways.push([away(reach, short, height, LONG), short, crossing]);
    }
    for (const [spots, wide, fits] of ways) {
      const box = spots.map((spot) => boxed(spot, wide, height)).find(fits);
      if (!box) continue;
      node.classList.toggle("short", wide < width);
      this.put(node, box);
      if (fits !== beside || distance(box, own) > TIED) this.line(tie(box, own));
      return;
    }
  }

  /**
   * Ties a name to its island; no other name may stand on the line.
   * @param {[At, At]} ends
   */
  line([[x1, y1], [x2, y2]]) {
    this.room.cross([x1, y1], [x2, y2]);
    this.lines.append(svg("line", { class: "halo", x1, y1, x2, y2 }));
    this.lines.append(svg("line", { x1, y1, x2, y2 }));
  }

  /**
   * Names a land upon itself; where that has no room, and the name must stand, at the map's edge.
   * Says whether it has its name, if it must.
   * @param {Placed} placed
   * @param {Size} size
   * @param {Placed[]} others  of its kind: nearer to one of them, its name would be read as theirs
   */
  land({ place, node, arrow }, { short, height }, others) {
    arrow.textContent = "";
    if (this.left < 1) return false;
    const points = this.points(place);
    const elsewhere = others.flatMap((other) => this.points(other.place));
    const { size } = this.room;
    const seen = points.filter(([x, y]) => x > 0 && y > 0 && x < size.x && y < size.y);
    const all = seen.flatMap((point) =>
      upon(point, short, height, size).map((spot) => ({ point, box: boxed(spot, short, height) }))
    ).filter(({ box }) => closest(box, points) <= closest(box, elsewhere));
    for (const share of LANDED) {
      const found = all.find(({ point, box }) => this.room.grounded(box, point, share));
      if (!found) continue;
      this.put(node, found.box);
      return true;
    }
    if (place.always && (place.kind === "country" || !this.near)) {
      // a country is named even where that is beside an island
      const margins = place.kind === "country" ? [ALOOF, 2] : [ALOOF];
      return margins.some((margin) => this.point({ node, arrow }, points, [short, height], margin));
    }
    return true;
  }

  /**
   * Where a land's name may stand that day, in the map's pixels.
   * @param {SeaOrLand} place
   */
  points(place) {
    return since(place, this.day).map(([lat, lon]) => {
      const { x, y } = this.map.latLngToContainerPoint([lat, lon]);
      return /** @type {At} */ ([x, y]);
    });
  }

  /**
   * Writes a name with an arrow to the nearest of its points: at the map's edge if that is beyond
   * it, else as near as there is room; says whether there was any.
   * @param {{ node: HTMLElement, arrow: HTMLElement }} placed
   * @param {At[]} points
   * @param {[width: number, height: number]} size
   * @param {number} margin  between it and the islands
   */
  point({ node, arrow }, points, [short, height], margin) {
    const { x, y } = this.room.size.divideBy(2);
    const far = (/** @type {At} */ [tox, toy]) => Math.hypot(tox - x, toy - y);
    const [target] = [...points].sort((a, b) => far(a) - far(b));
    const width = short + 1.5 * height; // room for the arrow
    const box = towards(target, width, height, this.room.size).map((spot) =>
      boxed(spot, width, height)
    )
      .find((one) =>
        this.room.open(one) && !this.room.beyond.share(one) &&
        !this.room.chain.share(wider(one, margin))
      );
    if (!box) return false;
    const turn = Math.atan2(target[1] - box.y - height / 2, target[0] - box.x - width / 2);
    arrow.textContent = ARROWS[Math.round(turn / (Math.PI / 4) + 8) % 8];
    this.put(node, box);
    return true;
  }

  /**
   * Names a sea where there is room near its middle.
   * @param {Placed} placed
   * @param {Size} size
   */
  sea({ place, node }, { width, height }) {
    if (this.left < 1) return;
    const [[lat, lon]] = place.spots;
    const { x, y } = this.map.latLngToContainerPoint([lat, lon]);
    const box = DRIFT.map(([dx, dy]) =>
      boxed([x - width / 2 + dx, y - height / 2 + dy], width, height)
    ).find((one) => this.room.free(one));
    if (box) this.put(node, box);
  }

  /**
   * @param {HTMLElement} node
   * @param {Box} box
   */
  put(node, box) {
    this.left -= 1;
    this.room.taken.push(box);
    node.style.visibility = "visible";
    node.style.left = `${box.x}px`;
    node.style.top = `${box.y}px`;
  }
}

/**
 * @param {At} spot
 * @param {number} w
 * @param {number} h
 * @returns {Box}
 */
const boxed = ([x, y], w, h) => ({ x, y, w, h });

/**
 * How far the middle of a box is from the nearest of some points.
 * @param {Box} box
 * @param {At[]} points
 */
const closest = ({ x, y, w, h }, points) => distance(boxed([x + w / 2, y + h / 2], 0, 0), points);

/**
 * The line from an island's nearest point to its name.
 * @param {Box} box
 * @param {At[]} own
 * @returns {[At, At]}
 */
function tie(box, own) {
  const near = (/** @type {At} */ [x, y]) => distance(box, [[x, y]]);
  const from = own.reduce((best, point) => (near(point) < near(best) ? point : best));
  return [from, nearest(box, from)];
}
