// A set as Moodle reads it: GIFT, a text with one question a paragraph.

/**
 * @import { Question } from "./asking.js"
 * @typedef {{ words: Record<string, string>, say: (key: string, values?: Record<string, string | number>) => string,
 *   chosen: { seed: number, level: number } }} Set
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
  const head = [
    `// ${set.words.title} · ${set.say("set", { seed, level })}`,
    ...left ? [`// ${set.say("no_map", { count: left })}`] : [],
  ];
  const parts = asked.map((question, index) => {
    const title = `${set.say("set", { seed, level })} · ${index + 1}`;
    return `::${plain(title)}::${plain(question.text)} {\n${answers(question)}\n}`;
  });
  return `${[head.join("\n"), ...parts].join("\n\n")}\n`;
}

/** @param {Question} question */
function answers({ options, right, order, told, sources }) {
  const works = sources.map(({ name }) => name).join("; ");
  const why = `####${plain(`${told}\n${works}`)}`;
  const lines = order
    ? order.map((place, index) => `=${plain(options[place])} -> ${index + 1}`)
    : options.map((option, place) => `${place === right ? "=" : "~"}${plain(option)}`);
  return [...lines, why].join("\n");
}
