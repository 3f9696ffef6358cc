/**
 * The soak: thousands of random sequences of calls and time, each checked against every invariant and replayed.
 * `npm run soak -- --runs 10000 --seed 7`; without a seed it draws one and prints it, so that a failure can be had again.
 */
import { parseArgs } from "node:util";
import { Session } from "@quayside/simulator";
import fc from "fast-check";
import { action, brokenInvariants, perform, SCENARIO } from "./operations.ts";

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const runs = Number(values.runs ?? 10_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error("soak: --runs takes a whole number from 1 on, --seed a whole number.");
  process.exit(2);
}

const actions = fc.array(action, { minLength: 8, maxLength: 40, size: "max" });
const began = performance.now();
let records = 0;
let tasks = 0;

fc.assert(
  fc.property(fc.nat(1_000_000), actions, (worldSeed, list) => {
    const session = Session.start({ seed: worldSeed, scenario: SCENARIO });
    for (const each of list) perform(session, each);
    const broken = brokenInvariants(session);
    if (broken.length > 0) throw new Error(broken.join("\n"));
    const again = Session.load(session.save());
    if (JSON.stringify(again.journal.records) !== JSON.stringify(session.journal.records)) {
      throw new Error("the replay differs from the original");
    }
    records += session.journal.length;
    tasks += session.journal.records.filter((record) => record.kind === "TASK_CREATED").length;
  }),
  { numRuns: runs, seed },
);

const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `${runs} sequences, ${tasks} tasks, ${records} records, every invariant intact (seed ${seed}, ${seconds} s)`,
);
