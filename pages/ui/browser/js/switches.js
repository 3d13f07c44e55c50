// The layers of the map that a reader switches on and off; those that come over the network come then.

import { setAttribute } from "./elements.js";
import { People } from "./people.js";
import { MAX_ZOOM } from "./stage.js";

/** @import { Atlas } from "./atlas.js" */

export class Switches {
  /** @type {Set<string>} the layers switched off */
  off;
  /** @type {Record<string, L.Layer>} */
  tiles = {};
  /** @type {People | null} */
  people = null;

  /** @param {Atlas} atlas */
  constructor(atlas) {
    this.atlas = atlas;
  }

  // Begins as the data says; in another language they stay as the reader has them.
  begin() {
    const { layers } = this.atlas.payload;
    this.off ||= new Set(layers.filter(({ on }) => !on).map(({ id }) => id));
  }

  // Shows on a map just drawn what is not on it from the first.
  put() {
    this.atlas.labels.show(!this.off.has("names"));
    if (!this.off.has("people")) this.showPeople();
  }

  /**
   * @param {string} layer
   * @param {boolean} visible
   */
  show(layer, visible) {
    const { labels, main, payload } = this.atlas;
    if (visible) this.off.delete(layer);
    else this.off.add(layer);
    if (layer === "every") return; // the player asks
    if (layer === "names") labels.show(visible);
    else if (layer === "people") this.showPeople();
    else if (layer in payload.tiles) this.showTiles(layer, visible);
    else {
      setAttribute(main, `data-no-${layer}`, visible ? null : "");
      this.atlas.write();
    }
  }

  // The people are fetched when first asked for; meanwhile the reader may have changed her mind.
  async showPeople() {
    const { history, map, payload } = this.atlas;
    const guided = await history.guided(payload.language).catch(() => this.atlas.cards.newer());
    if (!guided || this.atlas.payload !== payload) return;
    this.people?.remove();
    this.people = this.off.has("people")
      ? null
      : new People(map, guided.people, payload.words, payload.tongue);
    if (!this.people) return;
    this.atlas.tools.panel.append(this.people.node);
    this.draw();
  }

  // Draws the people of the day shown, where they are there.
  draw() {
    this.people?.draw(this.atlas.axis.iso(this.atlas.day));
  }

  /**
   * Tiles are somebody else's map of today: only when asked for.
   * @param {string} id
   * @param {boolean} visible
   */
  showTiles(id, visible) {
    const { main, map, payload } = this.atlas;
    const { url, attribution, max_zoom: maxNativeZoom } = payload.tiles[id];
    this.tiles[id] ||= L.tileLayer(url, { attribution, maxNativeZoom, maxZoom: MAX_ZOOM });
    if (visible) this.tiles[id].addTo(map);
    else this.tiles[id].remove();
    const any = Object.values(this.tiles).some((layer) => map.hasLayer(layer));
    setAttribute(main, "data-tiles", any ? "" : null);
  }
}
