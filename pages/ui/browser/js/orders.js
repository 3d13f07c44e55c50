// What the atlas and Python tell each other: orders to show a view, and where the reader rests.

import { here } from "./host.js";

/**
 * @import { Atlas } from "./atlas.js"
 * @import { State } from "./payload.d.ts"
 */

export class Orders {
  session = "";
  seq = -1;
  greeted = false;
  /** @type {string | null} what Python was told last */
  told = null;
  // The reader's own moves, counted; and how many Python was told of.
  moves = 0;
  toldOf = 0;
  /** whether the last order wanted readings */
  wished = false;

  /** @param {Atlas} atlas */
  constructor(atlas) {
    this.atlas = atlas;
  }

  /**
   * An order from Python: jump to a date, another lens, another language. Old orders are ignored.
   * Where Python's memory is the younger one, it knows that the reader has moved on, or it has not
   * yet heard of her last move, the map stays where it is and says so.
   * @param {State} order
   */
  async take(order) {
    const { atlas } = this;
    const { session, seq, date, lens, viewpoint, island, stay, heard, furigana } = order;
    // a tour that the address asks for comes beside the map, not after it; if it fails it is told then
    if (here().searchParams.has("tour")) {
      atlas.history.guided(order.language).catch(() => {});
    }
    const loaded = await atlas.history.ordered(order);
    if (!loaded) return;
    const mine = atlas.payload && (stay || session !== this.session || heard < this.moves);
    // only now: what the reader did meanwhile answers the order before
    [this.session, this.seq] = [session, seq];
    atlas.use(loaded);
    if (furigana !== this.wished) {
      this.wished = furigana;
      atlas.cards.read(furigana);
      atlas.cards.card?.furigana.show(furigana);
    }
    this.told = JSON.stringify({ session, seq, date, lens, viewpoint, island });
    if (mine) {
      atlas.apply({});
      return atlas.gate.catchUp();
    }
    atlas.timeline.pause();
    atlas.still();
    const own = this.greeted ? {} : atlas.gate.view();
    if (Object.keys(own).length) this.moves += 1;
    atlas.apply({ day: atlas.axis.number(date), lens, viewpoint, island, ...own }, true);
    if (this.greeted) return atlas.gate.catchUp();
    this.greeted = true; // the first picture stands: what waits for it may come
    this.told = null;
    atlas.gate.arrive();
    atlas.rest();
  }

  // Tells Python, and the page around, where the reader rests.
  tell() {
    const { axis, main, state: { day, lens, viewpoint, island } } = this.atlas;
    const { session, seq } = this;
    const value = { session, seq, date: axis.iso(day), lens, viewpoint, island: island || null };
    const text = JSON.stringify(value);
    if (text === this.told) {
      this.moves = this.toldOf; // away and back again
      return;
    }
    [this.told, this.toldOf] = [text, this.moves];
    window.Streamlit?.setComponentValue({ ...value, moves: this.moves });
    main.dispatchEvent(new CustomEvent("atlas:rest", { detail: value, bubbles: true }));
  }
}
