// The timeline below the map: eras, the strip of square kilometres, ticks, slider, play and speed.
(function (atlas) {
  "use strict";

  const { element, svg, setAttribute } = atlas;
  const STRIP = 34; // height of the strip in its own units
  const SPEEDS = [0.5, 1, 2, 4];
  const STEP = 1600; // milliseconds a moment stays at speed 1

  class Timeline {
    // reader: {day, moments(), go(day), written(day), spoken(day)}: what the atlas offers the bar.
    constructor(payload, axis, palette, reader) {
      Object.assign(this, { payload, axis, palette, reader, speed: 1, playing: null });
      const { words } = payload;
      this.strip = svg("svg", { class: "strip", viewBox: `0 0 ${axis.width} ${STRIP + 8}`, preserveAspectRatio: "none", "aria-hidden": "true" });
      this.range = element("input", {
        type: "range", min: 0, max: axis.width, step: 1, "data-testid": "timeline", "aria-label": words.timeline,
        "aria-describedby": "keys", oninput: () => this.onInput(), onkeydown: (event) => this.onKey(event),
      });
      this.thumb = element("span", { class: "thumb", "aria-hidden": "true" }, element("i", {}));
      this.button = element("button", { type: "button", class: "play", onclick: () => this.toggle() });
      this.pace = element("select", { "aria-label": words.speed, title: words.speed, onchange: () => { this.speed = Number(this.pace.value); } },
        ...SPEEDS.map((speed) => element("option", { value: speed, selected: speed === 1 },
          words.times.replace("{factor}", speed.toLocaleString(payload.language)))));
      this.back = element("button", { type: "button", class: "step", "aria-label": words.previous, title: words.previous, onclick: () => this.step(-1) }, "‹");
      this.next = element("button", { type: "button", class: "step", "aria-label": words.next, title: words.next, onclick: () => this.step(1) }, "›");
      this.node = element("section", { class: "bar", "aria-label": words.timeline },
        element("div", { class: "player" }, element("div", { class: "buttons" }, this.back, this.button, this.next), this.pace),
        element("div", { class: "track" },
          element("div", { class: "eras", "aria-hidden": "true", style: `--eras:${payload.eras.length}` }, ...payload.eras.map((era) => element("span", {}, era.title))),
          element("div", { class: "rail" }, this.strip, this.range, this.thumb),
          element("div", { class: "marks", "aria-hidden": "true", style: `--eras:${payload.eras.length}` },
            ...payload.eras.map((era) => element("span", {}, era.mark)), element("span", { class: "end" }, payload.end_mark)),
          element("p", { id: "keys", class: "keys" }, payload.eras.length > 1 ? words.keys : words.keys_short)));
      this.showPlaying();
    }

    // The strip: who held how many square kilometres between one change and the next.
    paint(spans, islands, marks) {
      const total = islands.reduce((sum, island) => sum + (island.kuril ? island.km2 : 0), 0);
      const order = Object.keys(this.payload.powers);
      const days = [0, ...marks, this.axis.last];
      const runs = {};
      const bars = [];
      const cursors = spans.map(() => 0);
      days.slice(0, -1).forEach((day, index) => {
        const held = {};
        islands.forEach((island, number) => {
          if (!island.kuril) return;
          const records = spans[number];
          while (cursors[number] + 1 < records.length && records[cursors[number] + 1].start <= day) cursors[number] += 1;
          const { power } = records[cursors[number]];
          held[power] = (held[power] || 0) + island.km2;
        });
        const [from, to] = [this.axis.position(day), this.axis.position(days[index + 1])];
        let top = 0;
        for (const power of order) {
          if (!held[power]) continue;
          const height = (STRIP * held[power]) / total;
          const last = runs[power];
          if (last && last.to === from && last.top === top && last.height === height) {
            last.to = to;
            setAttribute(last.node, "width", String(to - last.from));
          } else {
            const node = svg("rect", { x: from, y: top, width: to - from, height, fill: this.palette.powers[power].colours[0] });
            bars.push(node);
            runs[power] = { from, to, top, height, node };
          }
          top += height;
        }
      });
      const ticks = marks.map((day) => svg("path", { class: "tick", d: `M${this.axis.position(day)},${STRIP} v8` }));
      const walls = this.payload.eras.map((era) => svg("path", { class: "wall", d: `M${this.axis.position(era.start)},0 V${STRIP + 8}` }));
      this.strip.replaceChildren(...bars, ...ticks, ...walls);
    }

    show(day, spoken) {
      const position = this.axis.position(day);
      const value = String(Math.round(position));
      if (this.range.value !== value && !this.dragging) this.range.value = value;
      setAttribute(this.range, "aria-valuetext", spoken);
      this.thumb.style.transform = `translateX(${(100 * position) / this.axis.width}%)`;
    }

    onInput() {
      this.pause();
      this.dragging = true;
      this.reader.go(this.axis.day(Number(this.range.value)));
      this.dragging = false;
    }

    onKey(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const { day } = this.reader;
      const sign = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (sign && event.shiftKey) this.reader.go(this.axis.clamp(day + sign));
      else if (sign) this.step(sign);
      else if (event.key === "PageUp") this.reader.go(this.axis.years(day, 10));
      else if (event.key === "PageDown") this.reader.go(this.axis.years(day, -10));
      else if (event.key === "Home") this.reader.go(0);
      else if (event.key === "End") this.reader.go(this.axis.last);
      else if (event.key === " ") this.toggle();
      else return;
      if (event.key !== " ") this.pause();
      event.preventDefault();
    }

    neighbour(sign) {
      const moments = this.reader.moments();
      const index = atlas.latest(moments, sign > 0 ? this.reader.day : this.reader.day - 1);
      return sign > 0 ? moments[index + 1] : index >= 0 ? moments[index] : 0;
    }

    step(sign) {
      const day = this.neighbour(sign);
      if (day !== undefined) this.reader.go(day);
    }

    toggle() {
      if (this.playing) this.pause();
      else this.play();
    }

    play() {
      if (this.neighbour(1) === undefined) this.reader.go(0);
      this.playing = setTimeout(() => this.advance(), 0);
      this.showPlaying();
    }

    advance() {
      this.step(1);
      if (this.neighbour(1) === undefined) this.pause();
      else this.playing = setTimeout(() => this.advance(), STEP / this.speed);
    }

    pause() {
      clearTimeout(this.playing);
      this.playing = null;
      this.showPlaying();
    }

    showPlaying() {
      const { words } = this.payload;
      const word = this.playing ? words.pause : words.play;
      if (this.button.getAttribute("aria-label") === word) return;
      setAttribute(this.button, "aria-label", word);
      setAttribute(this.button, "title", word);
      this.button.replaceChildren(svg("svg", { viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": "true" },
        svg("path", { d: this.playing ? "M6,4 h4 v16 h-4z M14,4 h4 v16 h-4z" : "M7,4 L20,12 L7,20z" })));
    }
  }

  atlas.Timeline = Timeline;
})((window.kurilAtlas = window.kurilAtlas || {}));
