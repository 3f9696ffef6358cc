/** The first moment that the site stores with every lab and scenario is the one to which its calls lead, byte for byte. */
import "@quayside/simulator/engine";
import "@quayside/simulator/task-definition";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadLabs } from "@quayside/grader/content";
import { type Beginning, defaultScenario, describeWorld, type Scenario, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { beginningSource } from "./vite-begun-labs.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = `${root}content/scenarios/`;
const scenarios = readdirSync(folder).map((name) => JSON.parse(readFileSync(folder + name, "utf8")) as Scenario);
const beginnings = [
  ...(await loadLabs(root)).map(({ lab: { id, seed, scenario } }) => ({ id, seed, scenario })),
  ...[defaultScenario, ...scenarios].map((scenario) => ({ id: scenario.id, seed: 1, scenario })),
];

const stateOf = ({ world, journal }: Session) => ({ world: describeWorld(world), journal: journal.records });

test.each(beginnings)("$id begins where its calls lead", async ({ seed, scenario }) => {
  const code = `export default ${beginningSource({ seed, scenario })}`;
  const stored = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    default: Beginning;
  };
  const resumed = stateOf(Session.start({ seed, scenario, beginning: stored.default }));
  const called = stateOf(Session.start({ seed, scenario }));
  expect(resumed).toStrictEqual(called);
  expect(JSON.stringify(resumed)).toBe(JSON.stringify(called));
});
