import assert from "node:assert/strict";
import { Axis } from "../../../../pages/ui/browser/js/axis.js";
import { bars } from "../../../../pages/ui/browser/js/strip.js";
import { meaning } from "../../../../pages/ui/browser/js/keys.js";
import { Timeline } from "../../../../pages/ui/browser/js/timeline.js";
import { Track } from "../../../../pages/ui/browser/js/track.js";

/** @import { Day, Payload, Span } from "../../../../pages/ui/browser/js/payload.d.ts" */

const MOMENTS = [10, 20, 90];
const axis = new Axis({ first: "1600-01-01", last: 100, eras: [{ start: 0 }, { start: 50 }] });

// The bar without its elements: what it does with keys, on a reader's day.
/** @param {Day} day */
function bar(day) {
  const reader = {
    day,
    moments: () => MOMENTS,
    sentence: () => "",
    /** @param {Day} next */
    go(next) {
      reader.day = next;
    },
  };
  const one = Object.assign(Object.create(Timeline.prototype), {
    axis,
    reader,
    playing: null,
    showPlaying() {},
  });
  return { one: /** @type {Timeline} */ (one), reader };
}

const FREE = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

/** @param {Timeline} one @param {string} key @param {Partial<typeof FREE>} held */
function press(one, key, held = {}) {
  const act = meaning({ key, ...FREE, ...held });
  return act !== null && one.act(act);
}

Deno.test("arrows and a clicker go from moment to moment, and rest at the ends", () => {
  for (
    const [from, key, to] of /** @type {[Day, string, Day][]} */ ([
      [0, "ArrowRight", 10],
      [9, "ArrowUp", 10],
      [10, "ArrowRight", 20],
      [55, "ArrowRight", 90],
      [90, "ArrowRight", 90],
      [100, "ArrowLeft", 90],
      [90, "ArrowDown", 20],
      [11, "ArrowLeft", 10],
      [10, "ArrowLeft", 0],
      [0, "ArrowLeft", 0],
      [40, "Home", 0],
      [40, "End", 100],
      [40, "PageDown", 90],
      [40, "PageUp", 20],
    ])
  ) {
    const { one, reader } = bar(from);
    assert.ok(press(one, key), key);
    assert.equal(reader.day, to, `${from} ${key}`);
  }
});

Deno.test("with Shift the arrows go day by day, within the range", () => {
  for (const day of [0, 1, 49, 50, 99, 100]) {
    const { one, reader } = bar(day);
    press(one, "ArrowRight", { shiftKey: true });
    assert.equal(reader.day, Math.min(100, day + 1));
    press(one, "ArrowLeft", { shiftKey: true });
    press(one, "ArrowLeft", { shiftKey: true });
    assert.equal(reader.day, Math.max(0, Math.min(100, day + 1) - 2));
  }
});

Deno.test("keys of the browser and of others are left alone", () => {
  const { one, reader } = bar(50);
  for (const held of [{ altKey: true }, { ctrlKey: true }, { metaKey: true }]) {
    assert.ok(!press(one, "ArrowRight", held));
  }
  assert.ok(!press(one, "a"));
  assert.ok(!press(one, "b"), "the stage's");
  assert.equal(reader.day, 50);
});

Deno.test("with Shift a clicker's keys go ten years", () => {
  for (
    const [from, key, to] of /** @type {[Day, string, Day][]} */ ([
      [40, "PageDown", 100],
      [40, "PageUp", 0],
    ])
  ) {
    const { one, reader } = bar(from);
    press(one, key, { shiftKey: true });
    assert.equal(reader.day, to);
  }
});

Deno.test("a moment stays as long as its sentence takes to read, three to six seconds", () => {
  for (
    const [letters, letter, speed, seconds] of /** @type {[number, number, number, number][]} */ ([
      [0, 1, 1, 3],
      [75, 1, 1, 3],
      [100, 1, 1, 4],
      [50, 2, 1, 4],
      [400, 1, 1, 6],
      [100, 1, 2, 2],
      [400, 2, 0.5, 12],
    ])
  ) {
    const { one, reader } = bar(0);
    Object.assign(reader, { sentence: () => "x".repeat(letters) });
    Object.assign(one, { payload: { tongue: { letter } }, speed });
    assert.equal(one.dwell(), seconds * 1000);
  }
});

