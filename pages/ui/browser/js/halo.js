// Rings round islands that are too small to see.

import { setAttribute } from "./elements.js";
import { RIMS } from "./palette.js";

/**
 * @import { Entry, Layers } from "./layers.js"
 * @typedef {object} Ring
 * @property {SVGPathElement[]} nodes  its circles, from the lowest up
 * @property {SVGPathElement[]} rims  those in the holder's colours
 * @property {SVGPathElement} gaps  what breaks them where the island is in doubt
 */

const SMALL = 7; // pixels: below this an island cannot be seen from the back of a room
const RING = 6;
const CROWDED = 9; // pixels: a ring this near to another one adds nothing

/**
 * Draws a ring round every island too small to see, unless a bigger neighbour is already there.
 * @param {Layers} layers
 */
export function halos(layers) {
  /** @type {{ box: L.Bounds, centre: L.Point, small: boolean }[]} */
  const taken = [];
  const bySize = [...layers.islands].sort((a, b) => b.island.km2 - a.island.km2);
  for (const entry of bySize) {
    const box = layers.pixels(entry);
    const centre = box.getCenter();
    const small = Math.max(box.max.x - box.min.x, box.max.y - box.min.y) < SMALL;
    const lost = small &&
      taken.some((other) =>
        other.small ? other.centre.distanceTo(centre) < CROWDED : other.box.contains(centre)
      );
    if (small && !lost) entry.ring ||= halo(layers, entry);
    for (const node of entry.ring?.nodes ?? []) node.style.display = small && !lost ? "" : "none";
    if (!lost) taken.push({ box, centre, small });
  }
}

/**
 * A ring in the holder's colours, on a dark one, so that a pale ring stands out from the sea;
 * what is in doubt has gaps in both.
 * @param {Layers} layers
 * @param {Entry} entry
 */
function halo(layers, entry) {
  const circles = ["edge", "ring", ...RIMS, "gaps"].map((className) =>
    L.circleMarker(entry.centre, {
      radius: RING,
      className,
      renderer: layers.renderer("rings", 430),
    }).addTo(layers.group)
  );
  const ring = circles[1];
  layers.answers.answer(ring, entry);
  setAttribute(ring.getElement(), "data-ring", entry.island.id);
  // its island has the place; a tooltip alone would give it one too
  setAttribute(ring.getElement(), "tabindex", "-1");
  const nodes = circles.map((circle) => circle.getElement());
  const { lap } = layers.payload.patterns;
  for (const node of nodes) setAttribute(node, "pathLength", String(lap));
  entry.ring = { nodes, rims: nodes.slice(2, -1), gaps: nodes[nodes.length - 1] };
  if (entry.span >= 0) layers.dress(entry, layers.spans[entry.index][entry.span]);
  return entry.ring;
}

/**
 * Pixels from an island's centre to the rim of its ring; 0 where it has none.
 * @param {Entry} entry
 */
export const reach = ({ ring }) => ring?.nodes[0].style.display === "" ? RING + 2 : 0;
