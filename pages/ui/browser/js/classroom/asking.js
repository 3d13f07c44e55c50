// One question of each kind, made of facts that are beyond doubt: its wrong answers are other facts.

import { Facts, time } from "./facts.js";

/**
 * @import { Changed, Dated, Stretch } from "../payload.d.ts"
 * @import { View } from "./facts.js"
 * @typedef {"held" | "sides" | "strait" | "order" | "changed" | "find" | "reading"} Kind
 * @typedef {object} Question
 * @property {Kind} kind
 * @property {string} text
 * @property {string[]} options
 * @property {string[]} keys  what the options stand for in the data
 * @property {number} right  the right option's place
 * @property {number[]} [order]  where they are to be put in order: their places, the first first
 * @property {string} told  why it is so
 * @property {{ name: string, url: string | null }[]} sources
 * @property {View} view  where the map shows it
 * @property {string} about  the record asked after
 */

const APART = [15, 4, 0.02]; // years between two events to be put in order, by level
const YEAR = 365.2425 * 86_400_000;
const EVENTS = 4;

export class Asking extends Facts {
  /**
   * @param {Kind} kind
   * @returns {Question}
   */
  ask(kind) {
    return this[kind]();
  }

  /** @returns {Question} */
  held() {
    const power = this.random.pick([...new Set(this.facts.held.map(({ ground }) => ground))]);
    const row = this.random.pick(this.facts.held.filter(({ ground }) => ground === power));
    const { iso, island } = this.moment(row);
    const rival = this.rival(iso);
    const others = ["japan", rival, "joint", "france_britain"]
      .filter((other) => other !== power && !(power === "russia" && other === rival));
    /** @type {(key: string) => [string, string]} */
    const option = (key) => [key, this.payload.powers[key].name];
    return {
      kind: "held",
      text: this.say("held", { island: this.name(island), day: this.written(iso) }),
      ...this.mixed(option(power), others.map(option)),
      ...this.why(row),
      view: this.view(iso, [island]),
      about: this.payload.islands[island].id,
    };
  }

  /** @returns {Question} */
  sides() {
    const row = this.random.pick(this.facts.sides);
    const { iso, island } = this.moment(row);
    const papers = row.japan !== row.russia;
    const claims = row.claims.includes("+") || !papers;
    const byPaper = papers && (!claims || this.random.below(2) === 0);
    const asked = { island: this.name(island), day: this.written(iso) };
    const mixed = byPaper ? this.papers(row) : this.claims(row, this.rival(iso));
    return {
      kind: "sides",
      text: this.say(byPaper ? "readings" : "sides", asked),
      ...mixed,
      ...this.why(row),
      view: this.view(iso, [island], byPaper ? "title" : "claims"),
      about: this.payload.islands[island].id,
    };
  }

  /**
   * What each side says of the treaties; wrong answers put it into the other's mouth.
   * @param {Stretch} row
   */
  papers({ japan, russia }) {
    /** @type {(first: string, second: string) => [string, string]} */
    const option = (first, second) => {
      const [a, b] = [this.named("by_japan", first), this.named("by_russia", second)];
      return [`title:${first}|${second}`, this.say("pair", { first: a, second: b })];
    };
    const wrong = [option(russia, japan), option(japan, japan), option(russia, russia)];
    return this.mixed(option(japan, russia), wrong);
  }

  /**
   * @param {string} key
   * @param {string} power
   */
  named(key, power) {
    return this.say(key, { name: this.facts.names[power] });
  }

  /**
   * Who held and who claimed; wrong answers have another holder or other claimants.
   * @param {Stretch} row
   * @param {string} rival
   */
  claims(row, rival) {
    const { status } = this.payload;
    /** @type {(ground: string, claims: string) => [string, string]} */
    const option = (ground, claims) => [
      `claims:${ground}|${claims}`,
      this.say("pair", {
        first: status.control[ground],
        second: status.claims[claims],
      }),
    ];
    const claimed = ["japan", rival, `japan+${rival}`].filter((one) =>
      one !== row.claims && one in status.claims
    );
    const held = ["japan", rival].filter((one) => one !== row.ground);
    const wrong = [
      ...claimed.map((one) => option(row.ground, one)),
      ...held.map((one) => option(one, row.claims)),
    ];
    return this.mixed(option(row.ground, row.claims), wrong);
  }

