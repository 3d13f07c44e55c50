// The warped axis: every era takes the same width and is linear inside.
// Days are counted from the range's first day; a position runs from 0 to the axis's width.

/** @import { Day, Era } from "./payload.d.ts" */

const MILLISECONDS = 86400000;
const YEAR = 365.25; // days
const ERA_WIDTH = 1000;

export class Axis {
  /** @param {{ first: string, last: Day, eras: Pick<Era, "start">[] }} range  first as an ISO date */
  constructor({ first, eras, last }) {
    this.origin = Date.parse(first + "T00:00:00Z");
    this.last = last;
    this.edges = [...eras.map(({ start }) => start), last];
    this.width = eras.length * ERA_WIDTH;
  }

  /** @param {Day} day */
  position(day) {
    let era = 0;
    while (era < this.edges.length - 2 && day >= this.edges[era + 1]) era += 1;
    const [from, to] = [this.edges[era], this.edges[era + 1]];
    return ERA_WIDTH * (era + (day - from) / (to - from));
  }

  /** @param {number} position */
  day(position) {
    const era = Math.max(0, Math.min(Math.floor(position / ERA_WIDTH), this.edges.length - 2));
    const [from, to] = [this.edges[era], this.edges[era + 1]];
    return this.clamp(Math.floor(from + (position / ERA_WIDTH - era) * (to - from)));
  }

  /** @param {Day} day */
  clamp(day) {
    return Math.max(0, Math.min(this.last, day));
  }

  /** @param {Day} day */
  iso(day) {
    return new Date(this.origin + day * MILLISECONDS).toISOString().slice(0, 10);
  }

  /** @param {string} iso */
  number(iso) {
    return this.clamp(Math.round((Date.parse(iso + "T00:00:00Z") - this.origin) / MILLISECONDS));
  }

  /**
   * Whether a text is a day of the timeline's, as "1875-08-22".
   * @param {string} iso
   */
  has(iso) {
    const day = this.number(iso);
    return !Number.isNaN(day) && this.iso(day) === iso;
  }

  /**
   * The same date some years on; 29 February becomes 28 February where it must.
   * @param {Day} day
   * @param {number} count
   */
  years(day, count) {
    const from = new Date(this.origin + day * MILLISECONDS);
    const to = new Date(from);
    to.setUTCFullYear(from.getUTCFullYear() + count);
    if (to.getUTCMonth() !== from.getUTCMonth()) to.setUTCDate(0);
    return this.clamp(Math.round((to.getTime() - this.origin) / MILLISECONDS));
  }
}

/**
 * The day at a position: that of the nearest moment within reach, else the position's own.
 * @param {Axis} axis
 * @param {Day[]} moments
 * @param {number} position
 * @param {number} reach  in the axis's units
 */
export function snap(axis, moments, position, reach) {
  const own = axis.day(position);
  const index = latest(moments, own);
  const away = (/** @type {Day} */ day) => Math.abs(axis.position(day) - position);
  const near = moments.slice(Math.max(0, index), index + 2).filter((day) => away(day) <= reach);
  return near.reduce((best, day) => (away(day) < away(best) ? day : best), near[0] ?? own);
}

/**
 * How long an era lasts, as a reader would say it: in years, or in months.
 * @param {number} days
 * @returns {{ count: number, unit: "year" | "month" }}
 */
export function span(days) {
  const years = Math.round(days / YEAR);
  if (years >= 1) return { count: years, unit: "year" };
  return { count: Math.max(1, Math.round(12 * days / YEAR)), unit: "month" };
}

/**
 * The index of the last start that is not after the day, -1 if there is none.
 * @param {Day[]} starts  sorted
 * @param {Day} day
 */
export function latest(starts, day) {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
