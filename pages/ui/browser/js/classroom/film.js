// A moving picture of a span of days, made by the browser itself of the pictures that the share
// menu gives; nothing of it leaves the reader's machine.

import { element, setText } from "../elements.js";
import { give } from "../giving.js";
import { image, picture } from "../picture.js";
import { say } from "../sentences.js";
import { lay, size } from "./canvas.js";
import { HOLD, reel } from "./reel.js";

/**
 * @import { Day, Payload } from "../payload.d.ts"
 * @import { Scene } from "../picture.js"
 * @import { Pace } from "./reel.js"
 * @typedef {{ frames: (() => void)[], settle: number, hold: number, stopped: boolean }} Making
 *   frames: each shows what a picture is to be taken of; settle, hold: milliseconds
 * @typedef {object} Viewer  what the atlas offers
 * @property {() => Day} day
 * @property {() => Day[]} turns  the days of change
 * @property {(day: Day) => string} iso
 * @property {(day: Day) => void} show
 * @property {() => () => void} keep  gives the way back to what is shown now
 * @property {() => Scene} scene
 * @property {Day} last
 * @property {() => ((() => void)[])} stops  ways to the stops of the tour that is open
 */

const FORMS = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"];
const FLIGHT = 1700; // milliseconds: the map flies from stop to stop
const BEAT = 100; // milliseconds: a canvas that stands still would give no frames
const DAY = 86_400_000;
const BITS = 4_000_000; // a second

/** @param {number} time */
const pause = (time) => new Promise((done) => setTimeout(done, time));

export class Film {
  /** @type {Making | null} what is being made */
  making = null;

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
    for (const field of [this.start, this.from, this.to, this.pace]) {
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
    const form = FORMS.find((one) => globalThis.MediaRecorder?.isTypeSupported(one));
    if (!form) {
      setText(this.said, this.words.none);
      return;
    }
    const { viewer } = this;
    const back = viewer.keep();
    const stops = this.pace.value === "tour" ? viewer.stops() : [];
    const making = this.making = stops.length
      ? { frames: stops, settle: FLIGHT, hold: HOLD.tour, stopped: false }
      : this.chosen();
    this.turn();
    const made = await this.record(form, making).catch(console.warn);
    this.making = null;
    this.turn();
    back();
    this.end(making.stopped ? null : made ?? undefined);
  }

  /** @returns {Pace[]} */
  paces() {
    return this.viewer.stops().length ? ["tour", "change", "day"] : ["change", "day"];
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
    setText(this.said, odd.map((part) => this.words[`odd_${part}`]).join(" "));
    const frames = days.map((day) => () => viewer.show(day));
    return { frames, settle: BEAT, hold: HOLD[pace], stopped: false };
  }

  /** @param {Blob | null | undefined} made  null where the reader has stopped it */
  end(made) {
    if (made) {
      const ending = made.type.startsWith("video/mp4") ? "mp4" : "webm";
      const span = this.pace.value === "tour" ? "tour" : `${this.from.value}-${this.to.value}`;
      give(made, `kuril-atlas-${span}.${ending}`);
    }
    setText(this.said, this.words[made ? "saved" : made === null ? "stopped" : "failed"]);
    this.start.focus({ preventScroll: true });
  }

  cancel() {
    if (this.making) this.making.stopped = true;
  }

  /**
   * Shows one day after the other, and takes them up; a recorder that waits takes up nothing.
   * @param {string} mimeType
   * @param {Making} making
   * @returns {Promise<Blob | null>}
   */
  async record(mimeType, making) {
    const canvas = document.createElement("canvas");
    const brush = canvas.getContext("2d");
    if (!brush) throw new Error("no canvas");
    size(canvas, await this.paint(brush, making, 0));
    const stream = canvas.captureStream();
    const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS });
    /** @type {Blob[]} */
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((done) => {
      recorder.onstop = done;
    });
    recorder.start();
    try {
      for (const index of making.frames.keys()) {
        if (!this.node.isConnected) making.stopped = true; // the menu is gone
        if (making.stopped) break;
        recorder.pause();
        const drawn = await this.paint(brush, making, index);
        recorder.resume();
        this.tell(index + 1, making.frames.length);
        for (let time = 0; time < making.hold && !making.stopped; time += BEAT) {
          lay(brush, drawn);
          await pause(BEAT);
        }
      }
    } finally {
      recorder.stop();
      await ended;
      for (const track of stream.getTracks()) track.stop();
    }
    return making.stopped ? null : new Blob(parts, { type: mimeType });
  }

  /**
   * @param {CanvasRenderingContext2D} brush
   * @param {Making} making
   * @param {number} index
   */
  async paint(brush, { frames, settle }, index) {
    frames[index]();
    await pause(settle); // the names follow, and the map arrives
    const drawn = await image(picture(this.viewer.scene()));
    lay(brush, drawn);
    return drawn;
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
