// What a hand does: the keys and fingers that turn pages, and leave what is open.

import { toggleFull } from "./host.js";
import { listen } from "./keys.js";
import { shut } from "./menu.js";
import { unroll } from "./present.js";
import { coarse } from "./stage.js";
import { swipes } from "./swipe.js";

/**
 * @import { Atlas } from "./atlas.js"
 * @import { Act } from "./keys.js"
 */

export class Hand {
  /** @param {Atlas} atlas */
  constructor(atlas) {
    this.atlas = atlas;
    listen((act) => this.act(act));
    const turn = (/** @type {number} */ by) => this.act(by > 0 ? "next" : "previous");
    swipes(atlas.main, (place) => this.turns(place), turn);
  }

  /**
   * Whether a finger that goes across a place turns a page: on the stage, and in a tour.
   * @param {Element} place
   */
  turns(place) {
    const { cards, present } = this.atlas;
    if (present?.on) return !place.closest(".bar");
    // where a finger moves the map, it does that
    return cards.tour !== null && !!place.closest(coarse() ? ".tour, .stage" : ".tour");
  }

  /**
   * Does what a key means, pressed in this frame or in the page around it.
   * @param {Act} act
   */
  act(act) {
    const { cards: { card }, payload, present, timeline } = this.atlas;
    if (!payload) return false;
    // in the dark nobody sees what moves: the first key brings the light back
    if (present.blank && act !== "leave") present.darken(false);
    else if (act === "present") present.show(!present.on);
    else if (act === "blank") present.darken(true);
    else if (act === "full") toggleFull();
    else if (act === "leave") return this.leave();
    else if (card?.opened && (act === "next" || act === "previous")) {
      const by = act === "next" ? 1 : -1;
      if (!present.on || !unroll(card.body, by)) card.step(by);
    } else return timeline.act(act);
    return true;
  }

  // Leaves what lies over all else first: the blank, the stage, a menu, the door, an island's card.
  leave() {
    const { atlas } = this;
    const { cards: { card }, door, present, state } = atlas;
    if (present.leave() || shut(atlas.main)) return true;
    if (card?.opened) card.leave();
    else if (door.opened) door.close();
    else if (state.island) this.unpick(state.island);
    else return false;
    atlas.room();
    return true;
  }

  /**
   * Closes an island's card; what opened it has the focus again.
   * @param {string} island
   */
  unpick(island) {
    this.atlas.apply({ island: null });
    this.atlas.layers.focus(island);
  }
}
