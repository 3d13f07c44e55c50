// Where a name may stand round an island, and how near it comes to others.

/**
 * @import { Box } from "./fit.js"
 * @typedef {[x: number, y: number]} At  pixels
 * @typedef {{ min: { x: number, y: number }, max: { x: number, y: number } }} Reach
 */

const GAP = 5;
const SPREAD = 14;

/**
 * On either side of the middle of an island that runs as the chain does, from lower left to
 * upper right: its box has free corners there.
 * @param {At} middle
 * @param {number} width
 * @param {number} height
 * @returns {At[]}
 */
const beside = ([x, y], width, height) =>
  [2, 8, 16, 24, 34, 44].flatMap((dy) =>
    [GAP, 2 * GAP, 4 * GAP, -2 * GAP].flatMap((
      dx,
    ) => /** @type {At[]} */ ([[x + dx, y + dy], [x - dx - width, y - dy - height]]))
  );

/**
 * Where a name may stand round a box: right, left, then the corners, above and below.
 * @param {Reach} box
 * @param {number} width
 * @param {number} height
 * @returns {At[]}
 */
export function places({ min, max }, width, height) {
  const middle = (min.y + max.y - height) / 2;
  const centre = (min.x + max.x - width) / 2;
  const [left, right] = [min.x - width - GAP, max.x + GAP];
  const [above, below] = [min.y - height - 2, max.y + 2];
  return [
    [right, middle],
    [left, middle],
    [right, below - height / 2],
    [left, above + height / 2],
    [right, above + height / 2],
    [left, below - height / 2],
    [centre, below],
    [centre, above],
    [right + SPREAD, below],
    [left - SPREAD, above],
    [right + SPREAD, above],
    [left - SPREAD, below],
    ...beside([(min.x + max.x) / 2, (min.y + max.y) / 2], width, height),
  ];
}

/**
 * How far a box is from the nearest of some points.
 * @param {Box} box
 * @param {At[]} points
 */
export function distance(box, points) {
  const [right, below] = [box.x + box.w, box.y + box.h];
  let least = Infinity;
  for (const [x, y] of points) {
    const dx = x < box.x ? box.x - x : x > right ? x - right : 0;
    const dy = y < box.y ? box.y - y : y > below ? y - below : 0;
    least = Math.min(least, dx * dx + dy * dy);
  }
  return Math.sqrt(least);
}

/**
 * At least as far as that, and found at once.
 * @param {Box} box
 * @param {Reach} reach  round all those points
 */
export const apart = (box, { min, max }) =>
  Math.max(min.x - box.x - box.w, box.x - max.x, min.y - box.y - box.h, box.y - max.y);
