// Names on the map, placed clear of coast, of each other and of what stands over the map.

import { element, svg } from "./elements.js";
import { boxes } from "./fit.js";
import { pane } from "./panes.js";
import { away, distance, nearest, places, towards, upon } from "./places.js";
import { Room, wider } from "./room.js";
import { named, ranked, subjects } from "./roster.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Entry, Layers } from "./layers.js"
 * @import { Day, Payload, SeaOrLand, Viewpoint } from "./payload.d.ts"
 * @import { At } from "./places.js"
 * @import { Subject } from "./roster.js"
 * @typedef {{ width: number, height: number, short: number }} Size  short: without other names
 * @typedef {{ place: SeaOrLand, node: HTMLElement, arrow: HTMLElement }} Placed
 */

const PAUSE = 50; // milliseconds
const NAMED = 8; // km²: what is smaller gets its name as the reader zooms in
const MANY = 12; // more than these told about at once are named by their size
const KEPT = 4; // names of a stage that are not for islands told about
const TOGETHER = 110; // pixels: islets nearer together share one name
const TIED = 12; // pixels: a name farther from its island gets a line to it
const LANDED = [0.85, 0.4, 0.05]; // shares of a land's name that lie on land, the best first
const ALOOF = 14; // pixels: nearer to an island, the name of a land would be read as its own
const ARROWS = ["→", "↘", "↓", "↙", "←", "↖", "↑", "↗"];
/** @type {At[]} */
const DRIFT = [[0, 0], [0, -30], [0, 30], [-60, 0], [60, 0]];

export class Labels {
  held = false;
  /** @type {Viewpoint | undefined} */
  viewpoint;
  /** @type {Day} */
  day = 0;
  /** @type {string | null} */
  selected = null;
  followed = "";
  waiting = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  soon;
  left = Infinity; // how many more names there may be

  /**
   * @param {L.Map} map
   * @param {Layers} layers
   * @param {Payload} payload
   * @param {{ obstacles: () => Box[], whole: () => number, most?: () => number }} scene  what names
   *   must keep clear of; the zoom at which the whole chain is seen; how many names there may be
   */
  constructor(map, layers, payload, scene) {
    this.map = map;
    this.layers = layers;
    this.scene = scene;
    const hidden = { class: "labels", "aria-hidden": "true", style: "display: none" };
    this.node = element("div", hidden);
    // below the cards that open over islands
    const names = /** @type {HTMLElement} */ (map.getPane(pane(map, "names", 640)));
    names.style.pointerEvents = "none";
    names.append(this.node);
    this.lines = svg("svg", { class: "leaders" });
    /** @type {Placed[]} */
    this.places = payload.places.map((place) => {
      const arrow = element("i", {});
      const node = element("span", { class: `place ${place.kind}`, "data-place": place.id }, arrow);
      node.append(element("b", {}, place.name));
      return { place, node, arrow };
    });
    this.subjects = subjects(layers, payload);
    this.node.append(this.lines, ...[...this.places, ...this.subjects].map(({ node }) => node));
    this.place = () => {
      if (!this.held) this.arrange();
    };
    this.hide = () => {
      this.node.style.display = "none";
    };
    map.on("moveend zoomend resize", this.place);
    map.on("zoomstart", this.hide);
  }

  remove() {
    cancelAnimationFrame(this.waiting);
    clearTimeout(this.soon);
    this.map.off("moveend zoomend resize", this.place);
    this.map.off("zoomstart", this.hide);
    this.node.remove();
  }

  /** @param {Viewpoint} viewpoint */
  write(viewpoint) {
    if (this.viewpoint === viewpoint) return;
    this.viewpoint = viewpoint;
    for (const { names, node } of this.subjects) {
      const [first, ...others] = names(viewpoint);
      node.replaceChildren(
        element("b", { lang: first[1] }, first[0]),
        ...others.slice(0, 2).map(([name, lang]) => element("small", { lang }, name)),
      );
    }
    this.arrange();
  }

  /**
   * Names what a day is about, once the reader rests on it.
   * @param {Day} day
   * @param {string | null} selected  the island whose card is open
   */
  follow(day, selected) {
    this.day = day;
    this.selected = selected;
    const told = this.layers.islands.filter((entry) => this.headline(entry));
    const there = this.places.filter(({ place }) => named(place, day));
    const spots = there.flatMap(({ place }) => this.spots(place));
    const followed = JSON.stringify([told.map(({ island }) => island.id), spots]);
    if (followed === this.followed) return;
    this.followed = followed;
    this.arrange();
  }

