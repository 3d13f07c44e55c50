// A menu over the map: a button that opens a panel; Escape closes it, one is open at a time.

import { element } from "./elements.js";

/**
 * @import { Child } from "./elements.js"
 */

/**
 * @param {string} name  its class, beside that of all menus
 * @param {string} title
 * @param {...(Child | Child[])} content
 */
export function menu(name, title, ...content) {
  const summary = element("summary", {}, title);
  const node = element("details", {
    class: `menu ${name}`,
    name: "over-the-map",
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || !node.open) return;
      node.open = false;
      summary.focus();
    },
  });
  node.append(summary, element("div", { class: "panel" }, ...content));
  return node;
}
