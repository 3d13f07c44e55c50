// The view as others get it: what it shows in words and data, and what a picture of it is made of.

import { home } from "./home.js";
import { say } from "./sentences.js";

/**
 * @import { Atlas } from "./atlas.js"
 * @import { Shape } from "./payload.d.ts"
 */

/**
 * What the reader sees, for the share menu.
 * @param {Atlas} atlas
 */
export function view(atlas) {
  const { axis, cards, history, key, payload, state } = atlas;
  const { day, lens, viewpoint } = state;
  const card = cards.card?.card ?? {};
  const seen = { ...state, date: axis.iso(day), language: payload.language, card };
  const date = atlas.when();
  const named = (/** @type {{ id: string, name: string }[]} */ all, /** @type {string} */ key) =>
    all.find(({ id }) => id === key)?.name ?? key;
  const names = [named(payload.lenses, lens)];
  if (viewpoint !== "neutral") names.push(named(payload.viewpoints, viewpoint));
  const { shapes } = /** @type {{ shapes: Record<string, Shape> }} */ (history);
  const title = say(
    payload.share.words.title,
    { lens: names.join(payload.tongue.dot), date },
    payload.tongue,
  );
  const spans = payload.spans[key];
  return { view: seen, date, title, day, spans, shapes, scene: () => scene(atlas, title) };
}

/**
 * @param {Atlas} atlas
 * @param {string} title
 */
function scene({ cards, door, head, legend, main, map, palette, payload, timeline }, title) {
  if (door.opened) door.close();
  const { words } = payload.share;
  const from = home();
  const credit = [title, words.licence, ...from ? [from.host + from.pathname] : []];
  const parts = [head.node, legend.node, ...cards.tour ? [cards.tour.node] : []];
  return { main, map, parts, bar: timeline.node, definitions: palette.definitions, credit };
}
