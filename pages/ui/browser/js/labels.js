// Names on the map, placed clear of coast, of each other and of what stands over the map.
(function (atlas) {
  "use strict";

  const { element } = atlas;
  const GAP = 5;
  const SPREAD = 14;
  const NEARER = 4; // pixels another island may be nearer to a name than its own
  const PAUSE = 50; // milliseconds
  const NAMED = 8; // km²: what is smaller gets its name as the reader zooms in

  // On either side of the middle of an island that runs as the chain does, from lower left to
  // upper right: its box has free corners there.
  const beside = ({ x, y }, width, height) => [2, 8, 16, 24, 34, 44].flatMap((dy) => [GAP, 2 * GAP, 4 * GAP, -2 * GAP]
    .flatMap((dx) => [[x + dx, y + dy], [x - dx - width, y - dy - height]]));

  // Where a label may stand round a box: right, left, then the corners, above and below.
  function places(box, width, height) {
    const middle = (box.min.y + box.max.y - height) / 2;
    const centre = (box.min.x + box.max.x - width) / 2;
    const [left, right] = [box.min.x - width - GAP, box.max.x + GAP];
    const [above, below] = [box.min.y - height - 2, box.max.y + 2];
    return [
      [right, middle], [left, middle], [right, below - height / 2], [left, above + height / 2],
      [right, above + height / 2], [left, below - height / 2], [centre, below], [centre, above],
      [right + SPREAD, below], [left - SPREAD, above], [right + SPREAD, above], [left - SPREAD, below],
      ...beside(box.getCenter(), width, height),
    ];
  }

  // How far a box is from the nearest of some points.
  function distance(box, points) {
    const [right, below] = [box.x + box.w, box.y + box.h];
    let least = Infinity;
    for (const [x, y] of points) {
      const dx = x < box.x ? box.x - x : x > right ? x - right : 0;
      const dy = y < box.y ? box.y - y : y > below ? y - below : 0;
      least = Math.min(least, dx * dx + dy * dy);
    }
    return Math.sqrt(least);
  }

  // At least as far as that, and found at once.
  const apart = (box, { min, max }) => Math.max(min.x - box.x - box.w, box.x - max.x, min.y - box.y - box.h, box.y - max.y);

  class Labels {
    // obstacles: a function giving the boxes (container pixels) that names must keep clear of;
    // whole: one giving the zoom at which the whole chain is seen.
    constructor(map, layers, payload, { obstacles, whole }) {
      Object.assign(this, { map, layers, payload, obstacles, whole });
      this.node = element("div", { class: "labels", "aria-hidden": "true", style: "display: none" });
      const pane = map.getPane("names") || map.createPane("names");
      pane.style.zIndex = 640; // below the cards that open over islands
      pane.style.pointerEvents = "none";
      pane.append(this.node);
      this.seas = payload.places.map((place) => ({ place, node: element("span", { class: `place ${place.kind}` }, place.name) }));
      this.names = layers.islands.filter((entry) => entry.island.kuril).map((entry) => ({ entry, node: element("span", { class: "name" }) }))
        .sort((a, b) => b.entry.island.km2 - a.entry.island.km2);
      this.node.append(...this.seas.map(({ node }) => node), ...this.names.map(({ node }) => node));
      this.place = () => { if (!this.held) this.arrange(); };
      this.hide = () => { this.node.style.display = "none"; };
      map.on("moveend zoomend resize", this.place);
      map.on("zoomstart", this.hide);
    }

    remove() {
      cancelAnimationFrame(this.waiting);
      clearTimeout(this.soon);
      this.map.off("moveend zoomend resize", this.place);
      this.map.off("zoomstart", this.hide);
      this.node.remove();
    }

    write(viewpoint) {
      if (this.viewpoint === viewpoint) return;
      this.viewpoint = viewpoint;
      for (const { entry, node } of this.names) {
        const [first, ...others] = entry.island.names[viewpoint];
        node.replaceChildren(element("b", { lang: first[1] }, first[0]),
          ...others.slice(0, 2).map(([name, language]) => element("small", { lang: language }, name)));
      }
      this.arrange();
    }

    show(visible) {
      this.node.hidden = !visible;
      if (visible) this.arrange();
    }

    // Once a frame at most, and when the islands are on the screen: placing names measures the
    // whole page, and the first picture need not wait for that.
    arrange() {
      cancelAnimationFrame(this.waiting);
      clearTimeout(this.soon);
      this.waiting = requestAnimationFrame(() => { this.soon = setTimeout(() => this.settle(), PAUSE); });
    }

    settle() {
      if (this.node.hidden) return;
      this.node.style.display = "";
      // container pixels from here on; the pane they stand in moves with the map
      L.DomUtil.setPosition(this.node, this.map.containerPointToLayerPoint([0, 0]));
      const size = this.map.getSize();
      const taken = this.obstacles();
      const coasts = this.coasts(size);
      const bounds = new Map([...coasts].filter(([, points]) => points.length).map(([entry, points]) => [entry, L.bounds(points)]));
      const onCoast = (box) => [...bounds].some(([entry, reach]) => apart(box, reach) <= 2 && coasts.get(entry).some(
        ([x, y]) => x > box.x - 2 && x < box.x + box.w + 2 && y > box.y && y < box.y + box.h));
      // a name nearer to another island would be read as that one's
      const astray = (box, entry) => {
        const own = distance(box, coasts.get(entry)) - NEARER;
        for (const [other, reach] of bounds) {
          if (other !== entry && apart(box, reach) < own && distance(box, coasts.get(other)) < own) return true;
        }
        return false;
      };
      for (const { node } of this.names) node.classList.remove("short");
      const sizes = [...this.seas, ...this.names].map(({ node }) => [node.offsetWidth, node.offsetHeight]);
      const shorts = this.names.map(({ node }) => node.firstChild.offsetWidth);
      const stand = (node, spots, width, height, entry = null) => {
        const spot = spots.map(([x, y]) => ({ x, y, w: width, h: height })).find((box) =>
          box.x >= 2 && box.y >= 2 && box.x + width <= size.x - 2 && box.y + height <= size.y - 2 &&
          !taken.some((other) => atlas.meets(box, other)) && !onCoast(box) &&
          !(entry && astray(box, entry)));
        node.style.visibility = spot ? "visible" : "hidden";
        if (!spot) return false;
        taken.push(spot);
        node.style.left = `${spot.x}px`;
        node.style.top = `${spot.y}px`;
        return true;
      };
      const smallest = NAMED / 4 ** (this.map.getZoom() - this.whole());
      this.names.forEach(({ entry, node }, index) => {
        if (entry.island.km2 < smallest) {
          node.style.visibility = "hidden";
          return;
        }
        const [width, height] = sizes[this.seas.length + index];
        const box = this.box(entry);
        if (stand(node, places(box, width, height), width, height, entry)) return;
        // no room for all names: the reader's own alone
        const short = shorts[index];
        node.classList.toggle("short", stand(node, places(box, short, height), short, height, entry));
      });
      this.seas.forEach(({ place, node }, index) => {
        const [width, height] = sizes[index];
        const { x, y } = this.map.latLngToContainerPoint([place.lat, place.lon]);
        const spots = [[0, 0], [0, -30], [0, 30], [-60, 0], [60, 0]];
        const at = spots.map(([dx, dy]) => [x - width / 2 + dx, y - height / 2 + dy]);
        if (place.kind === "land") {
          const inside = x > width / 2 && y > 0 && x < size.x - width / 2 && y < size.y;
          const box = { x: at[0][0], y: at[0][1], w: width, h: height };
          const free = inside && !taken.some((other) => atlas.meets(box, other));
          node.style.visibility = free ? "visible" : "hidden";
          node.style.left = `${box.x}px`;
          node.style.top = `${box.y}px`;
          if (free) taken.push(box);
        } else stand(node, at, width, height);
      });
    }

    // The island in the map's pixels, with its ring where it has one.
    box(entry) {
      const bounds = entry.shape.getBounds();
      const box = L.bounds(this.map.latLngToContainerPoint(bounds.getNorthWest()),
        this.map.latLngToContainerPoint(bounds.getSouthEast()));
      const ring = this.ring(entry);
      return ring ? box.extend(ring.min).extend(ring.max) : box;
    }

    ring(entry) {
      const reach = this.layers.reach(entry);
      if (!reach) return null;
      const centre = this.map.latLngToContainerPoint(entry.centre);
      return L.bounds(centre.subtract([reach, reach]), centre.add([reach, reach]));
    }

    // The islands' own shorelines and rings in view, as points; labels must not cover them.
    coasts(size) {
      const found = new Map();
      for (const entry of this.layers.islands) {
        const points = [];
        const walk = (rings) => {
          if (rings.length && rings[0].lat !== undefined) {
            const stride = Math.max(2, Math.floor(rings.length / 120)); // a coast's course is enough
            for (let index = 0; index < rings.length; index += stride) {
              const { x, y } = this.map.latLngToContainerPoint(rings[index]);
              if (x > 0 && y > 0 && x < size.x && y < size.y) points.push([x, y]);
            }
          } else rings.forEach(walk);
        };
        walk(entry.shape.getLatLngs());
        const ring = this.ring(entry);
        if (ring) {
          const { x, y } = ring.getCenter();
          points.push([x, y], [x, ring.min.y], [x, ring.max.y], [ring.min.x, y], [ring.max.x, y]);
        }
        found.set(entry, points);
      }
      return found;
    }
  }

  atlas.Labels = Labels;
})((window.kurilAtlas = window.kurilAtlas || {}));
