// Names on the map, placed clear of coast, of each other and of what stands over the map.

import { element, svg } from "./elements.js";
import { boxes } from "./fit.js";
import { land } from "./lands.js";
import { pane } from "./panes.js";
import { Room } from "./room.js";
import { named, ranked, since, subjects } from "./roster.js";
import { Writer } from "./writer.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Entry, Layers } from "./layers.js"
 * @import { Day, Payload, SeaOrLand, Viewpoint } from "./payload.d.ts"
 * @import { Subject } from "./roster.js"
 * @import { Placed, Size } from "./writer.js"
 */

const PAUSE = 50; // milliseconds
const NAMED = 8; // km²: what is smaller gets its name as the reader zooms in
const MANY = 12; // more than these told about at once are named by their size
const KEPT = 4; // names of a stage that are not for islands told about
const NEAR = 1; // steps from the whole chain at which lands out of view are named no more
const STRAITS = 7; // the zoom from which straits are named
const TOGETHER = 110; // pixels: islets nearer together share one name

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
    const spots = there.flatMap(({ place }) => since(place, day));
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
  // whole page, and the first picture need not wait for that. Nor on a map that is on its way.
  arrange() {
    cancelAnimationFrame(this.waiting);
    clearTimeout(this.soon);
    const { view } = this;
    this.waiting = requestAnimationFrame(() => {
      this.soon = setTimeout(() => view === this.view ? this.settle() : this.arrange(), PAUSE);
    });
  }

  get view() {
    const { lat, lng } = this.map.getCenter();
    return [this.map.getZoom(), lat, lng].join(" ");
  }

  settle() {
    if (this.node.hidden || !this.layers.group) return;
    this.node.style.display = "";
    // container pixels from here on; the pane they stand in moves with the map
    L.DomUtil.setPosition(this.node, this.map.containerPointToLayerPoint([0, 0]));
    const sizes = this.measure();
    const sites = boxes(this.map, this.layers.marks.sites(), -5);
    const room = new Room(this.map, this.layers, [...this.scene.obstacles(), ...sites]);
    // a neighbour that found no room among them goes before the islands told about
    if (!this.all(sizes, this.writer(room))) this.all(sizes, this.writer(room), true);
  }

  /**
   * A writer on a map without names.
   * @param {Room} room
   */
  writer(room) {
    room.clear();
    this.lines.replaceChildren();
    for (const { node } of [...this.subjects, ...this.places]) node.style.visibility = "hidden";
    return new Writer(this.map, room, this.lines, {
      day: this.day,
      left: this.scene.most?.() ?? Infinity,
      near: this.map.getZoom() > this.scene.whole() + NEAR,
    });
  }

  /**
   * Names what the day is about, both neighbours, the southern islands, and the rest by size;
   * says whether both neighbours have their names.
   * @param {Map<HTMLElement, Size>} sizes
   * @param {Writer} writer
   * @param {boolean} neighbourly  both neighbours before what the day is about
   */
  all(sizes, writer, neighbourly = false) {
    const { told, southern, others } = ranked(this.subjects, {
      grouped: (subject) => this.grouped(subject),
      headline: (entry) => this.headline(entry),
    });
    const smallest = NAMED / 4 ** (this.map.getZoom() - this.scene.whole());
    const large = (/** @type {Subject} */ { km2 }) => km2 >= smallest;
    const size = (
      /** @type {Subject | Placed} */ { node },
    ) => /** @type {Size} */ (sizes.get(node));
    /** @type {(subject: Subject, far: boolean) => void} */
    const name = (subject, far) => writer.name(subject, size(subject), far);
    const there = this.places.filter(({ place }) => named(place, this.day));
    const seas = there.filter(({ place }) => place.kind === "sea");
    // where few names may stand, both neighbours keep theirs
    const first = (told.length > MANY ? told.filter(large) : told).slice(0, writer.left - KEPT);
    /** @param {SeaOrLand["kind"]} kind */
    const lands = (kind) => {
      const alike = there.filter(({ place }) => place.kind === kind);
      return alike.map((one) =>
        land(writer, one, size(one), alike.filter((other) => other !== one))
      ).every(Boolean);
    };
    const before = neighbourly && lands("country");
    for (const subject of first) name(subject, true);
    const both = neighbourly ? before : lands("country");
    lands("land");
    for (const subject of southern.filter(large)) name(subject, true);
    for (const subject of others.filter(large)) name(subject, false);
    for (const one of seas) writer.sea(one, size(one));
    if (this.map.getZoom() < STRAITS) return both;
    for (const one of there.filter(({ place }) => place.kind === "strait")) {
      writer.strait(one, size(one));
    }
    return both;
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
}
