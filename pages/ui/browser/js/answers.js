// What an island answers with to a pointer, a finger and the keys: its card, and the way to the next.

import { element, setAttribute } from "./elements.js";
import { wider } from "./room.js";
import { shift, spot } from "./spot.js";
import { coarse as byFinger } from "./stage.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Entry, Layers } from "./layers.js"
 * @import { Landing } from "./payload.d.ts"
 */

const GAP = 6; // pixels between an island and its card

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
      if (byFinger()) setTimeout(() => document.hasFocus() || this.reopen(entry));
    });
  }

  /**
   * @param {L.Path} layer
   * @param {Entry} entry
   */
  answer(layer, entry) {
    this.carded.push({ island: entry.island.id, layer });
    layer.bindTooltip(() => this.describe(entry), { sticky: true, className: "card", opacity: 1 });
    layer.on("tooltipopen mousemove", () => this.within(layer, entry));
    // the map may have come under a pointer that lay still, and moves on now
    layer.on("mousemove", ({ latlng }) => layer.isTooltipOpen() || layer.openTooltip(latlng));
    layer.on("click", () => this.pick(entry)); // after its card has opened
  }

  /**
   * Moves a card that Leaflet has put beside the pointer into the map's room: a phone has none on
   * either side. A finger hides what it touches, and what it is answered with does not.
   * @param {L.Path} layer
   * @param {Entry} entry
   * @returns {number} pixels the island has to move down to have room for both
   */
  within(layer, entry) {
    const card = layer.getTooltip()?.getElement();
    if (!card?.isConnected) return 0;
    card.style.translate = "none";
    const [box, room] = [card, this.layers.map.getContainer()].map(boxed);
    const island = byFinger() ? seen(entry) : null; // a mouse may be on a wide one
    const { x, y, clear } = spot(box, island, room);
    card.style.translate = `${x - box.x}px ${y - box.y}px`;
    // its arrow would point at where the island is not
    card.classList.toggle("aside", x !== box.x || y !== box.y);
    return clear || !island ? 0 : shift(box, island, room);
  }

  /**
   * Opens the card that a finger has asked for at its island.
   * @param {Entry} entry
   */
  reopen(entry) {
    entry.shape.openTooltip(entry.centre);
    this.free(entry);
  }

  /**
   * Moves the map where an island and its card have no room beside each other.
   * @param {Entry} entry
   */
  free(entry) {
    const { map } = this.layers;
    const open = this.carded.find(({ island, layer }) =>
      island === entry.island.id && layer.isTooltipOpen()
    );
    const down = open && byFinger() ? this.within(open.layer, entry) : 0;
    if (!open || !down) return;
    const { x, y } = map.getSize();
    const centre = map.containerPointToLatLng([x / 2, y / 2 - down]);
    map.setView(centre, map.getZoom(), { animate: false });
    this.within(open.layer, entry);
  }

  /** @param {Entry} entry */
  pick(entry) {
    this.focusable(entry.index);
    this.layers.onPick(entry.island.id);
    this.free(entry); // not before: the touch would end beside the island
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
      this.reopen(entry);
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

/**
 * @param {Element} node
 * @returns {Box} in the window
 */
function boxed(node) {
  const { x, y, width: w, height: h } = node.getBoundingClientRect();
  return { x, y, w, h };
}

/**
 * What is seen of an island, its ring included, with a gap around.
 * @param {Entry} entry
 * @returns {Box}
 */
function seen({ path, ring }) {
  const boxes = [path, ...ring?.nodes ?? []].map(boxed).filter(({ w }) => w > 0);
  const [x, y] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map(({ x, w }) => x + w));
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h));
  return wider({ x, y, w: right - x, h: bottom - y }, GAP);
}
