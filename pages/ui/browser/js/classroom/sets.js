// A set of questions: one of each kind and one more, the same for the same seed and level.

import { Asking } from "./asking.js";
import { Random } from "./random.js";

/**
 * @import { Kind, Question } from "./asking.js"
 * @import { Payload, Questions } from "../payload.d.ts"
 * @typedef {{ seed: number, level: number }} Chosen
 */

/** @type {Kind[]} */
const KINDS = ["held", "sides", "strait", "order", "changed", "find", "reading"];
/** @type {Kind[]} */
const MORE = ["held", "sides", "order", "find"];
export const MOST = 999_999;
export const LEVELS = [1, 2, 3];

/**
 * The whole number nearest to what was asked for, within bounds; the first where it is no number.
 * @param {string | null} asked
 * @param {number} most
 */
function nearest(asked, most) {
  const text = (asked ?? "").normalize("NFKC").trim(); // full-width digits, as Japanese write them
  const value = Math.round(text === "" ? 1 : Number(text));
  return Math.max(1, Math.min(most, Number.isNaN(value) ? 1 : value));
}

/**
 * The set a link asks for, and which of its parts made no sense.
 * @param {string | null} seed
 * @param {string | null} level
 * @returns {Chosen & { odd: ("seed" | "level")[] }}
 */
export function asked(seed, level) {
  const chosen = { seed: nearest(seed, MOST), level: nearest(level, LEVELS.length) };
  /** @type {(text: string | null, value: number) => boolean} */
  const odd = (text, value) => text !== null && text.normalize("NFKC").trim() !== String(value);
  return {
    ...chosen,
    odd: [
      ...odd(seed, chosen.seed) ? [/** @type {const} */ ("seed")] : [],
      ...odd(level, chosen.level) ? [/** @type {const} */ ("level")] : [],
    ],
  };
}

/**
 * @param {Questions} facts
 * @param {Payload} payload
 * @param {Chosen} chosen
 * @returns {Question[]}
 */
export function questions(facts, payload, { seed, level }) {
  const random = new Random(Math.imul(seed, 0x9e3779b1) + level);
  const asking = new Asking(facts, payload, random, level);
  /** @type {Map<string, Question>} */
  const made = new Map();
  for (const kind of random.shuffled([...KINDS, random.pick(MORE)])) {
    let question = asking.ask(kind);
    while (made.has(question.text + question.about)) question = asking.ask(kind);
    made.set(question.text + question.about, question);
  }
  return [...made.values()];
}
