// Names on the map, placed clear of coast, of each other and of what stands over the map.

import { element } from "./elements.js";
import { meets } from "./fit.js";
import { pane } from "./panes.js";
import { apart, distance, places } from "./places.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Entry, Layers } from "./layers.js"
 * @import { Payload, SeaOrLand, Viewpoint } from "./payload.d.ts"
 * @import { At } from "./places.js"
 * @typedef {Map<Entry, At[]>} Coasts
 * @typedef {{ size: L.Point, taken: Box[], coasts: Coasts, bounds: Map<Entry, L.Bounds> }} Room
 */

const NEARER = 4; // pixels another island may be nearer to a name than its own
const PAUSE = 50; // milliseconds
const NAMED = 8; // km²: what is smaller gets its name as the reader zooms in
/** @type {At[]} */
const DRIFT = [[0, 0], [0, -30], [0, 30], [-60, 0], [60, 0]];

export class Labels {
  held = false;
  /** @type {Viewpoint | undefined} */
  viewpoint;
  waiting = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  soon;

  /**
   * @param {L.Map} map
   * @param {Layers} layers
   * @param {Payload} payload
   * @param {{ obstacles: () => Box[], whole: () => number }} scene  what names must keep clear of;
   *   the zoom at which the whole chain is seen
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
    this.seas = payload.places.map((place) => ({
      place,
      node: element("span", { class: `place ${place.kind}` }, place.name),
    }));
    this.names = layers.islands
      .filter(({ island }) => island.kuril)
      .map((entry) => ({ entry, node: element("span", { class: "name" }) }))
      .sort((a, b) => b.entry.island.km2 - a.entry.island.km2);
    for (const { entry, node } of this.names) entry.label = node;
    this.node.append(...[...this.seas, ...this.names].map(({ node }) => node));
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
    for (const { entry, node } of this.names) {
      const [first, ...others] = entry.island.names[viewpoint];
      node.replaceChildren(
        element("b", { lang: first[1] }, first[0]),
        ...others.slice(0, 2).map(([name, lang]) => element("small", { lang }, name)),
      );
    }
    this.arrange();
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
    if (this.node.hidden) return;
    this.node.style.display = "";
    // container pixels from here on; the pane they stand in moves with the map
    L.DomUtil.setPosition(this.node, this.map.containerPointToLayerPoint([0, 0]));
    const room = this.room();
    for (const { node } of this.names) node.classList.remove("short");
    const sizes = this.names.map(({ node }) => [node.offsetWidth, node.offsetHeight]);
    const shorts = this.names.map(({ node }) => /** @type {HTMLElement} */ (node.firstChild));
    const widths = shorts.map((short) => short.offsetWidth);
    const seas = this.seas.map(({ node }) => [node.offsetWidth, node.offsetHeight]);
    const smallest = NAMED / 4 ** (this.map.getZoom() - this.scene.whole());
    this.names.forEach(({ entry, node }, index) => {
      if (entry.island.km2 < smallest) {
        node.style.visibility = "hidden";
        return;
      }
      const [width, height] = sizes[index];
      const box = this.box(entry);
      if (stand(node, places(box, width, height), [width, height], room, entry)) return;
      // no room for all names: the reader's own alone
      const short = [widths[index], height];
      const spots = places(box, widths[index], height);
      node.classList.toggle("short", stand(node, spots, short, room, entry));
    });
    this.seas.forEach(({ place, node }, index) => this.sea(place, node, seas[index], room));
  }

  /** @returns {Room} */
  room() {
    const size = this.map.getSize();
    const coasts = this.coasts(size);
    const bounds = new Map(
      [...coasts].filter(([, points]) => points.length)
        .map(([entry, points]) => [entry, L.bounds(points)]),
    );
    return { size, taken: this.scene.obstacles(), coasts, bounds };
  }

  /**
   * Writes the name of a sea where there is room near its middle, that of a land there or nowhere.
   * @param {SeaOrLand} place
   * @param {HTMLElement} node
   * @param {number[]} size
   * @param {Room} room
   */
  sea(place, node, [width, height], room) {
    const { x, y } = this.map.latLngToContainerPoint([place.lat, place.lon]);
    if (place.kind === "land") {
      const box = { x: x - width / 2, y: y - height / 2, w: width, h: height };
      const inside = x > width / 2 && y > 0 && x < room.size.x - width / 2 && y < room.size.y;
      put(node, box, inside && !room.taken.some((other) => meets(box, other)), room);
    } else {
      const spots = DRIFT.map((
        [dx, dy],
      ) => /** @type {At} */ ([x - width / 2 + dx, y - height / 2 + dy]));
      stand(node, spots, [width, height], room);
    }
  }

  /**
   * The island in the map's pixels, with its ring where it has one.
   * @param {Entry} entry
   */
  box(entry) {
    const bounds = entry.shape.getBounds();
    const box = L.bounds(
      this.map.latLngToContainerPoint(bounds.getNorthWest()),
      this.map.latLngToContainerPoint(bounds.getSouthEast()),
    );
    const ring = this.ring(entry);
    return ring ? box.extend(ring.min).extend(ring.max) : box;
  }

  /** @param {Entry} entry */
  ring(entry) {
    const reach = this.layers.reach(entry);
    if (!reach) return null;
    const centre = this.map.latLngToContainerPoint(entry.centre);
    return L.bounds(centre.subtract([reach, reach]), centre.add([reach, reach]));
  }

  /**
   * The islands' own shorelines and rings in view, as points; labels must not cover them.
   * @param {L.Point} size
   * @returns {Coasts}
   */
  coasts(size) {
    /** @type {Coasts} */
    const found = new Map();
    for (const entry of this.layers.islands) {
      /** @type {At[]} */
      const points = [];
      for (const ring of rings(entry.shape.getLatLngs())) {
        const stride = Math.max(2, Math.floor(ring.length / 120)); // a coast's course is enough
        for (let index = 0; index < ring.length; index += stride) {
          const { x, y } = this.map.latLngToContainerPoint(ring[index]);
          if (x > 0 && y > 0 && x < size.x && y < size.y) points.push([x, y]);
        }
      }
      const ring = this.ring(entry);
      if (ring) {
        const { x, y } = ring.getCenter();
        points.push([x, y], [x, ring.min.y], [x, ring.max.y], [ring.min.x, y], [ring.max.x, y]);
      }
      found.set(entry, points);
    }
    return found;
  }
}

