// The share menu: links, code, picture, table, citation and file of the view.

import { element, setText } from "./elements.js";
import { copy, give } from "./giving.js";
import { home } from "./home.js";
import { menu } from "./menu.js";
import { drawCode, Offers } from "./offers.js";
import { standalone } from "./picture.js";
import { code } from "./qr.js";

/**
 * @import { Shown } from "./offers.js"
 * @import { Form, Payload } from "./payload.d.ts"
 */

const MANNERS = ["", "present", "play"];
/** @type {Form[]} */
const FORMS = ["text", "bibtex", "ris", "csl"];

export class Share {
  /**
   * @param {Payload} payload
   * @param {() => Shown} shown  what the reader sees when she asks
   * @param {string | undefined} file  where the offline map is; none within one
   * @param {(place: HTMLElement) => Promise<void>} film  offers moving pictures in a place
   */
  constructor(payload, shown, file, film) {
    this.offers = new Offers(payload, shown);
    this.words = payload.share.words;
    const { words, offers } = this;
    this.manner = element(
      "select",
      { id: "manner" },
      ...MANNERS.map((value) => element("option", { value }, words[`as_${value || "map"}`])),
    );
    this.told = element("p", { role: "status" });
    this.field = element("textarea", { readonly: true, rows: 4, "aria-label": words.result });
    this.code = element("div", { class: "code" });
    const parts = [this.told, this.field, this.code];
    this.answer = element("div", { class: "answer", hidden: true }, ...parts);
    const linked = home() !== null;
    const screen = element("div", {});
    const opens = element("label", { class: "choice", for: "manner" }, words.opens, this.manner);
    const cites = FORMS.map((form) => [form, () => this.copy(offers.cite(form))]);
    this.node = menu(
      "share",
      words.share,
      linked
        ? this.group("link", {
          link: () => this.copy(offers.link(this.asked)),
          qr: () => this.draw(),
          frame: () => this.copy(offers.frame()),
        }, opens)
        : null,
      this.group("picture", this.files(["png", "svg"])),
      this.group("film", { film: () => film(screen) }, screen),
      this.group("table", this.files(["csv", "geojson"])),
      linked ? this.group("cite", Object.fromEntries(cites)) : null,
      file
        ? this.group("offline", {
          file: async () => this.hand(await offers.file(file), "html"),
        })
        : null,
      this.answer,
    );
  }

  /**
   * @param {string} name
   * @param {Record<string, () => unknown>} entries
   * @param {Node | null} more
   */
  group(name, entries, more = null) {
    const buttons = Object.entries(entries).map(([entry, act]) => {
      const onclick = () => this.run(act);
      const attributes = { type: "button", "data-share": entry, onclick };
      return element("button", attributes, this.words[`to_${entry}`]);
    });
    const title = element("legend", {}, this.words[`group_${name}`]);
    return element("fieldset", {}, title, more, element("div", { class: "entries" }, ...buttons));
  }

  /** @param {("png" | "svg" | "csv" | "geojson")[]} forms */
  files(forms) {
    const entries = forms.map((form) => [
      form,
      async () => this.hand(await this.offers[form](), form),
    ]);
    return Object.fromEntries(entries);
  }

  /** @param {() => unknown} act */
  async run(act) {
    this.tell("");
    try {
      await act();
    } catch (error) {
      this.tell(this.words.failed);
      console.warn(error);
    }
  }

  get asked() {
    return this.manner.value ? { [this.manner.value]: "1" } : {};
  }

  /**
   * @param {string} words
   * @param {string} text  to be copied by hand where the browser forbids to do it for her
   */
  tell(words, text = "") {
    this.answer.hidden = !words;
    this.field.hidden = !text;
    this.field.value = text;
    this.code.replaceChildren();
    setText(this.told, words);
    if (words) this.reveal();
  }

  // Where the answer does not stay in sight by itself (share.css), the menu goes to it.
  reveal() {
    if (getComputedStyle(this.answer).position !== "static") return;
    const panel = /** @type {HTMLElement} */ (this.answer.parentElement);
    panel.scrollTop = panel.scrollHeight;
  }

  /**
   * @param {Blob} content
   * @param {string} ending
   */
  hand(content, ending) {
    give(content, this.offers.name(ending));
    this.tell(this.words.saved);
  }

  /** @param {string} text */
  async copy(text) {
    this.tell(this.words.copied, text);
    if (!await copy(this.field)) setText(this.told, this.words.by_hand);
  }

  draw() {
    const address = this.offers.link(this.asked);
    const found = code(address);
    if (!found) throw new Error("too long for a code");
    const drawn = drawCode(found.matrix);
    const url = URL.createObjectURL(standalone(drawn));
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", this.words.scan);
    this.tell(this.words.scan);
    const download = this.offers.name("qr.svg");
    this.code.append(drawn, element("a", { href: url, download }, this.words.to_svg));
    this.reveal();
  }
}