Deno.test("the strip's bars pile to its height on every day, in the order of the powers from its foot", () => {
  /** @param {[Day, string][]} records */
  const spans = (...records) =>
    records.map(([start, power]) => /** @type {Span} */ ({ start, power }));
  const payload = /** @type {Payload} */ (/** @type {unknown} */ ({
    islands: [{ kuril: true, km2: 3 }, { kuril: true, km2: 1 }, { kuril: false, km2: 99 }],
    powers: { japan: {}, russia: {}, ainu: {} },
  }));
  const held = [
    spans([0, "ainu"], [20, "japan"]),
    spans([0, "ainu"], [10, "russia"]),
    spans([0, "russia"]),
  ];
  const found = bars(payload, axis, held, MOMENTS);
  for (const day of [0, 5, 10, 15, 20, 60, 90, 99]) {
    const position = axis.position(day);
    const pile = found.filter(({ from, to }) => from <= position && position < to);
    assert.equal(pile.reduce((sum, { height }) => sum + height, 0), 34, String(day));
    const order = pile.toSorted((a, b) => b.top - a.top).map(({ power }) => power);
    assert.deepEqual(order, ["japan", "russia", "ainu"].filter((power) => order.includes(power)));
  }
  // what does not change is one bar
  assert.equal(found.filter(({ power }) => power === "japan").length, 1);
});

Deno.test("a day is read out with its sentence, and no full stop stands twice", () => {
  for (
    const [spoken, ends, date, read] of /** @type {[string, string[], string, string][]} */ ([
      ["{date}. {sentence}", [], "1713", "1713. A fight."],
      ["{date}. {sentence}", ["г."], "1713 г.", "1713 г. A fight."],
      ["{date}。{sentence}", [], "1713年", "1713年。A fight."],
    ])
  ) {
    const { one } = bar(0);
    /** @type {Record<string, string>} */
    const said = {};
    const range = {
      getAttribute: (/** @type {string} */ name) => said[name],
      setAttribute(/** @type {string} */ name, /** @type {string} */ value) {
        said[name] = value;
      },
    };
    const payload = { words: { spoken }, tongue: { ends } };
    Object.assign(one, { payload, range, track: { show() {} }, dragging: false });
    one.show(0, date, "A fight.");
    assert.equal(said["aria-valuetext"], read);
  }
});

// The axis without its elements: where its names lead.
/** @param {Day[]} moments */
function track(moments) {
  const one = Object.assign(Object.create(Track.prototype), {
    axis,
    slider: { moments: () => moments },
    payload: { tongue: { locale: "en-GB" } },
  });
  return /** @type {Track} */ (one);
}

Deno.test("an era's name leads to its own day, to the first moment in it, or to its start", () => {
  const era = { start: 0, title: "", mark: "", opens: null };
  assert.equal(track(MOMENTS).opening(era), 10);
  assert.equal(track(MOMENTS).opening({ ...era, opens: 7 }), 7);
  assert.equal(track(MOMENTS).opening({ ...era, start: 50 }), 90);
  assert.equal(track([10, 50, 90]).opening({ ...era, start: 50 }), 50);
  assert.equal(track([10, 20]).opening({ ...era, start: 50 }), 50);
  assert.equal(track([60]).opening(era), 0);
});

Deno.test("a thumb moved without a hand stays on its day, one under a hand goes to the moment", () => {
  for (
    const [held, value, day] of /** @type {[boolean, number, Day][]} */ ([
      [false, 205, 10],
      [false, 230, 11],
      [true, 230, 10],
      [true, 300, 15],
    ])
  ) {
    const one = Object.assign(track(MOMENTS), { held, pixel: 5, range: { value: String(value) } });
    assert.equal(one.aimed(), day, `${held} ${value}`);
  }
});
