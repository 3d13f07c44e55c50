import { strict as assert } from "node:assert";

import { Fetching } from "../../../../pages/ui/browser/js/fetching.js";

/**
 * A fetcher whose server gives these answers in turn, and its waits in seconds.
 * @param {(Response | Error)[]} answers
 */
function served(...answers) {
  /** @type {number[]} */
  const waits = [];
  /** @type {Map<string, Promise<any>>} */
  const ahead = new Map();
  const begun = (/** @type {string} */ url) => {
    const found = ahead.get(url);
    ahead.delete(url);
    return found;
  };
  const fetching = new Fetching({}, begun, (seconds) => Promise.resolve(waits.push(seconds)));
  /** @type {boolean[]} */
  const told = [];
  fetching.tell = () => void told.push(fetching.missing.size > 0);
  globalThis.fetch = () => {
    const answer = answers.shift();
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer);
  };
  return { fetching, waits, told, ahead };
}

const there = () => new Response('{"day": 1}');

Deno.test("what is there is fetched once, without a word", async () => {
  const { fetching, waits, told } = served(there());
  assert.deepEqual(await fetching.get("a.json"), { day: 1 });
  assert.deepEqual([waits, told], [[], [false]]);
});

Deno.test("what is missing, cut short or out of reach is asked for again, and that is told", async () => {
  const failures = [
    new Response("gone", { status: 404 }),
    new Response('{"day": '),
    new TypeError("no line"),
  ];
  const { fetching, waits, told } = served(...failures, there());
  assert.deepEqual(await fetching.get("a.json"), { day: 1 });
  assert.deepEqual([waits, told], [[1, 2, 4], [true, true, true, false]]);
});

Deno.test("it is asked for ever more seldom, but never given up", async () => {
  const failures = Array.from({ length: 50 }, () => new TypeError("no line"));
  const { fetching, waits } = served(...failures, there());
  assert.deepEqual(await fetching.get("a.json"), { day: 1 });
  assert.equal(waits.length, 50);
  assert.equal(Math.max(...waits), 30);
});

Deno.test("what is on its way is waited for, and asked for where it does not come", async () => {
  const { fetching, waits, ahead } = served(there());
  ahead.set("b.json", Promise.resolve({ day: 2 })).set("a.json", Promise.resolve(null));
  assert.deepEqual(await fetching.get("b.json"), { day: 2 });
  assert.deepEqual(await fetching.get("a.json"), { day: 1 });
  assert.deepEqual(waits, [1]);
});

Deno.test("what stands still on its way counts as missing, and is asked for with more patience", async () => {
  const { fetching, waits, told } = served(there());
  const answered = globalThis.fetch;
  /** @type {number[]} */
  const stood = [];
  globalThis.fetch = (url, options) => {
    if (stood.length === 2) return answered(url, options);
    const since = Date.now();
    return new Promise((_, reject) => {
      options?.signal?.addEventListener("abort", () => {
        stood.push(Date.now() - since);
        reject(new Error("aborted"));
      });
    });
  };
  fetching.patience = 50;
  assert.deepEqual(await fetching.get("a.json"), { day: 1 });
  assert.deepEqual([waits, told], [[1, 2], [true, true, false]]);
  assert.ok(stood[0] >= 49 && stood[1] >= 99, String(stood));
});
