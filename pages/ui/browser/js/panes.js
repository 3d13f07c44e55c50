// The panes of a map, one above the other, and what draws in them.

import { svg } from "./elements.js";

const FAR = 3000; // pixels from where a map began: beyond any screen

/**
 * Returns the name of a pane at a depth of its own, made when first asked for.
 * @param {L.Map} map
 * @param {string} name
 * @param {number} depth
 */
export function pane(map, name, depth) {
  if (!map.getPane(name)) map.createPane(name).style.zIndex = String(depth);
  return name;
}

/**
 * Returns what draws shapes in a pane of its own. Two dots that nobody sees hold the pane's extent:
 * where it changes with what is drawn, the browser layers the whole page anew.
 * @param {L.Map} map
 * @param {string} name
 * @param {number} depth
 * @returns {L.Renderer}
 */
export function renderer(map, name, depth) {
  const made = L.svg({ padding: 0.6, pane: pane(map, name, depth) }).addTo(map);
  const dots = [-FAR, FAR].map((at) =>
    svg("ellipse", { class: "far", cx: at, cy: at, rx: 1, ry: 1 })
  );
  made._container.append(...dots);
  return made;
}
