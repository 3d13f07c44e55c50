// On paper a picture of the view stands in the map's place: it fits any sheet, as no map does.
// Chromium paints a pattern anew for each shape, as large as the sheet: there is one shape a pattern.

import { element } from "./elements.js";

const CLASS = "paper";
// Dashes may be measured along the whole of a shape: such a one stays as it is.
const PATTERNED = [":scope > path[fill^='url(']", ":scope > path[stroke^='url(']"]
  .map((path) => `${path}:not([pathLength])`).join();

/**
 * Puts a picture at the head of the page while that is printed.
 * @param {Window} page  that is printed
 * @param {() => SVGSVGElement | null} draw
 */
export function onPaper(page, draw) {
  const before = () => {
    const drawn = draw();
    if (!drawn) return;
    after();
    for (const side of ["width", "height"]) drawn.removeAttribute(side); // as large as the sheet
    merge(drawn);
    page.document.body.prepend(element("figure", { class: CLASS }, drawn));
  };
  const after = () => page.document.querySelector(`body > .${CLASS}`)?.remove();
  page.addEventListener("beforeprint", before);
  page.addEventListener("afterprint", after);
  // the page lives on when its map is gone
  addEventListener("pagehide", () => {
    page.removeEventListener("beforeprint", before);
    page.removeEventListener("afterprint", after);
  });
}

/**
 * Makes one shape of those of a group that have one pattern and look the same: they do not overlap.
 * @param {SVGSVGElement} drawn
 */
function merge(drawn) {
  for (const group of drawn.querySelectorAll("g")) {
    /** @type {Map<string, Element>} */
    const first = new Map();
    for (const path of group.querySelectorAll(PATTERNED)) {
      const looks = [...path.attributes].filter(({ name }) => name !== "d")
        .map(({ name, value }) => `${name}=${value}`).join();
      const other = first.get(looks);
      if (!other) {
        path.replaceChildren(); // its name is no longer one island's
        first.set(looks, path);
        continue;
      }
      other.setAttribute("d", `${other.getAttribute("d")}${path.getAttribute("d")}`);
      path.remove();
    }
  }
}
