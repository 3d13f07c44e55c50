// The atlas in the reader's browser: fetches shapes and history once, redraws them for any day,
// and tells Python where the reader rests. Runs in Streamlit, in a saved file and in a notebook.

import { Axis, latest } from "./axis.js";
import { headed, known } from "./dates.js";
import { element, setAttribute, setText } from "./elements.js";
import { Door, wanted } from "./door.js";
import { boxes, meets } from "./fit.js";
import { Furigana } from "./furigana.js";
import { History, keyOf, startsOf } from "./history.js";
import { Labels } from "./labels.js";
import { Layers } from "./layers.js";
import { home, saved } from "./home.js";
import { begun, here, named, toggleFull } from "./host.js";
import { listen } from "./keys.js";
import { Legend } from "./legend.js";
import { Palette } from "./palette.js";
import { People } from "./people.js";
import { picture } from "./picture.js";
import { Present, unroll } from "./present.js";
import { say } from "./sentences.js";
import { savedView, Share } from "./share.js";
import { announce, coarse, MAX_ZOOM, place, Stage } from "./stage.js";
import { swipes } from "./swipe.js";
import { Timeline } from "./timeline.js";
import { Tools } from "./tools.js";
import { Tour } from "./tour.js";

/**
 * @import { Quiz } from "./classroom/quiz.js"
 * @import { Chosen } from "./classroom/sets.js"
 * @import { Loaded } from "./history.js"
 * @import { Act } from "./keys.js"
 * @import { Day, DoorWay, GuidedStop, Key, Lens, Payload, Shape, Source, State, Viewpoint } from "./payload.d.ts"
 * @typedef {{ day: Day, lens: Lens, viewpoint: Viewpoint, island: string | null }} Shown
 */

const ON_STAGE = 12; // names a room can read
const REST = 150; // milliseconds without a change before Python hears of it

/** The number of some set of questions. */
const any = () => String(1 + Math.floor(9999 * Math.random()));

