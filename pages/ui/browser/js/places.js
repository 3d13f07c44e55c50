// Where a name may stand round an island, and how near it comes to others.

/**
 * @import { Box } from "./fit.js"
 * @typedef {[x: number, y: number]} At  pixels
 * @typedef {{ min: { x: number, y: number }, max: { x: number, y: number } }} Reach
 */

const GAP = 5;
const SPREAD = 14;
const EDGE = 4; // pixels kept free along the view's edge
const STEP = 12;
// Pixels, and turns from the east: south-east and north-west come first.
const FAR = [14, 22, 32, 44, 58, 74, 92, 112, 136, 164, 196, 230];
const ROUND = [2, -6, 1, 3, -5, -7, 0, 8, 4, -4, -1, 7, 5, -3, 6, -2].map((eighth) =>
  eighth * Math.PI / 8
);
// Shares of a name's own width and height.
/** @type {At[]} */
const NUDGES = [0, 1, -1, 2, -2, 3, -3].flatMap((dy) =>
  [0, 0.3, -0.3, 0.6, -0.6].map((dx) => /** @type {At} */ ([dx, dy]))
);

/**
 * Where a point of the globe lies in the map.
 * @param {L.Map} map
 * @param {[lat: number, lon: number, ...more: unknown[]]} point
 * @returns {At}
 */
export function pixels(map, [lat, lon]) {
  const { x, y } = map.latLngToContainerPoint([lat, lon]);
  return [x, y];
}

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
 * Where a name may stand farther off, tied to its island by a line: across the chain first, whose
 * sides are the open sea, then all round.
 * @param {Reach} box
 * @param {number} width
 * @param {number} height
 * @param {number} most  pixels from its island
 * @returns {At[]}
 */
export function away({ min, max }, width, height, most) {
  const [x, y] = [(min.x + max.x) / 2, (min.y + max.y) / 2];
  const [reach, rise] = [(max.x - min.x) / 2, (max.y - min.y) / 2];
  return FAR.filter((far) => far <= most).flatMap((far) =>
    ROUND.map((turn) => {
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const side = Math.abs(cos) < 0.3 ? -width / 2 : cos < 0 ? -width : 0;
      return /** @type {At} */ ([
        x + cos * (reach + far) + side,
        y + sin * (rise + far) + (sin - 1) * height / 2,
      ]);
    })
  );
}

/**
 * Where the name of a land may stand round a point of it, drawn into the view where it is near the edge.
 * @param {At} point
 * @param {number} width
 * @param {number} height
 * @param {{ x: number, y: number }} size  of the view
 * @returns {At[]}
 */
export function upon([x, y], width, height, size) {
  return NUDGES.map(([dx, dy]) => [
    within(x - width / 2 + dx * width, size.x - width - EDGE),
    within(y - height / 2 + dy * height, size.y - height - EDGE),
  ]);
}

/**
 * Where a name may point to something that is covered or lies beyond the view, nearest first.
 * @param {At} target
 * @param {number} width
 * @param {number} height
 * @param {{ x: number, y: number }} size  of the view
 * @returns {At[]}
 */
export function towards([x, y], width, height, size) {
  const [right, below] = [size.x - width - EDGE, size.y - height - EDGE];
  const inside = x > 0 && y > 0 && x < size.x && y < size.y;
  return everywhere(width, height, size)
    .filter(([left, top]) =>
      inside || left === EDGE || left === right || top === EDGE || top === below
    )
    .map((spot) => ({
      spot,
      far: Math.hypot(spot[0] + width / 2 - x, spot[1] + height / 2 - y),
    }))
    .sort((a, b) => a.far - b.far).map(({ spot }) => spot);
}

/**
 * Where a name may stand at all, a step apart, up to the view's edge.
 * @param {number} width
 * @param {number} height
 * @param {{ x: number, y: number }} size  of the view
 * @returns {At[]}
 */
export function everywhere(width, height, size) {
  const [right, below] = [size.x - width - EDGE, size.y - height - EDGE];
  const step = Math.max(STEP, Math.max(size.x, size.y) / 60);
  /** @type {At[]} */
  const spots = [];
  for (let left = EDGE; left <= right; left = next(left, right, step)) {
    for (let top = EDGE; top <= below; top = next(top, below, step)) spots.push([left, top]);
  }
  return spots;
}

/**
 * One step on, and the last one to the end.
 * @param {number} value
 * @param {number} end
 * @param {number} step
 */
const next = (value, end, step) => value < end ? Math.min(end, value + step) : end + 1;

/**
 * @param {number} value
 * @param {number} most
 */
const within = (value, most) => Math.max(EDGE, Math.min(most, value));

/**
 * The point of a box that is nearest to another.
 * @param {Box} box
 * @param {At} point
 * @returns {At}
 */
export const nearest = (box, [x, y]) => [
  Math.max(box.x, Math.min(box.x + box.w, x)),
  Math.max(box.y, Math.min(box.y + box.h, y)),
];

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
