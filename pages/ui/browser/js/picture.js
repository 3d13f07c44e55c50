// A picture of the view: all that is drawn and written over the map, as one SVG that stands alone.
// It is traced from the page, so that it has the reader's letters, patterns and rings.

import { element, svg } from "./elements.js";

/**
 * @typedef {{ main: HTMLElement, map: L.Map, parts: HTMLElement[], bar: HTMLElement,
 *   definitions: Element, credit: string[] }} Scene
 *   parts: what stands over the map; bar: what lies between them and has no place on paper
 * @typedef {{ out: Element, x: number, y: number }} Sheet  where to draw, and what is taken off
 */

const SHAPES = "path, rect, circle, line, polyline, polygon, text";
const GEOMETRY = [
  ...["d", "x", "y", "width", "height", "rx", "cx", "cy", "r", "points"],
  ...["x1", "x2", "y1", "y2", "pathLength", "text-anchor", "transform"],
];
const STROKES = [
  ...["stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap"],
  ...["stroke-linejoin", "stroke-opacity"],
];
const SHARP = 2; // pixels of a PNG for each of the screen
const NO_PANE = /shadow|tooltip|popup|tile/;
const CLEAR = /^rgba\(.*, 0\)$|^transparent$/;
const LETTERS = document.createElement("canvas");

/**
 * @param {Scene} scene
 * @returns {SVGSVGElement}
 */
export function picture({ main, map, parts, bar, definitions, credit }) {
  const tiles = main.getAttribute("data-tiles"); // somebody else's map stays out
  main.removeAttribute("data-tiles");
  const foot = element(
    "footer",
    { class: "credit" },
    ...credit.map((line) => element("p", {}, line)),
  );
  main.append(foot);
  try {
    return drawn({ main, map, parts, bar, definitions, credit }, foot);
  } finally {
    foot.remove();
    if (tiles !== null) main.setAttribute("data-tiles", tiles);
  }
}

/**
 * @param {Scene} scene
 * @param {HTMLElement} foot
 */
function drawn({ main, map, parts, bar, definitions }, foot) {
  const frame = main.getBoundingClientRect();
  const room = map.getContainer().getBoundingClientRect();
  const gap = bar.getBoundingClientRect();
  // what stands below the timeline moves up to the map
  const lifted = (/** @type {Element} */ part) =>
    part.getBoundingClientRect().top >= gap.top - 1 ? gap.height : 0;
  const ends = parts.map((part) => part.getBoundingClientRect().bottom - lifted(part));
  const bottom = Math.max(room.bottom, ...ends);
  const below = foot.getBoundingClientRect();
  const [width, height] = [frame.width, bottom - frame.top + below.height];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", ...size });
  const clip = box(room, frame.left, frame.top);
  root.append(
    svg("title", {}, parts[0]?.innerText ?? ""),
    svg("rect", { width, height, fill: getComputedStyle(document.body).backgroundColor }),
    svg("clipPath", { id: "room" }, svg("rect", clip)),
  );
  const ground = svg("g", { "clip-path": "url(#room)" });
  ground.append(
    svg("rect", { ...clip, fill: getComputedStyle(map.getContainer()).backgroundColor }),
  );
  for (const pane of panes(map)) trace(pane, { out: ground, x: frame.left, y: frame.top }, map);
  root.append(ground);
  for (const part of parts) {
    trace(part, { out: root, x: frame.left, y: frame.top + lifted(part) }, map);
  }
  trace(foot, { out: root, x: frame.left, y: below.top - (bottom - frame.top) }, map);
  root.prepend(used(definitions, root));
  return root;
}

/**
 * The panes of a map from the lowest up.
 * @param {L.Map} map
 */
function panes(map) {
  const depth = (/** @type {Element} */ pane) => Number(getComputedStyle(pane).zIndex) || 0;
  const all = /** @type {HTMLElement} */ (map.getPane("mapPane")).children;
  return [...all].filter((pane) => !NO_PANE.test(pane.className))
    .sort((a, b) => depth(a) - depth(b));
}

/**
 * The patterns that are pointed at.
 * @param {Element} definitions
 * @param {Element} root
 */
function used(definitions, root) {
  const fills = [...root.querySelectorAll("[fill], [stroke]")].flatMap((
    node,
  ) => [node.getAttribute("fill"), node.getAttribute("stroke")]);
  const patterns = [...definitions.querySelectorAll("pattern")]
    .filter(({ id }) => fills.includes(`url(#${id})`));
  return svg("defs", {}, ...patterns.map((pattern) => pattern.cloneNode(true)));
}

/**
 * @param {DOMRect} rect
 * @param {number} left
 * @param {number} top
 */
const box = ({ x, y, width, height }, left, top) => ({ x: x - left, y: y - top, width, height });

/**
 * @param {Element} node
 * @param {Sheet} sheet
 * @param {L.Map} map
 */
function trace(node, sheet, map) {
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
  const mark = getComputedStyle(node, "::after").content;
  if (mark === '"?"' && style.visibility !== "hidden") after(node, "?", style, sheet);
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
  const looks = { fill, stroke, "fill-opacity": style.fillOpacity, opacity: style.opacity };
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
  for (const [name, value] of Object.entries(looks)) {
    if (/^(none|1|normal|0px)$/.test(value ?? "") && name !== "fill" && name !== "d") {
      if (name !== "pathLength" && !GEOMETRY.includes(name)) looks[name] = null;
    }
  }
  const copy = svg(/** @type {"path"} */ (shape.localName), looks);
  const name = shape.getAttribute("aria-label");
  if (name) copy.append(svg("title", {}, name));
  else if (shape.localName === "text") copy.textContent = shape.textContent;
  out.append(copy);
}

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

/** @param {SVGSVGElement} drawn */
export function written(drawn) {
  const text = new XMLSerializer().serializeToString(drawn);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" });
}

/**
 * The same in pixels, two for each of the screen's.
 * @param {SVGSVGElement} drawn
 * @returns {Promise<Blob>}
 */
export async function painted(drawn) {
  const image = new Image();
  const url = URL.createObjectURL(written(drawn));
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(SHARP * image.naturalWidth);
  canvas.height = Math.round(SHARP * image.naturalHeight);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => blob ? done(blob) : fail(new Error("no picture")), "image/png")
  );
}
