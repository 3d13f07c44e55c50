// What lies on the map: land and islands with ring and ghost, and the marks among them.

import { latest } from "./axis.js";
import { coarse } from "./coarse.js";
import { element, setAttribute, svg } from "./elements.js";
import { Marks } from "./marks.js";
import { outline } from "./outline.js";
import { RIMS } from "./palette.js";
import { pane } from "./panes.js";
import { say } from "./sentences.js";
import { coarse as byFinger } from "./stage.js";

/**
 * @import { Day, Island, Lens, Payload, Shape, Shapes, Span, Viewpoint } from "./payload.d.ts"
 * @typedef {{ island: Island, index: number, shape: L.Polyline, centre: L.LatLng, span: number,
 *   path: SVGPathElement, ghost: SVGPathElement, rings?: SVGPathElement[],
 *   label?: HTMLElement, passed: boolean }} Entry  passed: from one holder to another that day
 */

const SMALL = 7; // pixels: below this an island cannot be seen from the back of a room
const RING = 6;
const CROWDED = 9; // pixels: a ring this near to another one adds nothing
const COARSE = 1; // pixels an outline of nine may leave its coast
const GRATICULE = 2; // degrees

/** @returns {[number, number][][]} */
function graticule() {
  /** @type {[number, number][][]} */
  const lines = [];
  for (let lon = 112; lon <= 180; lon += GRATICULE) lines.push([[30, lon], [66, lon]]);
  for (let lat = 30; lat <= 66; lat += GRATICULE) lines.push([[lat, 120], [lat, 180]]);
  return lines;
}

/**
 * All that lies beyond the window the land was cut to: where a room is so wide that it shows, the
 * map ends there as a sheet does.
 * @param {L.LatLngBounds} window
 */
