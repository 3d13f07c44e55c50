import assert from "node:assert/strict";
import { shift, spot } from "../../../../pages/ui/browser/js/spot.js";

const ROOM = { x: 0, y: 100, w: 360, h: 350 };

Deno.test("a card that has room where it was put stays there", () => {
  const [card, island] = [{ x: 60, y: 120, w: 290, h: 200 }, { x: 10, y: 200, w: 40, h: 20 }];
  assert.deepEqual(spot(card, island, ROOM), { x: 60, y: 120, clear: true });
});

Deno.test("a card comes into the room; under a mouse it may lie over its island", () => {
  const [card, island] = [{ x: 200, y: 60, w: 300, h: 200 }, { x: 180, y: 150, w: 20, h: 20 }];
  assert.deepEqual(spot(card, null, ROOM), { x: 60, y: 100, clear: true });
  assert.equal(spot(card, island, ROOM).y, 170);
});

Deno.test("a card stands on the side of its island that has room", () => {
  const card = { x: 160, y: 150, w: 190, h: 100 };
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    spot(card, { x, y, w: 20, h: 20 }, ROOM);
  assert.deepEqual(at(150, 190), { x: 170, y: 150, clear: true });
  assert.deepEqual(at(330, 190), { x: 140, y: 150, clear: true });
  assert.deepEqual(at(200, 240), { x: 160, y: 140, clear: true });
  assert.deepEqual(at(200, 150), { x: 160, y: 170, clear: true });
});

Deno.test("an island moves as little as gives both room, or not at all", () => {
  const card = { x: 40, y: 150, w: 300, h: 200 };
  /** @type {(y: number, h: number) => [number, boolean]} */
  const moved = (y, h) => {
    const island = { x: 150, y, w: 40, h };
    const down = shift(card, island, ROOM);
    return [down, spot(card, { ...island, y: y + down }, ROOM).clear];
  };
  assert.deepEqual(moved(280, 20), [22, true]);
  assert.deepEqual(moved(240, 20), [-12, true]);
  assert.deepEqual(moved(150, 200), [0, false]); // too high for both
});
