// What the atlas tells from day to day: the moments of a lens, and a sentence for every day.

import { latest } from "./axis.js";

/**
 * @import { Axis } from "./axis.js"
 * @import { Day, Key, Payload } from "./payload.d.ts"
 */

export class Tale {
  /** @type {Map<Key, Day[]>} */
  starts = new Map();

  /**
   * @param {Payload} payload
   * @param {Axis} axis
   */
  constructor({ beginnings, moments, texts }, axis) {
    this.beginnings = beginnings;
    this.told = moments;
    this.texts = texts;
    this.axis = axis;
  }

  /**
   * The days on which a lens has something to tell.
   * @param {Key} key
   */
  changes(key) {
    const starts = this.starts.get(key) ?? this.told[key].map(([day]) => day);
    this.starts.set(key, starts);
    return starts;
  }

  /**
   * Those of them that lie on the timeline.
   * @param {Key} key
   */
  moments(key) {
    return this.within(this.changes(key));
  }

  /**
   * The days that the player stops at: those of the short story, or all.
   * @param {Key} key
   * @param {boolean} all
   */
  stops(key, all) {
    return this.within(this.told[key].flatMap(([day, , main]) => all || main ? [day] : []));
  }

  /** @param {Day[]} days */
  within(days) {
    return days.filter((day) => day > 0 && day <= this.axis.last);
  }

  /**
   * What happened that day; on a day without a story, what holds.
   * @param {Key} key
   * @param {Day} day
   */
  sentence(key, day) {
    const story = this.told[key];
    let index = latest(this.changes(key), day);
    if (index >= 0 && story[index][0] === day) return this.texts[story[index][1]];
    while (index >= 0 && story[index][3] === null) index -= 1;
    return this.texts[story[index]?.[3] ?? this.beginnings[key]];
  }
}
