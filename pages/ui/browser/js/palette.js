// Fill and pattern of every power, as SVG patterns and one style sheet keyed on [data-controller].

import { svg } from "./elements.js";
import { adopt, drop } from "./sheets.js";

/** @import { PatternName, Power } from "./payload.d.ts" */

const SIZE = 8;
const INK = "#1d2a33";

// Marks drawn over the flat colour, so that powers differ in grey and to colour-blind eyes.
/** @type {Record<PatternName, () => SVGElement[]>} */
const MARKS = {
  plain: () => [],
  void: () => [],
  dots: () => [svg("circle", { cx: 2, cy: 2, r: 1 }), svg("circle", { cx: 6, cy: 6, r: 1 })],
  rising: () => [
    svg("path", { d: "M-2,6 L2,10 M-2,-2 L10,10 M6,-2 L10,2", transform: "matrix(1 0 0 -1 0 8)" }),
  ],
  falling: () => [svg("path", { d: "M-2,6 L2,10 M-2,-2 L10,10 M6,-2 L10,2" })],
  cross: () => [svg("path", { d: "M-1,-1 L9,9 M-1,9 L9,-1" })],
  horizontal: () => [svg("path", { d: "M0,2 H8 M0,6 H8" })],
  vertical: () => [svg("path", { d: "M2,0 V8 M6,0 V8" })],
};

/**
 * @param {string} id
 * @param {Power} power
 * @param {boolean} doubtful
 */
function pattern(id, power, doubtful) {
  const node = svg("pattern", { id, width: SIZE, height: SIZE, patternUnits: "userSpaceOnUse" });
  const stripe = SIZE / power.colours.length;
  power.colours.forEach((colour, index) => {
    node.append(
      svg("rect", { x: 0, y: index * stripe, width: SIZE, height: stripe, fill: colour }),
    );
  });
  if (power.colours.length > 1) node.setAttribute("patternTransform", "rotate(-45)");
  const marks = {
    stroke: INK,
    "stroke-width": 0.9,
    "stroke-opacity": 0.55,
    fill: INK,
    "fill-opacity": 0.6,
  };
  node.append(svg("g", marks, ...MARKS[power.pattern]()));
  if (doubtful) {
    const slope = "M-2,6 L2,10 M-2,-2 L10,10 M6,-2 L10,2";
    node.append(svg("path", { d: slope, stroke: "#fff", "stroke-width": 2.4 }));
    node.append(svg("path", { d: slope, stroke: INK, "stroke-width": 1.1 }));
  }
  return node;
}

export class Palette {
  /** @param {Record<string, Power>} powers */
  constructor(powers) {
    this.powers = powers;
    /** @type {Record<string, number>} */
    this.numbers = Object.fromEntries(Object.keys(powers).map((id, index) => [id, index]));
    const patterns = Object.entries(powers).flatMap(([id, power]) => [
      pattern(this.name(id, false), power, false),
      pattern(this.name(id, true), power, true),
    ]);
    const hidden = { width: 0, height: 0, "aria-hidden": "true", class: "definitions" };
    this.definitions = svg("svg", hidden, svg("defs", {}, ...patterns));
    this.sheet = new CSSStyleSheet();
    for (const id of Object.keys(powers)) {
      this.rule(`[data-controller="${id}"]`, `fill:url(#${this.name(id, false)})`);
      this.rule(`[data-controller="${id}"][data-doubt]`, `fill:url(#${this.name(id, true)})`);
      this.rule(`[data-held="${id}"]`, `stroke:${powers[id].colours[0]}`);
    }
  }

  /**
   * Ids of claims hold "+", which a CSS url() would need escaped: number them instead.
   * @param {string} id
   * @param {boolean} doubtful
   */
  name(id, doubtful) {
    return `power-${this.numbers[id]}${doubtful ? "-doubt" : ""}`;
  }

  /**
   * @param {string} selector
   * @param {string} body
   */
  rule(selector, body) {
    this.sheet.insertRule(`${selector}{${body}}`, this.sheet.cssRules.length);
  }

  /** @param {Element} parent */
  attach(parent) {
    parent.append(this.definitions);
    adopt(this.sheet);
  }

  detach() {
    this.definitions.remove();
    drop(this.sheet);
  }

  /**
   * @param {string} id
   * @param {boolean} doubtful
   */
  swatch(id, doubtful) {
    const fill = `url(#${this.name(id, doubtful)})`;
    return svg(
      "svg",
      { class: "swatch", viewBox: "0 0 20 14", width: 20, height: 14, "aria-hidden": "true" },
      svg("rect", { x: 0.5, y: 0.5, width: 19, height: 13, fill, stroke: INK }),
    );
  }
}
