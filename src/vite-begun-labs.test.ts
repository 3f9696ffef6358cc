/** The first moment that the site stores with every lab and scenario is the one to which its calls lead. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { evaluateChecks, History, type Lab } from "@quayside/grader";
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
import { beginningSource } from "./vite-begun-labs.ts";

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

test.each(labs)("the checks of $id judge the picture as they judge the world", async (lab) => {
  const picture = await storedPicture(lab);
  const [shown, there] = [picture, Session.start(lab)].map(({ tables, journal: { records: journal } }) =>
    evaluateChecks(lab, { tables, journal, history: History.of(journal), files: {} }).map((result) => ({
      ...result,
      title: result.title("vi"),
      observed: [result.observed("en"), result.observed("vi")],
    })),
  );
  expect(shown).toStrictEqual(there);
});
