/** The runner of `npm test`: what it chooses, what it says, and that nothing stops it before the last line. */
import { describe, expect, test } from "vitest";
import { closingLines, runStages } from "./run-tests.ts";
import { chooseStages, STAGES, type Stage, type StageResult } from "./stages.ts";

function stage(name: string, result: Partial<StageResult> | Error, needs: string[] = []): Stage {
  const run = async () => {
    if (result instanceof Error) throw result;
    return { passed: 0, failed: 0, output: `output of ${name}`, ...result };
  };
  return { name, about: name, group: "test", needs, run };
}

async function runAll(stages: Stage[]) {
  const lines: string[] = [];
  const total = await runStages(stages, (line) => lines.push(line));
  return { total, said: lines.join("\n") };
}

describe("running the stages", () => {
  test("adds up what they count and keeps quiet about those that pass", async () => {
    const { total, said } = await runAll([stage("a", { passed: 2 }), stage("b", { passed: 3 })]);
    expect(total).toMatchObject({ passed: 5, failed: 0 });
    expect(said).not.toContain("output of");
  });

  test("goes on after a failure and shows its whole output", async () => {
    const { total, said } = await runAll([stage("a", { passed: 1, failed: 2 }), stage("b", { passed: 3 })]);
    expect(total).toMatchObject({ passed: 4, failed: 2 });
    expect(said).toContain("output of a");
    expect(said).not.toContain("output of b");
  });

  test("counts a stage that throws as one failure", async () => {
    const { total, said } = await runAll([stage("a", new Error("no browser")), stage("b", { passed: 1 })]);
    expect(total).toMatchObject({ passed: 1, failed: 1 });
    expect(said).toContain("no browser");
  });

  test("fails a stage whose need failed instead of running or forgetting it", async () => {
    const { total, said } = await runAll([
      stage("build", { failed: 1 }),
      stage("e2e", { passed: 9 }, ["build"]),
      stage("after", { passed: 1 }, ["e2e"]),
    ]);
    expect(total).toMatchObject({ passed: 0, failed: 3 });
    expect(said).toContain('Not run, because "build" failed.');
  });
});

test("stages that need the site run beside the others, behind the static ones, and share the machine with them", async () => {
  const story: string[] = [];
  let site: () => void = () => {};
  const built = new Promise<void>((resolve) => {
    site = resolve;
  });
  const step = (name: string, group: Stage["group"], until?: Promise<void>): Stage => ({
    ...stage(name, { passed: 1 }),
    group,
    run: async (shared) => {
      story.push(`${name}${shared ? " shares" : ""}`);
      await until;
      if (name === "unit") site();
      return { passed: 1, failed: 0, output: "" };
    },
  });
  // The build ends when the unit tests have: one after another they would wait for ever.
  const { total } = await runAll([step("unit", "test"), step("build", "site", built), step("biome", "static")]);
  expect(total.passed).toBe(3);
  expect(story[0]).toBe("biome");
  expect(story.slice(1).sort()).toEqual(["build", "unit shares"]);
});

test("the last lines name what was tried again and what compared nothing, and end with the counts", async () => {
  const { total } = await runAll([
    stage("a", { passed: 2, retried: ["x.test.ts > shaky (1 more)"] }),
    stage("b", { passed: 1, notCompared: ["pictures > home", "pictures > lesson"] }),
  ]);
  const lines = closingLines(total);
  expect(lines[0]).toMatch(/^1 needed a retry/);
  expect(lines.join("\n")).toMatch(/shaky \(1 more\)\n2 not compared.*\n.*home\n.*lesson\n3 passed, 0 failed$/);
});

test("a run with nothing to remark ends with one line", () => {
  expect(closingLines({ passed: 3, failed: 0, retried: [], notCompared: [] })).toEqual(["3 passed, 0 failed"]);
});

describe("choosing stages", () => {
  test("takes all of them when nothing is said", () => {
    expect(chooseStages([])).toEqual(STAGES);
  });

  test("takes those that are named, in the order of the list, with those they need", () => {
    expect(chooseStages(["e2e", "unit"]).map(({ name }) => name)).toEqual(["unit", "build", "e2e"]);
  });

  test("takes a group", () => {
    expect(chooseStages(["static"]).every(({ group }) => group === "static")).toBe(true);
  });

  test("refuses a word that names nothing, and says what there is", () => {
    expect(() => chooseStages(["untit"])).toThrow(/no stage "untit".*unit/s);
  });
});
