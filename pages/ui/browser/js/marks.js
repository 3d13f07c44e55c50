// What comes and goes among the islands: boundary lines, landing sites, the ways to them.

import { element, pressed, setAttribute } from "./elements.js";
import { pane } from "./panes.js";

/**
 * @import { Answers } from "./answers.js"
 * @import { Arrow, Day, Landing, Line, Passing, Payload, Viewpoint } from "./payload.d.ts"
 * @typedef {{ is: Line | Landing | Arrow, make: () => (HTMLElement | SVGElement)[],
 *   nodes?: (HTMLElement | SVGElement)[], shown?: boolean }} Mark
 * @typedef {{ is: Landing, node: HTMLElement, marker: L.Marker }} Site
 */

/**
 * The landing site nearest to a pointer.
 * @param {Site[]} sites
 * @param {{ clientX: number, clientY: number }} pointer
 */
function nearest(sites, { clientX, clientY }) {
  const far = (/** @type {Site} */ { node }) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
  };
  return sites.reduce((one, other) => far(other) < far(one) ? other : one);
}

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Whether a line, a landing or an arrow is there on a day, for this viewpoint.
 * @param {Passing} mark
 * @param {Day} day
 * @param {Viewpoint} viewpoint
 */
export const stands = (mark, day, viewpoint) =>
  (mark.signed ?? mark.start) <= day && (mark.end === null || day < mark.end) &&
  (!mark.viewpoint || mark.viewpoint === "neutral" || mark.viewpoint === viewpoint);

export class Marks {
  /**
   * @param {{ map: L.Map, group: L.LayerGroup, answers: Answers }} layers
   * @param {Payload} payload
   * @param {L.Renderer} renderer
   */
  constructor({ map, group, answers }, payload, renderer) {
    this.map = map;
    this.group = group;
    this.answers = answers;
    this.renderer = renderer;
    /** @type {Site[]} the landing sites made so far */
    this.made = [];
    /** @type {Site | null} the one whose card a pointer has opened */
    this.told = null;
    /** @type {Mark[]} each is made on the first day that shows it */
    this.all = [
      ...payload.lines.map((is) => ({ is, make: () => this.line(is) })),
      ...payload.landings.map((is) => ({ is, make: () => this.landing(is) })),
      ...payload.arrows.map((is) => ({ is, make: () => this.arrow(is) })),
    ];
  }

  /**
   * @param {Day} day
   * @param {Viewpoint} viewpoint
   */
  draw(day, viewpoint) {
    for (const mark of this.all) {
      const shown = stands(mark.is, day, viewpoint);
      if (shown) mark.nodes ||= mark.make();
      if (mark.nodes && mark.shown !== shown) {
        for (const node of mark.nodes) node.style.display = shown ? "" : "none";
      }
      mark.shown = shown;
      // signed, and not yet in force
      for (const node of mark.nodes ?? []) node.classList.toggle("pending", day < mark.is.start);
    }
    this.focusable(this.sites()[0]);
  }

  /**
   * Points at lines and landing sites that are drawn.
   * @param {string[]} ids
   */
  point(ids) {
    for (const { is, nodes } of this.all) {
      for (const node of nodes ?? []) {
        setAttribute(node, "data-pointed", ids.includes(is.id) ? "" : null);
      }
    }
  }

  // The landing sites shown, as elements, in the order of the data: day by day.
  sites() {
    return this.all.filter(({ is, shown }) => shown && "island" in is)
      .flatMap(({ nodes }) => nodes ?? []);
  }

  // The boundary lines shown, as their courses.
  courses() {
    return this.all.flatMap(({ is, shown }) => shown && "coordinates" in is ? is.coordinates : []);
  }

  /**
   * One tab stop for all landing sites; the arrows walk from one to the next.
   * @param {HTMLElement | SVGElement | undefined} current
   */
  focusable(current) {
    for (const node of this.sites()) setAttribute(node, "tabindex", node === current ? "0" : "-1");
  }

  /** @param {KeyboardEvent} event */
  walk(event) {
    const by = STEPS[event.key];
    const sites = this.sites();
    const here = sites.findIndex((node) => node === event.target);
    if (!by || here < 0) return;
    const next = sites[Math.max(0, Math.min(sites.length - 1, here + by))];
    this.focusable(next);
    next.focus();
    event.preventDefault();
    event.stopPropagation(); // else Leaflet pans
  }

