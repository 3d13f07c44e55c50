// What a page's maps stand on: their room, the view of the whole chain and how far one may leave it.

import { element, setAttribute } from "./elements.js";
import { beside, fit, focus, room } from "./fit.js";
import { scrolls } from "./host.js";

/**
 * @import { Box } from "./fit.js"
 * @import { Layers } from "./layers.js"
 * @typedef {object} Scene
 * @property {() => Layers} layers  the leading map's
 * @property {(margin: number) => Box[]} covered  what stands over the maps
 * @property {() => void} fitted  called when the whole chain has been brought into view
 * @typedef {object} Aim
 * @property {[lat: number, lon: number][]} window
 * @property {string[]} pointed
 * @property {number} [zoom]  once the map is there
 */

const MIN_ZOOM = 3;
export const MAX_ZOOM = 11;
const FLIGHT = 1.2; // seconds from one stop of a tour to the next
const CRAMPED = 1.5; // steps a reader may zoom out beyond the whole chain

export class Stage {
  moved = false;
  fitted = ""; // the sizes of the maps when something was last brought into view
  /** @type {number | undefined} the zoom at which the whole chain was brought into view */
  found;
  /** @type {Aim | null} what a tour points at, until the reader or the chain takes the view */
  aim = null;

  /**
   * @param {L.Map[]} maps  shown as one, the first leads
   * @param {Scene} scene
   */
  constructor(maps, scene) {
    this.maps = maps;
    this.scene = scene;
    // the window, a turned phone, a style sheet that comes late: whatever changes their room
    const room = new ResizeObserver(() => this.onResize());
    for (const map of maps) {
      map.attributionControl.setPrefix(false);
      yieldGestures(map);
      const taken = () => {
        this.moved = true;
        this.aim = null;
      };
      map.on("dragstart", taken);
      map.getContainer().addEventListener("keydown", ({ key, target }) => {
        if (target === map.getContainer() && key.startsWith("Arrow")) taken();
      });
      room.observe(map.getContainer());
    }
  }

  // The zoom that shows the whole chain; until it has been found, the one there is.
  get whole() {
    return this.found ?? this.maps[0].getZoom();
  }

  // Whether the whole chain has been in view, and the reader has left it so.
  get kept() {
    return this.found !== undefined && !this.moved && this.maps[0].getZoom() === this.found;
  }

  // Shows the whole chain so that nothing over the maps covers an island.
  fit() {
    this.aim = null;
    const bound = this.measure();
    const found = fit(this.maps[0], focus(this.scene.layers()), this.scene.covered(8));
    this.found = found;
    this.moved = false;
    for (const map of this.maps) {
      const whole = map.getBoundsZoom(map.options.maxBounds, true, [0, 0]); // no land beyond
      map.setMinZoom(Math.min(found, Math.max(MIN_ZOOM, found - CRAMPED, whole)));
      map.setMaxZoom(MAX_ZOOM);
    }
    bound();
    this.scene.fitted();
  }

  /**
   * Takes the maps' room anew. Leaflet answers with a slow pan into its bounds, which would outlive
   * the view that comes next: none begins until that is there and calls what is returned.
   */
  measure() {
    this.fitted = this.sizes;
    const bounds = this.maps.map((map) => map.options.maxBounds);
    for (const [number, map] of this.maps.entries()) {
      map.setMaxBounds(null);
      map.invalidateSize({ animate: false });
      map.setMinZoom(MIN_ZOOM); // the last one may be too near for this room
      map.options.maxBounds = bounds[number]; // a view that is set still keeps within
    }
    return () => this.maps.forEach((map, number) => map.setMaxBounds(bounds[number]));
  }

