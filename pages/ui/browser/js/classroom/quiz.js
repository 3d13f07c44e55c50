// A set of questions, asked one after the other on a card beside the map, and answered on the spot.

import { element, setAttribute, setText } from "../elements.js";
import { Furigana } from "../furigana.js";
import { say } from "../sentences.js";
import { answerOf, asked, numbered } from "./options.js";
import { results } from "./results.js";
import { MOST, questions } from "./sets.js";

/**
 * @import { Card } from "../host.js"
 * @import { Payload, Questions, Shape } from "../payload.d.ts"
 * @import { Question } from "./asking.js"
 * @import { View } from "./facts.js"
 * @import { Chosen } from "./sets.js"
 * @typedef {{ places: number[], done: boolean, right: boolean }} Answer
 *   places: the options chosen, in turn; of an answer that was only looked at there are none
 * @typedef {object} Viewer  what the atlas offers
 * @property {(view: View) => void} show
 * @property {(found: ((island: string) => void) | null) => void} find  waits for an island
 * @property {(island: string) => void} focus
 * @property {() => void} left  the questions are over, and their card gone
 * @property {(card: Card) => void} named  names the card in the address
 * @property {boolean} reads  whether words have their readings
 * @property {(on: boolean) => void} read  the reader shows or hides them
 * @property {(chosen: Chosen) => void} open  another set
 * @property {Record<string, Shape>} shapes
 */

export class Quiz {
  at = 0;
  /** @type {HTMLElement[]} those of the question shown */
  options = [];

  /**
   * @param {Questions} facts
   * @param {Payload} payload
   * @param {Chosen & { odd: ("seed" | "level")[] }} chosen
   * @param {Viewer} viewer
   */
  constructor(facts, payload, chosen, viewer) {
    this.words = facts.words;
    this.payload = payload;
    this.chosen = chosen;
    this.viewer = viewer;
    this.questions = questions(facts, payload, chosen);
    /** @type {Answer[]} */
    this.answers = this.questions.map(() => ({ places: [], done: false, right: false }));
    this.title = element("h2", { id: "quiz-title", tabindex: "-1" });
    this.place = element("p", { class: "series" });
    this.said = element("p", { class: "said", role: "status" });
    // a long question scrolls with its answers, or a low card would have no room for them
    this.parts = element("div", {});
    this.body = element("div", { class: "body" }, this.title, this.parts);
    this.back = this.button("back", "back", () => this.step(-1));
    this.next = this.button("next", "answer", () => this.step(1));
    this.dots = [...this.questions, null].map((question, index) =>
      element("button", {
        type: "button",
        "aria-label": question ? this.placed(index) : this.words.class,
        "data-result": question === null,
        onclick: () => this.go(index),
      })
    );
    const close = this.button("close", "leave", () => this.leave());
    setAttribute(close, "aria-label", this.words.leave);
    setText(close, "✕");
    const dots = element("span", { class: "dots" }, ...this.dots);
    const name = { "aria-label": this.words.title };
    this.node = element("section", { class: "tour quiz", "aria-labelledby": "quiz-title" });
    this.furigana = new Furigana(this.node, facts.kana);
    this.node.append(
      this.place,
      this.furigana.offered(this.words.furigana, viewer.read) ?? "",
      close,
      this.body,
      element("nav", name, this.back, dots, this.next),
    );
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} values
   */
  say(key, values = {}) {
    return say(this.words[key], values, this.payload.tongue);
  }

  /**
   * @param {string} kind
   * @param {string} word
   * @param {() => void} onclick
   */
  button(kind, word, onclick) {
    return element("button", { type: "button", class: kind, onclick }, this.words[word]);
  }

  /** @param {number} index */
  placed(index) {
    return this.say("place", { number: index + 1, count: this.questions.length });
  }

  /**
   * Begins, or goes on where the same set was left: its questions are the same in every language.
   * @param {HTMLElement} main
   * @param {Quiz | null} left
   */
  begin(main, left) {
    main.prepend(this.node);
    setAttribute(main, "data-tour", "quiz");
    this.furigana.show(this.viewer.reads);
    const { seed, level, odd } = this.chosen;
    const same = left?.chosen.seed === seed && left.chosen.level === level ? left : null;
    if (same) this.answers = same.answers;
    this.go(same?.at ?? 0);
    this.viewer.named(this.card);
    const notes = odd.map((part) => this.say(`odd_${part}`, { most: MOST, seed, level }));
    if (notes.length) setText(this.said, notes.join(" "));
  }

