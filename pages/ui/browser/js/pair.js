// Two days side by side on maps that move as one; what differs is outlined in the other day's colour.

import { Axis, latest } from "./axis.js";
import { headed, known } from "./dates.js";
import { element, setAttribute, setText } from "./elements.js";
import { boxes } from "./fit.js";
import { History, keyOf, startsOf } from "./history.js";
import { Labels } from "./labels.js";
import { Layers } from "./layers.js";
import { Legend } from "./legend.js";
import { Palette } from "./palette.js";
import { say } from "./sentences.js";
import { announce, place, Stage } from "./stage.js";

/**
 * @import { Loaded } from "./history.js"
 * @import { Lens, Payload, Source, Two, Viewpoint } from "./payload.d.ts"
 * @typedef {{ lens: Lens, viewpoint: Viewpoint, words: Record<string, string>,
 *   date: string, other: string }} Shown  date: the day shown; other: that of the map beside it
 */

// One of the two maps, with its day and its legend.
class Side {
  // what is drawn in one language, from the first order on
  /** @type {Payload} */
  payload;
  /** @type {Pair} */
  pair;
  /** @type {Axis} */
  axis;
  /** @type {HTMLTimeElement} */
  time;
  /** @type {HTMLElement} */
  head;
  /** @type {Legend} */
  legend;
  /** @type {Layers} */
  layers;
  /** @type {Labels | undefined} */
  labels;

  /**
   * @param {L.Map} map
   * @param {string} name
   */
  constructor(map, name) {
    this.map = map;
    this.name = name;
    this.node = element("section", { class: "atlas side" });
  }

  /**
   * @param {Loaded} loaded
   * @param {Palette} palette
   * @param {Pair} pair
   */
  build({ payload, shapes, land }, palette, pair) {
    this.payload = payload;
    this.pair = pair;
    this.axis = new Axis(payload);
    this.time = element("time", { "data-testid": `${this.name}-day` });
    const live = { class: "head", "aria-live": "polite" };
    this.head = element("header", live, element("h2", {}, this.time));
    this.legend = new Legend(payload, palette);
    this.node.append(this.head, place(this.map, null), this.legend.node);
    this.layers = new Layers(this.map, shapes, land, payload, () => {});
    this.labels = new Labels(this.map, this.layers, payload, {
      obstacles: () => this.boxes(4),
      whole: () => pair.stage.whole,
    });
    this.layers.show();
  }

  teardown() {
    this.labels?.remove();
    this.layers.remove();
    this.head.remove();
    this.legend.node.remove();
  }

  /** @param {number} margin */
  boxes(margin) {
    return boxes(this.map, [this.head, this.legend.node, this.pair.zoom], margin);
  }

  /** @param {Shown} shown */
  draw({ date, other, lens, viewpoint, words }) {
    const spans = this.payload.spans[keyOf({ lens, viewpoint })];
    const starts = startsOf(spans);
    const { tongue } = this.payload;
    const day = this.axis.number(date);
    const [here, there] = [date, other].map((iso) =>
      known(this.payload, this.axis.number(iso), iso)
    );
    setText(this.time, headed(here));
    setAttribute(this.time, "datetime", date);
    setAttribute(this.map.getContainer(), "aria-label", say(words.map, { date: here }, tongue));
    this.layers.draw(day, spans, starts, { lens, viewpoint }, true);
    for (const entry of this.layers.islands) {
      const [mine, theirs] = [day, this.axis.number(other)].map((when) =>
        spans[entry.index][latest(starts[entry.index], when)].power
      );
      const differs = mine !== theirs;
      this.layers.haunt(entry, differs ? theirs : null);
      setAttribute(entry.path, "data-differs", differs ? "" : null);
      if (!differs) continue;
      const status = this.payload.status[lens][theirs];
      const label = entry.path.getAttribute("aria-label");
      const beside = say(words.other, { date: there, status }, tongue);
      setAttribute(entry.path, "aria-label", `${label}; ${beside}`);
    }
    this.labels?.write(viewpoint);
    this.labels?.follow(day, null);
    this.legend.show(spans, starts, { day, viewpoint });
  }
}

export class Pair {
  /** @type {HTMLElement | null} */
  note = null;
  // what is drawn in one language, from the first order on
  /** @type {Payload} */
  payload;
  /** @type {Palette} */
  palette;
  /** @type {HTMLElement} */
  zoom;
  /** @type {Stage} */
  stage;

  /**
   * @param {L.Map} map
   * @param {Source} source
   */
  constructor(map, source) {
    this.history = new History(source);
    const second = element("div", { class: map.getContainer().className });
    this.main = element("main", { class: "pair" });
    document.body.classList.add("has-atlas");
    document.body.prepend(this.main);
    this.main.append(second); // a map wants its place in the page
    const beside = L.map(second, { ...map.options });
    this.sides = [new Side(map, "first"), new Side(beside, "second")];
    this.main.append(...this.sides.map(({ node }) => node));
    this.link(this.sides);
    this.stage = new Stage(this.sides.map((side) => side.map), {
      layers: () => this.sides[0].layers,
      covered: (margin) => this.sides.flatMap((side) => side.boxes(margin)),
      fitted: () => this.sides.forEach((side) => side.labels?.arrange()),
    });
  }

  /**
   * Either map leads, the other follows at once: without animation nothing lags behind.
   * @param {Side[]} sides
   */
  link(sides) {
    let led = false;
    for (const leader of sides) {
      const [follower] = sides.filter((side) => side !== leader);
      const follow = () => {
        if (led) return;
        led = true;
        if (follower.labels) follower.labels.held = true; // they move along; placed anew at rest
        follower.map.setView(leader.map.getCenter(), leader.map.getZoom(), { animate: false });
        if (follower.labels) follower.labels.held = false;
        led = false;
      };
      leader.map.on("move zoomend", follow);
      leader.map.on("moveend", () => {
        if (!led) follower.labels?.arrange();
      });
    }
  }

  /** @param {Loaded} loaded */
  use(loaded) {
    if (this.payload === loaded.payload) return;
    if (this.payload) this.teardown();
    this.payload = loaded.payload;
    this.palette = new Palette(this.payload);
    this.palette.attach(this.main);
    this.zoom = this.stage.buttons(this.payload.words);
    this.sides[0].node.append(this.zoom);
    for (const side of this.sides) side.build(loaded, this.palette, this);
  }

  teardown() {
    for (const side of this.sides) side.teardown();
    this.palette.detach();
    this.zoom.remove();
    this.note?.remove();
    this.note = null;
  }

  /**
   * An order from Python: two days, a lens, a language. Old orders are ignored.
   * @param {Two} order
   */
  async command(order) {
    const { language, first, second, lens, viewpoint, words } = order;
    const loaded = await this.history.ordered(order);
    if (!loaded) return;
    this.use(loaded);
    announce(language, words.title);
    this.sides[0].draw({ date: first, other: second, lens, viewpoint, words });
    this.sides[1].draw({ date: second, other: first, lens, viewpoint, words });
    if (!this.note) this.main.append(this.note = element("p", { class: "outlined" }));
    setText(this.note, words.outlined);
    if (this.stage.found === undefined || this.stage.kept) this.stage.fit();
  }
}
