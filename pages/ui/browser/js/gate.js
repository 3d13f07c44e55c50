// How a reader comes in: by the front door, or to what the address asks for.

import { wanted } from "./door.js";
import { notify } from "./elements.js";
import { saved } from "./home.js";
import { here, host } from "./host.js";
import { meaning } from "./keys.js";

/**
 * @import { Atlas, Shown } from "./atlas.js"
 * @import { DoorWay } from "./payload.d.ts"
 */

// What stands out by fewer pixels from under the front door is hidden by it.
const EDGE = 8;

export class Gate {
  /** @param {Atlas} atlas */
  constructor(atlas) {
    this.atlas = atlas;
  }

  /**
   * Goes the way the reader has chosen at the front door.
   * @param {DoorWay | null} way
   */
  enter(way) {
    const { atlas } = this;
    if (way?.tour) atlas.cards.lead(way.tour);
    else if (way) atlas.apply({ day: atlas.axis.number(way.date), lens: way.lens, island: null });
    atlas.room();
    atlas.timeline.range.focus({ preventScroll: true });
  }

  // Leaves the front door, if it is open, for what is shown behind it.
  pass() {
    const { atlas } = this;
    if (!atlas.door.opened) return;
    atlas.door.close();
    atlas.room();
  }

  /**
   * Leaves the front door where it lies over the whole of what the keyboard has come to.
   * @param {EventTarget | null} target
   */
  reach(target) {
    const { door } = this.atlas;
    if (!door.opened || !(target instanceof Element) || target.contains(door.node)) return;
    if (door.node.contains(target) || !target.matches(":focus-visible")) return;
    const [over, under] = [door.node, target].map((node) => node.getBoundingClientRect());
    const across = over.left - EDGE <= under.left && under.right <= over.right + EDGE;
    const down = over.top - EDGE <= under.top && under.bottom <= over.bottom + EDGE;
    if (across && down) this.pass();
  }

  // Opens the front door again.
  welcome() {
    this.atlas.apply(this.open());
    this.atlas.room();
  }

  // Opens the front door; returns a view that shows what is in dispute.
  open() {
    this.atlas.door.open(this.atlas.main);
    return { lens: /** @type {const} */ ("claims"), island: null };
  }

  /**
   * What a saved file was saved on, or its address asks for; what of it there is not, is told.
   * @returns {Partial<Shown>}
   */
  kept() {
    const { axis, payload } = this.atlas;
    const { islands, lenses, viewpoints, words } = payload;
    const asked = saved()?.searchParams ?? new URLSearchParams();
    /** @type {Record<string, (value: string) => boolean>} */
    const known = {
      date: (value) => axis.has(value),
      lens: (value) => lenses.some(({ id }) => id === value),
      viewpoint: (value) => viewpoints.some(({ id }) => id === value),
      island: (value) => islands.some(({ id }) => id === value),
    };
    const named = Object.keys(known).flatMap((name) => {
      const value = asked.get(name);
      return value ? [{ name, value }] : [];
    });
    const there = named.filter(({ name, value }) => known[name](value));
    if (there.length < named.length) notify(words.odd_view);
    const view = Object.fromEntries(there.map(({ name, value }) => [name, value]));
    const { date, ...beside } = view;
    return date ? { ...beside, day: axis.number(date) } : beside;
  }

  // What the first picture shows beside the first order: drawn at once, it is drawn once only.
  view() {
    const { payload } = this.atlas;
    const view = this.kept();
    return payload.door.ways.length && wanted(payload.door) ? { ...view, ...this.open() } : view;
  }

  // The first order is drawn: what the address asks for beside the view.
  async arrive() {
    const { cards, present, timeline } = this.atlas;
    const { drawn, stands } = host();
    drawn?.();
    if (stands) stands.stood = true;
    const { searchParams } = here();
    const asks = (/** @type {URLSearchParams | undefined} */ asked) =>
      asked?.get("furigana") === "1";
    if (cards.reads || asks(searchParams) || asks(saved()?.searchParams)) cards.read(true);
    if (searchParams.get("present") === "1") present.show(true);
    if (["tour", "quiz"].some((name) => searchParams.has(name))) await cards.follow(searchParams);
    else if (searchParams.get("play") === "1") timeline.play();
    this.catchUp();
  }

  // Does what was asked for with the keyboard, or a clicker, while there was no map yet.
  catchUp() {
    const { source } = this.atlas.history;
    const page = "page" in source ? source.page : undefined;
    for (const press of host().pressed?.(page) ?? []) {
      const act = meaning(press);
      if (act) this.atlas.act(act);
    }
  }
}