  /** @param {Entry} entry */
  headline({ island, passed }) {
    return passed || island.id === this.selected;
  }

  /** @param {boolean} visible */
  show(visible) {
    this.node.hidden = !visible;
    if (visible) this.arrange();
  }

  // Once a frame at most, and when the islands are on the screen: placing names measures the
  // whole page, and the first picture need not wait for that.
  arrange() {
    cancelAnimationFrame(this.waiting);
    clearTimeout(this.soon);
    this.waiting = requestAnimationFrame(() => {
      this.soon = setTimeout(() => this.settle(), PAUSE);
    });
  }

  settle() {
    if (this.node.hidden || !this.layers.group) return;
    this.node.style.display = "";
    // container pixels from here on; the pane they stand in moves with the map
    L.DomUtil.setPosition(this.node, this.map.containerPointToLayerPoint([0, 0]));
    this.left = this.scene.most?.() ?? Infinity;
    const sizes = this.measure();
    const sites = boxes(this.map, this.layers.marks.sites(), -5);
    const room = new Room(this.map, this.layers, [...this.scene.obstacles(), ...sites]);
    this.lines.replaceChildren();
    for (const { node } of [...this.subjects, ...this.places]) node.style.visibility = "hidden";
    this.all(sizes, room);
  }

  /**
   * Names what the day is about, both neighbours, the southern islands, and the rest by size.
   * @param {Map<HTMLElement, Size>} sizes
   * @param {Room} room
   */
  all(sizes, room) {
    const { told, southern, others } = ranked(this.subjects, {
      grouped: (subject) => this.grouped(subject),
      headline: (entry) => this.headline(entry),
    });
    const smallest = NAMED / 4 ** (this.map.getZoom() - this.scene.whole());
    const large = (/** @type {Subject} */ { km2 }) => km2 >= smallest;
    /** @type {(subject: Subject, far: boolean) => void} */
    const name = (subject, far) =>
      this.name(subject, /** @type {Size} */ (sizes.get(subject.node)), room, far);
    const there = this.places.filter(({ place }) => named(place, this.day));
    const seas = there.filter(({ place }) => place.kind === "sea");
    // where few names may stand, both neighbours keep theirs
    const first = (told.length > MANY ? told.filter(large) : told).slice(0, this.left - KEPT);
    for (const subject of first) name(subject, true);
    for (const kind of ["country", "land"]) {
      for (const one of there.filter(({ place }) => place.kind === kind)) {
        this.land(one, /** @type {Size} */ (sizes.get(one.node)), room);
      }
    }
    for (const subject of southern.filter(large)) name(subject, true);
    for (const subject of others.filter(large)) name(subject, false);
    for (const one of seas) this.sea(one, /** @type {Size} */ (sizes.get(one.node)), room);
  }

  // All sizes in one go: to read one after a name has moved would lay the page out anew.
  measure() {
    const all = [...this.subjects, ...this.places];
    for (const { node } of all) node.classList.remove("short");
    return new Map(
      all.map(({ node }) => {
        const own = /** @type {HTMLElement} */ (node.querySelector("b"));
        // the browser rounds sizes, and half a pixel more would lie on a neighbour
        const size = { width: node.offsetWidth + 1, height: node.offsetHeight + 1 };
        return [node, { ...size, short: own.offsetWidth + 1 }];
      }),
    );
  }

  /**
   * Whether a group's islets lie so near together that they share one name.
   * @param {Subject} subject
   */
  grouped({ entries }) {
    const boxes = entries.map((entry) => this.layers.pixels(entry));
    const [left, right] = [boxes.map(({ min }) => min.x), boxes.map(({ max }) => max.x)];
    return Math.max(...right) - Math.min(...left) < TOGETHER;
  }

  /**
   * Names an island beside its coast: in all its names, or in the reader's own alone; farther off,
   * with a line to it, where it must be named.
   * @param {Subject} subject
   * @param {Size} size
   * @param {Room} room
   * @param {boolean} far
   */
  name({ entries, node }, { width, height, short }, room, far) {
    const own = entries.flatMap((entry) => room.coasts.get(entry) ?? []);
    if (!own.length || this.left < 1) return;
    const reach = L.bounds(own);
    /** @type {(box: Box) => boolean} */
    const tied = (box) => room.free(box) && room.passable(...tie(box, own));
    /** @type {(box: Box) => boolean} */
    const beside = (box) =>
      (distance(box, own) > TIED ? tied(box) : room.free(box)) && !room.astray(box, entries);
    /** @type {[At[], number, (box: Box) => boolean][]} */
    const ways = [
      [places(reach, width, height), width, beside],
      [places(reach, short, height), short, beside],
    ];
    if (far) ways.push([away(reach, short, height), short, tied]);
    for (const [spots, wide, fits] of ways) {
      const box = spots.map((spot) => boxed(spot, wide, height)).find(fits);
      if (!box) continue;
      node.classList.toggle("short", wide < width);
      this.put(node, box, room);
      if (fits === tied || distance(box, own) > TIED) this.line(tie(box, own), room);
      return;
    }
  }

