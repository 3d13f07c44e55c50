// A pointer that lies still, as a teacher's does who turns the pages with a clicker.

/**
 * Lets nobody hear what a browser tells of a pointer that the map has moved under: it opens no card.
 * @param {EventTarget} place
 */
export function still(place) {
  let [x, y] = [NaN, NaN]; // where a hand has left it
  /** @param {Event} event */
  const heard = (event) => {
    const { clientX, clientY, type } = /** @type {MouseEvent} */ (event);
    if (clientX === x && clientY === y) event.stopPropagation();
    else if (type === "mousemove") [x, y] = [clientX, clientY];
  };
  for (const kind of ["mouseover", "mousemove"]) place.addEventListener(kind, heard, true);
  // a finger may come twice to the same spot, and means it
  place.addEventListener("pointerdown", () => [x, y] = [NaN, NaN], true);
}
