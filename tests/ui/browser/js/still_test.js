import assert from "node:assert/strict";
import { still } from "../../../../pages/ui/browser/js/still.js";

/**
 * Tells a place of a pointer, and returns what of it others hear.
 * @param {...[type: string, x: number]} told
 */
function heard(...told) {
  const place = new EventTarget();
  still(place);
  return told.filter(([type, clientX]) => {
    let stopped = false;
    const stopPropagation = () => {
      stopped = true;
    };
    place.dispatchEvent(Object.assign(new Event(type), { clientX, clientY: 0, stopPropagation }));
    return !stopped;
  });
}

Deno.test("what a map does under a still pointer is not heard, what a hand does is", () => {
  const [over, moved] = ["mouseover", "mousemove"];
  assert.deepEqual(heard([over, 5], [moved, 5], [over, 5], [moved, 5], [moved, 6], [over, 7]), [
    [over, 5],
    [moved, 5],
    [moved, 6],
    [over, 7],
  ]);
});

Deno.test("a finger that comes twice to a spot is heard twice", () => {
  /** @type {[string, number][]} */
  const tap = [["pointerdown", 5], ["mouseover", 5], ["mousemove", 5]];
  assert.deepEqual(heard(...tap, ...tap), [...tap, ...tap]);
});
