import assert from "node:assert/strict";
import { Axis, latest, snap, span } from "../../../../pages/ui/browser/js/axis.js";

const MILLISECONDS = 86400000;
/** @param {string} iso */
const days = (iso) => (Date.parse(iso) - Date.parse("1600-01-01")) / MILLISECONDS;
const STARTS = ["1600-01-01", "1855-02-07", "1905-09-05", "1945-08-09", "1945-09-05"];
const axis = new Axis({
  first: "1600-01-01",
  last: days("2024-02-29"),
  eras: STARTS.map((iso) => ({ start: days(iso) })),
});

Deno.test("every day has a position of its own, in order, and comes back from it", () => {
  let before = -1;
  for (let day = 0; day <= axis.last; day += 1) {
    const position = axis.position(day);
    assert.ok(position > before, String(day));
    assert.ok(
      Math.abs(axis.day(position + 1e-6) - day) <= (day === axis.last ? 1 : 0),
      String(day),
    );
    before = position;
  }
  assert.equal(before, axis.width);
});

Deno.test("every era is as wide as the others", () => {
  STARTS.forEach((iso, era) => {
    assert.equal(axis.position(days(iso)), era * axis.width / STARTS.length);
  });
});

Deno.test("a position beyond the ends is the first or last day", () => {
  assert.equal(axis.day(-1), 0);
  assert.equal(axis.day(axis.width), axis.last);
  assert.equal(axis.day(axis.width + 500), axis.last);
});

Deno.test("a day and its date are one", () => {
  for (const iso of [...STARTS, "1700-02-28", "1700-03-01", "1904-02-29", "2024-02-29"]) {
    assert.equal(axis.iso(axis.number(iso)), iso);
  }
  assert.equal(axis.number("1599-12-31"), 0);
  assert.equal(axis.number("2999-01-01"), axis.last);
});

Deno.test("ten years on is the same date, or the last day of February", () => {
  for (
    const [from, years, to] of /** @type {[string, number, string][]} */ ([
      ["1875-08-22", 10, "1885-08-22"],
      ["1875-08-22", -10, "1865-08-22"],
      ["1904-02-29", 10, "1914-02-28"],
      ["1904-02-29", 4, "1908-02-29"],
      ["1890-02-28", 10, "1900-02-28"],
      ["1600-02-29", -10, "1600-01-01"],
      ["2020-01-01", 10, "2024-02-29"],
    ])
  ) {
    assert.equal(axis.iso(axis.years(axis.number(from), years)), to, `${from} ${years}`);
  }
});

Deno.test("the latest start is the last one that is not after the day", () => {
  for (const starts of [[], [0], [0, 5, 5, 9], [3, 4, 8, 20, 21]]) {
    for (let day = -1; day < 25; day += 1) {
      assert.equal(latest(starts, day), starts.findLastIndex((start) => start <= day));
    }
  }
});

Deno.test("a hand means the nearest moment within reach, else the day under it", () => {
  const moments = ["1711-01-01", "1855-02-07", "1875-08-22", "1945-08-18", "1945-08-25"].map(days);
  for (let position = 0; position <= axis.width; position += 3) {
    for (const reach of [0, 4, 40, 400]) {
      const away = (/** @type {number} */ day) => Math.abs(axis.position(day) - position);
      const least = Math.min(...moments.map(away));
      const day = snap(axis, moments, position, reach);
      if (least > reach) assert.equal(day, axis.day(position));
      else assert.ok(moments.includes(day) && away(day) === least, `${position} ${reach}`);
    }
  }
  assert.equal(snap(axis, [], 1234, 40), axis.day(1234));
});

Deno.test("an era's length is told in years, and in months where it is no year", () => {
  for (
    const [from, to, count, unit] of /** @type {[string, string, number, string][]} */ ([
      ["1600-01-01", "1855-01-01", 255, "year"],
      ["1905-01-01", "1945-08-01", 41, "year"],
      ["1945-08-01", "1945-10-01", 2, "month"],
      ["1945-08-09", "1945-08-20", 1, "month"],
      ["1991-12-26", "2026-11-22", 35, "year"],
    ])
  ) {
    assert.deepEqual(span(days(to) - days(from)), { count, unit }, from);
  }
});
