// As much of Leaflet 1.9 as the atlas uses, of Streamlit's messages, and the global Python calls.

declare namespace L {
  type At = LatLng | [lat: number, lon: number];
  type Spot = Point | [x: number, y: number];
  type Handler = (
    event: { target: unknown; latlng: LatLng; originalEvent: MouseEvent },
  ) => void;

  class Point {
    x: number;
    y: number;
    add(other: Spot): Point;
    subtract(other: Spot): Point;
    divideBy(by: number): Point;
    distanceTo(other: Spot): number;
  }

  class Bounds {
    min: Point;
    max: Point;
    getCenter(): Point;
    contains(point: Spot): boolean;
    extend(point: Spot): Bounds;
  }

  class LatLng {
    lat: number;
    lng: number;
  }

  class LatLngBounds {
    getCenter(): LatLng;
    getNorthWest(): LatLng;
    getSouthEast(): LatLng;
    contains(bounds: LatLngBounds | LatLng): boolean;
  }

  class Evented {
    on(types: string, handler: Handler): this;
    off(types: string, handler: Handler): this;
    once(types: string, handler: Handler): this;
  }

  class Layer extends Evented {
    addTo(parent: Map | LayerGroup): this;
    remove(): this;
    bindTooltip(content: () => HTMLElement, options: object): this;
    openTooltip(at?: At): this;
    isTooltipOpen(): boolean;
    closeTooltip(): this;
    getTooltip(): Layer & { getElement(): HTMLElement | undefined } | undefined;
  }

  class LayerGroup extends Layer {
    getLayers(): Layer[];
  }

  class Path extends Layer {
    getElement(): SVGPathElement;
  }

  class Polyline extends Path {
    getBounds(): LatLngBounds;
    /** what is in view, in the layers' pixels */
    _parts: Point[][];
  }

  class Polygon extends Polyline {
    constructor(rings: number[][][], options: object);
    /** what is told of its course: Leaflet's own points, a part for each ring */
    _latlngs: unknown[];
    _bounds: LatLngBounds;
    _map: Map;
    _rings: Point[][];
    _rawPxBounds: Bounds;
    _updateBounds(): void;
  }

  class Marker extends Layer {
    getElement(): HTMLElement;
  }

  class Renderer extends Layer {
    _rootGroup: SVGGElement;
  }

  interface Switch {
    enable(): this;
    disable(): this;
  }
  class Map extends Evented {
    attributionControl: { setPrefix(prefix: false): void };
    dragging: Switch;
    scrollWheelZoom: Switch;
    options: { maxBounds: LatLngBounds };
    containerPointToLayerPoint(point: Spot): Point;
    createPane(name: string): HTMLElement;
    fitBounds(bounds: LatLngBounds, options: object): this;
    flyTo(centre: LatLng, zoom: number, options: object): this;
    getBounds(): LatLngBounds;
    getBoundsZoom(bounds: LatLngBounds, inside: boolean, padding: Spot): number;
    getCenter(): LatLng;
    getContainer(): HTMLElement;
    getPixelOrigin(): Point;
    getPane(name: string): HTMLElement | undefined;
    getSize(): Point;
    getZoom(): number;
    hasLayer(layer: Layer): boolean;
    invalidateSize(options: object): this;
    layerPointToContainerPoint(point: Spot): Point;
    latLngToContainerPoint(at: At): Point;
    containerPointToLatLng(point: [x: number, y: number]): LatLng;
    latLngToLayerPoint(at: At): Point;
    project(at: LatLng, zoom: number): Point;
    setMaxBounds(bounds: LatLngBounds | null): this;
    setMaxZoom(zoom: number): this;
    setMinZoom(zoom: number): this;
    setView(at: At, zoom: number, options: object): this;
    unproject(point: Point, zoom: number): LatLng;
    zoomIn(): this;
    zoomOut(): this;
  }

  function bounds(points: Spot[]): Bounds;
  function bounds(one: Spot, other: Spot): Bounds;
  function circleMarker(at: At, options: object): Path;
  function divIcon(options: object): object;
  function latLngBounds(bounds: LatLngBounds[] | [lat: number, lon: number][]): LatLngBounds;
  function layerGroup(): LayerGroup;
  function map(container: HTMLElement, options: object): Map;
  function marker(at: At, options: object): Marker;
  function point(x: number, y: number): Point;
  function polygon(points: unknown[], options: object): Path;
  function polyline(points: unknown[], options: object): Path;
  function setOptions(layer: Layer, options: object): void;
  function svg(options: object): Renderer;
  function tileLayer(url: string, options: object): Layer;
  const DomUtil: { setPosition(node: HTMLElement, point: Point): void };
}

interface Window {
  Streamlit?: { setComponentValue(value: unknown): void };
  /** The page around the map (frame.js); in Streamlit alone. */
  kurilFrame?: { touched(event: Event): void };
  /** main.js; `modules` are those of the scripts that are there by now (bundle.py) */
  kurilAtlas: {
    [name: string]: unknown;
    modules?: {
      film: typeof import("./classroom/film.js");
      gifenc?: import("./gifenc.d.ts").Encoder;
      quiz: typeof import("./classroom/quiz.js");
      sets: typeof import("./classroom/sets.js");
    };
  };
  /** What scripts have given, by the name of their file. */
  kurilGiven?: Record<string, unknown>;
}
