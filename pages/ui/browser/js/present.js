// The stage: map, date and sentence as large as a room needs, and nothing else.

import { element, setAttribute } from "./elements.js";
import { host } from "./host.js";
import { coarse } from "./stage.js";

const SWIPE = 50; // pixels a finger travels to turn a page

export class Present {
  on = false;
  blank = false;
  /** @type {Touch | null} */
  touch = null;

  /**
   * @param {HTMLElement} main  what is shown
   * @param {L.Map} map
   * @param {Record<string, string>} words
   * @param {{ step: (by: number) => void, changed: () => void }} viewer
   */
  constructor(main, map, words, viewer) {
    this.main = main;
    this.map = map;
    this.viewer = viewer;
    const leave = { type: "button", class: "leave", title: words.leave, "aria-label": words.leave };
    this.node = element("button", { ...leave, onclick: () => this.show(false) }, "Esc");
    this.button = element("button", {
      type: "button",
      class: "present",
      onclick: () => this.show(true),
    }, words.present);
    main.addEventListener("touchstart", (event) => this.start(event), { passive: true });
    main.addEventListener("touchend", (event) => this.end(event), { passive: true });
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
    this.viewer.changed();
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

  /** @param {TouchEvent} event */
  start(event) {
    const [touch] = event.touches;
    const slider = event.target instanceof Element && event.target.closest(".bar");
    this.touch = this.on && event.touches.length === 1 && !slider ? touch : null;
  }

  /** @param {TouchEvent} event */
  end(event) {
    const [touch] = event.changedTouches;
    if (!this.touch || !touch) return;
    const across = touch.clientX - this.touch.clientX;
    const along = touch.clientY - this.touch.clientY;
    this.touch = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(along)) {
      this.viewer.step(across < 0 ? 1 : -1);
    }
  }
}
