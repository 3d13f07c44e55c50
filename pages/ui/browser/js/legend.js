// The legend: who holds how much on the day shown, and what the other marks mean.
(function (atlas) {
  "use strict";

  const { element, svg, setText, say } = atlas;

  class Legend {
    constructor(payload, palette) {
      Object.assign(this, { payload, palette });
      const { words } = payload;
      this.rows = {};
      this.list = element("ul", {});
      for (const id of Object.keys(payload.powers)) {
        this.rows[id] = this.row(palette.swatch(id, false), payload.powers[id].name);
      }
      this.doubt = this.row(palette.swatch("unsettled", true), words.doubtful_date);
      this.kinds = Object.entries({ treaty: words.treaty, de_facto: words.de_facto, claim: words.claim }).map(([kind, name]) => {
        const stroke = svg("svg", { class: "swatch", viewBox: "0 0 20 14", width: 20, height: 14, "aria-hidden": "true" },
          svg("path", { class: `line ${kind}`, d: "M0,7 H20" }));
        return { kind, ...this.row(stroke, name) };
      });
      this.landing = this.row(element("span", { class: "landing" }), words.landing);
      this.node = element("section", { class: "legend", "aria-label": words.legend }, this.list);
    }

    row(swatch, name) {
      const count = element("span", { class: "count" });
      const node = element("li", { hidden: true }, swatch, element("span", {}, name), count);
      this.list.append(node);
      return { node, count };
    }

    // off: the layers the reader has switched off.
    show(spans, starts, { day, viewpoint }, off = new Set()) {
      const held = {};
      let doubtful = 0;
      this.payload.islands.forEach((island, number) => {
        const record = spans[number][atlas.latest(starts[number], day)];
        if (record.doubt !== null) doubtful += 1;
        const entry = (held[record.power] ||= { islands: 0, km2: 0 });
        if (!island.kuril) return;
        entry.islands += 1;
        entry.km2 += island.km2;
      });
      const { words, language, lines, landings } = this.payload;
      for (const [id, { node, count }] of Object.entries(this.rows)) {
        const entry = held[id];
        node.hidden = !entry;
        if (!entry) continue;
        setText(count, entry.islands === 0 ? words.sakhalin_only
          : say(words.holding, { islands: entry.islands, area: atlas.number(entry.km2, language) }));
      }
      this.doubt.node.hidden = doubtful === 0;
      setText(this.doubt.count, say(words.records, { count: doubtful }));
      for (const { kind, node } of this.kinds) {
        node.hidden = off.has("lines") || !lines.some((line) => line.kind === kind && atlas.stands(line, day, viewpoint));
      }
      this.landing.node.hidden = off.has("landings") || !landings.some((landing) => atlas.stands(landing, day, viewpoint));
    }
  }

  atlas.Legend = Legend;
})((window.kurilAtlas = window.kurilAtlas || {}));