function margin(window) {
  const [{ lat: north, lng: west }, { lat: south, lng: east }] = [
    window.getNorthWest(),
    window.getSouthEast(),
  ];
  return [
    [[80, 60], [80, 240], [0, 240], [0, 60]],
    [[north, west], [north, east], [south, east], [south, west]],
  ];
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
  resize = () => this.drawRings();
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
    this.drawGround();
    this.marks = new Marks(this, this.payload, this.renderer("lines", 440));
    this.focusable(0);
    map.on("zoomend resize", this.resize);
    map.on("zoomend moveend", this.follow);
    this.drawRings();
    requestAnimationFrame(this.follow); // when the islands are on the screen
  }

  remove() {
    this.map.off("zoomend resize", this.resize);
    this.map.off("zoomend moveend", this.follow);
    for (const { ghost } of this.islands) ghost.remove();
    this.ghosts.remove();
    this.group.remove();
  }

  drawGround() {
    const quiet = { interactive: false, renderer: this.renderer("ground", 300) };
    L.polyline(graticule(), { ...quiet, className: "graticule" }).addTo(this.group);
    this.coasts = this.land.features.map((shape) =>
      outline(shape, { ...quiet, className: "land" }).addTo(this.group)
    );
    L.polygon(margin(this.map.options.maxBounds), { ...quiet, className: "margin" })
      .addTo(this.group);
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
    const { island, shape, centre } = entry;
    L.setOptions(shape, { renderer: this.renderer("islands", 420) });
    shape.addTo(this.group);
    const path = shape.getElement();
    path.setAttribute("data-island", island.id);
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", "-1");
    const ghost = svg("path", { class: "ghost", "aria-hidden": "true" });
    this.ghosts._rootGroup.append(ghost); // Leaflet has no other way to draw a path of one's own
    entry.path = path;
    entry.ghost = ghost;
    this.answer(shape, entry);
    path.addEventListener("keydown", (event) => this.onKey(event, entry));
    path.addEventListener("focus", () => {
      this.hush();
      shape.openTooltip(centre);
    });
    path.addEventListener("blur", () => {
      shape.closeTooltip();
      // what opens beside the map takes the focus, and lies below a phone's window
      if (byFinger()) setTimeout(() => document.hasFocus() || shape.openTooltip(centre));
    });
  }

  /**
   * @param {L.Path} layer
   * @param {Entry} entry
   */
  answer(layer, entry) {
    layer.bindTooltip(() => this.describe(entry), { sticky: true, className: "card", opacity: 1 });
    layer.on("tooltipopen mousemove", () => this.within(layer.getTooltip()?.getElement()));
    // the map may have come under a pointer that lay still, and moves on now
    layer.on("mousemove", ({ latlng }) => layer.isTooltipOpen() || layer.openTooltip(latlng));
    layer.on("click", () => this.pick(entry)); // after its card has opened
  }

  /**
   * Moves a card that Leaflet has put beside the pointer into the map's room: a phone has none on
   * either side.
   * @param {HTMLElement} [card]
   */
  within(card) {
    if (!card?.isConnected) return;
    card.style.translate = "none";
    const [box, room] = [card, this.map.getContainer()].map((one) => one.getBoundingClientRect());
    const x = Math.max(room.left - box.left, Math.min(0, room.right - box.right));
    const y = Math.max(room.top - box.top, Math.min(0, room.bottom - box.bottom));
    card.style.translate = `${x}px ${y}px`;
  }

  /**
   * A ring in the holder's colours, on a dark one, so that a pale ring stands out from the sea;
   * what is in doubt has gaps in both.
   * @param {Entry} entry
   */
  ring(entry) {
    const circles = ["edge", "ring", ...RIMS, "gaps"].map((className) =>
      L.circleMarker(entry.centre, {
        radius: RING,
        className,
        renderer: this.renderer("rings", 430),
      }).addTo(this.group)
    );
    const ring = circles[1];
    this.answer(ring, entry);
    setAttribute(ring.getElement(), "data-ring", entry.island.id);
    // its island has the place; a tooltip alone would give it one too
    setAttribute(ring.getElement(), "tabindex", "-1");
    const nodes = circles.map((circle) => circle.getElement());
    for (const node of nodes) setAttribute(node, "pathLength", String(this.payload.patterns.lap));
    entry.rings = nodes;
    if (entry.span >= 0) this.dress(entry, this.spans[entry.index][entry.span]);
    return nodes;
  }

  /** @param {Entry} entry */
  pick(entry) {
    this.focusable(entry.index);
    this.onPick(entry.island.id);
  }

  /**
   * One tab stop for all islands; the arrows walk along the chain.
   * @param {number} current
   */
  focusable(current) {
    for (const { index, path } of this.islands) {
      setAttribute(path, "tabindex", index === current ? "0" : "-1");
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Entry} entry
   */
  onKey(event, entry) {
    const last = this.islands.length - 1;
    /** @type {Record<string, number>} */
    const targets = {
      ArrowRight: entry.index + 1,
      ArrowDown: entry.index + 1,
      ArrowLeft: entry.index - 1,
      ArrowUp: entry.index - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      const next = this.islands[Math.max(0, Math.min(last, target))];
      this.focusable(next.index);
      next.path.focus();
    } else if (event.key === "Enter" || event.key === " ") this.pick(entry);
    else if (event.key === "Escape") entry.shape.closeTooltip();
    else return;
    event.preventDefault();
    event.stopPropagation(); // else Leaflet pans, and Space starts the player
  }

  // Closes the cards of all islands.
  hush() {
    for (const layer of this.group.getLayers()) layer.closeTooltip();
  }

  /** @param {Entry} entry */
  describe(entry) {
    const [first, ...others] = this.names(entry.island);
    const record = this.spans[entry.index][entry.span];
    const why = [record.basis, record.note, record.why].filter((place) => place !== null);
    return element(
      "div",
      {},
      element("strong", { lang: first[1] }, first[0]),
      " ",
      ...others.map(([name, lang]) => element("span", { lang, class: "other" }, name, " ")),
      element("div", {}, this.status(record)),
      ...why.map((place) => element("div", { class: "why" }, this.payload.texts[place])),
    );
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
      const before = index > 0 && record.start === day ? records[index - 1].power : null;
      const was = before === record.power ? null : before;
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
  dress({ island, path, rings = [], label }, record) {
    setAttribute(path, "data-controller", record.power);
    for (const node of rings) setAttribute(node, "data-held", record.power);
    for (const node of [path, label, ...rings]) {
      if (node) setAttribute(node, "data-doubt", record.doubt);
    }
    const names = this.names(island).map(([name]) => name).join(", ");
    setAttribute(path, "aria-label", `${names}: ${this.status(record)}`);
  }

  // Lets the outlines fade a little once the reader rests: fading while days pass by under a
  // hand would cost every one of them a picture of its own.
  fade() {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!this.haunted || still) return;
    const ghosts = this.map.getPane("ghosts");
    this.fading = ghosts?.animate([{ opacity: 1 }, { opacity: 0.7 }], {
      duration: 1800,
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
    const picked = this.islands.findIndex(({ island }) => island.id === id);
    if (picked >= 0) this.focusable(picked);
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

  // A ring round every island too small to see, unless a bigger neighbour is already there.
  drawRings() {
    /** @type {{ box: L.Bounds, centre: L.Point, small: boolean }[]} */
    const taken = [];
    const bySize = [...this.islands].sort((a, b) => b.island.km2 - a.island.km2);
    for (const entry of bySize) {
      const box = this.pixels(entry);
      const centre = box.getCenter();
      const small = Math.max(box.max.x - box.min.x, box.max.y - box.min.y) < SMALL;
      const lost = small &&
        taken.some((other) =>
          other.small ? other.centre.distanceTo(centre) < CROWDED : other.box.contains(centre)
        );
      if (small && !lost) entry.rings ||= this.ring(entry);
      for (const node of entry.rings ?? []) node.style.display = small && !lost ? "" : "none";
      if (!lost) taken.push({ box, centre, small });
    }
  }

  /**
   * Pixels from an island's centre to the rim of its ring; 0 where it has none.
   * @param {Entry} entry
   */
  reach({ rings }) {
    return rings?.[0].style.display === "" ? RING + 2 : 0;
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
