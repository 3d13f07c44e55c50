// What an island answers with to a pointer, a finger and the keys: its card, and the way to the next.

import { element, setAttribute } from "./elements.js";
import { coarse as byFinger } from "./stage.js";

/**
 * @import { Entry, Layers } from "./layers.js"
 * @import { Landing } from "./payload.d.ts"
 */

export class Answers {
  /** @type {Landing | null} by which a finger has picked its island */
  landing = null;
  /** @type {string | null} the island that is picked */
  picked = null;
  /** @type {{ island: string, layer: L.Path }[]} islands and their rings: what has a card */
  carded = [];

  /** @param {Layers} layers */
  constructor(layers) {
    this.layers = layers;
  }

  /**
   * Lets an island be reached with the keyboard.
   * @param {Entry} entry
   */
  reached(entry) {
    const { centre, path, shape } = entry;
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", "-1");
    path.addEventListener("keydown", (event) => this.onKey(event, entry));
    path.addEventListener("focus", () => {
      this.hush();
      shape.openTooltip(centre);
    });
    path.addEventListener("blur", () => {
      shape.closeTooltip();
      // what opens beside the map takes the focus, and lies below a phone's window
      if (byFinger()) setTimeout(() => document.hasFocus() || shape.openTooltip(centre));
    });
  }

  /**
   * @param {L.Path} layer
   * @param {Entry} entry
   */
  answer(layer, entry) {
    this.carded.push({ island: entry.island.id, layer });
    layer.bindTooltip(() => this.describe(entry), { sticky: true, className: "card", opacity: 1 });
    layer.on("tooltipopen mousemove", () => this.within(layer.getTooltip()?.getElement()));
    // the map may have come under a pointer that lay still, and moves on now
    layer.on("mousemove", ({ latlng }) => layer.isTooltipOpen() || layer.openTooltip(latlng));
    layer.on("click", () => this.pick(entry)); // after its card has opened
  }

  /**
   * Moves a card that Leaflet has put beside the pointer into the map's room: a phone has none on
   * either side.
   * @param {HTMLElement} [card]
   */
  within(card) {
    if (!card?.isConnected) return;
    card.style.translate = "none";
    const [box, room] = [card, this.layers.map.getContainer()].map((one) =>
      one.getBoundingClientRect()
    );
    const x = Math.max(room.left - box.left, Math.min(0, room.right - box.right));
    const y = Math.max(room.top - box.top, Math.min(0, room.bottom - box.bottom));
    card.style.translate = `${x}px ${y}px`;
  }

  /** @param {Entry} entry */
  pick(entry) {
    this.focusable(entry.index);
    this.layers.onPick(entry.island.id);
  }

  /**
   * Picks an island by one of its landing sites. A finger is answered with the island's card, as
   * when it touches the island: what opens beside the map lies below a phone's window.
   * @param {Landing} landing
   */
  land(landing) {
    const entry = this.layers.islands.find(({ island }) => island.id === landing.island);
    if (!entry) return;
    if (byFinger()) {
      entry.path.focus({ preventScroll: true });
      entry.shape.closeTooltip(); // it opens anew, with the site's words
      this.landing = landing;
      entry.shape.openTooltip(entry.centre);
    }
    this.pick(entry);
  }

  /**
   * One tab stop for all islands; the arrows walk along the chain.
   * @param {number} current
   */
  focusable(current) {
    for (const { index, path } of this.layers.islands) {
      setAttribute(path, "tabindex", index === current ? "0" : "-1");
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Entry} entry
   */
  onKey(event, entry) {
    const last = this.layers.islands.length - 1;
    /** @type {Record<string, number>} */
    const targets = {
      ArrowRight: entry.index + 1,
      ArrowDown: entry.index + 1,
      ArrowLeft: entry.index - 1,
      ArrowUp: entry.index - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      const next = this.layers.islands[Math.max(0, Math.min(last, target))];
      this.focusable(next.index);
      next.path.focus();
    } else if (event.key === "Enter" || event.key === " ") this.pick(entry);
    else if (event.key === "Escape") entry.shape.closeTooltip();
    else return;
    event.preventDefault();
    event.stopPropagation(); // else Leaflet pans, and Space starts the player
  }

  /**
   * Closes the cards of all islands but the one that is picked, once that is another or none: a
   * mouse leaves an island, a finger does not.
   * @param {string | null} picked
   */
  turn(picked) {
    if (picked === this.picked) return;
    this.picked = picked;
    for (const { island, layer } of this.carded) if (island !== picked) layer.closeTooltip();
  }

  // Closes the cards of all islands.
  hush() {
    this.landing = null;
    for (const layer of this.layers.group.getLayers()) layer.closeTooltip();
  }

  /** @param {Entry} entry */
  describe(entry) {
    const { layers, landing } = this;
    const [first, ...others] = layers.names(entry.island);
    const record = layers.spans[entry.index][entry.span];
    const why = [record.basis, record.note, record.why].filter((place) => place !== null);
    return element(
      "div",
      {},
      element("strong", { lang: first[1] }, first[0]),
      " ",
      ...others.map(([name, lang]) => element("span", { lang, class: "other" }, name, " ")),
      element("div", {}, layers.status(record)),
      landing?.island === entry.island.id ? element("div", { class: "why" }, landing.label) : null,
      ...why.map((place) => element("div", { class: "why" }, layers.payload.texts[place])),
    );
  }
}
