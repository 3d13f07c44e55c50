// The axis below the map: eras, the strip with its slider, years; a hand's drag snaps to moments.

import { latest, snap, span } from "./axis.js";
import { element, setText } from "./elements.js";
import { Strip } from "./strip.js";

/**
 * @import { Axis } from "./axis.js"
 * @import { Palette } from "./palette.js"
 * @import { Day, Era, Payload } from "./payload.d.ts"
 * @typedef {{ moments: () => Day[], slid: (day: Day) => void, go: (day: Day) => void,
 *   let: () => void }} Slider  slid: moved by its thumb; go: sent by a name; let: a hand lets go
 */

const REACH = 8; // pixels within which a hand means the moment

export class Track {
  /** Whether a hand holds the thumb. */
  held = false;
  /** The axis's units in a pixel. */
  pixel = 1;

  /**
   * @param {Payload} payload
   * @param {Axis} axis
   * @param {Palette} palette
   * @param {Slider} slider
   */
  constructor(payload, axis, palette, slider) {
    this.payload = payload;
    this.axis = axis;
    this.slider = slider;
    this.strip = new Strip(payload, axis, palette);
    const release = () => this.hold(false);
    this.range = element("input", {
      type: "range",
      min: 0,
      max: axis.width,
      step: 1,
      "data-testid": "timeline",
      "aria-label": payload.words.timeline,
      "aria-describedby": "keys",
      oninput: () => slider.slid(this.aimed()),
      onpointerdown: () => this.hold(true),
      onpointerup: release,
      onpointercancel: release,
      onchange: release,
    });
    this.bubble = element("span", { class: "bubble" });
    this.thumb = element("span", { class: "thumb", "aria-hidden": "true" }, this.bubble);
    this.node = this.layout();
  }

  layout() {
    const { eras, end_mark, words } = this.payload;
    const columns = { "aria-hidden": "true", style: `--eras:${eras.length}` };
    const names = eras.map((era) => this.target("era", era.title, () => this.opening(era)));
    const years = eras.map((era, index) =>
      element(
        "span",
        { class: "cell" },
        this.target("mark", era.mark, () => era.start > 0 ? this.opening(era) : 0),
        element("small", {}, eras.length > 1 ? this.length(era) : ""),
        index === eras.length - 1 ? this.target("end", end_mark, () => this.axis.last) : null,
      )
    );
    return element(
      "div",
      { class: "track" },
      element("div", { class: "eras", ...columns }, ...names),
      element("div", { class: "rail" }, this.strip.node, this.range, this.thumb),
      element("div", { class: "marks", ...columns }, ...years),
      element("p", { id: "keys", class: "keys" }, eras.length > 1 ? words.keys : words.keys_short),
    );
  }

  /**
   * A name to press; keys have the slider, which takes the focus.
   * @param {string} kind
   * @param {string} name
   * @param {() => Day} day  it leads to
   */
  target(kind, name, day) {
    const onclick = () => {
      this.range.focus({ preventScroll: true });
      this.slider.go(day());
    };
    return element("span", { class: kind, onclick }, name);
  }

  /**
   * The day an era's name leads to.
   * @param {Era} era
   */
  opening({ start, opens }) {
    if (opens !== null) return opens;
    const moments = this.slider.moments();
    const first = moments[latest(moments, start - 1) + 1];
    const end = this.axis.edges.find((edge) => edge > start) ?? this.axis.last;
    return first < end ? first : start;
  }

  /**
   * How long an era lasts: they are all as wide.
   * @param {Era} era
   */
  length({ start }) {
    const { edges, last } = this.axis;
    const { count, unit } = span((edges.find((edge) => edge > start) ?? last) - start);
    const form = {
      style: /** @type {const} */ ("unit"),
      unit,
      unitDisplay: /** @type {const} */ ("long"),
    };
    return count.toLocaleString(this.payload.tongue.locale, form);
  }

  /** @param {boolean} held */
  hold(held) {
    if (held) this.pixel = this.axis.width / (this.range.clientWidth || this.axis.width);
    const left = this.held && !held;
    this.held = held;
    this.thumb.classList.toggle("held", held);
    if (left) this.slider.let();
  }

  // The day the thumb is at; a hand means the moment beside it.
  aimed() {
    const position = Number(this.range.value);
    if (!this.held) return this.axis.day(position);
    return snap(this.axis, this.slider.moments(), position, REACH * this.pixel);
  }

  /**
   * @param {Day} day
   * @param {string} date
   * @param {boolean} dragging
   */
  show(day, date, dragging) {
    const position = this.axis.position(day);
    const value = String(Math.round(position));
    if (this.range.value !== value && !dragging) this.range.value = value;
    const share = position / this.axis.width;
    this.thumb.style.backgroundPositionX = `${100 * share}%`;
    if (!this.held) return;
    setText(this.bubble, date);
    this.bubble.style.setProperty("--share", String(share));
  }
}
