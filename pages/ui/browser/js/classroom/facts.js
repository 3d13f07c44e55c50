// What every question is made with: names, days, islands, and the right answer among wrong ones.

import { written } from "../dates.js";
import { say } from "../sentences.js";

/**
 * @import { Lens, Payload, Questions, Stretch, Viewpoint } from "../payload.d.ts"
 * @import { Random } from "./random.js"
 * @typedef {{ date: string, lens: Lens, viewpoint: Viewpoint, islands: string[] }} View
 */

const LARGE = [300, 60, 0]; // km²: the smallest island asked after, by level
const WRONG = [2, 2, 3]; // wrong answers, by level

/** @param {string} iso */
export const time = (iso) => Date.parse(`${iso}T00:00:00Z`);

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

export class Facts {
  /**
   * @param {Questions} facts
   * @param {Payload} payload
   * @param {Random} random
   * @param {number} level  1 to 3
   */
  constructor(facts, payload, random, level) {
    this.facts = facts;
    this.payload = payload;
    this.random = random;
    this.level = level;
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} values
   */
  say(key, values = {}) {
    return say(this.facts.words[key], values, this.payload.tongue);
  }

  /** @param {number} index */
  name(index) {
    return this.payload.islands[index].names.neutral[0][0];
  }

  /** @param {string} iso */
  written(iso) {
    return written(iso, this.payload.tongue.locale);
  }

  /**
   * Islands large enough for the level; all of them where none is.
   * @param {number[]} islands
   */
  seen(islands) {
    const large = islands.filter((index) =>
      this.payload.islands[index].km2 >= LARGE[this.level - 1]
    );
    return large.length ? large : islands;
  }

  /**
   * A day of a stretch, and an island of those that share it.
   * @param {Stretch} row
   */
  moment({ islands, start, last }) {
    const days = Math.round((time(last) - time(start)) / 86_400_000) + 1;
    const day = new Date(time(start) + 86_400_000 * this.random.below(days));
    const iso = day.toISOString().slice(0, 10);
    return { iso, island: this.random.pick(this.seen(islands)) };
  }

  /** The state that stood on Russia's side that day. @param {string} iso */
  rival(iso) {
    const [first, end] = this.facts.union;
    return iso >= first && iso < end ? "soviet_union" : "russia";
  }

  /**
   * Puts the right answer among the wrong ones.
   * @param {[key: string, words: string]} right
   * @param {[key: string, words: string][]} wrong  as many as there are; the level takes some
   */
  mixed(right, wrong) {
    const options = this.random.shuffled([right, ...this.random.some(wrong, this.wrong)]);
    return {
      options: options.map(([, words]) => capital(words)),
      keys: options.map(([key]) => key),
      right: options.indexOf(right),
    };
  }

  get wrong() {
    return WRONG[this.level - 1];
  }

  /** @param {{ told: number, sources: number[] }} fact */
  why({ told, sources }) {
    return { told: this.facts.texts[told], sources: this.works(sources) };
  }

  /** @param {number[]} places */
  works(places) {
    return places.map((place) => this.facts.works[place]);
  }

  /**
   * @param {string} date
   * @param {number[]} islands
   * @param {Lens} lens
   * @returns {View}
   */
  view(date, islands, lens = "control") {
    const ids = islands.map((index) => this.payload.islands[index].id);
    return { date, lens, viewpoint: "neutral", islands: ids };
  }
}
