// A path's course with far fewer points: a broad outline shows no more, and costs less to draw.

/** @import { At } from "./places.js" */

/**
 * Leaves out points of a closed path ("M0,0L3,4z") that lie near the course without them.
 * @param {string} path
 * @param {number} tolerance  pixels
 */
export const coarse = (path, tolerance) =>
  path.split("M").slice(1).map((ring) => {
    const points = ring.replace(/z\s*$/, "").split("L").map((
      point,
    ) => /** @type {At} */ (point.split(/[ ,]/).map(Number)));
    return `M${thinned(points, tolerance).join("L")}z`;
  }).join("");

/**
 * The points of a course that stay, after Douglas and Peucker.
 * @param {At[]} points
 * @param {number} tolerance
 * @returns {At[]}
 */
export function thinned(points, tolerance) {
  const kept = new Set([0, points.length - 1]);
  const stack = [[0, points.length - 1]];
  for (let run = stack.pop(); run; run = stack.pop()) {
    const [first, last] = run;
    let [far, most] = [-1, tolerance];
    for (let index = first + 1; index < last; index += 1) {
      const away = distance(points[index], points[first], points[last]);
      if (away > most) [far, most] = [index, away];
    }
    if (far < 0) continue;
    kept.add(far);
    stack.push([first, far], [far, last]);
  }
  return points.filter((_, index) => kept.has(index));
}

/**
 * How far a point is from the straight way between two others.
 * @param {At} point
 * @param {At} from
 * @param {At} to
 */
function distance([x, y], [fromX, fromY], [toX, toY]) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const long = dx * dx + dy * dy;
  const along = long ? ((x - fromX) * dx + (y - fromY) * dy) / long : 0;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(x - fromX - part * dx, y - fromY - part * dy);
}
