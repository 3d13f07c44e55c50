// The strip in the timeline: who held how many square kilometres, over all days.

import { svg } from "./elements.js";

/**
 * @import { Axis } from "./axis.js"
 * @import { Palette } from "./palette.js"
 * @import { Day, Payload, Span } from "./payload.d.ts"
 * @typedef {{ power: string, from: number, to: number, top: number, height: number }} Bar
 */

const HEIGHT = 34; // in the strip's own units: it is as high as the style sheets say
const TICK = 8;
const ZIGZAG = "M0,-3 L0,4 L-4,9 L4,17 L-4,25 L0,30 L0,42";

/**
 * The bars of the strip, between one change and the next, piled from the foot upwards in the order of the powers.
 * @param {Payload} payload
 * @param {Axis} axis
 * @param {Span[][]} spans
 * @param {Day[]} marks  the days of change
 * @returns {Bar[]}
 */
export function bars({ islands, powers }, axis, spans, marks) {
  const total = islands.reduce((sum, island) => sum + (island.kuril ? island.km2 : 0), 0);
  const days = [0, ...marks, axis.last];
  const cursors = spans.map(() => 0);
  /** @type {Bar[]} */
  const found = [];
  /** @type {Record<string, Bar>} */
  const runs = {};
  days.slice(0, -1).forEach((day, index) => {
    /** @type {Record<string, number>} */
    const held = {};
    islands.forEach(({ kuril, km2 }, number) => {
      if (!kuril) return;
      const records = spans[number];
      while (records[cursors[number] + 1]?.start <= day) cursors[number] += 1;
      const { power } = records[cursors[number]];
      held[power] = (held[power] || 0) + km2;
    });
    const [from, to] = [axis.position(day), axis.position(days[index + 1])];
    let top = HEIGHT;
    for (const power of Object.keys(powers)) {
      if (!held[power]) continue;
      const height = (HEIGHT * held[power]) / total;
      top -= height;
      const last = runs[power];
      if (last && last.to === from && last.top === top && last.height === height) last.to = to;
      else found.push(runs[power] = { power, from, to, top, height });
    }
  });
  return found;
}

export class Strip {
  /**
   * @param {Payload} payload
   * @param {Axis} axis
   * @param {Palette} palette
   */
  constructor(payload, axis, palette) {
    this.payload = payload;
    this.axis = axis;
    this.palette = palette;
    // without a width of its own: places are shares of the one it gets, and patterns keep their size
    this.node = svg("svg", { class: "strip", "aria-hidden": "true" });
  }

  /** @param {number} position */
  share(position) {
    return `${100 * position / this.axis.width}%`;
  }

  /** @param {number} height */
  part(height) {
    return `${100 * height / (HEIGHT + TICK)}%`;
  }

  /**
   * @param {Span[][]} spans
   * @param {Day[]} marks  the days of change
   */
  paint(spans, marks) {
    const { axis, palette, payload } = this;
    const held = bars(payload, axis, spans, marks).map(({ power, from, to, top, height }) => {
      const place = {
        x: this.share(from),
        y: this.part(top),
        width: this.share(to - from),
        height: this.part(height),
      };
      return svg("rect", { ...place, fill: palette.fill(power), "data-power": power });
    });
    const ticks = marks.map((day) => this.rule("tick", day, HEIGHT));
    const walls = payload.eras.slice(1).map(({ start }) => this.tear(start));
    this.node.replaceChildren(...held, ...ticks, ...walls);
  }

  /**
   * @param {string} name
   * @param {Day} day
   * @param {number} top
   */
  rule(name, day, top) {
    const x = this.share(this.axis.position(day));
    return svg("line", { class: name, x1: x, x2: x, y1: this.part(top), y2: "100%" });
  }

  /**
   * The sign that the scale is another one from this day on.
   * @param {Day} day
   */
  tear(day) {
    const x = this.share(this.axis.position(day));
    return svg(
      "svg",
      {
        class: "tear",
        x,
        y: 0,
        width: 1,
        height: "100%",
        viewBox: `0 0 1 ${HEIGHT + TICK}`,
        preserveAspectRatio: "none",
        overflow: "visible",
      },
      ...["gap", "wall"].map((name) => svg("path", { class: name, d: ZIGZAG })),
    );
  }
}
