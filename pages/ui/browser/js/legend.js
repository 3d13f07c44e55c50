// The legend: who holds how much on the day shown, and what the other marks mean.

import { latest } from "./axis.js";
import { element, hide, setText, svg } from "./elements.js";
import { former } from "./layers.js";
import { stands } from "./marks.js";
import { number } from "./numbers.js";
import { swatch } from "./palette.js";
import { say } from "./sentences.js";

/**
 * @import { Day, Doubt, Payload, Span, Viewpoint } from "./payload.d.ts"
 * @import { Palette } from "./palette.js"
 * @typedef {{ islands: number, km2: number }} Held
 */

export class Legend {
  /**
   * @param {Payload} payload
   * @param {Palette} palette
   */
  constructor(payload, palette) {
    this.payload = payload;
    this.palette = palette;
    const { words } = payload;
    this.list = element("ul", {});
    this.rows = Object.entries(payload.powers).map(([id, { name }]) => ({
      id,
      ...this.row(palette.swatch(id), name),
    }));
    const doubts = { holder: words.doubt_holder, day: words.doubt_day };
    this.doubts = Object.entries(doubts).map(([id, name]) => {
      const doubt = /** @type {Doubt} */ (id);
      return { doubt, ...this.row(palette.doubt(doubt), name) };
    });
    this.outlined = this.row(palette.outlined([]), words.outlined_before);
    const kinds = { treaty: words.treaty, de_facto: words.de_facto, claim: words.claim };
    this.kinds = Object.entries(kinds).map(([kind, name]) => {
      const stroke = swatch(svg("path", { class: `line ${kind}`, d: "M0,7 H20" }));
      return { kind, ...this.row(stroke, name) };
    });
    const round = swatch(
      ...["outer", "inner"].map((part) =>
        svg("circle", { class: `ringed ${part}`, cx: 10, cy: 7, r: 5 })
      ),
    );
    this.ring = this.row(round, words.ring);
    this.ring.node.classList.add("rings");
    this.ring.node.hidden = false;
    this.landing = this.row(element("span", { class: "landing" }), words.landing);
    this.node = element("section", { class: "legend", "aria-label": words.legend }, this.list);
  }

  /**
   * @param {Element} swatch
   * @param {string} name
   */
  row(swatch, name) {
    const count = element("span", { class: "count" });
    const node = element("li", { hidden: true }, swatch, element("span", {}, name), count);
    this.list.append(node);
    return { node, count };
  }

  /**
   * @param {Span[][]} spans
   * @param {Day[][]} starts
   * @param {{ day: Day, viewpoint: Viewpoint }} state
   * @param {Set<string>} off  the layers the reader has switched off
   */
  show(spans, starts, { day, viewpoint }, off = new Set()) {
    const { words, counts, tongue, lines, landings } = this.payload;
    const records = spans.map((own, index) => own[latest(starts[index], day)]);
    const held = this.sums(records);
    for (const { id, node, count } of this.rows) {
      const entry = held.get(id);
      hide(node, !entry);
      if (!entry) continue;
      const { islands, km2 } = entry;
      const amount = { count: islands, area: number(km2, tongue) };
      setText(count, islands ? say(counts.holding, amount, tongue) : words.sakhalin_only);
    }
    for (const { doubt, node, count } of this.doubts) {
      const doubtful = this.payload.islands.filter((_, index) => records[index].doubt === doubt);
      const many = doubtful.filter(({ kuril }) => kuril).length;
      hide(node, doubtful.length === 0);
      setText(count, many ? say(counts.records, { count: many }, tongue) : words.sakhalin_only);
    }
    for (const { kind, node } of this.kinds) {
      const any = lines.some((line) => line.kind === kind && stands(line, day, viewpoint));
      hide(node, off.has("lines") || !any);
    }
    const any = landings.some((landing) => stands(landing, day, viewpoint));
    hide(this.landing.node, off.has("landings") || !any);
  }

  /**
   * Tells of the outlines of islands that pass to another power on a day, in their colours. Two
   * maps side by side outline what differs, and have words of their own for that.
   * @param {Span[][]} spans
   * @param {Day[][]} starts
   * @param {Day} day
   */
  outlines(spans, starts, day) {
    const left = spans.map((own, index) => former(own, latest(starts[index], day), day));
    const powers = Object.keys(this.payload.powers).filter((id) => left.includes(id));
    const { node } = this.outlined;
    hide(node, powers.length === 0);
    if (powers.length) node.firstElementChild?.replaceWith(this.palette.outlined(powers));
  }

  /**
   * What each power holds: Sakhalin counts as held, but not among the islands.
   * @param {Span[]} records
   */
  sums(records) {
    /** @type {Map<string, Held>} */
    const held = new Map();
    this.payload.islands.forEach(({ kuril, km2 }, index) => {
      const { power } = records[index];
      const entry = held.get(power) ?? { islands: 0, km2: 0 };
      held.set(power, entry);
      if (!kuril) return;
      entry.islands += 1;
      entry.km2 += km2;
    });
    return held;
  }
}
