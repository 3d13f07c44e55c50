// The switches over the map: lens, viewpoint, layers.
(function (atlas) {
  "use strict";

  const { element } = atlas;

  class Tools {
    // off: the layers switched off; change(part): called with {lens}, {viewpoint} or {layer, visible}.
    constructor(payload, state, off, change) {
      const { words } = payload;
      this.lenses = payload.lenses.map(({ id, name }) => element("label", {},
        element("input", { type: "radio", name: "lens", value: id, onchange: () => change({ lens: id }) }), element("span", {}, name)));
      this.viewpoint = element("select", { id: "viewpoint", onchange: () => change({ viewpoint: this.viewpoint.value }) },
        ...payload.viewpoints.map(({ id, name }) => element("option", { value: id }, name)));
      this.layers = payload.layers.map(({ id, name, note }) => element("label", {},
        element("input", { type: "checkbox", value: id, checked: !off.has(id), onchange: (event) => change({ layer: id, visible: event.target.checked }) }),
        element("span", {}, name, note ? element("small", {}, note) : null)));
      this.menu = element("details", { class: "menu", onkeydown: (event) => {
        if (event.key === "Escape") { this.menu.open = false; this.menu.querySelector("summary").focus(); }
      } }, element("summary", {}, words.layers),
        element("div", { class: "panel" },
          element("label", { class: "choice", for: "viewpoint" }, words.viewpoint, this.viewpoint),
          element("fieldset", {}, element("legend", {}, words.shown), ...this.layers)));
      this.node = element("div", { class: "tools" },
        element("fieldset", { class: "lenses" }, element("legend", {}, words.lens), ...this.lenses), this.menu);
      this.show(state);
    }

    show({ lens, viewpoint }) {
      for (const label of this.lenses) {
        const input = label.querySelector("input");
        input.checked = input.value === lens;
      }
      this.viewpoint.value = viewpoint;
    }
  }

  atlas.Tools = Tools;
})((window.kurilAtlas = window.kurilAtlas || {}));
