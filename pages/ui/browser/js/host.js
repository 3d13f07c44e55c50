// The page the map's frame stands in, as far as it is ours: the atlas's own page, or none.

/**
 * @import { Press } from "./keys.js"
 */

/**
 * @typedef {Record<string, string>} Card  what stands beside the map, as an address names it
 * @typedef {{ present?: (on: boolean) => void, card?: (card: Record<string, string | null>) => void,
 *   ahead?: Map<string, Promise<any>>, drawn?: () => void, pressed?: (page?: string) => Press[],
 *   scroll?: () => void, stands?: { stood: boolean }, root: HTMLElement, address: URL }} Host
 */

/** The parameters that name a card. */
export const CARD = ["tour", "stop", "quiz", "level"];

/**
 * The document to fill the screen with, the address the reader came by, and the page's own ways to
 * make room and to name a card; of a page of another origin nothing is known.
 * @returns {Host}
 */
export function host() {
  try {
    // a notebook's page is none of ours, though it lets the frame of a cell look into it
    const ours = window.location.protocol !== "about:";
    if (ours && window.parent !== window && window.parent.document) {
      const outer = /** @type {any} */ (window.parent);
      return {
        present: outer.kurilFrame?.present,
        card: outer.kurilFrame?.card,
        ahead: outer.kurilAhead, // what it has begun to fetch, by address
        stands: outer.kurilMap, // whether a map has stood in this page
        drawn: outer.kurilDrawn, // takes away what stood in the map's place
        // the keys pressed before there was a map, for that of the page the reader wants
        pressed: outer.kurilPressed,
        scroll: outer.kurilScroll, // where no map comes, they scroll the page
        root: outer.document.documentElement,
        address: arrived(window.parent),
      };
    }
  } catch {
    // another origin
  }
  return { root: document.documentElement, address: arrived(window) };
}

/**
 * What the page around the map has begun to fetch; once only, for it may not come.
 * @param {string} url
 */
export function begun(url) {
  const { ahead } = host();
  const { href } = new URL(url, location.href);
  const found = ahead?.get(href);
  ahead?.delete(href);
  return found;
}

/** The address of the page the map stands in, as it is now. */
export const here = () => new URL(host().root.ownerDocument.location.href);

/**
 * Names the card beside the map in the page's address, so that it stands there after a reload.
 * @param {Card} card
 */
export function named(card) {
  const none = Object.fromEntries(CARD.map((name) => [name, null]));
  host().card?.({ ...none, ...card });
}

/**
 * The address a page was opened by: by now the atlas may have written its view there.
 * @param {Window} page
 */
function arrived(page) {
  const [entry] = page.performance.getEntriesByType("navigation");
  return new URL(entry?.name || page.location.href, page.location.href);
}

/** Whether the atlas stands in a page of others, which keeps its own scrolling and focus. */
function embedded() {
  const page = host().root.ownerDocument.defaultView;
  return page !== null && page !== page.top;
}

/** Whether the page around the map is longer than its window, as far as that can be known. */
export function scrolls() {
  if (embedded()) return true;
  const { root } = host();
  const room = root.querySelector('[data-testid="stMain"]') ?? root;
  return room.scrollHeight > room.clientHeight + 4;
}

/** Fills the screen, or gives it back. */
export function toggleFull() {
  const { root } = host();
  const { ownerDocument } = root;
  if (ownerDocument.fullscreenElement) ownerDocument.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {}); // a browser or a frame may forbid it
}
