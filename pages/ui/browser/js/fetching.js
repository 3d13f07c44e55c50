// What is fetched over a line that may fail: asked for again, while the reader is told.

import { element, setText } from "./elements.js";
import { host } from "./host.js";

/** Seconds before what was not there is asked for again. */
const WAITS = [1, 2, 4, 8, 15, 30];

/** Milliseconds without an answer before it counts as none: a line that stands still breaks late. */
const STILL = 30_000;
const LONGEST = 480_000;

/** @param {number} seconds */
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

/**
 * Runs a script that gives a value under its own name: from disk a browser fetches nothing else.
 * @param {string} url
 * @returns {Promise<any>}
 */
function given(url) {
  const script = element("script", { src: url });
  return new Promise((done) => {
    script.onload = () => done(window.kurilGiven?.[url] ?? null);
    script.onerror = () => done(null);
    document.head.append(script);
  });
}

export class Fetching {
  /** @type {Set<string>} */
  missing = new Set();
  language = "";
  /** @type {HTMLElement | undefined} */
  note;

  /**
   * @param {Record<string, string>} words  what to tell while something is missing, by language
   * @param {(url: string) => Promise<any> | undefined} begun  what is on its way already
   * @param {(seconds: number) => Promise<unknown>} wait
   */
  constructor(words, begun = () => undefined, wait = pause) {
    this.words = words;
    this.begun = begun;
    this.wait = wait;
    this.patience = STILL;
  }

  /**
   * Returns what a file of JSON holds, or a script gives; asks until it is there and whole, with
   * more patience each time: a line may be as slow.
   * @param {string} url
   */
  get(url) {
    let patience = this.patience;
    const ask = () => {
      const signal = AbortSignal.timeout?.(patience); // browsers before 2022 wait on
      patience = Math.min(2 * patience, LONGEST);
      return fetch(url, { signal })
        .then((answer) => answer.ok ? answer.json() : null)
        .catch(() => null);
    };
    return this.until(url, () => url.endsWith(".js") ? given(url) : this.begun(url) ?? ask());
  }

  /**
   * Runs a script; asks for it until it is there.
   * @param {string} url
   * @returns {Promise<void>}
   */
  script(url) {
    return this.until(url, () =>
      new Promise((done) => {
        const node = element("script", {
          src: url,
          onload: () => done(true),
          onerror: () => done(node.remove()),
        });
        document.head.append(node);
      }));
  }

  /**
   * @param {string} url
   * @param {() => Promise<any>} ask  gives nothing where it is not there
   */
  async until(url, ask) {
    for (let tries = 0;; tries += 1) {
      const found = await ask();
      if (found) this.missing.delete(url);
      else this.missing.add(url);
      this.tell();
      if (found) return found;
      await this.wait(WAITS[Math.min(tries, WAITS.length - 1)]);
    }
  }

  /** Says that something is missing, and stops saying so once it is there. */
  tell() {
    if (!this.missing.size) {
      this.note?.remove();
      return;
    }
    host().drawn?.(); // what stands in the map's place would lie over it
    host().scroll?.();
    this.note ||= element("p", { class: "failed", role: "status" });
    setText(this.note, this.words[this.language] || Object.values(this.words)[0]);
    if (!this.note.isConnected) document.body.prepend(this.note);
  }
}
