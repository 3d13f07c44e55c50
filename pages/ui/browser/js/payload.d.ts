// What Python sends: payload.py and rows.py write it, elements.py the orders, export.py the inline
// source. tests/ui/browser/test_types.py holds what they write against these types.

export type Lens = "control" | "title" | "claims";
export type Viewpoint = "neutral" | "japan" | "russia";
/** A lens, and for treaties the reading of them: "control", "title/japan". */
export type Key = string;
/** Days since the timeline's first; those before it are negative. */
export type Day = number;
/** A place in `texts`. */
export type Place = number | null;

/** A stretch of an island's history, from `start` to the next one's. */
export type Row = [
  start: Day,
  power: number,
  since: Place,
  basis: Place,
  note: Place,
  why: Place,
  doubt: 0 | 1 | null,
];

/** What is not known for sure: who holds an island, or the day it changed hands. */
export type Doubt = "holder" | "day";

export interface Span {
  start: Day;
  power: string;
  since: Place;
  basis: Place;
  note: Place;
  why: Place;
  doubt: Doubt | null;
}

export type Marked = "dots" | "rising" | "falling" | "cross" | "horizontal" | "vertical";

/** How patterns and doubts are drawn (drawing/patterns.py). */
export interface Patterns {
  size: number;
  opacity: number;
  ink: string;
  marks: Record<Marked, { d: string; width: number }>;
  lap: number;
  breaks: Record<Doubt, { outline: string; ring: string }>;
}

/** A stroke of a ring: its dashes and their start are parts of a lap. */
export interface Stroke {
  colour: string;
  dash: string;
  offset: number;
}

export interface Power {
  name: string;
  colours: string[];
  pattern: Marked | "plain" | "void";
  rim: Stroke[];
}

export interface Island {
  id: string;
  index: number;
  names: Record<Viewpoint, [name: string, language: string][]>;
  kuril: boolean;
  focus: boolean;
  /** one of the large islands that Japan claims */
  southern: boolean;
  km2: number;
}

/** What is there from a day on until another, for a viewpoint or for all. */
export interface Passing {
  id: string;
  start: Day;
  end: Day | null;
  viewpoint?: Viewpoint;
  /** The day a treaty that draws a line was signed, where that is earlier. */
  signed?: Day | null;
}

export interface Line extends Passing {
  kind: "treaty" | "de_facto" | "claim";
  viewpoint: Viewpoint;
  name: string;
  label: string;
  coordinates: [lat: number, lon: number][][];
}

export interface Landing extends Passing {
  island: string;
  label: string;
  lat: number;
  lon: number;
}

export interface Arrow extends Passing {
  from: [lat: number, lon: number];
  to: [lat: number, lon: number];
}

/** The name of a sea, a strait, a land or a country, from `start` to `end` where they are set. */
export interface SeaOrLand {
  id: string;
  kind: "sea" | "strait" | "land" | "country";
  name: string;
  /** where it may stand, in turn, each from a day on */
  spots: [lat: number, lon: number, start: Day | null][];
  /** coasts and islands that are all its own, each from a day on */
  lands: [id: string, start: Day | null][];
  /** at the map's edge where none of its land is in view */
  always: boolean;
  start: Day | null;
  end: Day | null;
}

/** Islets that share one name until they are seen large. */
export interface Group {
  id: string;
  islands: string[];
  names: [name: string, language: string][];
}

export interface Choice {
  id: string;
  name: string;
}

export interface Layer extends Choice {
  note: string;
  on: boolean;
}

export interface Tiles {
  url: string;
  attribution: string;
  max_zoom: number;
}

export interface Era {
  start: Day;
  title: string;
  mark: string;
  /** the day its name leads to; null: its first moment */
  opens: Day | null;
}

/** A way in at the front door: a guided tour, or a day and a lens; and why one would go there. */
export interface DoorWay {
  title: string;
  note: string;
  tour: string | null;
  date: string;
  lens: Lens;
}

