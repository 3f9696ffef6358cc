/** The first moment that the site stores with every lab and scenario is the one to which its calls lead. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Attempt, type CheckResult, type Lab, type LabBeginning, lateLab } from "@quayside/grader";
import { loadLabs } from "@quayside/grader/content";
import {
  type Beginning,
  defaultScenario,
  PICTURED,
  Picture,
  type RunView,
  type Scenario,
  Session,
} from "@quayside/simulator";
import { expect, test } from "vitest";
import { beginningSource, begunSource } from "./vite-begun-labs.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = `${root}content/scenarios/`;
const scenarios = readdirSync(folder).map((name) => JSON.parse(readFileSync(folder + name, "utf8")) as Scenario);
const labs = (await loadLabs(root)).map(({ lab }) => lab);
const beginnings = [
  ...labs,
  ...[defaultScenario, ...scenarios].map((scenario) => ({ id: scenario.id, seed: 1, scenario, checks: [] })),
];

/** The stored picture, as the page gets it: as source that was run. */
async function storedPicture({ seed, scenario }: Pick<Lab, "seed" | "scenario">) {
  const code = `export default ${beginningSource({ seed, scenario })}`;
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    default: Beginning;
  };
  return new Picture({ seed, scenario, beginning: module.default });
}

test.each(beginnings)("$id is shown as its calls leave it, byte for byte", async ({ seed, scenario }) => {
  const picture = await storedPicture({ seed, scenario });
  const session = Session.start({ seed, scenario });
  for (const name of PICTURED) {
    const [shown, there] = [picture, session].map(({ tables }) => [...tables[name].values()]);
    expect(shown, name).toEqual(there);
    expect(JSON.stringify(shown)).toBe(JSON.stringify(there));
  }
  const headsOf = ({ journal }: RunView) => journal.records.map((each) => ({ ...each, changes: [] }));
  expect(headsOf(picture)).toStrictEqual(headsOf(session));
  const { nextDueMs, settled, quiet } = session;
  expect(picture).toMatchObject({ nextDueMs, settled, quiet });
});

test.each(labs)("the page of $id knows how its checks stand, and the rest when it has come", async (lab) => {
  const code = `export default ${begunSource(lab)}`;
  const { default: begun } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    default: LabBeginning;
  };
  const page = lateLab(begun, async () => lab);
  const picture = new Picture({ ...page, beginning: begun.beginning as Beginning });
  const attempt = new Attempt(page, picture);
  const world = new Attempt(lab, Session.start(lab)).evaluate();
  expect(page.files).toEqual(lab.files);
  expect(page.tour === undefined).toBe(lab.tour === undefined);
  expect(attempt.evaluate().map(({ id, passed }) => [id, passed])).toEqual(world.map(({ id, passed }) => [id, passed]));
  await page.bringChecks?.();
  expect(words(attempt.evaluate())).toStrictEqual(words(world));
});

function words(results: readonly CheckResult[]) {
  return results.map((result) => ({
    ...result,
    title: result.title("vi"),
    observed: [result.observed("en"), result.observed("vi")],
  }));
}

test("what a page cannot be given as plain data is refused while the site is built", () => {
  const lab = labs[0] as Lab;
  const files = [{ name: "a.txt", text: (() => "late") as unknown as string }];
  expect(() => begunSource({ ...lab, files })).toThrow("no plain data");
});