  /**
   * Shows the islands of a window (south-west, north-east), and all that is pointed at, clear of
   * what stands over the map; it moves there calmly, or at once where the reader wants no motion.
   * @param {[lat: number, lon: number][]} window
   * @param {string[]} pointed
   * @param {number} duration  seconds
   */
  view(window, pointed, duration = FLIGHT) {
    const [map] = this.maps;
    const bound = this.measure(); // a tour that begins may leave it less room
    /** @type {Aim} */
    const aim = this.aim = { window, pointed };
    const within = L.latLngBounds(window);
    const islands = this.scene.layers().islands.flatMap(({ island, shape }) => {
      const bounds = shape.getBounds();
      return pointed.includes(island.id) || within.contains(bounds.getCenter()) ? [bounds] : [];
    });
    const found = room(map, islands, this.scene.covered(8));
    const still = !duration || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const around = { animate: !still, ...beside(map, this.scene.covered(0)) };
    const arrived = () => {
      aim.zoom = map.getZoom();
      bound();
    };
    if (!found) map.once("moveend", arrived).fitBounds(L.latLngBounds(islands), around);
    else if (still) {
      map.once("moveend", arrived).setView(found.centre, found.zoom, { animate: false });
    } else map.flyTo(found.centre, found.zoom, { duration }).once("moveend", arrived); // it ends another move
    this.moved = true;
  }

  // Turns with a turned phone; a reader who has moved the map keeps the view.
  onResize() {
    if (this.fitted === this.sizes) return; // an observer begins by telling the size there is
    const { aim } = this;
    if (this.kept) this.fit();
    else if (aim && (aim.zoom ?? this.maps[0].getZoom()) === this.maps[0].getZoom()) {
      this.view(aim.window, aim.pointed, aim.zoom === undefined ? FLIGHT : 0);
    } else for (const map of this.maps) map.invalidateSize({ animate: false });
    this.fitted = this.sizes;
  }

  get sizes() {
    const rooms = this.maps.map((map) => map.getContainer());
    return rooms.map(({ clientWidth, clientHeight }) => `${clientWidth} ${clientHeight}`).join();
  }

  /** @param {Record<string, string>} words */
  buttons(words) {
    /** @type {(label: string, sign: string, onclick: () => void) => HTMLButtonElement} */
    const button = (label, sign, onclick) =>
      element("button", { type: "button", "aria-label": label, title: label, onclick }, sign);
    const [map] = this.maps;
    return element(
      "div",
      { class: "zoom", role: "group", "aria-label": words.zoom },
      button(words.zoom_in, "+", () => map.zoomIn()),
      button(words.zoom_out, "−", () => map.zoomOut()),
      button(words.reset, "⤢", () => this.fit()),
    );
  }
}

/**
 * Leaves the page its own gestures: one finger scrolls it and two move the map; on a page that
 * scrolls, the wheel zooms with Ctrl or Command alone.
 * @param {L.Map} map
 */
function yieldGestures(map) {
  if (coarse()) map.dragging.disable();
  map.getContainer().addEventListener("wheel", ({ ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey || !scrolls()) map.scrollWheelZoom.enable();
    else map.scrollWheelZoom.disable();
  }, { capture: true, passive: true });
}

/** Whether a finger, not a mouse, points. */
export const coarse = () => window.matchMedia("(pointer: coarse)").matches;

/**
 * Makes a map's container a named part of the page.
 * @param {L.Map} map
 * @param {string | null} label
 */
export function place(map, label) {
  const container = map.getContainer();
  container.classList.add("stage");
  setAttribute(container, "role", "region");
  setAttribute(container, "aria-label", label);
  return container;
}

/**
 * Sets the page's language and the frame's title: Streamlit sets neither.
 * @param {string} language
 * @param {string} title
 */
export function announce(language, title) {
  document.documentElement.lang = language;
  document.title = title;
  try {
    if (window.frameElement) window.frameElement.setAttribute("title", title);
  } catch (error) {
    // an embedding page of another origin
    if (!(error instanceof DOMException && error.name === "SecurityError")) throw error;
  }
}
