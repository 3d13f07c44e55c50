// The strip in the timeline: who held how many square kilometres, over all days.

import { svg } from "./elements.js";

/**
 * @import { Axis } from "./axis.js"
 * @import { Palette } from "./palette.js"
 * @import { Day, Payload, Span } from "./payload.d.ts"
 * @typedef {{ power: string, from: number, to: number, top: number, height: number }} Bar
 */

const HEIGHT = 34; // in the strip's own units
const TICK = 8;

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
    this.node = svg("svg", {
      class: "strip",
      viewBox: `0 0 ${axis.width} ${HEIGHT + TICK}`,
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    });
  }

  /**
   * @param {Span[][]} spans
   * @param {Day[]} marks  the days of change
   */
  paint(spans, marks) {
    const { axis, palette, payload } = this;
    const held = bars(payload, axis, spans, marks).map(({ power, from, to, top, height }) => {
      const fill = palette.powers[power].colours[0];
      return svg("rect", { x: from, y: top, width: to - from, height, fill });
    });
    const ticks = marks.map((day) =>
      svg("path", { class: "tick", d: `M${axis.position(day)},${HEIGHT} v${TICK}` })
    );
    const walls = payload.eras.map(({ start }) =>
      svg("path", { class: "wall", d: `M${axis.position(start)},0 V${HEIGHT + TICK}` })
    );
    this.node.replaceChildren(...held, ...ticks, ...walls);
  }
}
