// The timeline below the map: eras, the strip of square kilometres, ticks, slider, play and speed.

import { latest } from "./axis.js";
import { element, setAttribute, svg } from "./elements.js";
import { Strip } from "./strip.js";

/**
 * @import { Axis } from "./axis.js"
 * @import { Palette } from "./palette.js"
 * @import { Day, Payload, Span } from "./payload.d.ts"
 * @typedef {object} Viewer  what the atlas offers the bar
 * @property {Day} day
 * @property {() => Day[]} moments
 * @property {(day: Day) => void} go
 */

const SPEEDS = [0.5, 1, 2, 4];
const STEP = 1600; // milliseconds a moment stays at speed 1
/** @type {Record<string, number>} */
const SIGNS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

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
    this.strip = new Strip(payload, axis, palette);
    this.range = element("input", {
      type: "range",
      min: 0,
      max: axis.width,
      step: 1,
      "data-testid": "timeline",
      "aria-label": payload.words.timeline,
      "aria-describedby": "keys",
      oninput: () => this.onInput(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event),
    });
    this.thumb = element("span", { class: "thumb", "aria-hidden": "true" }, element("i", {}));
    this.button = element("button", {
      type: "button",
      class: "play",
      onclick: () => this.toggle(),
    });
    this.node = this.layout();
    this.showPlaying();
  }

  layout() {
    const { eras, end_mark, words } = this.payload;
    const columns = { "aria-hidden": "true", style: `--eras:${eras.length}` };
    return element(
      "section",
      { class: "bar", "aria-label": words.timeline },
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
      element(
        "div",
        { class: "track" },
        element(
          "div",
          { class: "eras", ...columns },
          ...eras.map(({ title }) => element("span", {}, title)),
        ),
        element("div", { class: "rail" }, this.strip.node, this.range, this.thumb),
        element(
          "div",
          { class: "marks", ...columns },
          ...eras.map(({ mark }) => element("span", {}, mark)),
          element("span", { class: "end" }, end_mark),
        ),
        element(
          "p",
          { id: "keys", class: "keys" },
          eras.length > 1 ? words.keys : words.keys_short,
        ),
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
    const { language, words } = this.payload;
    const choices = SPEEDS.map((speed) => {
      const word = words.times.replace("{factor}", speed.toLocaleString(language));
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
    this.strip.paint(spans, marks);
  }

  /**
   * @param {Day} day
   * @param {string} spoken
   */
  show(day, spoken) {
    const position = this.axis.position(day);
    const value = String(Math.round(position));
    if (this.range.value !== value && !this.dragging) this.range.value = value;
    setAttribute(this.range, "aria-valuetext", spoken);
    this.thumb.style.transform = `translateX(${(100 * position) / this.axis.width}%)`;
  }

  onInput() {
    this.pause();
    this.dragging = true;
    this.reader.go(this.axis.day(Number(this.range.value)));
    this.dragging = false;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { day } = this.reader;
    const sign = SIGNS[event.key];
    if (sign && event.shiftKey) this.reader.go(this.axis.clamp(day + sign));
    else if (sign) this.step(sign);
    else if (event.key === "PageUp") this.reader.go(this.axis.years(day, 10));
    else if (event.key === "PageDown") this.reader.go(this.axis.years(day, -10));
    else if (event.key === "Home") this.reader.go(0);
    else if (event.key === "End") this.reader.go(this.axis.last);
    else if (event.key === " ") this.toggle();
    else return;
    if (event.key !== " ") this.pause();
    event.preventDefault();
  }

  /**
   * The next moment, or the one before; none after the last.
   * @param {number} sign
   * @returns {Day | undefined}
   */
  neighbour(sign) {
    const moments = this.reader.moments();
    const index = latest(moments, sign > 0 ? this.reader.day : this.reader.day - 1);
    return sign > 0 ? moments[index + 1] : moments[index] ?? 0;
  }

  /** @param {number} sign */
  step(sign) {
    const day = this.neighbour(sign);
    if (day !== undefined) this.reader.go(day);
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    if (this.neighbour(1) === undefined) this.reader.go(0);
    this.playing = setTimeout(() => this.advance(), 0);
    this.showPlaying();
  }

  advance() {
    this.step(1);
    if (this.neighbour(1) === undefined) this.pause();
    else this.playing = setTimeout(() => this.advance(), STEP / this.speed);
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
