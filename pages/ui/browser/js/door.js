// The front door: what this is, and a few ways in. Opened on the first visit without a date.

import { element, setText } from "./elements.js";
import { host } from "./host.js";

/**
 * @import { Door as Told, DoorWay } from "./payload.d.ts"
 */

/**
 * Whether the reader came by the bare address, for the first time on this device.
 * @param {Told} told
 */
export function wanted({ passed, seen }) {
  const { address, stands } = host();
  if (stands?.stood) return false; // she came by a link within it, not by its address
  if (address.hash === "#door") return true;
  if (passed.some((name) => address.searchParams.has(name))) return false;
  if (!address.protocol.startsWith("http")) return false; // a file, or a cell of a notebook
  return !remembered(seen);
}

/** @param {string} seen */
function remembered(seen) {
  try {
    return localStorage.getItem(seen) !== null;
  } catch {
    return false; // a frame without storage
  }
}

/** @param {string} seen */
function remember(seen) {
  try {
    localStorage.setItem(seen, "1");
  } catch {
    // then it opens again next time
  }
}

export class Door {
  /**
   * @param {Told} told
   * @param {{ enter: (way: DoorWay | null) => void, ask: () => void }} viewer
   */
  constructor(told, viewer) {
    this.told = told;
    const enter = (/** @type {DoorWay | null} */ way) => {
      this.close();
      viewer.enter(way);
    };
    const ask = () => {
      this.close();
      viewer.ask();
    };
    const look = (/** @type {string} */ words, /** @type {() => void} */ onclick) =>
      element("button", { type: "button", class: "look", onclick }, words);
    const ways = told.ways.map((way, index) =>
      element(
        "button",
        { type: "button", class: index ? "way" : "way first", onclick: () => enter(way) },
        element("strong", {}, way.title),
        element("span", {}, way.note),
      )
    );
    this.odd = element("p", { class: "odd", role: "status" });
    this.node = element(
      "section",
      { class: "door", "aria-labelledby": "door-title" },
      element("h2", { id: "door-title" }, told.title),
      element("p", {}, told.lead),
      this.odd,
      element("div", { class: "ways" }, ...ways),
      element("p", { class: "looks" }, look(told.look, () => enter(null)), look(told.ask, ask)),
    );
  }

  /**
   * @param {HTMLElement} main
   * @param {string} odd  what the address asked for and is not there
   */
  open(main, odd = "") {
    main.prepend(this.node);
    setText(this.odd, odd);
    main.setAttribute("data-door", "");
  }

  get opened() {
    return this.node.isConnected;
  }

  close() {
    this.node.parentElement?.removeAttribute("data-door");
    this.node.remove();
    remember(this.told.seen);
  }
}
