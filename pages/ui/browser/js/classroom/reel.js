// Which days a moving picture shows, and how long: what was asked for, or the nearest that makes sense.

/** @import { Day } from "../payload.d.ts" */

/**
 * @typedef {"change" | "day" | "tour"} Pace
 * @typedef {"range" | "order" | "many"} Odd  what of it made no sense
 */

export const MOST = 200; // pictures: some minutes at the longest
export const HOLD = { change: 1500, day: 600, tour: 8000 }; // milliseconds a picture stays

/**
 * @param {{ from: Day, to: Day, pace: Pace }} asked
 * @param {{ last: Day, turns: Day[] }} known  the timeline's last day, and the days of change
 * @returns {{ days: Day[], pace: Pace, odd: Odd[] }}
 */
export function reel({ from, to, pace }, { last, turns }) {
  /** @type {Odd[]} */
  const odd = [];
  const [start, end] = [from, to].map((day) => Math.max(0, Math.min(last, day)));
  if (start !== from || end !== to) odd.push("range");
  const [first, final] = [Math.min(start, end), Math.max(start, end)];
  if (end < start) odd.push("order");
  if (pace === "day" && final - first < MOST) {
    const days = Array.from({ length: final - first + 1 }, (_, index) => first + index);
    return { days, pace, odd };
  }
  if (pace === "day") odd.push("many");
  const days = [first, ...turns.filter((day) => day > first && day < final), final];
  if (days.length > MOST && !odd.includes("many")) odd.push("many");
  return { days: [...new Set(thinned(days))], pace: "change", odd };
}

/**
 * As many as there may be, spread evenly, with the first and the last.
 * @param {Day[]} days
 */
function thinned(days) {
  if (days.length <= MOST) return days;
  const step = (days.length - 1) / (MOST - 1);
  return Array.from({ length: MOST }, (_, index) => days[Math.round(index * step)]);
}
