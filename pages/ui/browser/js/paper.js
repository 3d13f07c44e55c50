// On paper a picture of the view stands in the map's place: it fits any sheet, as no map does.

import { element } from "./elements.js";

const CLASS = "paper";

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
