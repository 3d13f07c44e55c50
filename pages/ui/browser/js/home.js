// The address under which others find what the reader sees.

import { CARD, here } from "./host.js";

/**
 * @import { Card } from "./host.js"
 * @import { Lens, Viewpoint } from "./payload.d.ts"
 * @typedef {{ date: string, language: string, lens: Lens, viewpoint: Viewpoint,
 *   island: string | null, card?: Card }} View  with the card that is open beside the map
 */

// What a link may ask for beside a view: a way of showing it.
const MANNERS = ["present", "play", "embed", ...CARD];
const HOME = 'meta[name="atlas-home"]';

/**
 * The page the map stands in; of a saved file the one it was saved from; null where none is known.
 * @returns {URL | null}
 */
export function home() {
  const address = here();
  return address.protocol.startsWith("http") ? address : saved();
}

/** The address a saved file was saved from, with the view it was saved in; null of a live map. */
export function saved() {
  const meta = document.querySelector(HOME);
  const kept = meta?.getAttribute("content");
  if (kept) return new URL(kept);
  // not saved yet: the server shows it as it is
  return meta && location.protocol.startsWith("http") ? new URL(location.href) : null;
}

/**
 * The link to a view, and to a manner of showing it.
 * @param {URL} from
 * @param {View} view
 * @param {Record<string, string>} manner
 */
export function link(from, { date, language, lens, viewpoint, island, card }, manner = {}) {
  const url = new URL(from);
  url.hash = "";
  const asked = {
    date,
    lang: language,
    lens: lens === "control" ? null : lens,
    viewpoint: viewpoint === "neutral" ? null : viewpoint,
    island,
    ...Object.fromEntries(MANNERS.map((name) => [name, null])),
    ...card,
    ...manner,
  };
  for (const [name, value] of Object.entries(asked)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.href;
}