  /**
   * Ties a name to its island; no other name may stand on the line.
   * @param {[At, At]} ends
   * @param {Room} room
   */
  line([[x1, y1], [x2, y2]], room) {
    room.cross([x1, y1], [x2, y2]);
    this.lines.append(svg("line", { class: "halo", x1, y1, x2, y2 }));
    this.lines.append(svg("line", { x1, y1, x2, y2 }));
  }

  /**
   * Where a place may have its name on the day shown.
   * @param {SeaOrLand} place
   */
  spots({ spots }) {
    return spots.filter(([, , start]) => start === null || start <= this.day);
  }

  /**
   * Names a land upon itself; where that has no room, and the name must stand, at the map's edge.
   * @param {Placed} placed
   * @param {Size} size
   * @param {Room} room
   */
  land({ place, node, arrow }, { short, height }, room) {
    arrow.textContent = "";
    if (this.left < 1) return;
    const points = this.spots(place).map(([lat, lon]) => {
      const { x, y } = this.map.latLngToContainerPoint([lat, lon]);
      return /** @type {At} */ ([x, y]);
    });
    const { size } = room;
    const seen = points.filter(([x, y]) => x > 0 && y > 0 && x < size.x && y < size.y);
    const all = seen.flatMap((point) =>
      upon(point, short, height, size).map((spot) => ({ point, box: boxed(spot, short, height) }))
    );
    for (const share of LANDED) {
      const found = all.find(({ point, box }) => room.grounded(box, point, share));
      if (!found) continue;
      this.put(node, found.box, room);
      return;
    }
    const near = this.map.getZoom() > this.scene.whole() + 1;
    if (place.always && (place.kind === "country" || !near)) {
      // a country is named even where that is beside an island
      const margins = place.kind === "country" ? [ALOOF, 2] : [ALOOF];
      margins.some((margin) => this.point({ node, arrow }, points, [short, height], room, margin));
    }
  }

  /**
   * Writes a name with an arrow to the nearest of its points: at the map's edge if that is beyond
   * it, else as near as there is room; says whether there was any.
   * @param {{ node: HTMLElement, arrow: HTMLElement }} placed
   * @param {At[]} points
   * @param {[width: number, height: number]} size
   * @param {Room} room
   * @param {number} margin  between it and the islands
   */
  point({ node, arrow }, points, [short, height], room, margin) {
    const { x, y } = room.size.divideBy(2);
    const far = (/** @type {At} */ [tox, toy]) => Math.hypot(tox - x, toy - y);
    const [target] = points.toSorted((a, b) => far(a) - far(b));
    const width = short + 1.5 * height; // room for the arrow
    const box = towards(target, width, height, room.size).map((spot) => boxed(spot, width, height))
      .find((one) =>
        room.open(one) && !room.beyond.share(one) && !room.chain.share(wider(one, margin))
      );
    if (!box) return false;
    const turn = Math.atan2(target[1] - box.y - height / 2, target[0] - box.x - width / 2);
    arrow.textContent = ARROWS[Math.round(turn / (Math.PI / 4) + 8) % 8];
    this.put(node, box, room);
    return true;
  }

  /**
   * Names a sea where there is room near its middle.
   * @param {Placed} placed
   * @param {Size} size
   * @param {Room} room
   */
  sea({ place, node }, { width, height }, room) {
    if (this.left < 1) return;
    const [[lat, lon]] = place.spots;
    const { x, y } = this.map.latLngToContainerPoint([lat, lon]);
    const box = DRIFT.map(([dx, dy]) =>
      boxed([x - width / 2 + dx, y - height / 2 + dy], width, height)
    ).find((one) => room.free(one));
    if (box) this.put(node, box, room);
  }

  /**
   * @param {HTMLElement} node
   * @param {Box} box
   * @param {Room} room
   */
  put(node, box, room) {
    this.left -= 1;
    room.taken.push(box);
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
