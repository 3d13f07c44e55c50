// What comes and goes among the islands: boundary lines, landing sites, the ways to them.
(function (atlas) {
  "use strict";

  const { element, setAttribute } = atlas;

  // Whether a line, a landing or an arrow is there on a day, for this viewpoint.
  atlas.stands = (mark, day, viewpoint) => mark.start <= day && (mark.end === null || day < mark.end) &&
    (!mark.viewpoint || mark.viewpoint === "neutral" || mark.viewpoint === viewpoint);

  class Marks {
    // Each is made on the first day that shows it.
    constructor({ map, group, payload, onPick }, renderer) {
      Object.assign(this, { map, group, onPick, renderer });
      this.all = ["lines", "landings", "arrows"].flatMap(
        (kind) => payload[kind].map((mark) => ({ ...mark, make: () => this[kind](mark) })));
    }

    draw(day, viewpoint) {
      for (const mark of this.all) {
        const shown = atlas.stands(mark, day, viewpoint);
        if (shown) mark.nodes ||= mark.make();
        if (mark.nodes && mark.shown !== shown) for (const node of mark.nodes) node.style.display = shown ? "" : "none";
        mark.shown = shown;
      }
    }

    lines(line) {
      const path = L.polyline(line.coordinates, {
        renderer: this.renderer, className: `line ${line.kind}`,
      }).addTo(this.group);
      path.bindTooltip(() => element("span", {}, line.label), { sticky: true, className: "card", opacity: 1 });
      const node = path.getElement();
      for (const [name, value] of Object.entries({ "data-line": line.id, role: "img", "aria-label": line.label, tabindex: "-1" })) {
        setAttribute(node, name, value);
      }
      return [node];
    }

    landings(landing) {
      const icon = element("span", { class: "landing" });
      const marker = L.marker([landing.lat, landing.lon], {
        icon: L.divIcon({ html: icon, className: "landing-target", iconSize: [24, 24] }),
        pane: atlas.pane(this.map, "landings", 610),
        keyboard: true,
      }).addTo(this.group);
      marker.bindTooltip(() => element("span", {}, landing.label), { className: "card", opacity: 1 });
      marker.on("click", () => this.onPick(landing.island));
      const node = marker.getElement();
      setAttribute(node, "data-landing", landing.id);
      setAttribute(node, "aria-label", landing.label);
      return [node];
    }

    // The way from a port to a landing site: a bow over the sea, for its course is not on record.
    arrows({ id, from, to }) {
      const options = { renderer: this.renderer, interactive: false };
      const [dy, dx] = [to[0] - from[0], to[1] - from[1]];
      const bend = [(from[0] + to[0]) / 2 + 0.18 * dx, (from[1] + to[1]) / 2 - 0.18 * dy];
      const points = Array.from({ length: 17 }, (_, index) => {
        const t = index / 16;
        return [0, 1].map((axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * bend[axis] + t * t * to[axis]);
      });
      const [tip, back] = [points[16], points[14]];
      const [ty, tx] = [tip[0] - back[0], tip[1] - back[1]];
      const long = Math.hypot(ty, tx) || 1;
      const [uy, ux] = [ty / long * 0.16, tx / long * 0.16];
      const head = [tip, [tip[0] - uy + ux * 0.45, tip[1] - ux - uy * 0.45], [tip[0] - uy - ux * 0.45, tip[1] - ux + uy * 0.45]];
      return [
        L.polyline(points, { ...options, className: "arrow" }), L.polygon(head, { ...options, className: "arrowhead" }),
      ].map((shape) => {
        const node = shape.addTo(this.group).getElement();
        setAttribute(node, "data-arrow", id);
        return node;
      });
    }
  }

  atlas.Marks = Marks;
})((window.kurilAtlas = window.kurilAtlas || {}));
