// The panes of a map, one above the other.

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
