// What keys mean, wherever the focus is: a clicker sends PageDown and PageUp, a reader uses arrows.

/**
 * @typedef {"next" | "previous" | "tomorrow" | "yesterday" | "later" | "earlier" | "first" | "last"
 *   | "play" | "blank" | "full" | "present" | "leave"} Act
 * @typedef {{ key: string, shiftKey: boolean, altKey: boolean, ctrlKey: boolean, metaKey: boolean }} Press
 */

/** @type {Record<string, Act>} */
const PLAIN = {
  ArrowRight: "next",
  ArrowUp: "next", // as on any slider
  PageDown: "next",
  ArrowLeft: "previous",
  ArrowDown: "previous",
  PageUp: "previous",
  Home: "first",
  End: "last",
  " ": "play",
  b: "blank",
  ".": "blank",
  f: "full",
  p: "present",
  Escape: "leave",
};
/** @type {Record<string, Act>} */
const SHIFTED = {
  ArrowRight: "tomorrow",
  ArrowUp: "tomorrow",
  ArrowLeft: "yesterday",
  ArrowDown: "yesterday",
  PageDown: "later",
  PageUp: "earlier",
};
// Where letters are written, keys are the field's own.
const FIELDS = "input:not([type=range], [type=radio], [type=checkbox], [type=button]), textarea, " +
  "[contenteditable]";
// A list that was chosen from keeps the focus, and its keys but for a clicker's.
const LISTS = "select";
const CLICKER = ["PageDown", "PageUp", "b", ".", "Escape"];
// What has a use for some keys of its own.
const ARROWS = "[type=radio], [data-island], [data-landing], [role=slider], [role=tab]";
const PRESSED = "button, summary, a[href], [role=button], [type=radio], [type=checkbox]";

/**
 * What a key press means; null where it is none of the atlas's.
 * @param {Press} press
 * @returns {Act | null}
 */
export function meaning({ key, shiftKey, altKey, ctrlKey, metaKey }) {
  if (altKey || ctrlKey || metaKey) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  return (shiftKey ? SHIFTED[letter] : PLAIN[letter]) ?? null;
}

/**
 * Whether what has the focus keeps a key for itself.
 * @param {string} key
 * @param {Element | null} place
 */
export function kept(key, place) {
  if (!place || place === place.ownerDocument.body) return false;
  if (place.matches(FIELDS)) return true;
  if (place.matches(LISTS)) return !CLICKER.includes(key);
  if (key.startsWith("Arrow") || key === "Home" || key === "End") {
    // a map that was reached with the keyboard is moved with its arrows
    return place.matches(`${ARROWS}, .leaflet-container:focus-visible`);
  }
  return (key === " " || key === "Enter") && place.matches(PRESSED);
}

/**
 * Listens for the whole document, before what has the focus does.
 * @param {(act: Act) => boolean} act  does what is meant; says whether there was anything to do
 */
export function listen(act) {
  addEventListener("keydown", (event) => {
    const meant = meaning(event);
    if (!meant || kept(event.key, document.activeElement) || !act(meant)) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // else Leaflet pans, and the slider moves once more
  }, { capture: true });
}
