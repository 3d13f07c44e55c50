// A set as Moodle reads it: GIFT, a text with one question a paragraph.

/**
 * @import { Question } from "./asking.js"
 * @import { Tongue } from "../payload.d.ts"
 * @typedef {{ words: Record<string, string>, say: (key: string, values?: Record<string, string | number>) => string,
 *   chosen: { seed: number, level: number }, payload: { tongue: Pick<Tongue, "dot" | "semicolon"> } }} Set
 */

/**
 * Words with nothing in them that GIFT takes for its own.
 * @param {string} text
 */
export const plain = (text) =>
  text.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");

/**
 * @param {Question[]} questions
 * @param {Set} set
 */
export function gift(questions, set) {
  const asked = questions.filter(({ kind }) => kind !== "find");
  const left = questions.length - asked.length;
  const { seed, level } = set.chosen;
  const { dot, semicolon } = set.payload.tongue;
  const head = [
    `// ${set.words.title}${dot}${set.say("set", { seed, level })}`,
    ...left ? [`// ${set.say("no_map", { count: left })}`] : [],
  ];
  const parts = asked.map((question, index) => {
    const title = `${set.say("set", { seed, level })}${dot}${index + 1}`;
    return `::${plain(title)}::${plain(question.text)} {\n${answers(question, semicolon)}\n}`;
  });
  return `${[head.join("\n"), ...parts].join("\n\n")}\n`;
}

/**
 * @param {Question} question
 * @param {string} semicolon
 */
function answers({ options, right, order, told, sources }, semicolon) {
  const works = sources.map(({ name }) => name).join(semicolon);
  const why = `####${plain(`${told}\n${works}`)}`;
  const lines = order
    ? order.map((place, index) => `=${plain(options[place])} -> ${index + 1}`)
    : options.map((option, place) => `${place === right ? "=" : "~"}${plain(option)}`);
  return [...lines, why].join("\n");
}
