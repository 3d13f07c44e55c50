// A guided tour: the map moves from stop to stop, and a card tells what is seen there.

import { citations, element, setAttribute, setText } from "./elements.js";
import { Furigana } from "./furigana.js";
import { pieces } from "./hard.js";
import { say } from "./sentences.js";

/**
 * @import { Guided, GuidedStop, GuidedTour, Tongue } from "./payload.d.ts"
 * @import { Shown } from "./atlas.js"
 * @import { Card } from "./host.js"
 * @typedef {object} Viewer  what the atlas offers a tour
 * @property {(stop: GuidedStop) => void} show  shows a stop's day, lens and window
 * @property {() => void} ask  asks questions instead
 * @property {() => void} left  the tour is over, and its card gone
 * @property {(card: Card) => void} named  names the card in the address
 * @property {boolean} reads  whether words have their readings
 * @property {(on: boolean) => void} read  the reader shows or hides them
 * @property {Tongue} tongue
 */

export class Tour {
  at = 0;
  deep = false;

  /**
   * @param {string} name
   * @param {Guided} guided
   * @param {Viewer} viewer
   */
  constructor(name, guided, viewer) {
    this.name = name;
    this.viewer = viewer;
    this.words = guided.words;
    this.hard = guided.hard;
    this.tour = /** @type {GuidedTour} */ (guided.tours[name]);
    const { words, tour } = this;
    this.title = element("h2", { id: "tour-title", tabindex: "-1" });
    this.odd = element("p", { class: "odd", role: "status" });
    this.text = element("p", { class: "told" });
    this.question = element("p", { class: "question" });
    this.sources = element("p", { class: "told-by" });
    this.ask = this.button("ask", words.ask, () => this.viewer.ask());
    this.meaning = element("p", { class: "meaning", role: "status" });
    this.body = element(
      "div",
      { class: "body" },
      this.odd,
      this.text,
      this.meaning,
      this.question,
      this.ask,
      this.sources,
    );
    this.depth = this.button("depth", words.more, () => this.deepen());
    this.back = this.button("back", words.back, () => this.step(-1));
    this.next = this.button("next", words.next, () => this.last ? this.leave() : this.step(1));
    this.dots = tour.stops.map((stop, index) =>
      element("button", {
        type: "button",
        "aria-label": stop.name,
        onclick: () => this.turn(index),
      })
    );
    const close = this.button("close", "✕", () => this.leave());
    setAttribute(close, "aria-label", words.leave);
    // the focus stays on the button, so what a stop tells is said
    this.aloud = element("p", { class: "aloud", role: "status" });
    this.node = element("section", { class: "tour", "aria-labelledby": "tour-title" });
    this.furigana = new Furigana(this.node, guided.kana);
    this.node.append(
      element("p", { class: "series" }, tour.title),
      this.furigana.offered(words.furigana, viewer.read) ?? "",
      close,
      this.title,
      this.body,
      element(
        "nav",
        { "aria-label": tour.title },
        this.back,
        element("span", { class: "dots" }, ...this.dots),
        this.depth,
        this.next,
      ),
    );
  }

  /**
   * @param {string} kind
   * @param {string} word
   * @param {(event: MouseEvent) => void} onclick
   */
  button(kind, word, onclick) {
    return element("button", { type: "button", class: kind, onclick }, word);
  }

  /**
   * Begins at a stop, counted from 1 as in the address; for what is none, at the nearest one.
   * @param {HTMLElement} main
   * @param {number} stop
   */
  begin(main, stop) {
    main.prepend(this.node);
    main.append(this.aloud);
    setAttribute(main, "data-tour", this.name);
    this.furigana.show(this.viewer.reads);
    this.go(Number.isNaN(stop) ? 0 : stop - 1);
    const { words, at, tour, viewer: { tongue } } = this;
    const there = { last: tour.stops.length, number: at + 1 };
    if (stop !== there.number) setText(this.odd, say(words.odd_stop, there, tongue));
  }

