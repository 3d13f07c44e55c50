// Who is named on the map, and in which order.

import { element } from "./elements.js";

/**
 * @import { Layers, Entry } from "./layers.js"
 * @import { Day, Payload, SeaOrLand, Viewpoint } from "./payload.d.ts"
 * @typedef {{ entries: Entry[], group: boolean, southern: boolean, km2: number, node: HTMLElement,
 *   names: (viewpoint: Viewpoint) => [name: string, language: string][] }} Subject
 */

/**
 * Islands and groups of islets, the largest first.
 * @param {Layers} layers
 * @param {Payload} payload
 * @returns {Subject[]}
 */
export function subjects(layers, payload) {
  const islands = layers.islands.filter(({ island }) => island.kuril).map((entry) => {
    const node = element("span", { class: "name" });
    entry.label = node;
    const { km2, names, southern } = entry.island;
    const own = { entries: [entry], group: false, southern, km2, node };
    return { ...own, names: (/** @type {Viewpoint} */ viewpoint) => names[viewpoint] };
  });
  const groups = payload.groups.map(({ islands, names }) => {
    const entries = layers.islands.filter(({ island }) => islands.includes(island.id));
    const km2 = entries.reduce((sum, { island }) => sum + island.km2, 0);
    const node = element("span", { class: "name" });
    return { entries, group: true, southern: true, km2, node, names: () => names };
  });
  return [...islands, ...groups].sort((a, b) => b.km2 - a.km2);
}

/**
 * The subjects to be named, those told about first, then the southern ones, then the others.
 * @param {Subject[]} all
 * @param {{ grouped: (subject: Subject) => boolean, headline: (entry: Entry) => boolean }} view
 * @returns {{ told: Subject[], southern: Subject[], others: Subject[] }}
 */
export function ranked(all, { grouped, headline }) {
  const together = new Set(
    all.filter((subject) => subject.group && grouped(subject)).flatMap(({ entries }) => entries),
  );
  const shown = all.filter(({ group, entries }) => together.has(entries[0]) === group);
  const told = shown.filter(({ entries }) => entries.some(headline));
  const rest = shown.filter((subject) => !told.includes(subject));
  return {
    told,
    southern: rest.filter(({ southern }) => southern),
    others: rest.filter(({ southern }) => !southern),
  };
}

/**
 * Whether a place has its name on a day.
 * @param {SeaOrLand} place
 * @param {Day} day
 */
export const named = ({ start, end }, day) =>
  (start === null || start <= day) && (end === null || day < end);

/**
 * The points at which a place may have its name on a day.
 * @param {SeaOrLand} place
 * @param {Day} day
 */
export const since = ({ spots }, day) =>
  spots.filter(([, , start]) => start === null || start <= day);
