// Draws what the page shows as parts of an SVG that stands alone: boxes, letters, shapes.

import { svg } from "./elements.js";

/** @typedef {{ out: Element, x: number, y: number }} Sheet  where to draw, and what is taken off */

const SHAPES = "path, rect, circle, line, polyline, polygon, text";
const GEOMETRY = [
  ...["d", "x", "y", "width", "height", "rx", "cx", "cy", "r", "points"],
  ...["x1", "x2", "y1", "y2", "pathLength", "text-anchor", "transform"],
];
const STROKES = [
  ...["stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap"],
  ...["stroke-linejoin", "stroke-opacity"],
];
// What need not be written where it says nothing.
const UNSAID = [...STROKES, "fill-opacity", "opacity"];
const CLEAR = /^rgba\(.*, 0\)$|^transparent$/;
const LETTERS = document.createElement("canvas");

/**
 * @param {DOMRect} rect
 * @param {number} left
 * @param {number} top
 */
export const box = ({ x, y, width, height }, left, top) => ({
  x: x - left,
  y: y - top,
  width,
  height,
});

/**
 * @param {Element} node
 * @param {Sheet} sheet
 * @param {L.Map} map
 */
export function trace(node, sheet, map) {
  const style = getComputedStyle(node);
  if (style.display === "none") return;
  if (node instanceof SVGSVGElement) return void drawing(node, sheet, map);
  if (style.visibility !== "hidden") {
    if (node.classList.contains("landing")) triangle(node, sheet);
    else ground(node, style, sheet);
  }
  for (const child of node.childNodes) {
    if (child instanceof Element) trace(child, sheet, map);
    else if (child instanceof Text && style.visibility !== "hidden") write(child, style, sheet);
  }
  const mark = getComputedStyle(node, "::after");
  if (mark.content === '"?"' && mark.visibility !== "hidden") after(node, "?", style, sheet);
}

/**
 * @param {Element} node
 * @param {CSSStyleDeclaration} style
 * @param {Sheet} sheet
 */
function ground(node, style, { out, x, y }) {
  const { backgroundColor: fill, borderTopWidth, borderTopColor, borderRadius } = style;
  const bordered = parseFloat(borderTopWidth) > 0 && style.borderTopStyle !== "none";
  if (CLEAR.test(fill) && !bordered) return;
  const stroke = bordered ? { stroke: borderTopColor, "stroke-width": borderTopWidth } : {};
  const place = box(node.getBoundingClientRect(), x, y);
  out.append(svg("rect", {
    ...place,
    rx: parseFloat(borderRadius) || null,
    fill: CLEAR.test(fill) ? "none" : fill,
    ...stroke,
  }));
}

/**
 * A landing site: on the screen it is made of borders.
 * @param {Element} node
 * @param {Sheet} sheet
 */
function triangle(node, { out, x, y }) {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  const d = `M${(left + right) / 2 - x},${top - y}L${right - x},${bottom - y}H${left - x}z`;
  const looks = { fill: "#111", stroke: "#fff", "stroke-width": 2, "paint-order": "stroke" };
  out.append(svg("path", { d, ...looks }));
}

/**
 * Text, line by line as the page has broken it.
 * @param {Text} text
 * @param {CSSStyleDeclaration} style
 * @param {Sheet} sheet
 */
function write(text, style, sheet) {
  /** @type {{ words: string, left: number, top: number }[]} */
  const lines = [];
  const range = document.createRange();
  let at = 0;
  for (const letter of text.data) {
    range.setStart(text, at);
    range.setEnd(text, at += letter.length);
    const [rect] = range.getClientRects();
    if (!rect || (!rect.width && !letter.trim())) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - rect.top) < 2) line.words += letter;
    else lines.push({ words: letter, left: rect.left, top: rect.top });
  }
  const lang = text.parentElement?.closest("[lang]")?.getAttribute("lang");
  for (const { words, left, top } of lines) {
    if (words.trim()) line(words.trimEnd(), left, top, lang, style, sheet);
  }
}

/**
 * @param {string} words
 * @param {number} left
 * @param {number} top  of the letters' own box
 * @param {string | null | undefined} lang
 * @param {CSSStyleDeclaration} style
 * @param {Sheet} sheet
 */
