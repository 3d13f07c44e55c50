// Two days side by side on maps that move as one; what differs is outlined in the other day's colour.
(function (atlas) {
  "use strict";

  const { element, setText, setAttribute, say } = atlas;

  // One of the two maps, with its day and its legend.
  class Side {
    constructor(map, name) {
      Object.assign(this, { map, name });
      this.node = element("section", { class: "atlas side" });
    }

    build(payload, { shapes, land }, palette, pair) {
      Object.assign(this, { payload, pair });
      this.axis = new atlas.Axis(payload);
      this.time = element("time", { "data-testid": `${this.name}-day` });
      this.head = element("header", { class: "head", "aria-live": "polite" }, element("h1", {}, this.time));
      this.legend = new atlas.Legend(payload, palette);
      this.node.append(this.head, atlas.place(this.map, null), this.legend.node);
      this.layers = new atlas.Layers(this.map, shapes, land, payload, palette, () => {});
      this.labels = new atlas.Labels(this.map, this.layers, payload,
        { obstacles: () => this.boxes(4), whole: () => pair.stage.whole });
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

    // date: the day shown; other: the day of the map beside it.
    draw({ date, other, lens, viewpoint, words }) {
      const key = atlas.keyOf({ lens, viewpoint });
      const [spans, starts] = [this.payload.spans[key], atlas.startsOf(this.payload.spans[key])];
      const [day, beside] = [this.axis.number(date), this.axis.number(other)];
      const written = atlas.written(date, this.payload.locale);
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
          setAttribute(entry.path, "aria-label", `${label}; ${say(words.other, { date: atlas.written(other, this.payload.locale), status })}`);
        }
      }
      this.labels.write(viewpoint);
      this.legend.show(spans, starts, { day, viewpoint });
    }
  }

  class Pair {
    constructor(map, source) {
      this.history = new atlas.History(source);
      const second = element("div", { class: map.getContainer().className });
      this.main = element("main", { class: "pair" });
      document.body.classList.add("has-atlas");
      document.body.prepend(this.main);
      this.main.append(second); // a map wants its place in the page
      this.sides = [new Side(map, "first"), new Side(L.map(second, { ...map.options }), "second")];
      this.main.append(...this.sides.map(({ node }) => node));
      this.link(...this.sides);
      this.stage = new atlas.Stage(this.sides.map(({ map }) => map), {
        layers: () => this.sides[0].layers,
        covered: (margin) => this.sides.flatMap((side) => side.boxes(margin)),
        fitted: () => this.sides.forEach((side) => side.labels.arrange()) });
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
      }
    }

    use(loaded) {
      if (this.payload === loaded.payload) return;
      if (this.payload) this.teardown();
      this.payload = loaded.payload;
      this.palette = new atlas.Palette(this.payload.powers);
      this.palette.attach(this.main);
      this.zoom = this.stage.buttons(this.payload.words);
      this.sides[0].node.append(this.zoom);
      for (const side of this.sides) side.build(this.payload, loaded, this.palette, this);
    }

    teardown() {
      for (const side of this.sides) side.teardown();
      this.palette.detach();
      this.zoom.remove();
      this.note.remove();
      this.note = null;
    }

    // An order from Python: two days, a lens, a language. Old orders are ignored.
    async command(order) {
      const { language, first, second, lens, viewpoint, words } = order;
      const loaded = await this.history.ordered(order);
      if (!loaded) return;
      this.use(loaded);
      atlas.announce(language, words.title);
      this.sides[0].draw({ date: first, other: second, lens, viewpoint, words });
      this.sides[1].draw({ date: second, other: first, lens, viewpoint, words });
      if (!this.note) this.main.append(this.note = element("p", { class: "outlined" }));
      setText(this.note, words.outlined);
      if (this.stage.found === undefined || this.stage.kept) this.stage.fit();
    }
  }

  atlas.mountPair = (map, source) => {
    atlas.current = new Pair(map, source);
    return atlas.current;
  };
})((window.kurilAtlas = window.kurilAtlas || {}));