/** A stop of a guided tour: what the map shows, and what is told of it. */
export interface GuidedStop {
  date: string;
  /** the same in words, as finely as it is known */
  when: string;
  lens: Lens;
  viewpoint: Viewpoint;
  window: string;
  islands: string[];
  lines: string[];
  landings: string[];
  name: string;
  title: string;
  text: string;
  more: string;
  question: string;
  sources: { name: string; url: string | null }[];
}

export interface GuidedTour {
  title: string;
  stops: GuidedStop[];
}

/** What is told of people at a spot, from `start` to before `end` (ISO dates; null: no end). */
export interface Told {
  id: string;
  place: string;
  lat: number;
  lon: number;
  /** how far the spot may be off, in words, where that is much; else "" */
  about: string;
  start: string;
  end: string | null;
  when: string;
  title: string;
  text: string;
  sources: { name: string; url: string | null }[];
}

/** All guided tours in one language, and the people; windows are [[south, west], [north, east]]. */
export interface Guided {
  windows: Record<string, [lat: number, lon: number][]>;
  words: Record<string, string>;
  /** What each hard word in the tours means, by the word as it stands there. */
  hard: Record<string, string>;
  /** How Japanese words are read, by how they are written. */
  kana: Record<string, string>;
  tours: Record<string, GuidedTour>;
  people: Told[];
}

/** What questions say why, and on what they rest: places in `texts` and `works`. */
export interface Fact {
  told: number;
  sources: number[];
}

/** Days, both included, on which nothing is in doubt about islands: places in `islands`. */
export interface Stretch extends Fact {
  islands: number[];
  start: string;
  last: string;
  ground: string;
  claims: string;
  japan: string;
  russia: string;
}

/** An event known to the day; a plain one is for every level. */
export interface Dated {
  id: string;
  day: string;
  title: string;
  plain: boolean;
  sources: number[];
}

/** A line and its strait; `rivals` are lines that ran elsewhere. */
export interface Strait extends Fact {
  id: string;
  line: string;
  strait: string;
  rivals: number[];
  day: string;
  lens: "title" | "control";
}

/** What a day changed for islands. */
export interface Changed extends Fact {
  day: string;
  event: string;
  answer: "ground" | "paper" | "both" | "neither";
  islands: number[];
}

/** A side's reading of an instrument, without whose it is. */
export interface SideReading extends Fact {
  id: string;
  instrument: string;
  side: "japan" | "russia";
  sentence: string;
  day: string;
}

/** What questions are made of, in one language (questions.py). */
export interface Questions {
  words: Record<string, string>;
  /** words for moving pictures, which come with the same script */
  film: Record<string, string>;
  /** the Soviet Union's first day, and that after its last */
  union: [first: string, end: string];
  /** powers as they are named inside a sentence */
  names: Record<string, string>;
  held: Stretch[];
  sides: Stretch[];
  straits: Strait[];
  events: Dated[];
  changed: Changed[];
  readings: SideReading[];
  islands: Fact[];
  texts: string[];
  works: { name: string; url: string | null }[];
  /** how Japanese words are read, by how they are written */
  kana: Record<string, string>;
}

export interface Door {
  title: string;
  lead: string;
  look: string;
  ask: string;
  /** what an address may ask for that the door does not stand before */
  passed: string[];
  /** what the browser keeps once it has been opened */
  seen: string;
  ways: DoorWay[];
}

/** The forms a view is cited in. */
export type Form = "text" | "bibtex" | "ris" | "csl";

/** Words of the share menu, how the view is cited, with holes, and what LaTeX wants escaped. */
export interface Share {
  words: Record<string, string>;
  cite: Record<Form, string>;
  tex: Record<string, string>;
}

