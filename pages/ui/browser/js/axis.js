// The warped axis: every era takes the same width and is linear inside.
// Days are counted from the range's first day; a position runs from 0 to WIDTH.
(function (atlas) {
  "use strict";

  const MILLISECONDS = 86400000;
  const ERA_WIDTH = 1000;

  class Axis {
    // first: the range's first day as an ISO date; last: the number of its last; eras: each with
    // the number of its first day.
    constructor({ first, eras, last }) {
      this.origin = Date.parse(first + "T00:00:00Z");
      this.last = last;
      this.edges = [...eras.map(({ start }) => start), last];
      this.width = eras.length * ERA_WIDTH;
    }

    position(day) {
      let era = 0;
      while (era < this.edges.length - 2 && day >= this.edges[era + 1]) era += 1;
      const [from, to] = [this.edges[era], this.edges[era + 1]];
      return ERA_WIDTH * (era + (day - from) / (to - from));
    }

    day(position) {
      const era = Math.min(Math.floor(position / ERA_WIDTH), this.edges.length - 2);
      const [from, to] = [this.edges[era], this.edges[era + 1]];
      return this.clamp(Math.floor(from + (position / ERA_WIDTH - era) * (to - from)));
    }

    clamp(day) {
      return Math.max(0, Math.min(this.last, day));
    }

    iso(day) {
      return new Date(this.origin + day * MILLISECONDS).toISOString().slice(0, 10);
    }

    number(iso) {
      return this.clamp(Math.round((Date.parse(iso + "T00:00:00Z") - this.origin) / MILLISECONDS));
    }

    // The same date some years on; 29 February becomes 28 February where it must.
    years(day, count) {
      const from = new Date(this.origin + day * MILLISECONDS);
      const to = new Date(from);
      to.setUTCFullYear(from.getUTCFullYear() + count);
      if (to.getUTCMonth() !== from.getUTCMonth()) to.setUTCDate(0);
      return this.clamp(Math.round((to - this.origin) / MILLISECONDS));
    }
  }

  // The index of the last entry whose start is not after the day (entries sorted by start).
  atlas.latest = (starts, day) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  atlas.Axis = Axis;
})((window.kurilAtlas = window.kurilAtlas || {}));
