// The people of the islands: marks where something of their lives is told, and the same in words.

import { citations, element, pressable, setAttribute } from "./elements.js";
import { pane } from "./panes.js";

/** @import { Told, Tongue } from "./payload.d.ts" */

/**
 * What is told on a day, by the spot where it is told.
 * @param {Told[]} told
 * @param {string} date
 * @returns {Map<string, Told[]>}
 */
export function spots(told, date) {
  /** @type {Map<string, Told[]>} */
  const found = new Map();
  for (const one of told) {
    if (date < one.start || (one.end !== null && one.end <= date)) continue;
    const spot = `${one.lat} ${one.lon}`;
    found.set(spot, [...found.get(spot) ?? [], one]);
  }
  return found;
}

export class People {
  /** @type {Map<string, L.Marker>} by what each tells */
  marks = new Map();

  /**
   * @param {L.Map} map
   * @param {Told[]} told
   * @param {Record<string, string>} words
   * @param {Tongue} tongue
   */
  constructor(map, told, words, tongue) {
    this.map = map;
    this.tongue = tongue;
    this.told = told;
    this.list = element("ul", {});
    this.none = element("p", {}, words.no_people);
    this.node = element(
      "section",
      { class: "people", "aria-label": words.people },
      element("p", {}, element("b", {}, words.people)),
      this.list,
      this.none,
    );
  }

  /** @param {string} date */
  draw(date) {
    const now = new Map(
      [...spots(this.told, date).values()].map((all) => [all.map(({ id }) => id).join(" "), all]),
    );
    if (this.marks.size === now.size && [...now.keys()].every((key) => this.marks.has(key))) return;
    for (const [key, mark] of this.marks) {
      if (now.has(key)) continue;
      mark.remove();
      this.marks.delete(key);
    }
    for (const [key, all] of now) {
      if (!this.marks.has(key)) this.marks.set(key, this.mark(all));
    }
    this.list.replaceChildren(...[...now.values()].flat().map((one) => item(one, this.tongue)));
    this.none.hidden = now.size > 0;
  }

  /**
   * A figure at a spot: its card names what is told there, and a press leads to it in the list.
   * @param {Told[]} all
   */
  mark(all) {
    const [{ place, lat, lon }] = all;
    const html = element("span", { class: "person" }, element("b", {}), element("i", {}));
    const mark = L.marker([lat, lon], {
      icon: L.divIcon({ html, className: "person-target", iconSize: [24, 24] }),
      pane: pane(this.map, "people", 620),
      keyboard: true,
    }).addTo(this.map);
    mark.bindTooltip(() => element("div", {}, ...all.flatMap((one) => heading(one, this.tongue))), {
      className: "card",
      opacity: 1,
    });
    const node = mark.getElement();
    pressable(node, () => this.read(all[0].id));
    setAttribute(node, "data-told", all.map(({ id }) => id).join(" "));
    setAttribute(
      node,
      "aria-label",
      `${place}: ${all.map(({ title }) => title).join(this.tongue.semicolon)}`,
    );
    return mark;
  }

  /**
   * Opens the menu that holds the list, at one of its items.
   * @param {string} id
   */
  read(id) {
    const menu = this.node.closest("details");
    if (menu) menu.open = true;
    /** @type {HTMLElement | null} */
    const found = this.list.querySelector(`[data-item="${id}"]`);
    found?.focus(); // which scrolls it into view
  }

  remove() {
    for (const mark of this.marks.values()) mark.remove();
    this.marks.clear();
    this.node.remove();
  }
}

/**
 * @param {Told} one
 * @param {Tongue} tongue
 */
const heading = ({ place, when, title }, { dot }) => [
  element("b", {}, `${place}${dot}${when}`),
  element("p", {}, element("i", {}, title)),
];

/**
 * @param {Told} one
 * @param {Tongue} tongue
 */
function item(one, tongue) {
  return element(
    "li",
    { "data-item": one.id, tabindex: "-1" },
    ...heading(one, tongue),
    element("p", {}, one.text),
    one.about ? element("small", {}, one.about) : null,
    element("p", { class: "told-by" }, ...citations(one.sources, tongue.semicolon)),
  );
}
