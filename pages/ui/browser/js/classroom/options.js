// A question's options: as they are offered, pressed, and what is said of them afterwards.

import { citations, element, setAttribute, setText } from "../elements.js";

/**
 * @import { Question } from "./asking.js"
 * @import { Answer, Quiz } from "./quiz.js"
 */

/** @param {Question} question */
export const answerOf = ({ options, order, right }) =>
  order ? order.map((place) => options[place]).join(" → ") : options[right];

/**
 * Writes on each option its place in the order, as far as the reader has come.
 * @param {HTMLElement[]} nodes
 * @param {Question} question
 * @param {Answer} answer
 * @param {Quiz} quiz
 */
export function numbered(nodes, { options }, { places }, quiz) {
  nodes.forEach((node, place) => {
    const turn = places.indexOf(place);
    const event = options[place];
    setText(node, turn < 0 ? event : quiz.say("placed", { place: turn + 1, event }));
    setAttribute(node, "aria-pressed", String(turn >= 0));
  });
}

/**
 * What stands under a question: its options, or the way to the map where an island is to be found;
 * once it is answered, what is said of it.
 * @param {Question} question
 * @param {Quiz} quiz
 * @returns {(Node | null)[]}
 */
export function asked(question, quiz) {
  const answer = quiz.answers[quiz.at];
  quiz.options = question.options.map((words, place) =>
    element("button", {
      type: "button",
      class: "option",
      onclick: () => quiz.choose(place),
    }, words)
  );
  if (answer.done) marked(quiz.options, question, answer);
  else if (question.order) numbered(quiz.options, question, answer, quiz);
  const group = { class: "options", role: "group", "aria-labelledby": "quiz-title" };
  const finding = question.kind === "find";
  return [
    finding
      ? (answer.done ? null : quiz.button("walk keys", "walk", () => {
        quiz.viewer.focus(quiz.payload.islands[0].id);
      }))
      : element("div", group, ...quiz.options),
    question.order && !answer.done ? quiz.button("again", "undo", () => quiz.undo()) : null,
    ...answer.done ? explained(question, quiz) : [],
  ];
}

/**
 * Marks the right option and a wrong one that was chosen; pressed again, they do nothing.
 * @param {HTMLElement[]} nodes
 * @param {Question} question
 * @param {Answer} answer
 */
function marked(nodes, { options, order, right }, { places }) {
  nodes.forEach((node, place) => {
    const good = order ? true : place === right;
    const taken = !order && places.includes(place);
    const sign = order ? `${order.indexOf(place) + 1}. ` : good ? "✓ " : taken ? "✗ " : "";
    setText(node, sign + options[place]);
    setAttribute(node, "aria-disabled", "true");
    setAttribute(node, "data-mark", good ? "right" : taken ? "wrong" : null);
  });
}

/**
 * Why it is so, on whose word, and the way to the map.
 * @param {Question} question
 * @param {Quiz} quiz
 */
function explained({ told, sources, view }, quiz) {
  const named = citations(sources, quiz.payload.tongue.semicolon);
  const [before, after] = quiz.words.sources.split("{sources}");
  return [
    ...told.split("\n").map((line) => element("p", { class: "told" }, line)),
    element("p", { class: "told-by" }, before, ...named, after),
    quiz.button("walk", "map", () => quiz.viewer.show(view)),
  ];
}
