// The card beside the map, a tour's or a set of questions', and what else is fetched for a reader
// who asks for it: moving pictures, readings.

import { notify } from "./elements.js";
import { named } from "./host.js";
import { Tour } from "./tour.js";

/**
 * @import { Atlas } from "./atlas.js"
 * @import { Quiz } from "./classroom/quiz.js"
 * @import { GuidedStop, Lens, Viewpoint } from "./payload.d.ts"
 */

/** The number of some set of questions. */
const any = () => String(1 + Math.floor(9999 * Math.random()));

export class Cards {
  /** @type {Tour | Quiz | null} the one that is open */
  card = null;
  /** @type {((island: string) => void) | null} waits for an island of the reader's */
  finding = null;
  /** @type {Quiz | null} questions on their way into another language, as far as they were answered */
  left = null;
  /** whether the map's sentence and the cards have readings over their words */
  reads = false;

  /** cards asked for, counted: one that was asked for before another comes too late */
  wishes = 0;

  /** @param {Atlas} atlas */
  constructor(atlas) {
    this.atlas = atlas;
  }

  get tour() {
    return this.card instanceof Tour ? this.card : null;
  }

  /**
   * Plays a guided tour from a stop on; for one that is not there the door offers others.
   * @param {string} name
   * @param {number} stop  counted from 1
   */
  async guide(name, stop = 1) {
    const { atlas } = this;
    const { history, payload } = atlas;
    const wish = this.wishes += 1;
    const guided = await history.guided(payload.language).catch(() => this.newer());
    if (!guided || wish !== this.wishes) return;
    if (!Object.hasOwn(guided.tours, name)) {
      atlas.door.open(atlas.main, guided.words.odd_tour);
      named({});
      return atlas.room();
    }
    this.card?.leave();
    const tour = this.card = new Tour(name, guided, {
      ...this.reading(),
      tongue: atlas.payload.tongue,
      show: (at) => this.visit(at, guided.windows[at.window]),
      ask: () => this.quiz(),
      left: () => this.alone(),
    });
    tour.begin(atlas.main, stop);
  }

  // What a card is told of readings, and tells of them and of itself.
  reading() {
    return { reads: this.reads, read: (/** @type {boolean} */ on) => this.read(on), named };
  }

  /**
   * Shows or hides readings over the map's sentence; they come when they are first asked for.
   * @param {boolean} on
   */
  async read(on) {
    const { atlas } = this;
    const { head } = atlas;
    this.reads = on;
    if (!on) return head.furigana?.show(false);
    // without them the sentence stands as it is
    const guided = await atlas.history.guided(atlas.payload.language).catch(() => null);
    // meanwhile she may have changed her mind, or her language
    if (!guided || !this.reads || atlas.head !== head) return;
    head.read(guided.kana);
    atlas.room();
  }

  // Says that a saved file holds more than an old browser can unpack.
  newer() {
    notify(this.atlas.payload.words.newer);
  }

  // The card is gone.
  alone() {
    const { layers, stage, timeline } = this.atlas;
    this.card = null;
    named({});
    this.atlas.write();
    layers.point([], []);
    stage.fit();
    const lost = document.activeElement === document.body && document.hasFocus();
    if (lost) timeline.range.focus({ preventScroll: true }); // it was on the card
  }

  // Asks some questions.
  quiz() {
    return this.ask(any(), null);
  }

  /**
   * Asks a set of questions, as a link names it.
   * @param {string | null} seed
   * @param {string | null} level
   */
  async ask(seed, level) {
    const { atlas } = this;
    const { history } = atlas;
    const wish = this.wishes += 1;
    const facts = await history.questions(atlas.payload.language).catch(() => this.newer());
    const { modules } = window.kurilAtlas;
    if (!facts || !modules || wish !== this.wishes) return;
    const { quiz: { Quiz }, sets: { asked } } = modules;
    this.card?.leave();
    const quiz = this.card = new Quiz(facts, atlas.payload, asked(seed, level), {
      ...this.reading(),
      show: ({ date, lens, viewpoint, islands }) => {
        this.show({ date, lens, viewpoint });
        atlas.layers.point(islands, []);
      },
      find: (found) => {
        this.finding = found;
      },
      focus: (island) => atlas.layers.focus(island),
      left: () => this.alone(),
      open: (chosen) => this.ask(String(chosen.seed), String(chosen.level)),
      shapes: history.shapes ?? {},
    });
    quiz.begin(atlas.main, this.left);
    this.left = null;
    atlas.room();
  }

