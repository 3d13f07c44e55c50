// The switches over the map: lens, viewpoint, layers.

import { element } from "./elements.js";
import { menu } from "./menu.js";

/**
 * @import { Lens, Payload, Viewpoint } from "./payload.d.ts"
 * @typedef {{ lens: Lens, viewpoint: Viewpoint }} Shown
 * @typedef {{ layer: string, visible: boolean }} Switched
 */

export class Tools {
  /**
   * @param {Payload} payload
   * @param {Shown} state
   * @param {Set<string>} off  the layers switched off
   * @param {(part: Partial<Shown> | Switched) => void} change
   */
  constructor(payload, state, off, change) {
    const { words } = payload;
    this.lenses = payload.lenses.map(({ id, name }) => {
      const lens = /** @type {Lens} */ (id);
      const onchange = () => change({ lens });
      const input = element("input", { type: "radio", name: "lens", value: id, onchange });
      return { input, node: element("label", {}, input, element("span", {}, name)) };
    });
    this.viewpoint = element(
      "select",
      {
        id: "viewpoint",
        onchange: () => change({ viewpoint: /** @type {Viewpoint} */ (this.viewpoint.value) }),
      },
      ...payload.viewpoints.map(({ id, name }) => element("option", { value: id }, name)),
    );
    const layers = payload.layers.map(({ id, name, note }) => {
      const onchange = () => change({ layer: id, visible: input.checked });
      const input = element("input", {
        type: "checkbox",
        value: id,
        checked: !off.has(id),
        onchange,
      });
      return element(
        "label",
        {},
        input,
        element("span", {}, name, note ? element("small", {}, note) : null),
      );
    });
    const layersMenu = menu(
      "choices",
      words.layers,
      element("label", { class: "choice", for: "viewpoint" }, words.viewpoint, this.viewpoint),
      element("fieldset", {}, element("legend", {}, words.shown), ...layers),
    );
    this.panel = /** @type {HTMLElement} */ (layersMenu.lastElementChild);
    this.node = element(
      "div",
      { class: "tools" },
      element(
        "fieldset",
        { class: "lenses" },
        element("legend", {}, words.lens),
        ...this.lenses.map(({ node }) => node),
      ),
      layersMenu,
    );
    this.show(state);
  }

  /** @param {Shown} state */
  show({ lens, viewpoint }) {
    for (const { input } of this.lenses) input.checked = input.value === lens;
    this.viewpoint.value = viewpoint;
  }
}
