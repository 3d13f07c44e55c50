// Where lines run, and whether they cross each other or a box.

/**
 * @import { Box } from "./fit.js"
 * @import { At } from "./places.js"
 * @typedef {[from: At, to: At]} Segment
 */

const PACE = 4; // pixels

/**
 * On which side of a line a point lies: above 0, below 0, or 0 where it lies upon it.
 * @param {Segment} line
 * @param {At} point
 */
const side = ([[x1, y1], [x2, y2]], [x, y]) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);

/**
 * Whether two lines cross; where one only ends upon the other, they do not.
 * @param {Segment} one
 * @param {Segment} other
 */
export const cut = (one, other) =>
  side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0;

/**
 * Whether a line runs through a box.
 * @param {Segment} line
 * @param {Box} box
 */
export function through(line, { x, y, w, h }) {
  const within = line.some(([px, py]) => px >= x && px <= x + w && py >= y && py <= y + h);
  // who comes in by one side and leaves by another crosses a diagonal
  return within || cut(line, [[x, y], [x + w, y + h]]) || cut(line, [[x + w, y], [x, y + h]]);
}

/**
 * The pixels a line runs over, but for those next to its start.
 * @param {At} from
 * @param {At} to
 * @returns {Box[]}
 */
export function along([x, y], [tox, toy]) {
  const long = Math.hypot(tox - x, toy - y);
  const spots = [];
  for (let gone = 2 * PACE; gone < long; gone += PACE) {
    const part = gone / long;
    spots.push({ x: x + part * (tox - x), y: y + part * (toy - y), w: 1, h: 1 });
  }
  return spots;
}