function line(words, left, top, lang, style, { out, x, y }) {
  const halo = style.textShadow === "none" ? {} : {
    stroke: style.textShadow.match(/^rgba?\([^)]*\)/)?.[0] ?? "#fff",
    "stroke-width": 4,
    "stroke-opacity": 0.85,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  };
  const spacing = style.letterSpacing === "normal" ? null : style.letterSpacing;
  const shown = style.textTransform === "uppercase" ? words.toLocaleUpperCase(lang ?? []) : words;
  out.append(svg("text", {
    x: round(left - x),
    y: round(top - y + ascent(style)),
    "font-family": style.fontFamily,
    "font-size": style.fontSize,
    "font-weight": style.fontWeight === "400" ? null : style.fontWeight,
    "font-style": style.fontStyle === "normal" ? null : style.fontStyle,
    "letter-spacing": spacing,
    "xml:space": "preserve",
    lang,
    fill: style.color,
    ...halo,
  }, shown));
}

/**
 * How far letters reach above their foot.
 * @param {CSSStyleDeclaration} style
 */
function ascent({ fontStyle, fontWeight, fontSize, fontFamily }) {
  const context = /** @type {CanvasRenderingContext2D} */ (LETTERS.getContext("2d"));
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return context.measureText("x").fontBoundingBoxAscent;
}

/**
 * The sign that a style sheet writes after a name.
 * @param {Element} node
 * @param {string} sign
 * @param {CSSStyleDeclaration} style
 * @param {Sheet} sheet
 */
function after(node, sign, style, sheet) {
  const { right, top } = node.getBoundingClientRect();
  line(sign, right, top - 2, null, style, sheet);
}

/**
 * A drawing within the page: a pane of the map, a sample of the legend.
 * @param {SVGSVGElement} node
 * @param {Sheet} sheet
 * @param {L.Map} map
 */
function drawing(node, { out, x, y }, map) {
  const pane = node.closest(".leaflet-pane");
  const rect = pane ? map.getContainer().getBoundingClientRect() : node.getBoundingClientRect();
  const origin = pane ? map.layerPointToContainerPoint([0, 0]) : { x: 0, y: 0 };
  const scale = !pane && node.viewBox.baseVal?.width ? rect.width / node.viewBox.baseVal.width : 1;
  const place = `translate(${round(rect.left - x + origin.x)},${round(rect.top - y + origin.y)})`;
  const group = svg("g", { transform: scale === 1 ? place : `${place} scale(${round(scale)})` });
  for (const shape of node.querySelectorAll(SHAPES)) {
    if (!shape.closest("defs")) outline(/** @type {SVGElement} */ (shape), group);
  }
  if (group.childElementCount) out.append(group);
}

/**
 * @param {SVGElement} shape
 * @param {Element} out
 */
function outline(shape, out) {
  const style = getComputedStyle(shape);
  const hidden = style.display === "none" || style.visibility === "hidden" ||
    shape.parentElement && getComputedStyle(shape.parentElement).display === "none";
  if (hidden || shape.classList.contains("ring")) return; // a ring is only there to be pressed
  const paint = (/** @type {string} */ value) =>
    value.replace(/^url\("?[^#]*(#[\w-]+)"?\).*$/, "url($1)");
  const [fill, stroke] = [paint(style.fill), paint(style.stroke)];
  if (fill === "none" && stroke === "none") return;
  /** @type {Record<string, string | null>} */
  const looks = {
    fill,
    stroke,
    "fill-opacity": style.fillOpacity,
    "fill-rule": style.fillRule === "nonzero" ? null : style.fillRule,
    opacity: style.opacity,
  };
  if (stroke !== "none") { for (const name of STROKES) looks[name] = style.getPropertyValue(name); }
  for (const name of GEOMETRY) looks[name] = shape.getAttribute(name);
  if (shape.localName === "text") {
    Object.assign(looks, {
      "font-family": style.fontFamily,
      "font-size": style.fontSize,
      "font-weight": style.fontWeight,
      "text-anchor": style.textAnchor,
    });
  }
  for (const name of UNSAID) if (/^(none|1|0px)$/.test(looks[name] ?? "")) looks[name] = null;
  const copy = svg(/** @type {"path"} */ (shape.localName), looks);
  const name = shape.getAttribute("aria-label");
  if (name) copy.append(svg("title", {}, name));
  else if (shape.localName === "text") copy.textContent = shape.textContent;
  out.append(copy);
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;
