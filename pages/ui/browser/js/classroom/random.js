// Numbers that look random and are the same for the same seed, in every browser.

export class Random {
  /** @param {number} seed  a whole number */
  constructor(seed) {
    this.state = seed | 0;
  }

  /**
   * A whole number from 0 to below `count` (mulberry32).
   * @param {number} count
   */
  below(count) {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 * count);
  }

  /**
   * @template T
   * @param {T[]} list
   */
  pick(list) {
    return list[this.below(list.length)];
  }

  /**
   * The list in another order; the list itself stays.
   * @template T
   * @param {T[]} list
   */
  shuffled(list) {
    const rest = [...list];
    return list.map(() => rest.splice(this.below(rest.length), 1)[0]);
  }

  /**
   * @template T
   * @param {T[]} list
   * @param {number} count
   */
  some(list, count) {
    return this.shuffled(list).slice(0, count);
  }
}