/**
 * The rings of a shape of one or more parts.
 * @param {L.Rings} parts
 * @returns {L.LatLng[][]}
 */
function rings(parts) {
  if (!parts.length) return [];
  if ("lat" in parts[0]) return [/** @type {L.LatLng[]} */ (parts)];
  return /** @type {L.Rings[]} */ (parts).flatMap(rings);
}

/**
 * Puts a name on the first spot that is free, or hides it; says whether it stands.
 * @param {HTMLElement} node
 * @param {At[]} spots
 * @param {number[]} size
 * @param {Room} room
 * @param {Entry | null} entry  the island it names
 */
function stand(node, spots, [width, height], room, entry = null) {
  const { size, taken } = room;
  const spot = spots.map(([x, y]) => ({ x, y, w: width, h: height })).find((box) =>
    box.x >= 2 && box.y >= 2 && box.x + width <= size.x - 2 && box.y + height <= size.y - 2 &&
    !taken.some((other) => meets(box, other)) && !onCoast(box, room) &&
    !(entry && astray(box, entry, room))
  );
  put(node, spot ?? { x: 0, y: 0, w: 0, h: 0 }, spot !== undefined, room);
  return spot !== undefined;
}

/**
 * @param {HTMLElement} node
 * @param {Box} box
 * @param {boolean} visible
 * @param {Room} room
 */
function put(node, box, visible, room) {
  node.style.visibility = visible ? "visible" : "hidden";
  if (!visible) return;
  room.taken.push(box);
  node.style.left = `${box.x}px`;
  node.style.top = `${box.y}px`;
}

/**
 * @param {Box} box
 * @param {Room} room
 */
function onCoast(box, { coasts, bounds }) {
  /** @param {At} point */
  const under = ([x, y]) =>
    x > box.x - 2 && x < box.x + box.w + 2 && y > box.y && y < box.y + box.h;
  return [...bounds].some(([entry, reach]) =>
    apart(box, reach) <= 2 && coasts.get(entry)?.some(under)
  );
}

/**
 * Whether a name is nearer to another island than to its own: it would be read as that one's.
 * @param {Box} box
 * @param {Entry} entry
 * @param {Room} room
 */
function astray(box, entry, { coasts, bounds }) {
  const own = distance(box, coasts.get(entry) ?? []) - NEARER;
  for (const [other, reach] of bounds) {
    if (other === entry || apart(box, reach) >= own) continue;
    if (distance(box, coasts.get(other) ?? []) < own) return true;
  }
  return false;
}
