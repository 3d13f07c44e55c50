// Outlines as they are sent: rings.py writes them so.

/** @typedef {import("./payload.d.ts").Shapes} Shapes */
/** @typedef {import("./payload.d.ts").Steps} Steps */

const PARTS = 100_000; // of a degree

/** @param {number[]} steps */
function ring(steps) {
  const points = [];
  let [east, north] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    east += steps[i];
    north += steps[i + 1];
    points.push([east / PARTS, north / PARTS]);
  }
  return points;
}

/**
 * Returns as GeoJSON what was written as steps from point to point.
 * @param {Steps} shapes
 * @returns {Shapes}
 */
export const outlined = (shapes) => ({
  type: "FeatureCollection",
  features: Object.entries(shapes).map(([id, parts]) => ({
    type: "Feature",
    id,
    properties: {},
    geometry: { type: "MultiPolygon", coordinates: parts.map((part) => part.map(ring)) },
  })),
});
