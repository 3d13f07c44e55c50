// Readings over words written with kanji, in what a page or a card shows: put there and taken away.

import { element, setAttribute } from "./elements.js";

/** @typedef {Record<string, string>} Words  how they are read, by how they are written */

// Elements whose text stays as it is, as in words/furigana.py.
const LEFT = "svg, script, style, title, ruby, option, textarea, time, code";
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/**
 * Finds words in a text, the longest that fits first, from the left; null where there are none.
 * @param {Words} words
 */
export function finder(words) {
  const longest = Object.keys(words).sort((one, other) => other.length - one.length);
  const any = longest.map((word) => word.replace(SPECIAL, "\\$&")).join("|");
  return any ? new RegExp(`(${any})`) : null;
}

export class Furigana {
  /** @type {HTMLElement | null} */
  button = null;
  on = false;

  /**
   * @param {Element} root  what is written into it later has its readings too
   * @param {Words} words
   */
  constructor(root, words) {
    this.root = root;
    this.words = words;
    this.finder = finder(words);
    this.observer = new MutationObserver(() => this.put());
  }

  /**
   * Makes the button that shows and hides them; none where no word has a reading.
   * @param {string} name
   * @param {(on: boolean) => void} changed
   */
  offered(name, changed) {
    if (!this.finder) return null;
    const onclick = () => {
      this.show(this.button?.ariaPressed !== "true");
      changed(this.button?.ariaPressed === "true");
    };
    return this.button = element("button", { type: "button", class: "furigana", onclick }, name);
  }

  /** @param {boolean} on */
  show(on) {
    this.on = on;
    this.observer.disconnect();
    if (on) this.put();
    else this.take();
    if (this.button) setAttribute(this.button, "aria-pressed", String(on));
  }

  put() {
    const { finder } = this;
    if (!finder) return;
    this.observer.disconnect();
    for (const text of this.texts()) {
      const parts = text.data.split(finder);
      const over = parts.map((part, index) => index % 2 ? this.ruby(part) : part);
      if (parts.length > 1) text.replaceWith(...over);
    }
    this.observer.observe(this.root, { characterData: true, childList: true, subtree: true });
  }

  take() {
    for (const ruby of this.root.querySelectorAll("ruby")) {
      const around = ruby.parentElement;
      ruby.replaceWith(ruby.firstChild ?? "");
      around?.normalize();
    }
  }

  // The texts that may have readings: those in the page's own language.
  texts() {
    const own = this.root.closest("[lang]")?.getAttribute("lang") ?? null;
    const walker = document.createTreeWalker(this.root, NodeFilter.SHOW_ALL, (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      const language = node.getAttribute("lang") ?? own;
      const left = node.matches(LEFT) || language !== own;
      return left ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    const found = [];
    while (walker.nextNode()) {
      if (walker.currentNode instanceof Text) found.push(walker.currentNode);
    }
    return found;
  }

  /** @param {string} word */
  ruby(word) {
    // brackets for browsers and copies without ruby
    return element(
      "ruby",
      {},
      word,
      element("rp", {}, "（"),
      element("rt", {}, this.words[word]),
      element("rp", {}, "）"),
    );
  }
}
