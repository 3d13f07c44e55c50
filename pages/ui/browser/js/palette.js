// Fill and pattern of every power, as SVG patterns and one style sheet keyed on [data-controller].

import { svg } from "./elements.js";
import { sheet } from "./sheets.js";

/** @import { Doubt, Patterns, Power } from "./payload.d.ts" */

export const RIMS = ["rim-0", "rim-1"]; // the strokes of a ring; rival claims have one each

/**
 * The flat colour, and what lies over it, so that powers differ in grey and to colour-blind eyes.
 * @param {string} id
 * @param {Power} power
 * @param {Patterns} patterns
 */
function pattern(id, { colours, pattern: name }, { size, opacity, ink, marks }) {
  const node = svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" });
  const stripe = size / colours.length;
  colours.forEach((fill, index) => {
    node.append(svg("rect", { x: 0, y: index * stripe, width: size, height: stripe, fill }));
  });
  if (colours.length > 1) node.setAttribute("patternTransform", "rotate(-45)");
  if (name === "plain" || name === "void") return node;
  const { d, width } = marks[name];
  const line = { stroke: ink, "stroke-width": width, "stroke-opacity": opacity };
  node.append(svg("path", { d, ...line, "stroke-linecap": "round" }));
  return node;
}

export class Palette {
  /** @param {{ powers: Record<string, Power>, patterns: Patterns }} payload */
  constructor({ powers, patterns }) {
    this.patterns = patterns;
    /** @type {Record<string, number>} */
    this.numbers = Object.fromEntries(Object.keys(powers).map((id, index) => [id, index]));
    const drawn = Object.entries(powers).map(([id, power]) =>
      pattern(this.name(id), power, patterns)
    );
    const hidden = { width: 0, height: 0, "aria-hidden": "true", class: "definitions" };
    this.definitions = svg("svg", hidden, svg("defs", {}, ...drawn));
    const rules = Object.entries(powers).flatMap(([id, power]) => this.rules(id, power));
    for (const [doubt, { outline, ring }] of Object.entries(patterns.breaks)) {
      rules.push(`.island[data-doubt="${doubt}"]{stroke-dasharray:${outline}}`);
      rules.push(`.gaps[data-doubt="${doubt}"]{stroke:var(--sea);stroke-dasharray:${ring}}`);
    }
    this.sheet = sheet(rules.join(""));
  }

  /**
   * @param {string} id
   * @param {Power} power
   */
  rules(id, { rim }) {
    const rims = rim.map(({ colour, dash, offset }, index) => {
      const dashes = `stroke-dasharray:${dash || "none"};stroke-dashoffset:${offset}`;
      return `.${RIMS[index]}[data-held="${id}"]{stroke:${colour};${dashes}}`;
    });
    return [
      `[data-controller="${id}"]{fill:${this.fill(id)}}`,
      `.ghost[data-held="${id}"]{stroke:${this.fill(id)}}`,
      ...rims,
    ];
  }

  /**
   * Ids of claims hold "+", which a CSS url() would need escaped: number them instead.
   * @param {string} id
   */
  name(id) {
    return `power-${this.numbers[id]}`;
  }

  /**
   * What everything that stands for a power is filled with.
   * @param {string} id
   */
  fill(id) {
    return `url(#${this.name(id)})`;
  }

  /** @param {Element} parent */
  attach(parent) {
    parent.append(this.definitions);
    this.sheet.attach();
  }

  detach() {
    this.definitions.remove();
    this.sheet.detach();
  }

  /** @param {string} id */
  swatch(id) {
    return sample({ fill: this.fill(id), stroke: this.patterns.ink });
  }

  /**
   * An island with the outline of the powers it passed from: each has its part of the way round.
   * @param {string[]} powers
   */
  outlined(powers) {
    const laps = { pathLength: powers.length, "stroke-dasharray": `1 ${powers.length - 1}` };
    const part = (/** @type {string} */ id, /** @type {number} */ index) =>
      svg("path", {
        ...{ class: "ghost", "data-held": id, d: "M4.5 4.5H15.5V9.5H4.5z" },
        ...powers.length > 1 ? { ...laps, "stroke-dashoffset": -index } : {},
      });
    const island = svg("path", { d: "M5 5H15V9H5z", fill: "#fff", stroke: this.patterns.ink });
    return swatch(...powers.map(part), island);
  }

  /**
   * A broken outline, with a question mark where it is who.
   * @param {Doubt} doubt
   */
  doubt(doubt) {
    const { breaks, ink: stroke } = this.patterns;
    const dashes = breaks[doubt].outline;
    const sign = svg("text", { x: 10, y: 11.5 }, doubt === "holder" ? "?" : "±");
    const style = { fill: "#fff", stroke, "stroke-width": 1.4, "stroke-dasharray": dashes };
    return sample(style, sign);
  }
}

/**
 * @param {Record<string, string | number>} style
 * @param {...Element} over
 */
function sample(style, ...over) {
  return swatch(svg("rect", { x: 1, y: 1, width: 18, height: 12, ...style }), ...over);
}

/** @param {Element[]} drawn */
export function swatch(...drawn) {
  return svg(
    "svg",
    { class: "swatch", viewBox: "0 0 20 14", width: 20, height: 14, "aria-hidden": "true" },
    ...drawn,
  );
}
