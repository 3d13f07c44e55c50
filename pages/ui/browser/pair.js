// Two days side by side on maps that move as one; what differs is outlined in the other day's colour.
(function (atlas) {
  "use strict";

  const { element, setText, setAttribute, say } = atlas;
  const MAX_ZOOM = 11;
  const CRAMPED = 1.5; // steps a reader may zoom out beyond the whole chain

  // One of the two maps, with its day and its legend.
  class Side {
    constructor(map, name) {
      Object.assign(this, { map, name, starts: new Map() });
      map.attributionControl.setPrefix(false);
      this.node = element("section", { class: "atlas side" });
    }

    build(payload, { shapes, land }, palette, pair) {
      Object.assign(this, { payload, pair });
      this.axis = new atlas.Axis(payload.first, payload.eras.map((era) => era.start), payload.last);
      this.starts.clear();
      this.time = element("time", { "data-testid": `${this.name}-day` });
      this.head = element("header", { class: "head", "aria-live": "polite" }, element("h1", {}, this.time));
      this.legend = new atlas.Legend(payload, palette);
      const container = this.map.getContainer();
      container.classList.add("stage");
      setAttribute(container, "role", "region");
      this.node.append(this.head, container, this.legend.node);
      this.layers = new atlas.Layers(this.map, shapes, land, payload, palette, () => {});
      this.labels = new atlas.Labels(this.map, this.layers, payload,
        { obstacles: () => this.boxes(4), whole: () => pair.whole ?? this.map.getZoom() });
      this.layers.show();
    }

    teardown() {
      this.labels.remove();
      this.layers.remove();
      this.head.remove();
      this.legend.node.remove();
    }

    boxes(margin) {
      return atlas.boxes(this.map, [this.head, this.legend.node, this.pair.zoom], margin);
    }

    startsOf(key) {
      if (!this.starts.has(key)) {
        this.starts.set(key, this.payload.spans[key].map((records) => records.map(({ start }) => start)));
      }
      return this.starts.get(key);
    }

    // date: the day shown; other: the day of the map beside it.
    draw({ date, other, lens, viewpoint, words }) {
      const key = atlas.keyOf({ lens, viewpoint });
      const [spans, starts] = [this.payload.spans[key], this.startsOf(key)];
      const [day, beside] = [this.axis.number(date), this.axis.number(other)];
      const written = this.written(date);
      setText(this.time, written);
      setAttribute(this.time, "datetime", date);
      setAttribute(this.map.getContainer(), "aria-label", say(words.map, { date: written }));
      this.layers.draw(day, spans, starts, { lens, viewpoint }, true);
      for (const entry of this.layers.islands) {
        const [mine, theirs] = [day, beside].map((when) => spans[entry.index][atlas.latest(starts[entry.index], when)]);
        const differs = mine.power !== theirs.power;
        this.layers.haunt(entry, differs ? theirs.power : null);
        setAttribute(entry.path, "data-differs", differs ? "" : null);
        if (differs) {
          const status = this.payload.status[lens][theirs.power];
          const label = entry.path.getAttribute("aria-label");
          setAttribute(entry.path, "aria-label", `${label}; ${say(words.other, { date: this.written(other), status })}`);
        }
      }
      this.labels.write(viewpoint);
      this.legend.show(spans, starts, { day, viewpoint });
    }

    written(date) {
      const format = new Intl.DateTimeFormat(this.payload.locale, { dateStyle: "long", timeZone: "UTC" });
      return format.format(new Date(`${date}T00:00:00Z`));
    }
  }

  class Pair {
    constructor(map, source) {
      this.history = new atlas.History(source);
      this.seq = -1;
      const second = element("div", { class: map.getContainer().className });
      this.main = element("main", { class: "pair" });
      document.body.classList.add("has-atlas");
      document.body.prepend(this.main);
      this.main.append(second); // a map wants its place in the page
      this.sides = [new Side(map, "first"), new Side(L.map(second, { ...map.options }), "second")];
      this.main.append(...this.sides.map(({ node }) => node));
      this.link(...this.sides);
      // the window, a turned phone, a style sheet that comes late: whatever changes their room
      const room = new ResizeObserver(() => this.onResize());
      for (const side of this.sides) room.observe(side.map.getContainer());
    }

    // Either map leads, the other follows at once: without animation nothing lags behind.
    link(...sides) {
      let led = false;
      for (const leader of sides) {
        const [follower] = sides.filter((side) => side !== leader);
        const follow = () => {
          if (led) return;
          led = true;
          if (follower.labels) follower.labels.held = true; // they move along; placed anew at rest
          follower.map.setView(leader.map.getCenter(), leader.map.getZoom(), { animate: false });
          if (follower.labels) follower.labels.held = false;
          led = false;
        };
        leader.map.on("move zoomend", follow);
        leader.map.on("moveend", () => { if (!led && follower.labels) follower.labels.arrange(); });
        leader.map.on("dragstart", () => { this.moved = true; });
      }
    }

    async load(language) {
      if (this.history.serves(this.payload, language)) return;
      const loaded = await this.history.load(language);
      if (this.payload) this.teardown();
      this.payload = loaded.payload;
      this.palette = new atlas.Palette(this.payload.powers);
      this.palette.attach(this.main);
      this.zoom = this.buttons(this.payload.words);
      this.sides[0].node.append(this.zoom);
      for (const side of this.sides) side.build(this.payload, loaded, this.palette, this);
      document.documentElement.lang = language;
    }

    teardown() {
      for (const side of this.sides) side.teardown();
      this.palette.detach();
      this.zoom.remove();
      this.note.remove();
      this.note = null;
    }

    buttons(words) {
      const [{ map }] = this.sides;
      const button = (label, sign, onclick) => element("button", { type: "button", "aria-label": label, title: label, onclick }, sign);
      return element("div", { class: "zoom", role: "group", "aria-label": words.zoom },
        button(words.zoom_in, "+", () => map.zoomIn()), button(words.zoom_out, "−", () => map.zoomOut()),
        button(words.reset, "⤢", () => this.fit()));
    }

    // Shows the whole chain on both maps, clear of what stands over either.
    fit() {
      for (const { map } of this.sides) map.invalidateSize({ animate: false });
      const [{ map, layers }] = this.sides;
      this.whole = atlas.fit(map, atlas.focus(layers), this.sides.flatMap((side) => side.boxes(8)));
      this.moved = false;
      for (const side of this.sides) {
        side.map.setMinZoom(Math.max(3, this.whole - CRAMPED));
        side.map.setMaxZoom(MAX_ZOOM);
        side.labels.arrange();
      }
    }

    onResize() {
      if (!this.payload) return;
      for (const { map } of this.sides) map.invalidateSize({ animate: false });
      if (!this.moved && this.sides[0].map.getZoom() === this.whole) this.fit();
    }

    // An order from Python: two days, a lens, a language. Old orders are ignored.
    async command(order) {
      const { seq, language, first, second, lens, viewpoint, words } = order;
      if (seq <= this.seq) return;
      this.seq = seq;
      await this.load(language);
      if (seq !== this.seq) return; // a newer order came while this one was loading
      this.announce(words.title);
      this.sides[0].draw({ date: first, other: second, lens, viewpoint, words });
      this.sides[1].draw({ date: second, other: first, lens, viewpoint, words });
      if (!this.note) this.main.append(this.note = element("p", { class: "outlined" }));
      setText(this.note, words.outlined);
      if (this.whole === undefined || (!this.moved && this.sides[0].map.getZoom() === this.whole)) this.fit();
    }

    announce(title) {
      document.title = title;
      try {
        if (window.frameElement) window.frameElement.title = title;
      } catch (error) {
        if (error.name !== "SecurityError") throw error; // an embedding page of another origin
      }
    }
  }

  atlas.mountPair = (map, source) => {
    atlas.current = new Pair(map, source);
    return atlas.current;
  };
})((window.kurilAtlas = window.kurilAtlas || {}));
