// The names Python calls: what a page's script may ask of the atlas.

import { Atlas } from "./atlas.js";
import { focus } from "./fit.js";
import { Pair } from "./pair.js";
import { style } from "./sheets.js";

/** @import { Source, State, Two } from "./payload.d.ts" */

/** @type {Atlas | Pair | null} */
let current = null;

window.kurilAtlas = {
  /** @param {L.Map} map @param {Source} source */
  mount(map, source) {
    current = new Atlas(map, source);
  },
  /** @param {L.Map} map @param {Source} source */
  mountPair(map, source) {
    current = new Pair(map, source);
  },
  /** @param {any} order  a State for one map, a Two for a pair */
  command(order) {
    return current?.command(/** @type {State & Two} */ (order));
  },
  get current() {
    return current;
  },
  focus,
  style,
};
