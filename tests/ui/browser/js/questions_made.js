// Run by test_questions.py: reads histories and facts, writes what sets of questions ask.

import { asked, questions } from "../../../../pages/ui/browser/js/classroom/sets.js";
import { unpack } from "../../../../pages/ui/browser/js/history.js";

/** @import { Packed, Questions } from "../../../../pages/ui/browser/js/payload.d.ts" */

const [path, sets] = Deno.args;
/** @type {{ payload: Packed, facts: Questions }[]} */
const told = JSON.parse(Deno.readTextFileSync(path));
const made = told.map(({ payload, facts }) => {
  const unpacked = unpack(payload);
  return Array.from({ length: Number(sets) }, (_, index) => {
    const chosen = asked(String(index + 1), String(1 + index % 3));
    return questions(facts, unpacked, chosen).map((question) => ({ ...question, ...chosen }));
  }).flat();
});
console.log(JSON.stringify(made));
