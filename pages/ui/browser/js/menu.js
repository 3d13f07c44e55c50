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
      if (event.key === "Escape") shut(node.parentElement);
    },
  });
  node.append(summary, element("div", { class: "panel" }, ...content));
  return node;
}

/**
 * Closes the menu that is open in a place, whose button has the focus then; says whether one was.
 * @param {ParentNode | null} place
 */
export function shut(place) {
  const open = place?.querySelector("details.menu[open]");
  if (!(open instanceof HTMLDetailsElement)) return false;
  open.open = false;
  open.querySelector("summary")?.focus();
  return true;
}
