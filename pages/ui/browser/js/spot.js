// Where the card of an island stands: in the map's room, and off the island.

import { meets } from "./fit.js";

/** @import { Box } from "./fit.js" */

const SPARE = 2; // pixels: a map moves by whole ones

/**
 * The corner of a card: where it was put, or by the side of the island that is nearest to that.
 * @param {Box} card  where it was put
 * @param {Box | null} island  null: it may lie under the card
 * @param {Box} room
 * @returns {{ x: number, y: number, clear: boolean }}  clear: off the island
 */
export function spot(card, island, room) {
  const x = held(card.x, room.x, room.x + room.w - card.w);
  const y = held(card.y, room.y, room.y + room.h - card.h);
  if (!island) return { x, y, clear: true };
  const places = [
    { x, y },
    { x: island.x + island.w, y },
    { x: island.x - card.w, y },
    { x, y: island.y - card.h },
    { x, y: island.y + island.h },
  ].map((place) => ({ ...card, ...place }));
  const found = places.filter((place) => within(place, room) && !meets(place, island))
    .sort((a, b) => away(a, card) - away(b, card))[0];
  return found ? { x: found.x, y: found.y, clear: true } : { x, y, clear: false };
}

/**
 * How far an island has to move down (up: less than 0) before a card has room above or below it;
 * 0 where the two are too high for the room.
 * @param {Box} card
 * @param {Box} island
 * @param {Box} room
 */
export function shift(card, island, room) {
  if (card.h + island.h + SPARE > room.h) return 0;
  const down = Math.ceil(room.y + card.h - island.y) + SPARE;
  const up = Math.ceil(island.y + island.h + card.h - room.y - room.h) + SPARE;
  return down <= up ? down : -up;
}

/**
 * What is too long for its room keeps its beginning there.
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
const held = (value, least, most) => Math.max(least, Math.min(value, most));

/**
 * @param {Box} box
 * @param {Box} room
 */
const within = (box, room) =>
  box.x >= room.x && box.y >= room.y && box.x + box.w <= room.x + room.w &&
  box.y + box.h <= room.y + room.h;

/**
 * @param {Box} one
 * @param {Box} other
 */
const away = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);
