// Shapes and history: fetched once, given names once.
(function (atlas) {
  "use strict";

  // Records come as short lists; give their parts names.
  function unpack({ spans, powers }) {
    const ids = Object.keys(powers);
    for (const [key, islands] of Object.entries(spans)) {
      spans[key] = islands.map((records) => records.map(([start, power, since, basis, note, doubt]) =>
        ({ start, power: ids[power], since, basis, note, doubt })));
    }
  }

  class History {
    // source: URLs {islands, land, history: {language: URL}} or, in a saved file, {inline: {...}}.
    constructor(source) {
      this.source = source;
      this.kept = {};
      this.newest = -1;
      this.ground = source.inline ? [source.inline.islands, source.inline.land]
        : Promise.all([this.fetch(source.islands), this.fetch(source.land)]);
    }

    async fetch(url) {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return answer.json();
    }

    // Returns the history in one language (a saved file has only one), with the shapes by island
    // id and the land. What was fetched is kept; what could not be is asked for again.
    load(language) {
      const one = this.source.inline ? "only" : language;
      this.kept[one] ||= this.read(language).catch((error) => {
        delete this.kept[one];
        throw error;
      });
      return this.kept[one];
    }

    // Returns what an order from Python needs; nothing if it is old, or a newer one came meanwhile.
    async ordered({ seq, language }) {
      if (seq <= this.newest) return null;
      this.newest = seq;
      const loaded = await this.load(language);
      return seq === this.newest ? loaded : null;
    }

    async read(language) {
      const { inline, history } = this.source;
      const [[islands, land], payload] = await Promise.all([
        this.ground, inline ? inline.history : this.fetch(history[language])]);
      this.shapes ||= Object.fromEntries(islands.features.map((feature) => [feature.id, feature]));
      unpack(payload);
      return { payload, shapes: this.shapes, land };
    }
  }

  // The key of a lens and viewpoint in a history's spans and moments.
  atlas.keyOf = ({ lens, viewpoint }) => (lens === "title" ? `title/${viewpoint}` : lens);

  // The sorted starts of a lens's records, island by island; made once for each lens.
  const made = new WeakMap();
  atlas.startsOf = (spans) => {
    if (!made.has(spans)) made.set(spans, spans.map((records) => records.map(({ start }) => start)));
    return made.get(spans);
  };

  atlas.History = History;
})((window.kurilAtlas = window.kurilAtlas || {}));
