// What lies on the map: the islands with their ghosts, in what they are held by on a day.

import { Answers } from "./answers.js";
import { latest } from "./axis.js";
import { backdrop } from "./backdrop.js";
import { coarse } from "./coarse.js";
import { setAttribute, svg } from "./elements.js";
import { halos } from "./halo.js";
import { Marks } from "./marks.js";
import { outline } from "./outline.js";
import { pane } from "./panes.js";
import { say } from "./sentences.js";

/**
 * @import { Ring } from "./halo.js"
 * @import { Day, Island, Lens, Payload, Shape, Shapes, Span, Viewpoint } from "./payload.d.ts"
 * @typedef {{ island: Island, index: number, shape: L.Polyline, centre: L.LatLng, span: number,
 *   path: SVGPathElement, ghost: SVGPathElement, ring?: Ring,
 *   label?: HTMLElement, passed: boolean }} Entry  passed: from one holder to another that day
 */

const COARSE = 1; // pixels an outline of nine may leave its coast

/**
 * The power an island passes from on a day; null where it passes from none.
 * @param {Span[]} records
 * @param {number} index  of the record of that day
 * @param {Day} day
 */
export function former(records, index, day) {
  const before = index > 0 && records[index].start === day ? records[index - 1].power : null;
  return before === records[index].power ? null : before;
}

export class Layers {
  /** @type {Record<string, L.Renderer>} */
  renderers = {};
  /** @type {L.LayerGroup} */
  group;
  /** @type {L.Renderer} */
  ghosts;
  /** @type {Marks} */
  marks;
  /** @type {L.Polyline[]} those of the land around the chain */
  coasts = [];
  /** @type {Span[][]} */
  spans = [];
  /** @type {Lens} */
  lens = "control";
  /** @type {Viewpoint} */
  viewpoint = "neutral";
  haunted = false;
  /** @type {Animation | undefined} */
  fading;
  resize = () => halos(this);
  follow = () => requestAnimationFrame(() => this.refit()); // after Leaflet's own drawing

  /**
   * Knows the islands' extent at once, and draws nothing before `show`: what is drawn before the
   * map lies where it shall is drawn twice.
   * @param {L.Map} map
   * @param {Record<string, Shape>} shapes
   * @param {Shapes} land
   * @param {Payload} payload
   * @param {(island: string) => void} onPick
   */
  constructor(map, shapes, land, payload, onPick) {
    this.map = map;
    this.land = land;
    this.payload = payload;
    this.onPick = onPick;
    this.answers = new Answers(this);
    this.islands = payload.islands.map((island, index) => {
      /** @type {L.Polyline} */
      const shape = outline(shapes[island.id], { className: "island" });
      const centre = shape.getBounds().getCenter();
      return /** @type {Entry} */ ({ island, index, shape, centre, span: -1, passed: false });
    });
  }

  show() {
    if (this.group) return;
    const { map } = this;
    this.group = L.layerGroup().addTo(map);
    this.ghosts = this.renderer("ghosts", 410).addTo(map);
    for (const entry of this.islands) this.island(entry);
    this.coasts = backdrop(
      this.group,
      this.land,
      map.options.maxBounds,
      this.renderer("ground", 300),
    );
    this.marks = new Marks(this, this.payload, this.renderer("lines", 440));
    this.answers.focusable(0);
    map.on("zoomend resize", this.resize);
    map.on("zoomend moveend", this.follow);
    halos(this);
    requestAnimationFrame(this.follow); // when the islands are on the screen
  }

  remove() {
    this.map.off("zoomend resize", this.resize);
    this.map.off("zoomend moveend", this.follow);
    this.group.remove();
    for (const one of Object.values(this.renderers)) one.remove();
  }

  /**
   * @param {string} name
   * @param {number} depth
   */
  renderer(name, depth) {
    this.renderers[name] ||= L.svg({ padding: 0.6, pane: pane(this.map, name, depth) });
    return this.renderers[name];
  }

  /** @param {Entry} entry */
  island(entry) {
    const { island, shape } = entry;
    L.setOptions(shape, { renderer: this.renderer("islands", 420) });
    shape.addTo(this.group);
    const path = shape.getElement();
    path.setAttribute("data-island", island.id);
    const ghost = svg("path", { class: "ghost", "aria-hidden": "true" });
    this.ghosts._rootGroup.append(ghost); // Leaflet has no other way to draw a path of one's own
    entry.path = path;
    entry.ghost = ghost;
    this.answers.answer(shape, entry);
    this.answers.reached(entry);
  }

