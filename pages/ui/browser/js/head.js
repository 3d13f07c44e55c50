// The head of the map: the day, and its sentence, read aloud when it has come to rest.

import { element, setAttribute, setText } from "./elements.js";
import { Furigana } from "./furigana.js";

export class Head {
  /** @type {Furigana | null} the readings over the sentence */
  furigana = null;

  constructor() {
    this.time = element("time", { "data-testid": "day" });
    this.caption = element("p", { class: "caption", "data-testid": "caption" });
    const polite = { "aria-live": "polite", "aria-atomic": "true" };
    this.live = element("div", polite, element("h1", {}, this.time), this.caption);
    this.node = element("header", { class: "head" }, this.live);
  }

  /**
   * @param {string} date  in words
   * @param {string} iso
   * @param {string} sentence
   */
  write(date, iso, sentence) {
    setText(this.time, date);
    setAttribute(this.time, "datetime", iso);
    // with readings in it, what stands there is not what was written
    if (this.caption.dataset.written !== sentence) setText(this.caption, sentence);
    this.caption.dataset.written = sentence;
  }

  /**
   * Says whether what is written from now on is read aloud.
   * @param {boolean} aloud
   */
  aloud(aloud) {
    setAttribute(this.live, "aria-live", aloud ? "polite" : "off");
  }

  /**
   * Has a sentence that stands there already read aloud.
   * @param {string} sentence
   */
  speak(sentence) {
    this.aloud(true);
    this.caption.replaceChildren(sentence);
  }

  /**
   * Shows readings over the sentence.
   * @param {ConstructorParameters<typeof Furigana>[1]} readings
   */
  read(readings) {
    this.furigana ??= new Furigana(this.caption, readings);
    this.furigana.show(true);
  }
}