  /** @param {number} index */
  go(index) {
    this.at = Math.max(0, Math.min(this.questions.length, index));
    this.write();
    this.body.scrollTop = 0;
    this.title.focus({ preventScroll: true });
  }

  /** @param {number} by */
  step(by) {
    const { question } = this;
    if (by > 0 && question && !this.answers[this.at].done) this.finish([]);
    else this.go(this.at + by);
  }

  /** @returns {Card} */
  get card() {
    const { seed, level } = this.chosen;
    return { quiz: String(seed), level: String(level) };
  }

  get question() {
    return this.questions.at(this.at) ?? null;
  }

  write() {
    const { question } = this;
    const { seed, level } = this.chosen;
    const place = question ? this.placed(this.at) : this.words.title;
    setText(this.place, place + this.payload.tongue.dot + this.say("set", { seed, level }));
    setText(this.title, question ? question.text : this.result);
    setText(this.said, "");
    const parts = question ? asked(question, this) : results(this);
    this.parts.replaceChildren(this.said, ...parts.filter((part) => part !== null));
    this.turn();
    const finding = question?.kind === "find" && !this.answers[this.at].done;
    setAttribute(
      /** @type {Element} */ (this.node.parentElement),
      "data-asks",
      question?.kind ?? null,
    );
    this.viewer.find(finding ? (island) => this.found(island) : null);
  }

  get result() {
    const right = this.answers.filter((answer) => answer.right).length;
    return this.say("result", { right, count: this.questions.length });
  }

  // What the buttons under a question do now.
  turn() {
    const { question } = this;
    const last = this.at === this.questions.length - 1;
    const { done } = this.answers[this.at] ?? { done: true };
    this.back.disabled = this.at === 0;
    this.next.hidden = !question;
    setText(this.next, this.words[!done ? "answer" : last ? "finish" : "next"]);
    this.dots.forEach((dot, index) => {
      setAttribute(dot, "aria-current", index === this.at ? "step" : null);
      setAttribute(dot, "tabindex", index === this.at ? null : "-1"); // the arrows lead on
      setAttribute(dot, "data-seen", this.answers[index]?.done ? "" : null);
    });
  }

  /**
   * Takes an option; where they are put in order, the next one of it.
   * @param {number} place
   */
  choose(place) {
    const { question } = this;
    const answer = this.answers[this.at];
    if (!question || answer.done || answer.places.includes(place)) return;
    answer.places.push(place);
    if (question.order) numbered(this.options, question, answer, this);
    if (answer.places.length === (question.order?.length ?? 1)) this.finish(answer.places);
  }

  undo() {
    const { question } = this;
    const answer = this.answers[this.at];
    answer.places = [];
    if (question) numbered(this.options, question, answer, this);
  }

  /** @param {string} island */
  found(island) {
    const { question } = this;
    if (!question || this.answers[this.at].done) return;
    const place = question.keys[question.right] === island ? question.right : -1;
    const hit = this.payload.islands.find(({ id }) => id === island);
    this.finish([place], hit?.names.neutral[0][0]);
    this.next.focus({ preventScroll: true });
  }

  /**
   * Says whether an answer is right, once, and why.
   * @param {number[]} places  none where the reader only wants to see it
   * @param {string} [island]  the name of the one taken on the map
   */
  finish(places, island) {
    const { question } = this;
    if (!question) return;
    const wanted = question.order ?? [question.right];
    const right = places.length > 0 && wanted.every((place, index) => places[index] === place);
    const answer = this.answers[this.at] = { places, done: true, right };
    const focused = this.parts.contains(document.activeElement);
    this.write();
    if (focused) this.next.focus({ preventScroll: true }); // what had it is gone
    const wrong = island ? "elsewhere" : "wrong";
    const key = answer.right ? "right" : places.length ? wrong : "shown";
    setText(this.said, this.say(key, { answer: answerOf(question), island: island ?? "" }));
    setAttribute(this.said, "data-right", answer.right ? "" : null);
    this.said.scrollIntoView({ block: "nearest" }); // who pressed the last option has gone down
    if (question.kind === "find") this.viewer.show(question.view);
  }

  get opened() {
    return this.node.isConnected;
  }

  leave() {
    const main = this.node.parentElement;
    this.node.remove();
    for (const name of ["data-tour", "data-asks"]) if (main) setAttribute(main, name, null);
    this.viewer.find(null);
    this.viewer.left();
  }
}
