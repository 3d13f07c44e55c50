// The atlas in the reader's browser: fetches shapes and history once, redraws them for any day,
// and tells Python where the reader rests. Runs in Streamlit, in a saved file and in a notebook.
(function (atlas) {
  "use strict";

  const { element, setText, setAttribute, say } = atlas;
  const REST = 150; // milliseconds without a change before Python hears of it

  class Atlas {
    // Nothing is drawn before the first order says which day, in which language.
    constructor(map, source) {
      Object.assign(this, { map, history: new atlas.History(source), state: { lens: "control", viewpoint: "neutral" }, seq: -1, tiles: {} });
      this.main = element("main", { class: "atlas" });
      this.stage = new atlas.Stage([map], {
        layers: () => this.layers, covered: (margin) => this.obstacles(margin), fitted: () => this.labels.arrange() });
    }

    // Draws the page's language; a change of language keeps the shapes, the map and the view.
    use({ payload, shapes, land }) {
      if (this.payload === payload) return;
      if (this.payload) this.teardown();
      Object.assign(this, { shapes, land });
      this.build(payload);
    }

    build(payload) {
      this.payload = payload;
      this.off ||= new Set(payload.layers.filter(({ on }) => !on).map(({ id }) => id));
      this.drawn = null;
      this.starts = new Map();
      this.axis = new atlas.Axis(payload);
      this.palette = new atlas.Palette(payload.powers);
      this.palette.attach(this.main);
      this.layout();
      this.layers = new atlas.Layers(this.map, this.shapes, this.land, payload, this.palette, (id) => this.pick(id));
      this.labels = new atlas.Labels(this.map, this.layers, payload,
        { obstacles: () => this.obstacles(), whole: () => this.stage.whole });
      this.labels.show(!this.off.has("names"));
      atlas.announce(payload.language, payload.title);
    }

    teardown() {
      this.timeline.pause();
      this.labels.remove();
      this.layers.remove();
      this.palette.detach();
      for (const part of [...this.over, this.timeline.node]) part.remove();
    }

    layout() {
      const { payload } = this;
      const { words } = payload;
      this.time = element("time", { "data-testid": "day" });
      this.caption = element("p", { class: "caption", "data-testid": "caption" });
      this.head = element("header", { class: "head" },
        element("div", { "aria-live": "polite", "aria-atomic": "true" }, element("h1", {}, this.time), this.caption));
      this.tools = new atlas.Tools(payload, this.state, this.off, (part) => this.onTool(part));
      this.legend = new atlas.Legend(payload, this.palette);
      this.timeline = new atlas.Timeline(payload, this.axis, this.palette, this);
      this.zoom = this.stage.buttons(words);
      this.main.append(this.head, this.tools.node, atlas.place(this.map, words.map), this.zoom, this.legend.node, this.timeline.node);
      if (!this.main.isConnected) {
        document.body.classList.add("has-atlas");
        document.body.prepend(this.main);
      }
    }

    // The boxes of what stands over the map, in the map's own pixels.
    obstacles(margin = 4) {
      return atlas.boxes(this.map, this.over, margin);
    }

    get over() {
      return [this.head, this.tools.node, this.legend.node, this.zoom];
    }

    // What stands over the map gives way to the card of an island under it.
    giveWay(card) {
      const [box] = card ? atlas.boxes(this.map, [card], 0) : [];
      for (const part of this.over) {
        part.classList.toggle("behind", Boolean(box) && atlas.boxes(this.map, [part], 0).some((own) => atlas.meets(box, own)));
      }
    }

    get key() {
      return atlas.keyOf(this.state);
    }

    get day() {
      return this.state.day;
    }

    // The days of the timeline on which the lens shown changes.
    moments() {
      return this.changes().filter((day) => day > 0 && day <= this.axis.last);
    }

    changes() {
      const key = `moments ${this.key}`;
      if (!this.starts.has(key)) this.starts.set(key, this.payload.moments[this.key].map(([day]) => day));
      return this.starts.get(key);
    }

    go(day) {
      this.apply({ day });
    }

    pick(island) {
      this.apply({ island });
    }

    onTool(part) {
      if (part.layer) this.showLayer(part.layer, part.visible);
      else this.apply(part);
    }

    // Changes the state, draws it, and lets Python know once the reader rests.
    apply(part, quiet = false) {
      Object.assign(this.state, part);
      const { day, viewpoint, island } = this.state;
      const spans = this.payload.spans[this.key];
      const fresh = this.drawn !== this.key + viewpoint;
      this.write();
      if (this.stage.found === undefined) this.stage.fit(); // what is written over the map says where it can lie
      this.layers.show();
      this.layers.draw(day, spans, atlas.startsOf(spans), this.state, fresh);
      if (fresh) {
        this.drawn = this.key + viewpoint;
        this.tools.show(this.state);
        this.labels.write(viewpoint);
        this.timeline.paint(spans, this.payload.islands, this.moments());
      }
      this.layers.select(island);
      if (!quiet) this.rest();
    }

    write() {
      const { day } = this.state;
      const date = this.written(day);
      const caption = this.captionOf(day);
      setText(this.time, date);
      setAttribute(this.time, "datetime", this.axis.iso(day));
      setText(this.caption, caption);
      this.timeline.show(day, `${date}. ${caption}`);
      const spans = this.payload.spans[this.key];
      this.legend.show(spans, atlas.startsOf(spans), this.state, this.off);
    }

    written(day) {
      return atlas.written(this.axis.iso(day), this.payload.locale);
    }

    // What happened that day, or what happened last; before all of it, what held.
    captionOf(day) {
      const moments = this.payload.moments[this.key];
      const index = atlas.latest(this.changes(), day);
      const beginning = this.payload.beginnings[this.key];
      if (index < 0) return day > 0 ? beginning : say(this.payload.words.beginning, { caption: beginning });
      const [changed, caption, since] = moments[index];
      return changed === day ? caption : say(this.payload.words.before, { date: since, caption });
    }

    showLayer(layer, visible) {
      if (visible) this.off.delete(layer);
      else this.off.add(layer);
      if (layer === "names") this.labels.show(visible);
      else if (layer in (this.payload.tiles || {})) this.showTiles(layer, visible);
      else {
        setAttribute(this.main, `data-no-${layer}`, visible ? null : "");
        this.write();
      }
    }

    // Tiles are somebody else's map of today and come over the network: only when asked for.
    showTiles(id, visible) {
      const { url, attribution, max_zoom: maxNativeZoom } = this.payload.tiles[id];
      this.tiles[id] ||= L.tileLayer(url, { attribution, maxNativeZoom, maxZoom: atlas.MAX_ZOOM });
      if (visible) this.tiles[id].addTo(this.map);
      else this.tiles[id].remove();
      setAttribute(this.main, "data-tiles", Object.keys(this.payload.tiles).some((key) => this.tiles[key] && this.map.hasLayer(this.tiles[key])) ? "" : null);
    }

    rest() {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => {
        this.layers.fade();
        this.tell();
      }, REST);
    }

    tell() {
      const { day, lens, viewpoint, island } = this.state;
      const value = { seq: this.seq, date: this.axis.iso(day), lens, viewpoint, island: island || null };
      const text = JSON.stringify(value);
      if (text === this.told) return;
      this.told = text;
      if (window.Streamlit) window.Streamlit.setComponentValue(value);
      this.main.dispatchEvent(new CustomEvent("atlas:rest", { detail: value, bubbles: true }));
    }

    // An order from Python: jump to a date, another lens, another language. Old orders are ignored.
    async command(order) {
      const { seq, date, lens, viewpoint, island } = order;
      const loaded = await this.history.ordered(order);
      if (!loaded) return;
      this.seq = seq; // only now: what the reader did meanwhile answers the order before
      this.use(loaded);
      this.timeline.pause();
      clearTimeout(this.resting);
      this.told = JSON.stringify({ seq, date, lens, viewpoint, island });
      this.apply({ day: this.axis.number(date), lens, viewpoint, island }, true);
      if (this.greeted) return;
      this.greeted = true; // the first picture stands: what waits for it may come
      this.told = null;
      this.rest();
    }
  }

  atlas.mount = (map, source) => {
    const drawn = new Atlas(map, source);
    // a card that is closed fades out at no opacity
    const open = () => [...map.getPane("tooltipPane").children].find((card) => card.style.opacity !== "0");
    map.on("tooltipopen mousemove", () => requestAnimationFrame(() => drawn.giveWay(open())));
    map.on("tooltipclose", () => drawn.giveWay(null));
    atlas.current = drawn;
    return drawn;
  };

  atlas.command = (order) => atlas.current && atlas.current.command(order);
})((window.kurilAtlas = window.kurilAtlas || {}));
