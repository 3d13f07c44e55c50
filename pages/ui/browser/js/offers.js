// What can be taken along of the view shown: as an address, as text, as a file.

import { filled } from "./cite.js";
import { element, svg } from "./elements.js";
import { home, link } from "./home.js";
import { host } from "./host.js";
import { painted, picture, standalone } from "./picture.js";
import { csv, geojson, held } from "./tables.js";

/**
 * @import { Form, Payload, Shape, Span } from "./payload.d.ts"
 * @import { View } from "./home.js"
 * @import { Scene } from "./picture.js"
 * @typedef {{ view: View, date: string, title: string, spans: Span[][], day: number,
 *   shapes: Record<string, Shape>, scene: () => Scene }} Shown
 */

const QUIET = 4; // modules of white round a code
const MODULE = 6; // pixels
const FRAME = { width: "100%", height: "560", style: "border:0", loading: "lazy" };
const COLUMNS = ["id", "name", "names", "km2", "holder", "since", "basis", "note", "doubt"];
const NO_HOME = /<meta name="atlas-home" content=""\s*>/; // and not these letters here

/**
 * A code as a drawing that stands alone.
 * @param {boolean[][]} matrix
 */
export function drawCode(matrix) {
  const size = matrix.length + 2 * QUIET;
  const d = matrix.map((row, i) =>
    row.map((dark, j) => dark ? `M${j + QUIET},${i + QUIET}h1v1h-1z` : "").join("")
  ).join("");
  const sides = { viewBox: `0 0 ${size} ${size}`, width: MODULE * size, height: MODULE * size };
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", ...sides, "shape-rendering": "crispEdges" },
    svg("rect", { width: size, height: size, fill: "#fff" }),
    svg("path", { d, fill: "#000" }),
  );
}

export class Offers {
  /**
   * @param {Payload} payload
   * @param {() => Shown} shown  what the reader sees when she asks
   */
  constructor(payload, shown) {
    this.payload = payload;
    this.words = payload.share.words;
    this.shown = shown;
  }

  /**
   * The view's address; none in a saved file that does not know where it is from.
   * @param {Record<string, string>} manner  a way of showing it
   */
  link(manner = {}) {
    const from = home();
    return from ? link(from, this.shown().view, manner) : "";
  }

  frame() {
    const src = this.link({ embed: "true" });
    const { title } = this.shown();
    return element("iframe", { src, title, ...FRAME, allow: "fullscreen; clipboard-write" })
      .outerHTML;
  }

  /**
   * A file's name: what is shown, in which language.
   * @param {string} ending
   */
  name(ending) {
    const { date, lens, language } = this.shown().view;
    return `kuril-atlas-${date}-${lens}-${language}.${ending}`;
  }

  svg() {
    return standalone(picture(this.shown().scene()));
  }

  png() {
    return painted(picture(this.shown().scene()));
  }

  rows() {
    const { day, spans, view } = this.shown();
    return held(this.payload, spans, { day, viewpoint: view.viewpoint });
  }

  csv() {
    const { words, payload } = this;
    const { title } = this.shown();
    const heads = COLUMNS.map((column) => column === "holder" ? title : words[`column_${column}`]);
    const rows = this.rows().map(({ id, names: [[name], ...others], km2, holder_name, ...why }) => [
      ...[id, name, others.map(([other]) => other).join(" / "), km2, holder_name],
      ...[why.since, why.basis, why.note, why.doubt],
    ]);
    return new Blob([csv([heads, ...rows], payload.tongue.locale)], { type: "text/csv" });
  }

  geojson() {
    const { shapes, title, view: { date, lens, viewpoint } } = this.shown();
    const about = { title, date, lens, viewpoint, licence: this.words.licence };
    const text = geojson(this.rows(), shapes, about);
    return new Blob([text], { type: "application/geo+json" });
  }

  /**
   * The view as works are cited, seen today.
   * @param {Form} form
   */
  cite(form) {
    const { title, view } = this.shown();
    const { share, tongue } = this.payload;
    const record = { title, key: `map-${view.date}`, url: this.link() };
    return filled({ ...share, tongue }, form, record, new Date());
  }

  /**
   * The offline map: opens on this view, and knows where it is from.
   * @param {string} address
   */
  async file(address) {
    const answer = await fetch(new URL(address, host().root.ownerDocument.baseURI));
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const known = element("meta", { name: "atlas-home", content: this.link() }).outerHTML;
    const text = (await answer.text()).replace(NO_HOME, () => known);
    return new Blob([text], { type: "text/html" });
  }
}