  /** @param {Line} line */
  line({ id, kind, label, coordinates }) {
    const path = L.polyline(coordinates, {
      renderer: this.renderer,
      className: `line ${kind}`,
    }).addTo(this.group);
    path.bindTooltip(() => element("span", {}, label), {
      sticky: true,
      className: "card",
      opacity: 1,
    });
    const node = path.getElement();
    setAttribute(node, "data-line", id);
    setAttribute(node, "role", "img");
    setAttribute(node, "aria-label", label);
    setAttribute(node, "tabindex", "-1");
    return [node];
  }

  /** @param {Landing} is */
  landing(is) {
    const { id, label, lat, lon } = is;
    const html = element("span", { class: "landing" });
    const marker = L.marker([lat, lon], {
      icon: L.divIcon({ html, className: "landing-target", iconSize: [24, 24] }),
      pane: pane(this.map, "landings", 610),
      keyboard: true,
    }).addTo(this.group);
    marker.bindTooltip(() => element("span", {}, label), { className: "card", opacity: 1 });
    const node = marker.getElement();
    setAttribute(node, "data-landing", id);
    const site = { is, node, marker };
    this.made.push(site);
    marker.on("mousemove", ({ originalEvent }) => this.tell(this.meant(originalEvent), site));
    marker.on("mouseout", () => this.told?.marker.closeTooltip());
    // after its own card has opened; a screen reader's click comes without a pointer
    marker.on("click", ({ originalEvent }) => {
      const meant = originalEvent.detail ? this.meant(originalEvent) : site;
      this.tell(meant, site);
      this.press(meant);
    });
    pressed(node, () => this.press(site));
    node.addEventListener("keydown", (event) => this.walk(event));
    setAttribute(node, "aria-label", label);
    return [node];
  }

  /**
   * The landing site a pointer means: targets are as large as a finger and lie over each other.
   * @param {MouseEvent} pointer
   */
  meant(pointer) {
    return nearest(this.made.filter(({ node }) => node.style.display !== "none"), pointer);
  }

  /**
   * Opens the card of the landing site that a pointer means, not of another it is over.
   * @param {Site} site
   * @param {Site} over
   */
  tell(site, over) {
    for (const other of [over, this.told]) if (other !== site) other?.marker.closeTooltip();
    this.told = site;
    if (!site.marker.isTooltipOpen()) site.marker.openTooltip();
  }

  /** @param {Site} site */
  press(site) {
    site.node.focus({ preventScroll: true });
    this.answers.land(site.is);
  }

  /**
   * The way from a port to a landing site: a bow over the sea, for its course is not on record.
   * @param {Arrow} arrow
   */
  arrow({ id, from, to }) {
    const options = { renderer: this.renderer, interactive: false };
    const points = bow(from, to);
    return [
      L.polyline(points, { ...options, className: "arrow" }),
      L.polygon(head(points[16], points[14]), { ...options, className: "arrowhead" }),
    ].map((shape) => {
      const node = shape.addTo(this.group).getElement();
      setAttribute(node, "data-arrow", id);
      return node;
    });
  }
}

/**
 * @param {[lat: number, lon: number]} from
 * @param {[lat: number, lon: number]} to
 */
function bow(from, to) {
  const [dy, dx] = [to[0] - from[0], to[1] - from[1]];
  const bend = [(from[0] + to[0]) / 2 + 0.18 * dx, (from[1] + to[1]) / 2 - 0.18 * dy];
  return Array.from({ length: 17 }, (_, index) => {
    const t = index / 16;
    return [0, 1].map((axis) =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * bend[axis] + t * t * to[axis]
    );
  });
}

/**
 * The triangle at a bow's tip.
 * @param {number[]} tip
 * @param {number[]} back  a point the way came through
 */
function head(tip, back) {
  const [ty, tx] = [tip[0] - back[0], tip[1] - back[1]];
  const long = Math.hypot(ty, tx) || 1;
  const [uy, ux] = [ty / long * 0.16, tx / long * 0.16];
  return [
    tip,
    [tip[0] - uy + ux * 0.45, tip[1] - ux - uy * 0.45],
    [tip[0] - uy - ux * 0.45, tip[1] - ux + uy * 0.45],
  ];
}