  /** @param {number} index */
  go(index) {
    const { stops } = this.tour;
    this.at = Math.max(0, Math.min(stops.length - 1, Math.trunc(index)));
    this.write();
    this.viewer.named(this.card);
    this.viewer.show(this.stop);
  }

  /** @returns {Card} */
  get card() {
    return { tour: this.name, stop: String(this.at + 1) };
  }

  get stop() {
    return this.tour.stops[this.at];
  }

  get last() {
    return this.at === this.tour.stops.length - 1;
  }

  write() {
    const { stop } = this;
    this.body.scrollTop = 0;
    setText(this.odd, "");
    setText(this.title, stop.title);
    this.text.replaceChildren(...this.told(this.deep ? stop.more : stop.text));
    this.explain(null);
    setText(this.question, stop.question);
    setText(this.depth, this.deep ? this.words.less : this.words.more);
    setText(this.next, this.last ? this.words.end : this.words.next);
    // a button that goes must not take the focus with it
    if (this.at === 0 && document.activeElement === this.back) this.next.focus();
    this.back.disabled = this.at === 0;
    this.ask.hidden = !this.last;
    this.sources.replaceChildren(...citations(stop.sources, this.viewer.tongue.semicolon));
    this.dots.forEach((dot, index) => {
      setAttribute(dot, "aria-current", index === this.at ? "step" : null);
      setAttribute(dot, "tabindex", index === this.at ? null : "-1"); // the arrows lead on
      setAttribute(dot, "data-seen", index < this.at ? "" : null);
    });
  }

  /**
   * A text with its hard words to be pressed; alone, one could lose its comma to the next line.
   * @param {string} text
   */
  told(text) {
    return pieces(text, this.hard).map((piece) => {
      if (typeof piece === "string") return piece;
      const { before, word, after } = piece;
      const hard = this.explained(word);
      return before || after ? element("span", { class: "kept" }, before, hard, after) : hard;
    });
  }

  /**
   * A word to be pressed. No button: that would be a box, and two lines of it part a sentence.
   * @param {string} word
   */
  explained(word) {
    const onclick = (/** @type {Event} */ event) => this.explain(event.currentTarget);
    const onkeydown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault(); // a space would scroll
      onclick(event);
    };
    const pressed = { role: "button", tabindex: "0", onclick, onkeydown };
    // a reading may come to stand in it
    return element("span", { class: "hard", "data-word": word, ...pressed }, word);
  }

  /**
   * Tells what the hard word pressed means; pressed again, or null, it is told no more.
   * @param {EventTarget | null} pressed
   */
  explain(pressed) {
    const told = pressed instanceof HTMLElement && pressed.ariaExpanded !== "true" ? pressed : null;
    for (const word of this.text.querySelectorAll(".hard")) {
      setAttribute(word, "aria-expanded", String(word === told));
    }
    const word = told?.dataset.word ?? "";
    this.meaning.replaceChildren(
      ...(told ? [element("b", {}, word), ` ${this.hard[word]}`] : []),
    );
  }

  /**
   * Goes a stop on or back. The last one stays: a clicker that is pressed once too often finds no way
   * back into a tour.
   * @param {number} by
   */
  step(by) {
    this.turn(this.at + by);
  }

  /**
   * Goes to a stop of the reader's choice, and says what it tells.
   * @param {number} index
   */
  turn(index) {
    this.go(index);
    this.speak();
  }

  speak() {
    const { title, text, more, question } = this.stop;
    setText(this.aloud, [title, this.deep ? more : text, question].join(" "));
  }

  deepen() {
    this.deep = !this.deep;
    this.write();
    this.speak();
  }

  // Ways to each of its stops, for a film.
  ways() {
    return this.tour.stops.map((_, index) => () => this.go(index));
  }

  get opened() {
    return this.node.isConnected;
  }

  leave() {
    const main = this.node.parentElement;
    this.node.remove();
    this.aloud.remove();
    if (main) setAttribute(main, "data-tour", null);
    this.viewer.left();
  }
}