/** What "Cite this" needs on a page: the forms with their holes, and every source in each. */
export interface Citing {
  cite: Record<Form, string>;
  tex: Record<string, string>;
  sources: Record<string, Record<"text" | "bibtex" | "ris", string> & { csl: unknown }>;
  words: Record<string, string>;
  tongue: Tongue;
}

/** The rules of a language that the browser needs; the others are in tongues.py. */
export interface Tongue {
  locale: string;
  /** whole numbers below it have no separator */
  closed_up: number;
  /** how wide a letter is, against a Latin one */
  letter: number;
  /** abbreviations whose full stop also ends a sentence */
  ends: string[];
  /** stands between things of one rank */
  dot: string;
  /** stands between works, and other members of a list that may hold commas */
  semicolon: string;
}

/** A sentence, or its forms by the plural category of its count. */
export type Sentence = string | Record<string, string>;

/** The history in one language, with its rows as Python packs them. */
export interface Packed {
  language: string;
  tongue: Tongue;
  title: string;
  first: string;
  last: Day;
  end_mark: string;
  eras: Era[];
  /** In the order of their pile, from its foot. */
  powers: Record<string, Power>;
  patterns: Patterns;
  status: Record<Lens, Record<string, string>>;
  islands: Island[];
  /** Each island's place in `histories`. */
  spans: Record<Key, number[]>;
  histories: Row[][];
  moments: Record<Key, [start: Day, caption: number, main: number, then: Place][]>;
  beginnings: Record<Key, number>;
  /** How the days are written that are known to the month, year or decade only. */
  coarse: Record<Day, string>;
  lines: Line[];
  landings: Landing[];
  arrows: Arrow[];
  places: SeaOrLand[];
  groups: Group[];
  lenses: Choice[];
  viewpoints: Choice[];
  layers: Layer[];
  door: Door;
  share: Share;
  tiles: Record<string, Tiles>;
  words: Record<string, string>;
  counts: Record<string, Sentence>;
  texts: string[];
}

/** The same with the parts of its rows named. */
export type Payload = Omit<Packed, "spans" | "histories"> & { spans: Record<Key, Span[][]> };

export interface Shape {
  type: "Feature";
  id: string;
  properties: Record<string, never>;
  geometry: { type: "MultiPolygon"; coordinates: number[][][][] };
}

export interface Shapes {
  type: "FeatureCollection";
  features: Shape[];
}

/** Polygons by id: rings of a first point and steps, in hundred-thousandths of a degree. */
export type Steps = Record<string, number[][][]>;

/** Where shapes and histories are: behind URLs, or in a saved file. */
export type Source =
  | {
    /** The page whose map it is. */
    page: string;
    islands: string;
    land: string;
    history: Record<string, string>;
    guided: Record<string, string>;
    questions: Record<string, string>;
    /** The script that asks them, and what writes a GIF. */
    classroom: string;
    gif: string;
    /** What to tell while something could not be fetched, by language. */
    failed: Record<string, string>;
    /** The offline map, beside the page. */
    file: Record<string, string>;
  }
  | {
    inline: {
      islands: Steps;
      land: Steps;
      history: Packed;
      /** these two as JSON, gzip, base64; the scripts likewise */
      guided: string;
      questions: string;
      classroom: string;
      gif: string;
    };
  };

/** What an order from Python tells a map to show. */
export interface State {
  session: string;
  seq: number;
  language: string;
  date: string;
  lens: Lens;
  viewpoint: Viewpoint;
  island: string | null;
  /** The map keeps what it shows, and takes over number and language. */
  stay: boolean;
  /** How many of the reader's moves Python had heard of when it gave the order. */
  heard: number;
  /** Whether its cards have readings over Japanese words. */
  furigana: boolean;
}

/** What an order tells two maps to show. */
export interface Two {
  session: string;
  seq: number;
  language: string;
  first: string;
  second: string;
  lens: Lens;
  viewpoint: Viewpoint;
  words: Record<string, string>;
}
