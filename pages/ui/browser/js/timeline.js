// The timeline below the map: eras, the strip of square kilometres, ticks, slider, play and speed.

import { latest } from "./axis.js";
import { element, setAttribute, svg } from "./elements.js";
import { say } from "./sentences.js";
import { Track } from "./track.js";

/**
 * @import { Axis } from "./axis.js"
 * @import { Act } from "./keys.js"
 * @import { Palette } from "./palette.js"
 * @import { Day, Payload, Span } from "./payload.d.ts"
 * @typedef {object} Viewer  what the atlas offers the bar
 * @property {Day} day
 * @property {() => Day[]} moments
 * @property {() => Day[]} story  the moments that the player stops at
 * @property {(day: Day) => void} go
 * @property {() => string} sentence  what is written of the day
 * @property {() => void} rest  the reader has stopped on it
 */

const SPEEDS = [0.5, 1, 2, 4];
// Milliseconds a moment stays at speed 1: as long as its sentence takes to read.
const SHORTEST = 3000;
const LONGEST = 6000;
const LETTER = 40;
const YEARS = 10; // a long step

export class Timeline {
  speed = 1;
  dragging = false;
  /** @type {ReturnType<typeof setTimeout> | null} */
  playing = null;

  /**
   * @param {Payload} payload
   * @param {Axis} axis
   * @param {Palette} palette
   * @param {Viewer} reader
   */
  constructor(payload, axis, palette, reader) {
    this.payload = payload;
    this.axis = axis;
    this.reader = reader;
    this.track = new Track(payload, axis, palette, {
      moments: () => reader.moments(),
      slid: (day) => this.slide(day),
      go: (day) => {
        this.pause();
        reader.go(day);
      },
      let: () => reader.rest(),
    });
    this.range = this.track.range;
    this.button = element("button", {
      type: "button",
      class: "play",
      onclick: () => this.toggle(),
    });
    this.node = this.layout();
    this.showPlaying();
  }

  layout() {
    const { words } = this.payload;
    return element(
      "section",
      { class: "bar", "aria-label": words.timeline },
      this.track.node,
      element(
        "div",
        { class: "player" },
        element(
          "div",
          { class: "buttons" },
          this.stepper(words.previous, "‹", -1),
          this.button,
          this.stepper(words.next, "›", 1),
        ),
        this.pace(),
      ),
    );
  }

  /**
   * @param {string} word
   * @param {string} sign
   * @param {number} by
   */
  stepper(word, sign, by) {
    const onclick = () => this.step(by);
    const named = { "aria-label": word, title: word };
    return element("button", { type: "button", class: "step", ...named, onclick }, sign);
  }

  pace() {
    const { tongue, words } = this.payload;
    const choices = SPEEDS.map((speed) => {
      const word = say(words.times, { factor: speed.toLocaleString(tongue.locale) }, tongue);
      return element("option", { value: speed, selected: speed === 1 }, word);
    });
    const onchange = () => {
      this.speed = Number(pace.value);
    };
    const named = { "aria-label": words.speed, title: words.speed };
    const pace = element("select", { ...named, onchange }, ...choices);
    return pace;
  }

  /**
   * @param {Span[][]} spans
   * @param {Day[]} marks  the days of change
   */
  paint(spans, marks) {
    this.track.strip.paint(spans, marks);
  }

  /**
   * @param {Day} day
   * @param {string} date
   * @param {string} sentence
   */
  show(day, date, sentence) {
    const { tongue, words } = this.payload;
    setAttribute(this.range, "aria-valuetext", say(words.spoken, { date, sentence }, tongue));
    this.track.show(day, date, this.dragging);
  }

  /** @param {Day} day */
  slide(day) {
    this.pause();
    this.dragging = true;
    this.reader.go(day);
    this.dragging = false;
  }

  // Whether the days pass by themselves or under a hand: nothing is said of them then.
  get moving() {
    return this.playing !== null || this.track.held;
  }

  /**
   * Does what a key or a clicker means; says whether it was one of the timeline's.
   * @param {Act} act
   */
  act(act) {
    const { day } = this.reader;
    const { axis } = this;
    /** @type {Partial<Record<Act, () => void>>} */
    const moves = {
      next: () => this.step(1),
      previous: () => this.step(-1),
      tomorrow: () => this.reader.go(axis.clamp(day + 1)),
      yesterday: () => this.reader.go(axis.clamp(day - 1)),
      later: () => this.reader.go(axis.years(day, YEARS)),
      earlier: () => this.reader.go(axis.years(day, -YEARS)),
      first: () => this.reader.go(0),
      last: () => this.reader.go(axis.last),
    };
    const move = moves[act];
    if (act === "play") this.toggle();
    else if (!move) return false;
    else {
      this.pause();
      move();
    }
    return true;
  }

  /**
   * The next moment, or the one before; none after the last.
   * @param {number} sign
   * @param {Day[]} moments
   * @returns {Day | undefined}
   */
  neighbour(sign, moments = this.reader.moments()) {
    const index = latest(moments, sign > 0 ? this.reader.day : this.reader.day - 1);
    return sign > 0 ? moments[index + 1] : moments[index] ?? 0;
  }

  /** @param {number} sign */
  step(sign) {
    const day = this.neighbour(sign);
    if (day !== undefined) this.reader.go(day);
  }

  toggle() {
    if (this.playing) {
      this.pause();
      this.reader.rest();
    } else this.play();
  }

  play() {
    const over = this.neighbour(1, this.reader.story()) === undefined;
    if (over) this.reader.go(0);
    this.playing = setTimeout(() => this.advance(), over ? this.dwell() : 0);
    this.showPlaying();
  }

  advance() {
    const day = this.neighbour(1, this.reader.story());
    if (day !== undefined) this.reader.go(day);
    if (this.neighbour(1, this.reader.story()) === undefined) this.pause();
    else this.playing = setTimeout(() => this.advance(), this.dwell());
  }

  // How long a moment stays: by the length of what is written of it.
  dwell() {
    const letters = this.reader.sentence().length * this.payload.tongue.letter;
    return Math.min(LONGEST, Math.max(SHORTEST, letters * LETTER)) / this.speed;
  }

  pause() {
    if (this.playing) clearTimeout(this.playing);
    this.playing = null;
    this.showPlaying();
  }

  showPlaying() {
    const { words } = this.payload;
    const word = this.playing ? words.pause : words.play;
    if (this.button.getAttribute("aria-label") === word) return;
    setAttribute(this.button, "aria-label", word);
    setAttribute(this.button, "title", word);
    const d = this.playing ? "M6,4 h4 v16 h-4z M14,4 h4 v16 h-4z" : "M7,4 L20,12 L7,20z";
    const drawing = { viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": "true" };
    this.button.replaceChildren(svg("svg", drawing, svg("path", { d })));
  }
}
