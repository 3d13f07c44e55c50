// What lies under the islands: the land around, the net of degrees, and where the map ends.

import { setAttribute } from "./elements.js";
import { outline } from "./outline.js";

/** @import { Shapes } from "./payload.d.ts" */

const GRATICULE = 2; // degrees

/** @returns {[number, number][][]} */
function graticule() {
  /** @type {[number, number][][]} */
  const lines = [];
  for (let lon = 112; lon <= 180; lon += GRATICULE) lines.push([[30, lon], [66, lon]]);
  for (let lat = 30; lat <= 66; lat += GRATICULE) lines.push([[lat, 120], [lat, 180]]);
  return lines;
}

/**
 * All that lies beyond the window the land was cut to: where a room is so wide that it shows, the
 * map ends there as a sheet does.
 * @param {L.LatLngBounds} window
 */
function margin(window) {
  const [{ lat: north, lng: west }, { lat: south, lng: east }] = [
    window.getNorthWest(),
    window.getSouthEast(),
  ];
  return [
    [[80, 60], [80, 240], [0, 240], [0, 60]],
    [[north, west], [north, east], [south, east], [south, west]],
  ];
}

/**
 * Draws it into a group; returns the coasts of the land around the chain.
 * @param {L.LayerGroup} group
 * @param {Shapes} land
 * @param {L.LatLngBounds} window
 * @param {L.Renderer} renderer
 * @returns {L.Polyline[]}
 */
export function backdrop(group, land, window, renderer) {
  const quiet = { interactive: false, renderer };
  L.polyline(graticule(), { ...quiet, className: "graticule" }).addTo(group);
  const coasts = land.features.map((shape) => {
    const coast = outline(shape, { ...quiet, className: "land" }).addTo(group);
    setAttribute(coast.getElement(), "data-land", shape.id);
    return coast;
  });
  L.polygon(margin(window), { ...quiet, className: "margin" }).addTo(group);
  return coasts;
}
