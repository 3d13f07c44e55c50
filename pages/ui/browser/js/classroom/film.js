// A moving picture of a span of days, made in the browser of the pictures that the share menu
// gives; nothing of it leaves the reader's machine.

import { element, setText } from "../elements.js";
import { give } from "../giving.js";
import { image, picture } from "../picture.js";
import { say } from "../sentences.js";
import { pause } from "./canvas.js";
import { COLOURS, Gif, GIF_WIDEST } from "./gif.js";
import { HOLD, MOST, reel } from "./reel.js";
import { recordable, Video, VIDEO_WIDEST } from "./video.js";

/**
 * @import { Day, Payload } from "../payload.d.ts"
 * @import { Encoder } from "../gifenc.d.ts"
 * @import { Scene } from "../picture.js"
 * @import { Pace } from "./reel.js"
 * @typedef {{ frames: (() => void)[], settle: number, hold: number, stopped: boolean }} Making
 *   frames: each shows what a picture is to be taken of; settle, hold: milliseconds
 * @typedef {object} Taking  takes up one picture after the other
 * @property {() => void} wait  until the next picture
 * @property {(drawn: HTMLImageElement, hold: number, goes: () => boolean) => Promise<void>} take
 * @property {() => Blob | Promise<Blob>} end
 * @typedef {object} Viewer  what the atlas offers
 * @property {() => Day} day
 * @property {() => Day[]} turns  the days of change
 * @property {(day: Day) => string} iso
 * @property {(day: Day) => void} show
 * @property {() => () => void} keep  gives the way back to what is shown now
 * @property {() => Scene} scene
 * @property {Day} last
 * @property {() => ((() => void)[])} stops  ways to the stops of the tour that is open
 * @property {() => Promise<Encoder | undefined | void>} encoder  what writes a GIF; nothing where it cannot be had
 */

const FORMS = ["video", "gif"];
const FLIGHT = 1700; // milliseconds: the map flies from stop to stop
const REST = 100; // milliseconds: the names follow
const DAY = 86_400_000;

export class Film {
  /** @type {Making | null} what is being made */
  making = null;
  /** @type {string[]} what is told of what was asked for */
  odd = [];
  // what is waited for is waited for no longer
  hurry = () => {};

  /**
   * @param {Record<string, string>} words
   * @param {Payload} payload
   * @param {Viewer} viewer
   */
  constructor(words, payload, viewer) {
    this.words = words;
    this.payload = payload;
    this.viewer = viewer;
    this.from = this.date("from", viewer.day());
    this.to = this.date("to", viewer.last);
    this.pace = element(
      "select",
      { id: "film-pace" },
      ...this.paces().map((value) => element("option", { value }, words[`pace_${value}`])),
    );
    this.form = element(
      "select",
      { id: "film-form" },
      ...FORMS.map((value) => element("option", { value }, words[`form_${value}`])),
    );
    const limits = { most: MOST, video: VIDEO_WIDEST, gif: GIF_WIDEST, colours: COLOURS };
    this.start = element("button", { type: "button", onclick: () => this.make() }, words.start);
    this.stop = element("button", { type: "button", onclick: () => this.cancel() }, words.cancel);
    this.bar = element("progress", { "aria-label": words.progress });
    this.said = element("p", { role: "status" });
    this.node = element(
      "div",
      { class: "film" },
      element("label", { class: "choice", for: "film-from" }, words.from, this.from),
      element("label", { class: "choice", for: "film-to" }, words.to, this.to),
      element("label", { class: "choice", for: "film-pace" }, words.pace, this.pace),
      element("label", { class: "choice", for: "film-form" }, words.form, this.form),
      element("p", {}, this.say("limits", limits)),
      this.start,
      this.bar,
      this.stop,
      this.said,
    );
    this.turn();
  }

  /**
   * @param {string} name
   * @param {Day} day
   */
  date(name, day) {
    const { first } = this.payload;
    const field = element("input", { id: `film-${name}`, type: "date", min: first });
    field.value = this.viewer.iso(day);
    return field;
  }

  /**
   * The day a field holds, wherever it lies; null where it holds none.
   * @param {string} iso
   */
  number(iso) {
    const [from, to] = [this.payload.first, iso].map((day) => Date.parse(`${day}T00:00:00Z`));
    return Number.isNaN(to) ? null : Math.round((to - from) / DAY);
  }

