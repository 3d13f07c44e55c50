// Writes the names of lands and countries: upon themselves, or at the map's edge with an arrow.

import { distance, everywhere, pixels, towards, upon } from "./places.js";
import { wider } from "./room.js";
import { since } from "./roster.js";
import { boxed } from "./writer.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Ground } from "./ground.js"
 * @import { SeaOrLand } from "./payload.d.ts"
 * @import { At } from "./places.js"
 * @import { Placed, Size, Writer } from "./writer.js"
 * @typedef {{ box: Box, share: number, far: number }} Spot  share: of it on its own land
 */

const LANDED = [0.85, 0.4, 0.05]; // shares of a land's name that lie on land, the best first
const ALOOF = 14; // pixels: nearer to an island, the name of a land would be read as its own
// Degrees of latitude: farther from a country's points, its coast may be another country's.
const HOME = 1.35;
const ARROWS = ["→", "↘", "↓", "↙", "←", "↖", "↑", "↗"];

/**
 * Names a land upon itself, at one of its points or wherever a part in view has room; where none
 * has, and the name must stand, over the sea with an arrow. Says whether it has its name, if it must.
 * @param {Writer} writer
 * @param {Placed} placed
 * @param {Size} size
 * @param {Placed[]} others  of its kind: nearer to one of them, its name would be read as theirs
 */
export function land(writer, { place, node, arrow }, { short, height }, others) {
  arrow.textContent = "";
  if (writer.left < 1) return false;
  const { room } = writer;
  const points = spots(writer, place);
  const elsewhere = others.flatMap((other) => spots(writer, other.place));
  const seen = points.filter(([x, y]) => x > 0 && y > 0 && x < room.size.x && y < room.size.y);
  const all = seen.flatMap((point) =>
    upon(point, short, height, room.size)
      .map((spot) => ({ point, box: boxed(spot, short, height) }))
  ).filter(({ box }) => closest(box, points) <= closest(box, elsewhere));
  const ground = room.ground(lands(writer, place));
  const parts = shores(writer, place, ground, [short, height]);
  for (const share of LANDED) {
    const found = all.find(({ point, box }) => room.grounded(box, point, share)) ??
      parts.find((part) => part.share >= share && settled(writer, part.box, ground));
    if (!found) continue;
    writer.put(node, found.box);
    return true;
  }
  const country = place.kind === "country";
  if (!place.always || writer.near && !country) return true;
  const target = parts.length ? middle(largest(parts).box) : nearby(writer, points);
  const width = short + 1.5 * height; // room for the arrow
  const ways = towards(target, width, height, room.size).map((spot) => boxed(spot, width, height))
    .filter((box) => room.open(box) && !room.parted(box));
  const dry = (/** @type {Box} */ box) => room.grey.share(box) || room.beyond.share(box);
  /** @type {((box: Box) => boolean)[]} */
  const choices = [(box) => !dry(box) && !room.chain.share(wider(box, ALOOF))];
  // a country is named even beside an island, at the worst on land that is no other country's
  if (country) {
    const foreign = others.map((other) => room.ground(lands(writer, other.place)));
    choices.push((box) => !dry(box) && !room.chain.share(wider(box)));
    choices.push((box) =>
      !room.chain.share(wider(box)) && !room.beyond.share(box) &&
      !foreign.some((other) => other.share(box))
    );
  }
  for (const fits of choices) {
    const box = ways.find(fits);
    if (!box) continue;
    const [x, y] = middle(box);
    const turn = Math.atan2(target[1] - y, target[0] - x);
    arrow.textContent = ARROWS[Math.round(turn / (Math.PI / 4) + 8) % 8];
    writer.put(node, box);
    return true;
  }
  return false;
}

/**
 * Where a land's name may stand that day, in the map's pixels.
 * @param {Writer} writer
 * @param {SeaOrLand} place
 */
const spots = ({ map, day }, place) => since(place, day).map((spot) => pixels(map, spot));

/**
 * The coasts and islands that are a place's own that day.
 * @param {Writer} writer
 * @param {SeaOrLand} place
 */
const lands = ({ day }, place) =>
  place.lands.filter(([, start]) => start === null || start <= day).map(([id]) => id);

/**
 * The parts of its own land in view, as boxes for its name, the nearest to one of its points first.
 * @param {Writer} writer
 * @param {SeaOrLand} place
 * @param {Ground} ground
 * @param {[width: number, height: number]} size
 * @returns {Spot[]}
 */
function shores(writer, place, ground, [width, height]) {
  const { map, room: { size } } = writer;
  if (!ground.share(boxed([0, 0], size.x, size.y))) return [];
  const points = spots(writer, place);
  const [[lat, lon]] = place.spots;
  const [near, off] = [lat, lat + HOME].map((north) => pixels(map, [north, lon])[1]);
  const most = place.kind === "country" ? near - off : Infinity;
  return everywhere(width, height, size).map((spot) => boxed(spot, width, height))
    .map((box) => ({ box, share: ground.share(box), far: closest(box, points) }))
    .filter(({ share, far }) => share > 0 && far <= most)
    .sort((a, b) => a.far - b.far);
}

/**
 * Whether a name may lie there: on its own land and the sea alone, away from islands and lines.
 * @param {Writer} writer
 * @param {Box} box
 * @param {Ground} ground
 */
const settled = ({ room }, box, ground) =>
  room.open(box) && !room.abroad(wider(box), ground) && !room.chain.share(wider(box, ALOOF)) &&
  !room.parted(box);

/** @param {Spot[]} parts */
const largest = (parts) => parts.reduce((one, other) => (other.share > one.share ? other : one));

/**
 * The point that is nearest to the middle of the view.
 * @param {Writer} writer
 * @param {At[]} points
 */
function nearby({ room }, points) {
  const { x, y } = room.size.divideBy(2);
  const far = (/** @type {At} */ [tox, toy]) => Math.hypot(tox - x, toy - y);
  return points.reduce((one, other) => (far(other) < far(one) ? other : one));
}

/**
 * @param {Box} box
 * @returns {At}
 */
const middle = ({ x, y, w, h }) => [x + w / 2, y + h / 2];

/**
 * How far the middle of a box is from the nearest of some points.
 * @param {Box} box
 * @param {At[]} points
 */
const closest = (box, points) => distance(boxed(middle(box), 0, 0), points);
