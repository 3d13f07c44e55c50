// What a page's maps stand on: their room, the view of the whole chain and how far one may leave it.
(function (atlas) {
  "use strict";

  const { element, setAttribute } = atlas;
  const MIN_ZOOM = 3;
  const MAX_ZOOM = 11;
  const CRAMPED = 1.5; // steps a reader may zoom out beyond the whole chain

  class Stage {
    // maps: shown as one, the first leads. layers(): the leader's; covered(margin): the boxes over
    // the maps; fitted(): called when the whole chain has been brought into view.
    constructor(maps, { layers, covered, fitted }) {
      Object.assign(this, { maps, layers, covered, fitted, moved: false });
      // the window, a turned phone, a style sheet that comes late: whatever changes their room
      const room = new ResizeObserver(() => this.onResize());
      for (const map of maps) {
        map.attributionControl.setPrefix(false);
        map.on("dragstart", () => { this.moved = true; });
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
      for (const map of this.maps) map.invalidateSize({ animate: false });
      this.found = atlas.fit(this.maps[0], atlas.focus(this.layers()), this.covered(8));
      this.moved = false;
      for (const map of this.maps) {
        map.setMinZoom(Math.max(MIN_ZOOM, this.found - CRAMPED));
        map.setMaxZoom(MAX_ZOOM);
      }
      this.fitted();
    }

    // Turns with a turned phone; a reader who has moved the map keeps the view.
    onResize() {
      for (const map of this.maps) map.invalidateSize({ animate: false });
      if (this.kept) this.fit();
    }

    buttons(words) {
      const button = (label, sign, onclick) => element("button", { type: "button", "aria-label": label, title: label, onclick }, sign);
      const [map] = this.maps;
      return element("div", { class: "zoom", role: "group", "aria-label": words.zoom },
        button(words.zoom_in, "+", () => map.zoomIn()), button(words.zoom_out, "−", () => map.zoomOut()),
        button(words.reset, "⤢", () => this.fit()));
    }
  }

  // Makes a map's container a named part of the page.
  atlas.place = (map, label) => {
    const container = map.getContainer();
    container.classList.add("stage");
    setAttribute(container, "role", "region");
    setAttribute(container, "aria-label", label);
    return container;
  };

  // Page language and frame title: Streamlit sets neither.
  atlas.announce = (language, title) => {
    document.documentElement.lang = language;
    document.title = title;
    try {
      if (window.frameElement) window.frameElement.title = title;
    } catch (error) {
      if (error.name !== "SecurityError") throw error; // an embedding page of another origin
    }
  };

  Object.assign(atlas, { Stage, MAX_ZOOM });
})((window.kurilAtlas = window.kurilAtlas || {}));
