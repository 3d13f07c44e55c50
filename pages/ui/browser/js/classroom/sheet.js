// A set on paper: the questions, and on a page of its own the key. One file that needs nothing else.

import { element, svg } from "../elements.js";
import { Furigana } from "../furigana.js";
import { mercator } from "../outline.js";

/**
 * @import { Payload, Shape } from "../payload.d.ts"
 * @import { Question } from "./asking.js"
 * @typedef {object} Set
 * @property {Record<string, string>} words
 * @property {(key: string, values?: Record<string, string | number>) => string} say
 * @property {{ seed: number, level: number }} chosen
 * @property {Payload} payload
 * @property {Furigana} furigana  whether words have their readings, and which
 * @property {{ shapes: Record<string, Shape> }} viewer
 */

const LETTERS = "ABCD";
const WIDE = 400; // pixels: a map's width, and what is free round it for letters
const EDGE = 40;
const STYLE = `
  @page { margin: 16mm; }
  body { font: 12pt/1.4 "Noto Sans", "Segoe UI", "Hiragino Sans", sans-serif; color: #000; margin: 2em auto; max-width: 42em; }
  h1 { font-size: 16pt; margin: 0 0 .3em; } ol { padding-left: 1.6em; } ol ol { list-style: upper-alpha; }
  li { margin: .25em 0; } body > main > ol > li { break-inside: avoid; margin-bottom: 1.1em; }
  .key { break-before: page; font-size: 10pt; line-height: 1.3; } small { display: block; color: #333; } a { color: inherit; }
  .name::after { content: ""; display: inline-block; width: 16em; border-bottom: 1px solid; margin-left: .5em; }
  .boxes li { list-style: none; } .boxes li::before { content: ""; display: inline-block; width: 1.4em; height: 1.1em; border: 1px solid; margin-right: .6em; vertical-align: middle; }
  svg { display: block; margin: .4em 0; } path { fill: #ddd; stroke: #000; stroke-width: .6; } text { font-size: 15px; font-weight: 700; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
  line { stroke: #000; } rt { font-size: .5em; } :is(h1, p, li, div, small, strong):has(> ruby) { line-height: 1.9; }
  @media screen { .key { border-top: 2px solid; padding-top: 1em; } }`;

/**
 * @param {Question[]} questions
 * @param {Set} set
 * @returns {string} a whole HTML page
 */
export function sheet(questions, set) {
  const { words, payload, chosen: { seed, level } } = set;
  const { dot } = payload.tongue;
  const title = words.title + dot + set.say("set", { seed, level });
  const root = element(
    "html",
    { lang: payload.language },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("title", {}, title),
      element("style", {}, STYLE),
    ),
    element(
      "body",
      {},
      element(
        "main",
        {},
        element("h1", {}, title),
        element("p", { class: "name" }, words.name),
        element("ol", {}, ...questions.map((question) => asked(question, set))),
      ),
      element(
        "section",
        { class: "key" },
        element("h1", {}, words.key + dot + title),
        element("ol", {}, ...questions.map((question) => answered(question, set))),
      ),
    ),
  );
  if (set.furigana.on) new Furigana(root, set.furigana.words).put();
  return `<!doctype html>\n${root.outerHTML}\n`;
}

/**
 * @param {Question} question
 * @param {Set} set
 */
function asked(question, set) {
  const { kind, text, options, keys, order, right } = question;
  if (kind === "find") {
    const island = options[right];
    return element("li", {}, set.say("letters", { island }), map(keys, set));
  }
  const list = element("ol", { class: order ? "boxes" : null });
  list.append(...options.map((option) => element("li", {}, option)));
  return element("li", {}, text, list);
}

/**
 * @param {Question} question
 * @param {Set} set
 */
function answered({ kind, options, order, right, told, sources }, set) {
  const place = LETTERS[right];
  const letter = kind === "find" ? place : set.say("placed", { place, event: options[right] });
  const words = order ? order.map((at) => options[at]).join(" → ") : letter;
  const named = sources.map(({ name }) => name).join(set.payload.tongue.semicolon);
  return element(
    "li",
    {},
    element("strong", {}, words),
    ...told.split("\n").map((line) => element("div", {}, line)),
    element("small", {}, set.say("sources", { sources: named })),
  );
}

/**
 * The chain in outline, with a letter at each of the islands.
 * @param {string[]} islands
 * @param {Set} set
 */
function map(islands, { payload, viewer: { shapes } }) {
  const rings = payload.islands.filter(({ kuril }) => kuril)
    .map(({ id }) => ({ id, rings: outline(shapes[id]) }));
  const points = rings.flatMap((one) => one.rings.flat());
  const [west, north] = [0, 1].map((axis) => Math.min(...points.map((point) => point[axis])));
  const [east, south] = [0, 1].map((axis) => Math.max(...points.map((point) => point[axis])));
  const scale = WIDE / (east - west);
  /** @type {(point: number[]) => [number, number]} */
  const place = ([x, y]) => [EDGE + (x - west) * scale, EDGE + (y - north) * scale];
  const size = { width: WIDE + 2 * EDGE, height: 2 * EDGE + (south - north) * scale };
  const d = rings.flatMap((one) =>
    one.rings.map((ring) => `M${ring.map((point) => place(point).map(round).join(",")).join("L")}z`)
  ).join("");
  const marks = islands.flatMap((id, index) => {
    const all = rings.find((one) => one.id === id)?.rings.flat().map(place) ?? [];
    const [x, y] = [0, 1].map((axis) => mean(all.map((point) => point[axis])));
    const end = { x2: round(x - 18), y2: round(y - 22) };
    return [
      svg("line", { x1: round(x), y1: round(y), ...end }),
      svg("text", { x: end.x2 - 12, y: end.y2 }, LETTERS[index]),
    ];
  });
  return svg("svg", { ...size, role: "img" }, svg("path", { d }), ...marks);
}

/**
 * An island's outer rings in Mercator's projection, north up.
 * @param {Shape} shape
 */
function outline({ geometry }) {
  return geometry.coordinates.map(([outer]) => {
    const shares = mercator(outer);
    return Array.from(
      { length: shares.length / 2 },
      (_, at) => [...shares.slice(2 * at, 2 * at + 2)],
    );
  });
}

/** @param {number} value */
const round = (value) => Math.round(10 * value) / 10;

/** @param {number[]} values */
const mean = (values) => (Math.min(...values) + Math.max(...values)) / 2;