  /**
   * Offers moving pictures in a place; there they are made.
   * @param {HTMLElement} place
   */
  async film(place) {
    const { atlas } = this;
    const { history } = atlas;
    const facts = await history.questions(atlas.payload.language).catch(() => this.newer());
    const { modules } = window.kurilAtlas;
    if (!facts || !modules) return;
    if (place.hasChildNodes()) return place.replaceChildren(); // and what is being made ends
    const { axis, payload } = atlas;
    const { node } = new modules.film.Film(facts.film, payload, {
      day: () => atlas.day,
      turns: () => atlas.moments(),
      iso: (day) => axis.iso(day),
      show: (day) => {
        atlas.timeline.pause();
        atlas.apply({ day });
        atlas.labels.follow(day, atlas.state.island);
      },
      keep: () => this.keep(),
      scene: () => atlas.shown().scene(),
      last: axis.last,
      encoder: () => history.encoder().catch(() => this.newer()),
      stops: () => this.tour?.ways() ?? [],
    });
    place.append(node);
    node.querySelector("input")?.focus();
  }

  // Gives the way back to the day shown now, and to the stop of its tour.
  keep() {
    const { atlas: { day }, tour } = this;
    const at = tour?.at ?? 0;
    return () => {
      if (tour?.opened) tour.go(at);
      else this.atlas.apply({ day });
    };
  }

  /** @param {string} island */
  pick(island) {
    if (!this.finding) return this.atlas.apply({ island });
    this.atlas.layers.answers.hush(); // a finger leaves its card behind, over the answer
    this.finding(island);
  }

  /**
   * Shows what a card asks for.
   * @param {{ date: string, lens: Lens, viewpoint: Viewpoint }} view
   */
  show({ date, lens, viewpoint }) {
    const { atlas } = this;
    atlas.timeline.pause();
    atlas.apply({ day: atlas.axis.number(date), lens, viewpoint, island: null });
  }

  /**
   * Shows a stop of a tour: its day and lens, its window clear of the card, what it points at.
   * @param {GuidedStop} stop
   * @param {[lat: number, lon: number][]} window
   */
  visit({ date, lens, viewpoint, islands, lines, landings }, window) {
    const { atlas } = this;
    this.show({ date, lens, viewpoint });
    atlas.layers.point(islands, [...lines, ...landings]);
    atlas.stage.view(window, islands);
  }

  /** @param {string} tour */
  async lead(tour) {
    await this.guide(tour);
    // from here the keys lead through the card
    this.tour?.title.focus({ preventScroll: true });
  }

  /**
   * Opens a card in the language that is read now, at the place where it was left in another.
   * @param {Tour | Quiz} card
   */
  async resume(card) {
    this.left = card instanceof Tour ? null : card;
    await this.follow(new URLSearchParams(card.card));
  }

  /**
   * Shows the card that an address names, or none: it was opened, or the reader goes back to it.
   * @param {URLSearchParams} asked
   */
  async follow(asked) {
    const { card: open } = this;
    this.wishes += 1;
    const [tour, quiz, level] = ["tour", "quiz", "level"].map((name) => asked.get(name));
    const stop = Number(asked.get("stop") ?? 1);
    if (quiz === null) this.left = null;
    if (quiz !== null) {
      const { card } = open ?? {};
      if (card?.quiz !== quiz || card.level !== level) await this.ask(quiz, level);
    } else if (tour === null) open?.leave();
    else if (open instanceof Tour && open.name === tour) open.go(stop - 1);
    else await this.guide(tour, stop);
  }
}
