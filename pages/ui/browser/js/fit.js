// The view that shows islands as large as may be, with nothing that stands over the map on them.
(function (atlas) {
  "use strict";

  const EDGE = 20; // pixels kept free round the islands
  const SHIFTS = [0, 40, -40, 80, -80, 120, -120, 180, -180, 240, -240];

  function clear(map, islands, zoom, corner, size, covered) {
    return islands.every((bounds) => {
      const a = map.project(bounds.getNorthWest(), zoom).subtract(corner);
      const b = map.project(bounds.getSouthEast(), zoom).subtract(corner);
      return a.x > EDGE && a.y > EDGE && b.x < size.x - EDGE && b.y < size.y - EDGE &&
        covered.every((box) => b.x < box.x || a.x > box.x + box.w || b.y < box.y || a.y > box.y + box.h);
    });
  }

  // islands: their bounds; covered: boxes {x, y, w, h} in the map's pixels. Returns the zoom taken.
  atlas.fit = (map, islands, covered) => {
    const all = L.latLngBounds(islands);
    const size = map.getSize();
    const largest = map.getBoundsZoom(all, false, [24, 24]);
    for (let zoom = largest; zoom > largest - 2; zoom -= 0.25) {
      const middle = map.project(all.getCenter(), zoom);
      for (const dx of SHIFTS) for (const dy of SHIFTS) {
        const corner = middle.subtract(size.divideBy(2)).add([dx, dy]);
        if (clear(map, islands, zoom, corner, size, covered)) {
          map.setView(map.unproject(corner.add(size.divideBy(2)), zoom), zoom, { animate: false });
          return zoom;
        }
      }
    }
    map.fitBounds(all, { animate: false });
    return map.getZoom();
  };

  // The bounds of the islands a timeline is about.
  atlas.focus = (layers) => layers.islands.filter(({ island }) => island.focus).map(({ shape }) => shape.getBounds());

  atlas.meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

  // The boxes of what stands over a map, in the map's own pixels.
  atlas.boxes = (map, nodes, margin) => {
    const frame = map.getContainer().getBoundingClientRect();
    return nodes.map((node) => node.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.bottom > frame.top && box.top < frame.bottom)
      .map((box) => ({ x: box.left - frame.left - margin, y: box.top - frame.top - margin, w: box.width + 2 * margin, h: box.height + 2 * margin }));
  };
})((window.kurilAtlas = window.kurilAtlas || {}));
