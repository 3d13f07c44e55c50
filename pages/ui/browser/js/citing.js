// "Cite this": what is written into the fold of a record when it is first opened.

import { composed } from "./cite.js";
import { element, setAttribute, setText } from "./elements.js";
import { copy, give } from "./giving.js";

/** @import { Citing, Form } from "./payload.d.ts" */

/** @type {Record<Form, string>} the ending of a file */
const FORMS = { text: "txt", bibtex: "bib", ris: "ris", csl: "json" };

/** @type {Citing} */
let rules;

/**
 * What a fold says of its record; without an address of its own it is the page's.
 * @param {HTMLElement} fold
 */
function record({ dataset, ownerDocument }) {
  const { title = "", key = "", to, sources } = dataset;
  const url = new URL(to ?? ownerDocument.URL, ownerDocument.baseURI);
  if (to === undefined) url.hash = "";
  return { title, key, url: url.href, sources: sources ? sources.split(";") : [] };
}

/** @param {HTMLElement} fold */
function drawn(fold) {
  const { words } = rules;
  const cited = record(fold);
  const field = element("textarea", { readonly: true, rows: 6, "aria-label": words.result });
  const told = element("span", { role: "status" });
  /** @type {Form} */
  let shown = "text";
  const buttons = Object.keys(FORMS).map((form) => {
    const onclick = () => show(/** @type {Form} */ (form));
    return element("button", { type: "button", "data-form": form, onclick }, words[`to_${form}`]);
  });
  /** @param {Form} form */
  const show = (form) => {
    shown = form;
    field.value = composed(rules, form, cited, new Date());
    for (const button of buttons) {
      setAttribute(button, "aria-pressed", String(button.dataset.form === form));
    }
    setText(told, "");
  };
  const act = (/** @type {string} */ name, /** @type {() => unknown} */ onclick) =>
    element("button", { type: "button", onclick }, name);
  show("text");
  return [
    element("div", { class: "forms", role: "group", "aria-label": words.form }, ...buttons),
    field,
    element(
      "div",
      { class: "acts" },
      act(words.copy, async () => setText(told, await copy(field) ? words.copied : words.by_hand)),
      act(words.save, () => {
        give(new Blob([field.value]), `kuril-atlas-${cited.key}.${FORMS[shown]}`);
        setText(told, words.saved);
      }),
      told,
    ),
  ];
}

globalThis.kurilCite = {
  /** @param {Citing} given  in the page's language, before any fold is shown */
  take(given) {
    rules = given;
  },
  /** @param {HTMLElement} fold  an opened one; it is written anew, in the language taken last */
  show(fold) {
    while (fold.lastElementChild?.localName !== "summary") fold.lastElementChild?.remove();
    fold.append(...drawn(fold));
  },
  composed,
};