  // What can be pressed now.
  turn() {
    for (const field of [this.start, this.from, this.to, this.pace, this.form]) {
      field.disabled = this.making !== null;
    }
    this.bar.hidden = this.stop.hidden = this.making === null;
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} values
   */
  say(key, values = {}) {
    return say(this.words[key], values, this.payload.tongue);
  }

  async make() {
    const back = this.viewer.keep();
    this.odd = [];
    const making = this.making = this.toured() ?? this.chosen();
    this.turn();
    const made = await this.record(making).catch(console.warn);
    this.making = null;
    this.turn();
    back();
    this.end(making.stopped ? null : made);
  }

  /**
   * What takes up pictures, given the first; nothing where this browser cannot.
   * @returns {Promise<((first: HTMLImageElement) => Taking) | null>}
   */
  async taking() {
    if (this.form.value === "video") {
      const kind = recordable();
      return kind ? (first) => new Video(kind, first) : null;
    }
    const hurried = new Promise((done) => this.hurry = () => done(undefined));
    const encoder = await Promise.race([this.viewer.encoder(), hurried]);
    return encoder ? (first) => new Gif(encoder, first) : null;
  }

  /** @returns {Pace[]} */
  paces() {
    return this.viewer.stops().length ? ["tour", "change", "day"] : ["change", "day"];
  }

  /** @returns {Making | null} the tour that is open, if that is what was chosen */
  toured() {
    const frames = this.pace.value === "tour" ? this.viewer.stops() : [];
    return frames.length ? { frames, settle: FLIGHT, hold: HOLD.tour, stopped: false } : null;
  }

  /**
   * The span chosen, or what of it makes sense; the fields tell it.
   * @returns {Making}
   */
  chosen() {
    const { viewer } = this;
    const asked = {
      from: this.number(this.from.value) ?? 0,
      to: this.number(this.to.value) ?? viewer.last,
      pace: /** @type {Pace} */ (this.pace.value),
    };
    const { days, pace, odd } = reel(asked, { last: viewer.last, turns: viewer.turns() });
    this.from.value = viewer.iso(days[0]);
    this.to.value = viewer.iso(days[days.length - 1]);
    this.pace.value = pace;
    this.odd = odd.map((part) => this.words[`odd_${part}`]);
    setText(this.said, this.odd.join(" "));
    const frames = days.map((day) => () => viewer.show(day));
    return { frames, settle: REST, hold: HOLD[pace], stopped: false };
  }

  /** @param {Blob | null | void} made  null where the reader has stopped it */
  end(made) {
    const none = this.form.value === "video" && !recordable();
    if (made) {
      const [, ending] = made.type.split(/[/;]/);
      const span = this.pace.value === "tour" ? "tour" : `${this.from.value}-${this.to.value}`;
      give(made, `kuril-atlas-${span}.${ending}`);
    }
    const ended = made ? "saved" : made === null ? "stopped" : none ? "none" : "failed";
    setText(this.said, [...this.odd, this.words[ended]].join(" "));
    this.start.focus({ preventScroll: true });
  }

  cancel() {
    if (this.making) this.making.stopped = true;
    this.hurry();
  }

  /**
   * Shows one day after the other, and takes them up.
   * @param {Making} making
   */
  async record(making) {
    const opened = await this.taking();
    if (!opened || making.stopped) return;
    const goes = () => !making.stopped;
    const first = await this.paint(making, 0);
    const taken = opened(first);
    let made;
    try {
      for (const index of making.frames.keys()) {
        if (!this.node.isConnected) making.stopped = true; // the menu is gone
        if (!goes()) break;
        taken.wait();
        const drawn = index ? await this.paint(making, index) : first;
        this.tell(index + 1, making.frames.length);
        await taken.take(drawn, making.hold, goes);
      }
    } finally {
      made = await taken.end();
    }
    return made;
  }

  /**
   * @param {Making} making
   * @param {number} index
   */
  async paint({ frames, settle }, index) {
    frames[index]();
    await pause(settle); // the names follow, and the map arrives
    return image(picture(this.viewer.scene()));
  }

  /**
   * @param {number} number
   * @param {number} count
   */
  tell(number, count) {
    this.bar.max = count;
    this.bar.value = number;
    this.bar.title = this.say("picture", { number, count });
  }
}