  /** @param {Island} island */
  names(island) {
    return island.names[this.viewpoint];
  }

  /** @param {Span} record */
  status(record) {
    const { words, texts, tongue } = this.payload;
    const status = this.payload.status[this.lens][record.power];
    const pattern = this.lens === "control" ? words.since : words.since_title;
    if (record.since === null) return status;
    return say(pattern, { status, date: texts[record.since] }, tongue);
  }

  /**
   * Draws a day.
   * @param {Day} day
   * @param {Span[][]} spans  per island the records of the lens shown, sorted by start
   * @param {Day[][]} starts
   * @param {{ lens: Lens, viewpoint: Viewpoint }} state
   * @param {boolean} fresh  whether lens, viewpoint or words are not those drawn last
   */
  draw(day, spans, starts, { lens, viewpoint }, fresh) {
    this.spans = spans;
    this.lens = lens;
    this.viewpoint = viewpoint;
    this.fading?.cancel();
    this.haunted = false;
    for (const entry of this.islands) {
      const records = spans[entry.index];
      const index = latest(starts[entry.index], day);
      const record = records[index];
      const was = former(records, index, day);
      this.haunt(entry, was);
      entry.passed = was !== null;
      this.haunted ||= entry.passed;
      if (index === entry.span && !fresh) continue;
      entry.span = index;
      this.dress(entry, record);
    }
    this.marks.draw(day, viewpoint);
  }

  /**
   * @param {Entry} entry
   * @param {Span} record
   */
  dress({ island, path, ring, label }, record) {
    setAttribute(path, "data-controller", record.power);
    for (const node of ring?.rims ?? []) setAttribute(node, "data-held", record.power);
    for (const node of [path, label, ring?.gaps]) {
      if (node) setAttribute(node, "data-doubt", record.doubt);
    }
    const names = this.names(island).map(([name]) => name).join(", ");
    setAttribute(path, "aria-label", `${names}: ${this.status(record)}`);
  }

  // Lets the outlines fade a little once the reader rests: fading while days pass by under a
  // hand would cost every one of them a picture of its own. In steps that no eye tells apart:
  // sixty pictures a second of the whole map would busy a phone for two seconds.
  fade() {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!this.haunted || still) return;
    const ghosts = this.map.getPane("ghosts");
    this.fading = ghosts?.animate([{ opacity: 1 }, { opacity: 0.7 }], {
      duration: 1800,
      easing: "steps(6)",
      fill: "forwards",
    });
  }

  /**
   * Outlines an island in the colour of another power, the one it passed from; null: no longer.
   * @param {Entry} entry
   * @param {string | null} power
   */
  haunt(entry, power) {
    setAttribute(entry.ghost, "data-held", power);
  }

  // Outlines follow their islands when the map moves; reading a path anew at each step is slow.
  refit() {
    for (const { ghost, path } of this.islands) {
      setAttribute(ghost, "d", coarse(path.getAttribute("d") ?? "", COARSE));
    }
  }

  /** @param {string | null | undefined} id */
  select(id) {
    for (const { island, path } of this.islands) {
      setAttribute(path, "aria-pressed", String(island.id === id));
    }
    this.answers.turn(id ?? null);
    const picked = this.islands.findIndex(({ island }) => island.id === id);
    if (picked >= 0) this.answers.focusable(picked);
  }

  /**
   * Points at islands, lines and landings: those a tour is just telling of.
   * @param {string[]} islands
   * @param {string[]} marks
   */
  point(islands, marks) {
    for (const { island, path } of this.islands) {
      setAttribute(path, "data-pointed", islands.includes(island.id) ? "" : null);
    }
    this.marks.point(marks);
  }

  /** @param {string} id */
  focus(id) {
    this.islands.find(({ island }) => island.id === id)?.path.focus({ preventScroll: true });
  }

  /** @param {Entry} entry */
  pixels({ shape }) {
    const bounds = shape.getBounds();
    return L.bounds(
      this.map.latLngToLayerPoint(bounds.getNorthWest()),
      this.map.latLngToLayerPoint(bounds.getSouthEast()),
    );
  }
}
