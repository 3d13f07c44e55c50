// The names Python calls: what a page's script may ask of the atlas.

import { Atlas } from "./atlas.js";
import { focus } from "./fit.js";
import { host } from "./host.js";
import { meaning } from "./keys.js";
import { Pair } from "./pair.js";
import { onPaper } from "./paper.js";
import { code } from "./qr.js";
import { style } from "./sheets.js";

/**
 * @import { Press } from "./keys.js"
 * @import { Source, State, Two } from "./payload.d.ts"
 */

/** @type {Atlas | Pair | null} */
let current = null;

// The page around the map counts what the reader does, for the way back.
for (const kind of ["pointerdown", "keydown"]) {
  addEventListener(kind, (event) => {
    if (window.Streamlit) /** @type {Window} */ (parent).kurilFrame?.touched(event);
  }, true);
}

window.kurilAtlas = {
  /** @param {L.Map} map @param {Source} source */
  mount(map, source) {
    const atlas = current = new Atlas(map, source);
    const { defaultView } = host().root.ownerDocument;
    if (defaultView) onPaper(defaultView, () => atlas.picture());
  },
  /** @param {L.Map} map @param {Source} source */
  mountPair(map, source) {
    current = new Pair(map, source);
  },
  /** @param {any} order  a State for one map, a Two for a pair */
  command(order) {
    return current?.command(/** @type {State & Two} */ (order));
  },
  /**
   * A key pressed in the page around the map; says whether it was one of the atlas's.
   * @param {Press} press
   */
  press(press) {
    const act = meaning(press);
    return act !== null && current instanceof Atlas && current.act(act);
  },
  // The name of the atlas was pressed: the front door opens again.
  door() {
    if (current instanceof Atlas) current.gate.welcome();
  },
  get current() {
    return current;
  },
  /** @param {string} text  the modules of its QR code */
  code: (text) => code(text)?.matrix,
  focus,
  style,
};
