// The stage: map, date and sentence as large as a room needs, and nothing else.

import { element, setAttribute } from "./elements.js";
import { host } from "./host.js";
import { coarse } from "./stage.js";

const LEAST = 12; // pixels: less than that of a line is no words
const OVERLAP = 1.5; // lines that stay in view

export class Present {
  on = false;
  blank = false;

  /**
   * @param {HTMLElement} main  what is shown
   * @param {L.Map} map
   * @param {Record<string, string>} words
   * @param {() => void} changed
   */
  constructor(main, map, words, changed) {
    this.main = main;
    this.map = map;
    this.changed = changed;
    const leave = { type: "button", class: "leave", title: words.leave, "aria-label": words.leave };
    this.node = element("button", { ...leave, onclick: () => this.show(false) }, "Esc");
    this.button = element("button", {
      type: "button",
      class: "present",
      onclick: () => this.show(true),
    }, words.present);
  }

  /** @param {boolean} on */
  show(on) {
    if (on === this.on) return;
    this.on = on;
    setAttribute(this.main, "data-present", on ? "" : null);
    host().present?.(on);
    // a finger turns the page here, and does not move the map
    if (on) this.map.dragging.disable();
    else if (!coarse()) this.map.dragging.enable();
    if (!on) this.darken(false);
    this.changed();
  }

  /** @param {boolean} blank */
  darken(blank) {
    this.blank = blank;
    setAttribute(this.main, "data-blank", blank ? "" : null);
  }

  /**
   * Leaves what was entered last; says whether there was anything to leave.
   * @returns {boolean}
   */
  leave() {
    if (this.blank) this.darken(false);
    else if (this.on) this.show(false);
    else return false;
    return true;
  }
}

/**
 * Shows what of a card's words has no room; a clicker has no other way to it. Says whether there
 * was any.
 * @param {HTMLElement} body
 * @param {number} by  1 on, -1 back
 */
export function unroll(body, by) {
  const { scrollTop, scrollHeight, clientHeight } = body;
  const rest = by > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop;
  if (rest < LEAST) return false;
  body.scrollTop += by * (clientHeight - OVERLAP * parseFloat(getComputedStyle(body).lineHeight));
  return true;
}
