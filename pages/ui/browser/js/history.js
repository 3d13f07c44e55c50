// Shapes and history: fetched once, given names once.

import { element } from "./elements.js";
import { Fetching } from "./fetching.js";
import { outlined } from "./rings.js";

/**
 * @import { Day, Doubt, Guided, Key, Lens, Packed, Payload, Questions, Shape, Shapes, Source, Span, Viewpoint } from "./payload.d.ts"
 * @typedef {{ payload: Payload, shapes: Record<string, Shape>, land: Shapes }} Loaded
 */

/**
 * Records come as short lists; gives their parts names.
 * @param {Packed} packed
 * @returns {Payload}
 */
export function unpack(packed) {
  const ids = Object.keys(packed.powers);
  const doubts = /** @type {Doubt[]} */ (Object.keys(packed.patterns.breaks));
  const { histories, ...rest } = packed;
  const named = histories.map((rows) =>
    rows.map(([start, power, since, basis, note, why, doubt]) => ({
      start,
      power: ids[power],
      since,
      basis,
      note,
      why,
      doubt: doubt === null ? null : doubts[doubt],
    }))
  );
  /** @type {Record<Key, Span[][]>} */
  const spans = {};
  for (const [key, islands] of Object.entries(packed.spans)) {
    spans[key] = islands.map((place) => named[place]);
  }
  return { ...rest, spans };
}

/**
 * What stands packed in a saved file; browsers before 2023 cannot unpack it.
 * @param {string} text  gzip, base64
 */
function unzipped(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream);
}

export class History {
  /** @type {Record<string, Promise<Loaded>>} */
  kept = {};
  /** @type {Record<string, Promise<Guided>>} */
  tours = {};
  /** @type {Record<string, Promise<Questions>>} */
  asked = {};
  /** @type {Partial<Record<"classroom" | "gif", Promise<void>>>} */
  scripts = {};
  /** @type {string | undefined} */
  session;
  newest = -1;
  /** @type {Record<string, Shape> | undefined} */
  shapes;

  /**
   * @param {Source} source
   * @param {(url: string) => Promise<any> | undefined} [begun]  what is on its way already
   */
  constructor(source, begun) {
    this.source = source;
    this.fetching = new Fetching("inline" in source ? {} : source.failed, begun);
    // where the offline map is; a saved file is one
    this.file = "inline" in source ? undefined : source.file;
    const [islands, land] = "inline" in source
      ? [source.inline.islands, source.inline.land]
      : [this.fetching.get(source.islands), this.fetching.get(source.land)];
    /** @type {Promise<[Shapes, Shapes]>} */
    this.ground = Promise.all([islands, land]).then(([isles, coasts]) => [
      outlined(isles),
      outlined(coasts),
    ]);
  }

  /**
   * @param {string} text  JSON, gzip, base64
   * @returns {Promise<any>}
   */
  async unpacked(text) {
    return await unzipped(text).json();
  }

  /**
   * Returns the guided tours in one language; fetched when first asked for.
   * @param {string} language
   * @returns {Promise<Guided>}
   */
  guided(language) {
    const { source } = this;
    this.tours[language] ||= "inline" in source
      ? this.unpacked(source.inline.guided)
      : this.fetching.get(source.guided[language]);
    return this.tours[language];
  }

  /**
   * Returns what questions are made of in one language, with the script that asks them; fetched
   * when first asked for.
   * @param {string} language
   * @returns {Promise<Questions>}
   */
  async questions(language) {
    const { source } = this;
    const script = this.run("classroom");
    if ("inline" in source) {
      await script;
      return this.unpacked(source.inline.questions);
    }
    this.asked[language] ||= this.fetching.get(source.questions[language]);
    await script;
    return this.asked[language];
  }

  /** Returns what writes a GIF, which is not ours; fetched when first asked for. */
  async encoder() {
    await this.run("gif");
    return window.kurilAtlas.modules?.gifenc;
  }

  /**
   * Runs a script that is not there at once, when it is first asked for.
   * @param {"classroom" | "gif"} name
   */
  async run(name) {
    const { source } = this;
    this.scripts[name] ||= "inline" in source
      ? unzipped(source.inline[name]).text().then((code) => {
        document.head.append(element("script", {}, code));
      })
      : this.fetching.script(source[name]);
    await this.scripts[name];
  }

  /**
   * Returns the history in one language (a saved file has only one), with the shapes by island
   * id and the land. What was fetched is kept.
   * @param {string} language
   */
  load(language) {
    this.fetching.language = language;
    const one = "inline" in this.source ? "only" : language;
    this.kept[one] ||= this.read(language);
    return this.kept[one];
  }

  /**
   * Returns what an order from Python needs; nothing if it is old, or a newer one came meanwhile.
   * Numbers grow within one session of Python's only: a server that was restarted counts anew.
   * @param {{ session: string, seq: number, language: string }} order
   */
  async ordered({ session, seq, language }) {
    if (session === this.session && seq <= this.newest) return null;
    [this.session, this.newest] = [session, seq];
    const loaded = await this.load(language);
    return session === this.session && seq === this.newest ? loaded : null;
  }

  /**
   * @param {string} language
   * @returns {Promise<Loaded>}
   */
  async read(language) {
    const { source } = this;
    const [[islands, land], packed] = await Promise.all([
      this.ground,
      "inline" in source ? source.inline.history : this.fetching.get(source.history[language]),
    ]);
    this.shapes ||= Object.fromEntries(islands.features.map((feature) => [feature.id, feature]));
    return { payload: unpack(packed), shapes: this.shapes, land };
  }
}

/**
 * The key of a lens and viewpoint in a history's spans and moments.
 * @param {{ lens: Lens, viewpoint: Viewpoint }} state
 * @returns {Key}
 */
export const keyOf = ({ lens, viewpoint }) => (lens === "title" ? `title/${viewpoint}` : lens);

/** @type {WeakMap<Span[][], Day[][]>} */
const made = new WeakMap();

/**
 * The sorted starts of a lens's records, island by island; made once for each lens.
 * @param {Span[][]} spans
 */
export function startsOf(spans) {
  const starts = made.get(spans) ?? spans.map((records) => records.map(({ start }) => start));
  made.set(spans, starts);
  return starts;
}
