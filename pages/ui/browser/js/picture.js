// A picture of the view: all that is drawn and written over the map, as one SVG that stands alone.
// It is traced from the page, so that it has the reader's letters, patterns and rings.

import { element, svg } from "./elements.js";
import { box, trace } from "./trace.js";

/**
 * @import { Sheet } from "./trace.js"
 * @typedef {{ main: HTMLElement, map: L.Map, parts: HTMLElement[], bar: HTMLElement,
 *   definitions: Element, credit: string[] }} Scene
 *   parts: what stands over the map; bar: what lies between them and has no place on paper
 */

const NO_PANE = /shadow|tooltip|popup|tile/;
const SHARP = 2; // pixels of a PNG for each of the screen

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
  main.setAttribute("data-picture", ""); // what is there to be pressed stays out
  try {
    return drawn({ main, map, parts, bar, definitions, credit }, foot);
  } finally {
    foot.remove();
    main.removeAttribute("data-picture");
    if (tiles !== null) main.setAttribute("data-tiles", tiles);
  }
}

/**
 * @param {Scene} scene
 * @param {HTMLElement} foot
 */
function drawn({ main, map, parts, bar, definitions }, foot) {
  const { left, top, width } = main.getBoundingClientRect();
  const room = map.getContainer().getBoundingClientRect();
  const gap = bar.getBoundingClientRect();
  const boxes = parts.map((part) => part.getBoundingClientRect());
  // where switches stand between the sentence and the map, the sentence comes down to it
  const above = boxes.filter(({ bottom }) => bottom <= room.top + 1);
  const spare = above.length ? room.top - Math.max(...above.map(({ bottom }) => bottom)) : 0;
  // and what stands below the timeline moves up to it
  const lifts = boxes.map((place) =>
    above.includes(place) ? 0 : spare + (place.top >= gap.top - 1 ? gap.height : 0)
  );
  const ends = boxes.map(({ bottom }, index) => bottom - lifts[index]);
  const end = Math.max(room.bottom - spare, ...ends);
  const below = foot.getBoundingClientRect();
  const height = end - top + below.height;
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", ...size });
  root.append(
    svg("title", {}, parts[0]?.innerText ?? ""),
    svg("rect", { width, height, fill: getComputedStyle(document.body).backgroundColor }),
    lands(map, { out: root, x: left, y: top + spare }),
  );
  parts.forEach((part, index) => trace(part, { out: root, x: left, y: top + lifts[index] }, map));
  trace(foot, { out: root, x: left, y: below.top - (end - top) }, map);
  root.prepend(used(definitions, root));
  return root;
}

/**
 * The map itself, cut off where its room ends.
 * @param {L.Map} map
 * @param {Sheet} sheet
 */
function lands(map, { x, y }) {
  const container = map.getContainer();
  const room = box(container.getBoundingClientRect(), x, y);
  const sea = svg("rect", { ...room, fill: getComputedStyle(container).backgroundColor });
  const clip = svg("clipPath", { id: "room" }, svg("rect", room));
  const group = svg("g", { "clip-path": "url(#room)" }, sea);
  for (const pane of panes(map)) trace(pane, { out: group, x, y }, map);
  return svg("g", {}, clip, group);
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

/** @param {SVGSVGElement} drawn */
export function standalone(drawn) {
  const text = new XMLSerializer().serializeToString(drawn);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" });
}

/**
 * The same as an image.
 * @param {SVGSVGElement} drawn
 */
export async function image(drawn) {
  const made = new Image();
  const url = URL.createObjectURL(standalone(drawn));
  made.src = url;
  await made.decode();
  URL.revokeObjectURL(url);
  return made;
}

/**
 * The same in pixels, two for each of the screen's.
 * @param {SVGSVGElement} drawn
 * @returns {Promise<Blob>}
 */
export async function painted(drawn) {
  const made = await image(drawn);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(SHARP * made.naturalWidth);
  canvas.height = Math.round(SHARP * made.naturalHeight);
  canvas.getContext("2d")?.drawImage(made, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => blob ? done(blob) : fail(new Error("no picture")), "image/png")
  );
}
