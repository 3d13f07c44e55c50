// The view that shows islands as large as may be, with nothing that stands over the map on them.

/**
 * @typedef {{ x: number, y: number, w: number, h: number }} Box  in the map's pixels
 */

const EDGE = 20; // pixels kept free round the islands
const LOW = 20; // of a low room's height that part, which its small islands' rings still need
const ROOM = 0.7; // a card that reaches farther leaves no room beside it
const SHIFTS = [0, 40, -40, 80, -80, 120, -120, 180, -180, 240, -240, 320, -320];

/**
 * @param {L.Map} map
 * @param {L.LatLngBounds} bounds
 * @param {number} zoom
 * @returns {Box} in the pixels of that zoom
 */
function projected(map, bounds, zoom) {
  const { x, y } = map.project(bounds.getNorthWest(), zoom);
  const end = map.project(bounds.getSouthEast(), zoom);
  return { x, y, w: end.x - x, h: end.y - y };
}

/**
 * @param {Box[]} islands
 * @param {L.Point} corner  of the view, in the same pixels
 * @param {L.Point} size
 * @param {Box[]} covered
 */
function clear(islands, corner, size, covered) {
  const edge = Math.min(EDGE, size.y / LOW);
  return islands.every(({ x, y, w, h }) => {
    const box = { x: x - corner.x, y: y - corner.y, w, h };
    return box.x > edge && box.y > edge && box.x + w < size.x - edge &&
      box.y + h < size.y - edge && !covered.some((other) => meets(box, other));
  });
}

/**
 * Whether a view shows nothing beyond the window the land was cut to.
 * @param {Box} window
 * @param {L.Point} corner
 * @param {L.Point} size
 */
const inside = ({ x, y, w, h }, corner, size) =>
  x <= corner.x && y <= corner.y && x + w >= corner.x + size.x && y + h >= corner.y + size.y;

/**
 * Where the map lets a view lie: as far beyond the window as it must.
 * @param {Box} window  in the pixels of its zoom
 * @param {L.Point} corner
 * @param {L.Point} size
 */
const held = ({ x, y, w, h }, corner, size) =>
  corner.add([
    pushed(x - corner.x, corner.x + size.x - x - w),
    pushed(y - corner.y, corner.y + size.y - y - h),
  ]);

/**
 * How far a view moves that reaches so many pixels beyond its window at both ends.
 * @param {number} before
 * @param {number} after
 */
const pushed = (before, after) =>
  before + after > 0 ? (before - after) / 2 : Math.max(0, before) - Math.max(0, after);

/**
 * Moves the map to the view, and returns the zoom taken.
 * @param {L.Map} map
 * @param {L.LatLngBounds[]} islands
 * @param {Box[]} covered
 */
export function fit(map, islands, covered) {
  const found = room(map, islands, covered);
  if (found) map.setView(found.centre, found.zoom, { animate: false });
  else map.fitBounds(L.latLngBounds(islands), { animate: false, ...beside(map, covered) });
  return map.getZoom();
}

/**
 * Where nothing is free of everything: the padding that leaves the largest card alone.
 * @param {L.Map} map
 * @param {Box[]} covered
 */
export function beside(map, covered) {
  const size = map.getSize();
  const [card] = [...covered].sort((a, b) => b.w * b.h - a.w * a.h);
  if (!card) return {};
  const [right, bottom] = [card.x + card.w, card.y + card.h];
  if (right < size.x * ROOM) return { paddingTopLeft: [right, EDGE] };
  // over nearly all of a small map: who closes the card sees the islands
  return bottom < size.y * ROOM ? { paddingTopLeft: [EDGE, bottom] } : {};
}

/**
 * Where the islands are as large as may be with nothing on them; null where they never are.
 * @param {L.Map} map
 * @param {L.LatLngBounds[]} islands
 * @param {Box[]} covered
 * @returns {{ centre: L.LatLng, zoom: number } | null}
 */
export function room(map, islands, covered) {
  const all = L.latLngBounds(islands);
  const size = map.getSize();
  const largest = map.getBoundsZoom(all, false, [24, 24]);
  // a very wide room shows more than the window, whatever the view
  for (const whole of [true, false]) {
    for (let zoom = largest; zoom > largest - 3; zoom -= 0.25) {
      const window = projected(map, map.options.maxBounds, zoom);
      const boxes = islands.map((bounds) => projected(map, bounds, zoom));
      const middle = map.project(all.getCenter(), zoom).subtract(size.divideBy(2));
      /** @type {(corner: L.Point) => boolean} */
      const fits = (corner) =>
        (!whole || inside(window, corner, size)) && clear(boxes, corner, size, covered);
      const corner = SHIFTS.flatMap((dx) => SHIFTS.map((dy) => middle.add([dx, dy])))
        .map((place) => held(window, place, size))
        .find(fits);
      if (!corner) continue;
      return { centre: map.unproject(corner.add(size.divideBy(2)), zoom), zoom };
    }
  }
  return null;
}

/**
 * The bounds of the islands a timeline is about.
 * @param {{ islands: { island: { focus: boolean }, shape: L.Polyline }[] }} layers
 */
export const focus = (layers) =>
  layers.islands.filter(({ island }) => island.focus).map(({ shape }) => shape.getBounds());

/**
 * @param {Box} a
 * @param {Box} b
 */
export const meets = (a, b) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/**
 * The boxes of what stands over a map, in the map's own pixels.
 * @param {L.Map} map
 * @param {Element[]} nodes
 * @param {number} margin
 * @returns {Box[]}
 */
export function boxes(map, nodes, margin) {
  const frame = map.getContainer().getBoundingClientRect();
  return nodes.map((node) => node.getBoundingClientRect())
    .filter((box) => box.width > 0 && box.bottom > frame.top && box.top < frame.bottom)
    .map((box) => ({
      x: box.left - frame.left - margin,
      y: box.top - frame.top - margin,
      w: box.width + 2 * margin,
      h: box.height + 2 * margin,
    }));
}