  /** @returns {Question} */
  strait() {
    const line = this.random.pick(this.facts.straits);
    /** @type {Map<string, [string, string]>} */
    const straits = new Map();
    for (const place of line.rivals) {
      const { id, strait } = this.facts.straits[place];
      straits.set(strait, [id, strait]);
    }
    return {
      kind: "strait",
      text: this.say("strait", { line: line.line }),
      ...this.mixed([line.id, line.strait], [...straits.values()]),
      ...this.why(line),
      view: this.view(line.day, [], line.lens),
      about: line.id,
    };
  }

  /** @returns {Question} */
  order() {
    /** @type {Dated[]} */
    const chosen = [];
    const apart = APART[this.level - 1] * YEAR;
    const known = this.facts.events.filter(({ plain }) => plain || this.level === 3);
    while (chosen.length < EVENTS) {
      const event = this.random.pick(known);
      const near = chosen.some(({ day }) => Math.abs(time(day) - time(event.day)) < apart);
      if (!near) chosen.push(event);
    }
    const places = chosen.map((_, place) => place);
    places.sort((one, other) => time(chosen[one].day) - time(chosen[other].day));
    const sorted = places.map((place) => chosen[place]);
    const told = sorted.map(({ day, title }) =>
      this.say("placed", { place: this.written(day), event: title })
    );
    return {
      kind: "order",
      text: this.say("order"),
      options: chosen.map(({ title }) => title),
      keys: chosen.map(({ id }) => id),
      right: places[0],
      order: places,
      told: told.join("\n"),
      sources: this.works([...new Set(chosen.flatMap(({ sources }) => sources))]),
      view: this.view(sorted[0].day, []),
      about: sorted.map(({ id }) => id).join(" "),
    };
  }

  /** @returns {Question} */
  changed() {
    const { changed } = this.facts;
    const answer = this.random.pick([...new Set(changed.map((row) => row.answer))]);
    const row = this.random.pick(changed.filter((one) => one.answer === answer));
    const island = this.random.pick(this.seen(row.islands));
    const { event } = row;
    /** @type {Changed["answer"][]} */
    const answers = ["ground", "paper", "both", "neither"];
    /** @type {(key: string) => [string, string]} */
    const option = (key) => [key, this.facts.words[key]];
    const asked = { island: this.name(island), day: this.written(row.day), event };
    return {
      kind: "changed",
      text: this.say("changed", asked),
      ...this.mixed(option(answer), answers.filter((one) => one !== answer).map(option)),
      ...this.why(row),
      view: this.view(row.day, [island], answer === "paper" ? "title" : "control"),
      about: this.payload.islands[island].id,
    };
  }

  /** @returns {Question} */
  find() {
    const all = this.seen(this.payload.islands.flatMap(({ kuril }, index) => kuril ? [index] : []));
    const chosen = this.random.some(all, EVENTS);
    /** @type {(index: number) => [string, string]} */
    const option = (index) => [this.payload.islands[index].id, this.name(index)];
    const [right, ...wrong] = chosen;
    const today = new Date(time(this.payload.first) + 86_400_000 * this.payload.last);
    return {
      kind: "find",
      text: this.say("find", { island: this.name(right) }),
      ...this.mixed(option(right), wrong.map(option)),
      ...this.why(this.facts.islands[right]),
      view: this.view(today.toISOString().slice(0, 10), [right]),
      about: this.payload.islands[right].id,
    };
  }

  /** @returns {Question} */
  reading() {
    const side = this.random.pick(["japan", "russia"]);
    const row = this.random.pick(this.facts.readings.filter((one) => one.side === side));
    /** @type {(key: string) => [string, string]} */
    const option = (key) => [key, this.facts.words[key]];
    const wrong = [side === "japan" ? "russia" : "japan", "jointly"];
    return {
      kind: "reading",
      text: this.say("reading", { instrument: row.instrument, words: row.sentence }),
      ...this.mixed(option(side), wrong.map(option)),
      ...this.why(row),
      view: this.view(row.day, [], "title"),
      about: `${row.id} ${side}`,
    };
  }
}
