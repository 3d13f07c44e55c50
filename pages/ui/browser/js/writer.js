// Writes names into the room there is on the map: islands' beside them; lands' see lands.js.

import { svg } from "./elements.js";
import { away, distance, nearest, pixels, places } from "./places.js";

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
const BRIEF = 44; // pixels: may be as long for any island
/** @type {At[]} */
const DRIFT = [[0, 0], [0, -30], [0, 30], [-60, 0], [60, 0]];
/** @type {At[]} shares of a strait's name by which it may stand off a point of its water */
const ACROSS = [0, 0.2, -0.2].flatMap((dx) =>
  [0, 0.6, -0.6].map((dy) => /** @type {At} */ ([dx, dy]))
);

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
   * Names an island beside its coast: in all its names, or in the reader's own alone; with a line to
   * it a little farther off, or as far as need be where it must be named.
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
    } else ways.push([away(reach, short, height, BRIEF), short, tied]);
    // on its own side of a boundary line, or where that has no room on the other
    for (const apart of this.room.borders.length ? [false, true] : [true]) {
      for (const [spots, wide, fits] of ways) {
        const box = spots.map((spot) => boxed(spot, wide, height)).find((one) =>
          fits(one) && (apart || !this.room.parted(one, tie(one, own)))
        );
        if (!box) continue;
        node.classList.toggle("short", wide < width);
        this.put(node, box);
        if (fits !== beside || distance(box, own) > TIED) this.line(tie(box, own));
        return;
      }
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
   * Names a sea where there is room near its middle.
   * @param {Placed} placed
   * @param {Size} size
   */
  sea({ place, node }, { width, height }) {
    if (this.left < 1) return;
    const [x, y] = pixels(this.map, place.spots[0]);
    const box = DRIFT.map(([dx, dy]) =>
      boxed([x - width / 2 + dx, y - height / 2 + dy], width, height)
    ).find((one) => this.room.free(one));
    if (box) this.put(node, box);
  }

  /**
   * Names a strait over its own water, at its middle or its mouths; off boundary lines, or where it
   * has no room beside them upon one.
   * @param {Placed} placed
   * @param {Size} size
   */
  strait({ place, node }, { width, height }) {
    if (this.left < 1) return;
    const boxes = place.spots.flatMap((spot) => {
      const [x, y] = pixels(this.map, spot);
      return ACROSS.map(([dx, dy]) =>
        boxed([x + (dx - 0.5) * width, y + (dy - 0.5) * height], width, height)
      );
    }).filter((one) => this.room.free(one));
    const box = boxes.find((one) => !this.room.parted(one)) ?? boxes[0];
    if (box) this.put(node, box);
  }

  /**
   * @param {HTMLElement} node
   * @param {Box} box
   */
  put(node, box) {
    this.left -= 1;
    this.room.take(box);
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
export const boxed = ([x, y], w, h) => ({ x, y, w, h });

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
