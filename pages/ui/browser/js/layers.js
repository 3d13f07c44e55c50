// What lies on the map: land and islands with ring and ghost, and the marks among them.
(function (atlas) {
  "use strict";

  const { element, svg, setAttribute, say } = atlas;
  const SMALL = 7; // pixels: below this an island cannot be seen from the back of a room
  const RING = 6;
  const CROWDED = 9; // pixels: a ring this near to another one adds nothing
  const GRATICULE = 2; // degrees

  // A path's course with far fewer points: a broad outline shows no more, and costs less to draw.
  const coarse = (path) => path.split("M").slice(1).map((ring) => {
    const points = ring.replace("z", "").split("L");
    const stride = Math.ceil(points.length / 80);
    return `M${points.filter((_, index) => index % stride === 0).join("L")}z`;
  }).join("");

  class Layers {
    // Knows the islands' extent at once, and draws nothing before `show`: what is drawn before the
    // map lies where it shall is drawn twice.
    constructor(map, shapes, land, payload, palette, onPick) {
      Object.assign(this, { map, land, payload, palette, onPick, renderers: {} });
      this.islands = payload.islands.map((island, index) => {
        const [shape] = L.geoJSON(shapes[island.id], { style: { className: "island" } }).getLayers();
        return { island, index, shape, centre: shape.getBounds().getCenter(), span: -1 };
      });
    }

    show() {
      if (this.group) return;
      const { map, payload } = this;
      this.group = L.layerGroup().addTo(map);
      this.ghosts = this.renderer("ghosts", 410).addTo(map);
      for (const entry of this.islands) this.island(entry);
      this.drawGround(this.land);
      this.marks = new atlas.Marks(this, this.renderer("lines", 440));
      this.focusable(0);
      this.resize = () => this.drawRings();
      this.follow = () => requestAnimationFrame(() => this.refit()); // after Leaflet's own drawing
      map.on("zoomend resize", this.resize);
      map.on("zoomend moveend", this.follow);
      this.drawRings();
    }

    remove() {
      this.map.off("zoomend resize", this.resize);
      this.map.off("zoomend moveend", this.follow);
      for (const { ghost } of this.islands) ghost.remove();
      this.ghosts.remove();
      this.group.remove();
    }

    drawGround(land) {
      const quiet = { interactive: false, renderer: this.renderer("ground", 300) };
      const meridians = [];
      for (let lon = 120; lon <= 180; lon += GRATICULE) meridians.push([[30, lon], [66, lon]]);
      for (let lat = 30; lat <= 66; lat += GRATICULE) meridians.push([[lat, 120], [lat, 180]]);
      L.polyline(meridians, { ...quiet, className: "graticule" }).addTo(this.group);
      L.geoJSON(land, { ...quiet, style: { className: "land" } }).addTo(this.group);
    }

    renderer(name, depth) {
      this.renderers[name] ||= L.svg({ padding: 0.6, pane: atlas.pane(this.map, name, depth) });
      return this.renderers[name];
    }

    island(entry) {
      const { island, shape, centre } = entry;
      L.setOptions(shape, { renderer: this.renderer("islands", 420) });
      shape.addTo(this.group);
      const path = shape.getElement();
      path.setAttribute("data-island", island.id);
      path.setAttribute("role", "button");
      path.setAttribute("tabindex", "-1");
      const ghost = svg("path", { class: "ghost", "aria-hidden": "true" });
      this.ghosts._rootGroup.append(ghost); // Leaflet has no other way to draw a path of one's own
      Object.assign(entry, { path, ghost });
      this.answer(shape, entry);
      path.addEventListener("keydown", (event) => this.onKey(event, entry));
      path.addEventListener("focus", () => shape.openTooltip(centre));
      path.addEventListener("blur", () => shape.closeTooltip());
    }

    answer(layer, entry) {
      layer.on("click", () => this.pick(entry));
      layer.bindTooltip(() => this.describe(entry), { sticky: true, className: "card", opacity: 1 });
    }

    // A ring in the holder's colour, on a dark one, so that a pale ring stands out from the sea.
    ring(entry) {
      const [edge, ring] = ["edge", "ring"].map((className) => L.circleMarker(entry.centre, {
        radius: RING, className, renderer: this.renderer("rings", 430),
      }).addTo(this.group));
      this.answer(ring, entry);
      const node = ring.getElement();
      setAttribute(node, "data-ring", entry.island.id);
      setAttribute(node, "data-held", entry.path.getAttribute("data-controller"));
      setAttribute(node, "tabindex", "-1"); // its island has the place; a tooltip alone would give it one too
      return [node, edge.getElement()];
    }

    pick(entry) {
      this.focusable(entry.index);
      this.onPick(entry.island.id);
    }

    // One tab stop for all islands; the arrows walk along the chain.
    focusable(index) {
      this.islands.forEach((entry) => setAttribute(entry.path, "tabindex", entry.index === index ? "0" : "-1"));
      this.current = index;
    }

    onKey(event, entry) {
      const last = this.islands.length - 1;
      const target = {
        ArrowRight: entry.index + 1, ArrowDown: entry.index + 1,
        ArrowLeft: entry.index - 1, ArrowUp: entry.index - 1, Home: 0, End: last,
      }[event.key];
      if (target !== undefined) {
        const next = this.islands[Math.max(0, Math.min(last, target))];
        this.focusable(next.index);
        next.path.focus();
      } else if (event.key === "Enter" || event.key === " ") this.pick(entry);
      else if (event.key === "Escape") entry.shape.closeTooltip();
      else return;
      event.preventDefault();
      event.stopPropagation(); // else Leaflet pans, and Space starts the player
    }

    describe(entry) {
      const { span, island } = entry;
      const [first, ...others] = this.names(island);
      const record = this.spans[entry.index][span];
      const { texts } = this.payload;
      return element("div", {},
        element("strong", { lang: first[1] }, first[0]), " ",
        ...others.map(([name, language]) => element("span", { lang: language, class: "other" }, name, " ")),
        element("div", {}, this.status(record)),
        record.basis === null ? null : element("div", { class: "why" }, texts[record.basis]),
        record.note === null ? null : element("div", { class: "why" }, texts[record.note]),
        record.doubt === null ? null : element("div", { class: "why" }, texts[record.doubt]));
    }

    names(island) {
      return island.names[this.viewpoint];
    }

    status(record) {
      const { words, texts } = this.payload;
      const status = this.payload.status[this.lens][record.power];
      const pattern = this.lens === "control" ? words.since : words.since_title;
      return record.since === null ? status : say(pattern, { status, date: texts[record.since] });
    }

    // Draws a day. spans: per island the records of the lens shown, sorted by start.
    draw(day, spans, starts, { lens, viewpoint }, fresh) {
      this.spans = spans;
      this.lens = lens;
      this.viewpoint = viewpoint;
      if (this.fading) this.fading.cancel();
      this.haunted = false;
      for (const entry of this.islands) {
        const index = atlas.latest(starts[entry.index], day);
        const record = spans[entry.index][index];
        const before = index > 0 && record.start === day ? spans[entry.index][index - 1] : null;
        const was = before && before.power !== record.power ? before.power : null;
        this.haunt(entry, was);
        this.haunted ||= was !== null;
        if (index === entry.span && !fresh) continue;
        entry.span = index;
        setAttribute(entry.path, "data-controller", record.power);
        setAttribute(entry.path, "data-doubt", record.doubt === null ? null : "");
        if (entry.rings) setAttribute(entry.rings[0], "data-held", record.power);
        setAttribute(entry.path, "aria-label",
          `${this.names(entry.island).map(([name]) => name).join(", ")}: ${this.status(record)}`);
      }
      this.marks.draw(day, viewpoint);
    }

    // Lets the outlines fade a little once the reader rests: fading while days pass by under a
    // hand would cost every one of them a picture of its own.
    fade() {
      if (!this.haunted || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
      this.fading = this.map.getPane("ghosts").animate([{ opacity: 1 }, { opacity: 0.7 }], { duration: 1800, fill: "forwards" });
    }

    // Outlines an island in the colour of another power, the one it passed from; null: no longer.
    haunt(entry, power) {
      setAttribute(entry.ghost, "data-held", power);
    }

    // Outlines follow their islands when the map moves; reading a path anew at each step is slow.
    refit() {
      for (const { ghost, path } of this.islands) setAttribute(ghost, "d", coarse(path.getAttribute("d")));
    }

    select(id) {
      for (const entry of this.islands) setAttribute(entry.path, "aria-pressed", String(entry.island.id === id));
      const picked = this.islands.findIndex((entry) => entry.island.id === id);
      if (picked >= 0) this.focusable(picked);
    }

    // A ring round every island too small to see, unless a bigger neighbour is already there.
    drawRings() {
      const taken = [];
      const bySize = [...this.islands].sort((a, b) => b.island.km2 - a.island.km2);
      for (const entry of bySize) {
        const box = this.pixels(entry);
        const centre = box.getCenter();
        const small = Math.max(box.max.x - box.min.x, box.max.y - box.min.y) < SMALL;
        const lost = small && taken.some((other) => other.small
          ? other.centre.distanceTo(centre) < CROWDED : other.box.contains(centre));
        if (small && !lost) entry.rings ||= this.ring(entry);
        for (const node of entry.rings || []) node.style.display = small && !lost ? "" : "none";
        if (!lost) taken.push({ box, centre, small });
      }
    }

    // Pixels from an island's centre to the rim of its ring; 0 where it has none.
    reach(entry) {
      return entry.rings && entry.rings[0].style.display === "" ? RING + 2 : 0;
    }

    pixels(entry) {
      const bounds = entry.shape.getBounds();
      return L.bounds(this.map.latLngToLayerPoint(bounds.getNorthWest()),
        this.map.latLngToLayerPoint(bounds.getSouthEast()));
    }
  }

  atlas.Layers = Layers;
})((window.kurilAtlas = window.kurilAtlas || {}));
