// What stands over the map: the islands and their names keep clear of it, and it gives way to cards.

import { boxes, meets } from "./fit.js";
import { still } from "./still.js";

export class Over {
  /**
   * @param {L.Map} map
   * @param {() => Element[]} parts  what stands there now
   */
  constructor(map, parts) {
    this.map = map;
    this.parts = parts;
    still(map.getContainer());
    // the mouse and the keyboard may each have opened one; a card that is closed fades out
    const pane = /** @type {HTMLElement} */ (map.getPane("tooltipPane"));
    // nor is one seen that would name an island to be found
    const cards = () =>
      [...pane.children].filter((card) => {
        const { style } = /** @type {HTMLElement} */ (card);
        return style.opacity !== "0" && getComputedStyle(card).visibility !== "hidden";
      });
    map.on("tooltipopen mousemove", () => requestAnimationFrame(() => this.giveWay(cards())));
    map.on("tooltipclose", () => this.giveWay(cards()));
  }

  /** Their boxes, in the map's own pixels. */
  boxes(margin = 4) {
    const parts = this.parts();
    // a long date reaches out of the head
    const dates = parts.flatMap((part) =>
      part.matches(".head") ? [...part.querySelectorAll("h1")] : []
    );
    return boxes(this.map, [...parts, ...dates], margin);
  }

  /**
   * What stands over the map gives way to the cards of islands under it.
   * @param {Element[]} cards
   */
  giveWay(cards) {
    const opened = boxes(this.map, cards, 0);
    for (const part of this.parts()) {
      const own = boxes(this.map, [part], 0);
      const under = opened.some((box) => own.some((one) => meets(box, one)));
      part.classList.toggle("behind", under);
    }
  }
}
