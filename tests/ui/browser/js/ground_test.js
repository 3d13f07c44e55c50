import assert from "node:assert/strict";
import { Ground } from "../../../../pages/ui/browser/js/ground.js";

const STILL = { x: 0, y: 0 };
const SQUARE = [[30, 30], [90, 30], [90, 90], [30, 90]].map(([x, y]) => ({ x, y }));
const HOLE = [[48, 48], [72, 48], [72, 72], [48, 72]].map(([x, y]) => ({ x, y }));

Deno.test("a name upon land is found wherever it lies on it, its inside included", () => {
  const ground = new Ground(120, 120);
  ground.fill([SQUARE], STILL);
  for (let x = -20; x < 120; x += 7) {
    for (let y = -20; y < 120; y += 7) {
      const box = { x, y, w: 10, h: 10 };
      const clear = x + 10 < 27 || y + 10 < 27 || x > 93 || y > 93;
      const upon = x + 10 > 30 && y + 10 > 30 && x < 90 && y < 90;
      if (upon) assert.ok(ground.share(box) > 0, `${x}, ${y}`);
      if (clear) assert.equal(ground.share(box), 0, `${x}, ${y}`);
    }
  }
  assert.equal(ground.share({ x: 45, y: 45, w: 20, h: 20 }), 1);
});

Deno.test("a lake is no land, and a second shape adds to the first", () => {
  const ground = new Ground(120, 120);
  ground.fill([SQUARE, HOLE], STILL);
  const lake = { x: 54, y: 54, w: 9, h: 9 };
  assert.equal(ground.share(lake), 0);
  ground.fill([HOLE], STILL);
  assert.equal(ground.share(lake), 1);
});

Deno.test("an islet smaller than a cell is land, and what lies beyond the view does no harm", () => {
  const ground = new Ground(60, 60);
  ground.fill([[{ x: 20, y: 20 }, { x: 20.5, y: 20 }, { x: 20, y: 20.5 }]], STILL);
  assert.ok(ground.share({ x: 15, y: 15, w: 10, h: 10 }) > 0);
  ground.fill([SQUARE], { x: -500, y: 300 });
  ground.fill([SQUARE], { x: 15, y: -45 });
  assert.ok(ground.share({ x: 50, y: 10, w: 5, h: 5 }) > 0);
  assert.equal(ground.share({ x: 0, y: 50, w: 60, h: 10 }), 0);
});

Deno.test("a shape is moved from its own pixels to the view's", () => {
  const ground = new Ground(120, 120);
  ground.fill([SQUARE], { x: 20, y: -20 });
  assert.equal(ground.share({ x: 60, y: 20, w: 40, h: 40 }), 1);
  assert.equal(ground.share({ x: 10, y: 80, w: 100, h: 30 }), 0);
});
