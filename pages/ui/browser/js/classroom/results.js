// The end of a set: another one, and what a class takes along of this one.

import { element, setText } from "../elements.js";
import { home } from "../home.js";
import { give } from "../giving.js";
import { gift } from "./gift.js";
import { LEVELS, MOST } from "./sets.js";
import { sheet } from "./sheet.js";

/** @import { Quiz } from "./quiz.js" */

/** @param {Quiz} quiz */
export function results(quiz) {
  const { words, chosen: { seed, level } } = quiz;
  const told = element("p", { role: "status", class: "told" });
  const address = link(quiz);
  const name = `kuril-atlas-quiz-${seed}-${level}-${quiz.payload.language}`;
  const page = () => sheet(quiz.questions, quiz);
  const save = (/** @type {string} */ text, /** @type {string} */ ending) => {
    give(
      new Blob([text], { type: ending === "html" ? "text/html" : "text/plain" }),
      name + "." + ending,
    );
    setText(told, words.saved);
  };
  const level_ = element(
    "select",
    { id: "quiz-level", onchange: () => quiz.viewer.open({ seed, level: Number(level_.value) }) },
    ...LEVELS.map((value) =>
      element("option", { value, selected: value === level }, words[`level_${value}`])
    ),
  );
  return [
    element("label", { class: "choice", for: "quiz-level" }, words.level, " ", level_),
    quiz.button("walk", "again", () => quiz.viewer.open({ seed: seed % MOST + 1, level })),
    address
      ? element(
        "label",
        { class: "choice", for: "quiz-link" },
        words.link,
        element("input", {
          id: "quiz-link",
          readonly: true,
          value: address,
          onfocus: (/** @type {FocusEvent} */ { target }) =>
            /** @type {HTMLInputElement} */ (target).select(),
        }),
      )
      : null,
    quiz.button("walk", "print", () => print(page())),
    quiz.button("walk", "sheet", () => save(page(), "html")),
    quiz.button("walk", "gift", () => save(gift(quiz.questions, quiz), "txt")),
    told,
  ];
}

/**
 * The set's address; none in a saved file that does not know where it is from.
 * @param {Quiz} quiz
 */
function link({ payload, chosen: { seed, level } }) {
  const from = home();
  if (!from) return null;
  from.hash = "";
  from.search = String(
    new URLSearchParams({ lang: payload.language, quiz: String(seed), level: String(level) }),
  );
  return from.href;
}

/**
 * Prints a page that stands alone, from a frame that goes when it is printed.
 * @param {string} text
 */
function print(text) {
  const frame = element("iframe", { class: "paper", "aria-hidden": "true", tabindex: "-1" });
  frame.srcdoc = text;
  frame.onload = () => {
    const page = /** @type {Window} */ (frame.contentWindow);
    page.onafterprint = () => frame.remove();
    page.print();
  };
  document.body.append(frame);
}