export class Atlas {
  /** @type {Shown} */
  state = { day: 0, lens: "control", viewpoint: "neutral", island: null };
  session = "";
  seq = -1;
  greeted = false;
  /** @type {string | null} the lens and viewpoint drawn last */
  drawn = null;
  /** @type {string | null} what Python was told last */
  told = null;
  // The reader's own moves, counted; and how many Python was told of.
  moves = 0;
  toldOf = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  resting;
  /** @type {Record<string, L.Layer>} */
  tiles = {};
  /** @type {Map<Key, Day[]>} */
  starts = new Map();
  /** @type {Set<string>} the layers switched off */
  off;
  // what is drawn in one language, from the first order on
  /** @type {Payload} */
  payload;
  /** @type {Axis} */
  axis;
  /** @type {Palette} */
  palette;
  /** @type {HTMLTimeElement} */
  time;
  /** @type {HTMLElement} */
  caption;
  /** @type {HTMLElement} */
  live;
  /** @type {HTMLElement} */
  head;
  /** @type {Tools} */
  tools;
  /** @type {Share} */
  share;
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
  /** @type {Tour | Quiz | null} the card beside the map */
  tour = null;
  /** whether the sentence and the cards have readings over their words */
  reads = false;
  /** @type {Furigana | null} those of the sentence */
  furigana = null;
  /** whether the last order wanted them */
  wished = false;
  /** @type {((island: string) => void) | null} waits for an island of the reader's */
  finding = null;
  /** @type {People | null} */
  people = null;
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
    this.stage = new Stage([map], {
      layers: () => this.layers,
      covered: (margin) => this.obstacles(margin),
      fitted: () => this.labels.arrange(),
    });
    // the mouse and the keyboard may each have opened one; a card that is closed fades out
    const pane = /** @type {HTMLElement} */ (map.getPane("tooltipPane"));
    // nor is one seen that would name an island to be found
    const cards = () =>
      [...pane.children].filter((card) => {
        const { style } = /** @type {HTMLElement} */ (card);
        return style.opacity !== "0" && getComputedStyle(card).visibility !== "hidden";
      });
    map.on("tooltipopen mousemove", () => requestAnimationFrame(() => this.giveWay(cards())));
    map.on("tooltipclose", () => this.giveWay(cards()));
    listen((act) => this.act(act));
    swipes(this.main, (place) => this.turns(place), (by) => this.act(by > 0 ? "next" : "previous"));
  }

  /**
   * Whether a finger that goes across a place turns a page: on the stage, and in a tour.
   * @param {Element} place
   */
  turns(place) {
    if (this.present?.on) return !place.closest(".bar");
    // where a finger moves the map, it does that
    return this.tour instanceof Tour && !!place.closest(coarse() ? ".tour, .stage" : ".tour");
  }

  /**
   * Does what a key means, pressed in this frame or in the page around it.
   * @param {Act} act
   */
  act(act) {
    if (!this.payload) return false;
    if (act === "present") this.present.show(!this.present.on);
    else if (act === "blank") this.present.darken(!this.present.blank);
    else if (act === "full") toggleFull();
    else if (act === "leave") return this.leave();
    else if (this.tour?.opened && (act === "next" || act === "previous")) {
      const by = act === "next" ? 1 : -1;
      if (!this.present.on || !unroll(this.tour.body, by)) this.tour.step(by);
    } else return this.timeline.act(act);
    return true;
  }

  /**
   * Plays a guided tour from a stop on; for one that is not there the door offers others.
   * @param {string} name
   * @param {number} stop  counted from 1
   */
  async guide(name, stop = 1) {
    const guided = await this.history.guided(this.payload.language).catch(() => this.newer());
    if (!guided) return;
    if (!Object.hasOwn(guided.tours, name)) {
      this.door.open(this.main, guided.words.odd_tour);
      named({});
      return this.room();
    }
    this.tour?.leave();
    this.tour = new Tour(name, guided, {
      ...this.reading(),
      tongue: this.payload.tongue,
      show: (at) => this.visit(at, guided.windows[at.window]),
      ask: () => this.ask(any(), null),
      left: () => this.alone(),
    });
    this.tour.begin(this.main, stop);
  }

  // What a card beside the map is told of readings, and tells of them and of itself.
  reading() {
    return { reads: this.reads, read: (/** @type {boolean} */ on) => this.read(on), named };
  }

  /**
   * Shows or hides readings over the map's sentence; they come when they are first asked for.
   * @param {boolean} on
   */
  async read(on) {
    const { caption } = this;
    this.reads = on;
    if (!on) return this.furigana?.show(false);
    // without them the sentence stands as it is
    const guided = await this.history.guided(this.payload.language).catch(() => null);
    // meanwhile she may have changed her mind, or her language
    if (!guided || !this.reads || this.caption !== caption) return;
    if (this.furigana?.root !== caption) this.furigana = new Furigana(caption, guided.kana);
    this.furigana.show(true);
    this.room();
  }

  // Says that a saved file holds more than an old browser can unpack.
  newer() {
    const { newer } = this.payload.words;
    document.body.prepend(element("p", { class: "failed", role: "status" }, newer));
  }

  // The card beside the map is gone.
  alone() {
    this.tour = null;
    named({});
    this.write();
    this.layers.point([], []);
    this.stage.fit();
    const lost = document.activeElement === document.body && document.hasFocus();
    if (lost) this.timeline.range.focus({ preventScroll: true }); // it was on the card
  }

  /**
   * Asks a set of questions, as a link names it.
   * @param {string | null} seed
   * @param {string | null} level
   */
  async ask(seed, level) {
    const facts = await this.history.questions(this.payload.language).catch(() => this.newer());
    const { modules } = window.kurilAtlas;
    if (!facts || !modules) return;
    const { quiz: { Quiz }, sets: { asked } } = modules;
    this.tour?.leave();
    const quiz = this.tour = new Quiz(facts, this.payload, asked(seed, level), {
      ...this.reading(),
      show: ({ date, lens, viewpoint, islands }) => {
        this.timeline.pause();
        this.apply({ day: this.axis.number(date), lens, viewpoint, island: null });
        this.layers.point(islands, []);
      },
      find: (found) => {
        this.finding = found;
      },
      focus: (island) => this.layers.focus(island),
      left: () => this.alone(),
      open: (chosen) => this.ask(String(chosen.seed), String(chosen.level)),
      shapes: this.history.shapes ?? {},
    });
    quiz.begin(this.main);
    this.room();
  }

  /**
   * Offers moving pictures in a place; there they are made.
   * @param {HTMLElement} place
   */
  async film(place) {
    const facts = await this.history.questions(this.payload.language).catch(() => this.newer());
    const { modules } = window.kurilAtlas;
    if (!facts || !modules) return;
    if (place.hasChildNodes()) return place.replaceChildren(); // and what is being made ends
    const { axis, payload } = this;
    const { node } = new modules.film.Film(facts.film, payload, {
      day: () => this.day,
      turns: () => this.moments(),
      iso: (day) => axis.iso(day),
      show: (day) => {
        this.timeline.pause();
        this.apply({ day });
        this.labels.follow(day, this.state.island);
      },
      keep: () => this.keep(),
      scene: () => this.shown().scene(),
      last: axis.last,
      encoder: () => this.history.encoder().catch(() => this.newer()),
      stops: () => this.tour instanceof Tour ? this.tour.ways() : [],
    });
    place.append(node);
    node.querySelector("input")?.focus();
  }

  // Gives the way back to the day shown now, and to the stop of its tour.
  keep() {
    const { day, tour } = this;
    const at = tour?.at ?? 0;
    return () => {
      if (tour instanceof Tour && tour.opened) tour.go(at);
      else this.apply({ day });
    };
  }

  /** @param {string} island */
  pick(island) {
    if (!this.finding) return this.apply({ island });
    this.layers.hush(); // a finger leaves its card behind, over the answer
    this.finding(island);
  }

  /**
   * Shows a stop of a tour: its day and lens, its window clear of the card, what it points at.
   * @param {GuidedStop} stop
   * @param {[lat: number, lon: number][]} window
   */
  visit({ date, lens, viewpoint, islands, lines, landings }, window) {
    this.timeline.pause();
    this.apply({ day: this.axis.number(date), lens, viewpoint, island: null });
    this.layers.point(islands, [...lines, ...landings]);
    this.stage.view(window, islands);
  }

  // Leaves the darkest thing first: the blank, the stage, the door, an island's card.
  leave() {
    if (this.present.leave()) return true;
    if (this.tour?.opened) this.tour.leave();
    else if (this.door.opened) this.door.close();
    else if (this.state.island) this.unpick(this.state.island);
    else return false;
    this.room();
    return true;
  }

  /**
   * Closes an island's card; what opened it has the focus again.
   * @param {string} island
   */
  unpick(island) {
    this.apply({ island: null });
    this.layers.focus(island);
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
    const { card } = this.tour ?? {};
    if (this.payload) this.teardown();
    this.build(loaded);
    if (this.reads) this.read(true);
    if (card) this.follow(new URLSearchParams(card)); // in her language
  }

  /** @param {Loaded} loaded */
  build({ payload, shapes, land }) {
    this.payload = payload;
    this.off ||= new Set(payload.layers.filter(({ on }) => !on).map(({ id }) => id));
    this.drawn = null;
    this.starts.clear();
    this.axis = new Axis(payload);
    this.palette = new Palette(payload);
    this.palette.attach(this.main);
    this.layout();
    this.layers = new Layers(this.map, shapes, land, payload, (island) => this.pick(island));
    this.labels = new Labels(this.map, this.layers, payload, {
      obstacles: () => this.obstacles(),
      whole: () => this.stage.whole,
      most: () => this.present.on ? ON_STAGE : Infinity,
    });
    this.labels.show(!this.off.has("names"));
    if (!this.off.has("people")) this.showPeople();
    announce(payload.language, payload.title);
  }

  teardown() {
    this.tour?.leave();
    this.timeline.pause();
    this.people?.remove();
    this.labels.remove();
    this.layers.remove();
    this.palette.detach();
    for (const part of [...this.over, this.timeline.node]) part.remove();
    this.present.show(false);
  }

  layout() {
    const { payload } = this;
    const { words } = payload;
    this.time = element("time", { "data-testid": "day" });
    this.caption = element("p", { class: "caption", "data-testid": "caption" });
    const polite = { "aria-live": "polite", "aria-atomic": "true" };
    this.live = element("div", polite, element("h1", {}, this.time), this.caption);
    this.head = element(
      "header",
      { class: "head" },
      this.live,
    );
    this.tools = new Tools(payload, this.state, this.off, (part) => {
      if ("layer" in part) this.showLayer(part.layer, part.visible);
      else this.apply(part);
    });
    this.legend = new Legend(payload, this.palette);
    this.timeline = new Timeline(payload, this.axis, this.palette, this);
    this.zoom = this.stage.buttons(words);
    const changed = () => requestAnimationFrame(() => this.room());
    this.present = new Present(this.main, this.map, words, changed);
    const { file } = this.history;
    const film = (/** @type {HTMLElement} */ place) => this.film(place);
    this.share = new Share(payload, () => this.shown(), file?.[payload.language], film);
    this.tools.node.append(this.share.node, this.present.button);
    const ask = () => this.ask(any(), null);
    this.door = new Door(payload.door, { enter: (way) => this.enter(way), ask });
    this.main.append(
      this.head,
      this.timeline.node,
      this.tools.node,
      this.present.node,
      place(this.map, words.map),
      this.zoom,
      this.legend.node,
    );
    if (!this.main.isConnected) {
      document.body.classList.add("has-atlas");
      document.body.prepend(this.main);
    }
  }

  // The boxes of what stands over the map, in the map's own pixels.
  obstacles(margin = 4) {
    // a long date reaches out of the head
    return boxes(this.map, [...this.over, ...this.head.querySelectorAll("h1")], margin);
  }

  get over() {
    const cards = [this.door, this.tour].flatMap((card) => card?.opened ? [card.node] : []);
    return [this.head, this.tools.node, this.legend.node, this.zoom, this.present.node, ...cards];
  }

  /**
   * Goes the way the reader has chosen at the front door.
   * @param {DoorWay | null} way
   */
  enter(way) {
    if (way?.tour) this.lead(way.tour);
    else if (way) this.apply({ day: this.axis.number(way.date), lens: way.lens, island: null });
    this.room();
    this.timeline.range.focus({ preventScroll: true });
  }

  /** @param {string} tour */
  async lead(tour) {
    await this.guide(tour);
    // from here the keys lead through the card
    if (this.tour instanceof Tour) this.tour.title.focus({ preventScroll: true });
  }

  // Opens the front door again.
  welcome() {
    this.apply(this.doorway());
    this.room();
  }

  // What the reader sees, for the share menu.
  shown() {
    const { payload, state } = this;
    const { day, lens, viewpoint } = state;
    const view = { ...state, date: this.axis.iso(day), language: payload.language };
    const date = this.when();
    const named = (/** @type {{ id: string, name: string }[]} */ all, /** @type {string} */ key) =>
      all.find(({ id }) => id === key)?.name ?? key;
    const names = [named(payload.lenses, lens)];
    if (viewpoint !== "neutral") names.push(named(payload.viewpoints, viewpoint));
    const { shapes } = /** @type {{ shapes: Record<string, Shape> }} */ (this.history);
    const title = say(
      payload.share.words.title,
      { lens: names.join(payload.tongue.dot), date },
      payload.tongue,
    );
    const spans = payload.spans[this.key];
    return { view, date, title, day, spans, shapes, scene: () => this.scene(title) };
  }

  /**
   * What a picture of the view is made of.
   * @param {string} title
   */
  scene(title) {
    if (this.door.opened) this.door.close();
    const { main, map, head, legend, timeline, palette } = this;
    const { words } = this.payload.share;
    const from = home();
    const credit = [title, words.licence, ...from ? [from.host + from.pathname] : []];
    const parts = [head, legend.node, ...this.tour instanceof Tour ? [this.tour.node] : []];
    return { main, map, parts, bar: timeline.node, definitions: palette.definitions, credit };
  }

  // The view as a picture; none before there is one.
  picture() {
    return this.payload ? picture(this.shown().scene()) : null;
  }

  // What the first picture shows beside the first order: drawn at once, it is drawn once only.
  entrance() {
    const kept = savedView();
    const view = kept ? { ...kept, day: this.axis.number(kept.date) } : {};
    return this.payload.door.ways.length && wanted() ? { ...view, ...this.doorway() } : view;
  }

  // Opens the front door; returns a view that shows what is in dispute.
  doorway() {
    this.door.open(this.main);
    return { lens: /** @type {const} */ ("claims"), island: null };
  }

  // The first order is drawn: what the address asks for beside the view.
  arrive() {
    const { searchParams } = here();
    const asks = (/** @type {URLSearchParams | undefined} */ asked) =>
      asked?.get("furigana") === "1";
    if (this.reads || asks(searchParams) || asks(saved()?.searchParams)) this.read(true);
    if (searchParams.get("present") === "1") this.present.show(true);
    if (["tour", "quiz"].some((name) => searchParams.has(name))) this.follow(searchParams);
    else if (searchParams.get("play") === "1") this.timeline.play();
  }

  /**
   * Shows the card that an address names, or none: it was opened, or the reader goes back to it.
   * @param {URLSearchParams} asked
   */
  follow(asked) {
    const { tour: open } = this;
    const [tour, quiz, level] = ["tour", "quiz", "level"].map((name) => asked.get(name));
    const stop = Number(asked.get("stop") ?? 1);
    if (quiz !== null) {
      const { card } = open ?? {};
      if (card?.quiz !== quiz || card.level !== level) this.ask(quiz, level);
    } else if (tour === null) open?.leave();
    else if (open instanceof Tour && open.name === tour) open.go(stop - 1);
    else this.guide(tour, stop);
  }

  /**
   * What stands over the map gives way to the cards of islands under it.
   * @param {Element[]} cards
   */
  giveWay(cards) {
    const opened = boxes(this.map, cards, 0);
    for (const part of this.over) {
      const own = boxes(this.map, [part], 0);
      const under = opened.some((box) => own.some((one) => meets(box, one)));
      part.classList.toggle("behind", under);
    }
  }

  get key() {
    return keyOf(this.state);
  }

  get day() {
    return this.state.day;
  }

  // The days that the player stops at: those of the short story, or all.
  story() {
    const days = this.payload.moments[this.key];
    const all = !this.off.has("every");
    return days.flatMap(([day, , main]) => all || main ? [day] : []).filter((day) =>
      day > 0 && day <= this.axis.last
    );
  }

  // The days of the timeline on which the lens shown has something to tell.
  moments() {
    return this.changes().filter((day) => day > 0 && day <= this.axis.last);
  }

  changes() {
    const { key } = this;
    const starts = this.starts.get(key) ?? this.payload.moments[key].map(([day]) => day);
    this.starts.set(key, starts);
    return starts;
  }

  sentence() {
    return this.captionOf(this.state.day);
  }

  /** @param {Day} day */
  go(day) {
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
    if (!quiet && !this.timeline.playing && Object.keys(part).length) this.moves += 1;
    const { day, viewpoint, island } = this.state;
    const spans = this.payload.spans[this.key];
    const fresh = this.drawn !== this.key + viewpoint;
    this.write();
    if (fresh) this.tools.show(this.state);
    // what is written over the map says where it can lie
    if (this.stage.found === undefined) this.stage.fit();
    this.layers.show();
    this.layers.draw(day, spans, startsOf(spans), this.state, fresh);
    this.people?.draw(this.axis.iso(day));
    if (fresh) {
      this.drawn = this.key + viewpoint;
      this.labels.write(viewpoint);
      this.timeline.paint(spans, this.moments());
    }
    this.layers.select(island);
    setAttribute(this.live, "aria-live", quiet ? "polite" : "off");
    if (quiet) this.labels.follow(day, island);
    else this.rest();
  }

  write() {
    const { day } = this.state;
    const date = headed(this.when());
    const caption = this.captionOf(day);
    setText(this.time, date);
    setAttribute(this.time, "datetime", this.axis.iso(day));
    // with readings in it, what stands there is not what was written
    if (this.caption.dataset.written !== caption) this.caption.textContent = caption;
    this.caption.dataset.written = caption;
    this.timeline.show(day, date, caption);
    const spans = this.payload.spans[this.key];
    this.legend.show(spans, startsOf(spans), this.state, this.off);
  }

  // The day in words; a tour's stop has words of its own.
  when() {
    const { day } = this.state;
    const iso = this.axis.iso(day);
    const stop = this.tour instanceof Tour ? this.tour.stop : null;
    return stop?.date === iso ? stop.when : known(this.payload, day, iso);
  }

  /**
   * What happened that day; on a day without a story, what holds.
   * @param {Day} day
   */
  captionOf(day) {
    const { beginnings, moments, texts } = this.payload;
    const story = moments[this.key];
    let index = latest(this.changes(), day);
    if (index >= 0 && story[index][0] === day) return texts[story[index][1]];
    while (index >= 0 && story[index][3] === null) index -= 1;
    return texts[story[index]?.[3] ?? beginnings[this.key]];
  }

  /**
   * @param {string} layer
   * @param {boolean} visible
   */
  showLayer(layer, visible) {
    if (visible) this.off.delete(layer);
    else this.off.add(layer);
    if (layer === "every") return; // the player asks
    if (layer === "names") this.labels.show(visible);
    else if (layer === "people") this.showPeople();
    else if (layer in this.payload.tiles) this.showTiles(layer, visible);
    else {
      setAttribute(this.main, `data-no-${layer}`, visible ? null : "");
      this.write();
    }
  }

  // The people are fetched when first asked for; meanwhile the reader may have changed her mind.
  async showPeople() {
    const { payload } = this;
    const { people } = await this.history.guided(payload.language);
    if (this.payload !== payload) return;
    this.people?.remove();
    this.people = this.off.has("people")
      ? null
      : new People(this.map, people, payload.words, payload.tongue);
    if (!this.people) return;
    this.tools.panel.append(this.people.node);
    this.people.draw(this.axis.iso(this.state.day));
  }

  /**
   * Tiles are somebody else's map of today and come over the network: only when asked for.
   * @param {string} id
   * @param {boolean} visible
   */
  showTiles(id, visible) {
    const { url, attribution, max_zoom: maxNativeZoom } = this.payload.tiles[id];
    this.tiles[id] ||= L.tileLayer(url, { attribution, maxNativeZoom, maxZoom: MAX_ZOOM });
    if (visible) this.tiles[id].addTo(this.map);
    else this.tiles[id].remove();
    const any = Object.values(this.tiles).some((layer) => this.map.hasLayer(layer));
    setAttribute(this.main, "data-tiles", any ? "" : null);
  }

  rest() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.layers.fade();
      this.labels.follow(this.state.day, this.state.island);
      this.speak();
      this.tell();
    }, REST);
  }

  // Says what is shown once the days have come to rest; a slider that has the focus says it itself.
  speak() {
    if (this.timeline.moving || document.activeElement === this.timeline.range) return;
    setAttribute(this.live, "aria-live", "polite");
    this.caption.replaceChildren(this.sentence());
  }

  tell() {
    const { day, lens, viewpoint, island } = this.state;
    const date = this.axis.iso(day);
    const { session, seq } = this;
    const value = { session, seq, date, lens, viewpoint, island: island || null };
    const text = JSON.stringify(value);
    if (text === this.told) {
      this.moves = this.toldOf; // away and back again
      return;
    }
    [this.told, this.toldOf] = [text, this.moves];
    window.Streamlit?.setComponentValue({ ...value, moves: this.moves });
    this.main.dispatchEvent(new CustomEvent("atlas:rest", { detail: value, bubbles: true }));
  }

  /**
   * An order from Python: jump to a date, another lens, another language. Old orders are ignored.
   * Where Python's memory is the younger one, it knows that the reader has moved on, or it has not
   * yet heard of her last move, the map stays where it is and says so.
   * @param {State} order
   */
  async command(order) {
    const { session, seq, date, lens, viewpoint, island, stay, heard, furigana } = order;
    // a tour that the address asks for comes beside the map, not after it; if it fails it is told then
    if (here().searchParams.has("tour")) {
      this.history.guided(order.language).catch(() => {});
    }
    const loaded = await this.history.ordered(order);
    if (!loaded) return;
    const mine = this.payload && (stay || session !== this.session || heard < this.moves);
    // only now: what the reader did meanwhile answers the order before
    [this.session, this.seq] = [session, seq];
    this.use(loaded);
    if (furigana !== this.wished) {
      this.wished = furigana;
      this.read(furigana);
      this.tour?.furigana.show(furigana);
    }
    this.told = JSON.stringify({ session, seq, date, lens, viewpoint, island });
    if (mine) {
      this.apply({});
      return;
    }
    this.timeline.pause();
    clearTimeout(this.resting);
    const own = this.greeted ? {} : this.entrance();
    if (Object.keys(own).length) this.moves += 1;
    this.apply({ day: this.axis.number(date), lens, viewpoint, island, ...own }, true);
    if (this.greeted) return;
    this.greeted = true; // the first picture stands: what waits for it may come
    this.told = null;
    this.arrive();
    this.rest();
  }
}
