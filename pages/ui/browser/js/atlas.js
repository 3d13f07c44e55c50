// The atlas in the reader's browser: fetches shapes and history once, redraws them for any day,
// and tells Python where the reader rests. Runs in Streamlit, in a saved file and in a notebook.

import { Cards } from "./cards.js";
import { headed, known } from "./dates.js";
import { element } from "./elements.js";
import { Gate } from "./gate.js";
import { Hand } from "./hand.js";
import { History, keyOf, startsOf } from "./history.js";
import { begun } from "./host.js";
import { Orders } from "./orders.js";
import { Over } from "./over.js";
import { put, take } from "./parts.js";
import { picture } from "./picture.js";
import { Stage } from "./stage.js";
import { Switches } from "./switches.js";
import { view } from "./view.js";

/**
 * @import { Axis } from "./axis.js"
 * @import { Door } from "./door.js"
 * @import { Head } from "./head.js"
 * @import { Loaded } from "./history.js"
 * @import { Act } from "./keys.js"
 * @import { Labels } from "./labels.js"
 * @import { Layers } from "./layers.js"
 * @import { Legend } from "./legend.js"
 * @import { Palette } from "./palette.js"
 * @import { Day, Lens, Payload, Source, State, Viewpoint } from "./payload.d.ts"
 * @import { Present } from "./present.js"
 * @import { Tale } from "./tale.js"
 * @import { Timeline } from "./timeline.js"
 * @import { Tools } from "./tools.js"
 * @typedef {{ day: Day, lens: Lens, viewpoint: Viewpoint, island: string | null }} Shown
 */

const REST = 150; // milliseconds without a change before Python hears of it

export class Atlas {
  /** @type {Shown} */
  state = { day: 0, lens: "control", viewpoint: "neutral", island: null };
  /** @type {string | null} the lens and viewpoint drawn last */
  drawn = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  resting;
  // what is drawn in one language, from the first order on: parts.js puts it there
  /** @type {Payload} */
  payload;
  /** @type {Axis} */
  axis;
  /** @type {Tale} */
  tale;
  /** @type {Palette} */
  palette;
  /** @type {Head} */
  head;
  /** @type {Tools} */
  tools;
  /** @type {Legend} */
  legend;
  /** @type {Timeline} */
  timeline;
  /** @type {HTMLElement} */
  zoom;
  /** @type {Present} */
  present;
  /** @type {Door} */
  door;
  /** @type {Layers} */
  layers;
  /** @type {Labels} */
  labels;

  /**
   * Nothing is drawn before the first order says which day, in which language.
   * @param {L.Map} map
   * @param {Source} source
   */
  constructor(map, source) {
    this.map = map;
    this.history = new History(source, begun);
    this.main = element("main", { class: "atlas" });
    this.orders = new Orders(this);
    this.cards = new Cards(this);
    this.switches = new Switches(this);
    this.over = new Over(map, () => {
      if (!this.payload) return [];
      const cards = [this.door, this.cards.card].flatMap((card) => card?.opened ? [card.node] : []);
      const { head, legend, present, tools, zoom } = this;
      return [head.node, tools.node, legend.node, zoom, present.node, ...cards];
    });
    this.stage = new Stage([map], {
      layers: () => this.layers,
      covered: (margin) => this.over.boxes(margin),
      fitted: () => this.labels.arrange(),
    });
    this.gate = new Gate(this);
    this.hand = new Hand(this);
  }

  /** @param {Act} act */
  act(act) {
    return this.hand.act(act);
  }

  // What stands over the map has changed: the islands look for their room anew.
  room() {
    if (this.stage.found !== undefined && !this.stage.moved) this.stage.fit();
    else this.labels.arrange();
  }

  /**
   * Draws the page's language; a change of language keeps the shapes, the map and the view.
   * @param {Loaded} loaded
   */
  use(loaded) {
    if (this.payload === loaded.payload) return;
    const card = this.cards.card ?? this.cards.left;
    if (this.payload) take(this);
    put(this, loaded);
    if (this.cards.reads) this.cards.read(true);
    if (card) this.cards.resume(card); // in her language
  }

  // What the reader sees, for the share menu.
  shown() {
    return view(this);
  }

  // The view as a picture; none before there is one.
  picture() {
    return this.payload ? picture(this.shown().scene()) : null;
  }

  get key() {
    return keyOf(this.state);
  }

  get day() {
    return this.state.day;
  }

  // The days that the player stops at.
  story() {
    return this.tale.stops(this.key, !this.switches.off.has("every"));
  }

  // The days of the timeline on which the lens shown has something to tell.
  moments() {
    return this.tale.moments(this.key);
  }

  sentence() {
    return this.tale.sentence(this.key, this.day);
  }

  // The day in words; a tour's stop has words of its own.
  when() {
    const iso = this.axis.iso(this.day);
    const stop = this.cards.tour?.stop;
    return stop?.date === iso ? stop.when : known(this.payload, this.day, iso);
  }

  // Whoever moves on has come in: the front door does not stand before what is shown.
  /** @param {Day} day */
  go(day) {
    this.gate.pass();
    this.apply({ day });
  }

  /**
   * Changes the state, draws it, and lets Python know once the reader rests.
   * @param {Partial<Shown>} part
   * @param {boolean} quiet  whether Python knows already
   */
  apply(part, quiet = false) {
    Object.assign(this.state, part);
    // what play shows is nobody's wish: an order may end it
    if (!quiet && !this.timeline.playing && Object.keys(part).length) this.orders.moves += 1;
    const { day, viewpoint, island } = this.state;
    const spans = this.payload.spans[this.key];
    const fresh = this.drawn !== this.key + viewpoint;
    this.write();
    if (fresh) this.tools.show(this.state);
    // what is written over the map says where it can lie
    if (this.stage.found === undefined) this.stage.fit();
    this.layers.show();
    this.layers.draw(day, spans, startsOf(spans), this.state, fresh);
    this.switches.draw();
    if (fresh) {
      this.drawn = this.key + viewpoint;
      this.labels.write(viewpoint);
      this.timeline.paint(spans, this.moments());
    }
    this.layers.select(island);
    this.head.aloud(quiet);
    if (quiet) this.labels.follow(day, island);
    else this.rest();
  }

  write() {
    const date = headed(this.when());
    const sentence = this.sentence();
    this.head.write(date, this.axis.iso(this.day), sentence);
    this.timeline.show(this.day, date, sentence);
    const spans = this.payload.spans[this.key];
    const starts = startsOf(spans);
    this.legend.show(spans, starts, this.state, this.switches.off);
    this.legend.outlines(spans, starts, this.day);
  }

  rest() {
    this.still();
    this.resting = setTimeout(() => {
      this.layers.fade();
      this.labels.follow(this.day, this.state.island);
      this.speak();
      this.orders.tell();
    }, REST);
  }

  // The reader's rest is over before it came.
  still() {
    clearTimeout(this.resting);
  }

  // Says what is shown once the days have come to rest; a slider that has the focus says it itself.
  speak() {
    if (this.timeline.moving || document.activeElement === this.timeline.range) return;
    this.head.speak(this.sentence());
  }

  /** @param {State} order  from Python */
  command(order) {
    return this.orders.take(order);
  }

  /** @param {string} name @param {number} [stop]  counted from 1 */
  guide(name, stop) {
    return this.cards.guide(name, stop);
  }

  /** @param {string | null} seed @param {string | null} level */
  ask(seed, level) {
    return this.cards.ask(seed, level);
  }

  /** @param {URLSearchParams} asked  of a card, by the page around */
  follow(asked) {
    return this.cards.follow(asked);
  }
}
