// Elements made without any HTML string: text is set as text, so nothing needs escaping here.

/** @typedef {Node | string | null | undefined} Child */
/** @typedef {Record<string, any>} Attributes  values by name; "onclick" and the like are handlers */

const SVG = "http://www.w3.org/2000/svg";
const TEXT = 3; // the DOM's number for a node of text

/**
 * @param {Element} node
 * @param {Attributes} attributes
 * @param {(Child | Child[])[]} children
 */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) node.append(child);
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {...(Child | Child[])} children
 */
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  fill(node, attributes, children);
  return node;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {...(Child | Child[])} children
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  fill(node, attributes, children);
  return node;
}

/**
 * Writes only what differs: a reader who drags sends sixty of these a second. To change what a
 * text says costs a browser a third of what it costs to put another in its place.
 * @param {Element} node
 * @param {string} text
 */
export function setText(node, text) {
  const { firstChild } = node;
  if (node.textContent === text) return;
  if (firstChild?.nodeType === TEXT && firstChild === node.lastChild) firstChild.nodeValue = text;
  else node.textContent = text;
}

/**
 * Sets an attribute that differs; null takes it away.
 * @param {Element} node
 * @param {string} name
 * @param {string | null} value
 */
export function setAttribute(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/**
 * Hides a node or shows it again, where it is not so: to say it twice makes it styled twice.
 * @param {HTMLElement} node
 * @param {boolean} hidden
 */
export function hide(node, hidden) {
  if (node.hidden !== hidden) node.hidden = hidden;
}

/**
 * Works in one line, each a link, or its name alone where it has no address.
 * @param {{ name: string, url: string | null }[]} sources
 * @param {string} semicolon  what the language puts between them
 */
export const citations = (sources, semicolon) =>
  sources.flatMap(({ name, url }, index) => [
    index ? semicolon : "",
    url
      ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name)
      : element("cite", {}, name),
  ]);

/**
 * Lets a mark on the map be pressed, by a pointer or by the keys that press a button.
 * @param {HTMLElement | SVGElement} node
 * @param {() => void} act
 */
export function pressable(node, act) {
  node.addEventListener("click", act);
  pressed(node, act);
}

/**
 * Hears the keys that press a button.
 * @param {HTMLElement | SVGElement} node
 * @param {() => void} act
 */
export function pressed(node, act) {
  node.addEventListener("keydown", (/** @type {Event} */ event) => {
    const { key } = /** @type {KeyboardEvent} */ (event);
    if (key !== "Enter" && key !== " ") return;
    event.preventDefault();
    act();
  });
}

/**
 * Says over the map what it cannot show, until the reader goes on.
 * @param {string} words
 */
export function notify(words) {
  const note = element("p", { class: "failed", role: "status" }, words);
  document.body.prepend(note);
  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(kind, () => note.remove(), { once: true });
  }
}
