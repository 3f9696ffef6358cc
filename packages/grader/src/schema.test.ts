/** What the schema says about lab files. */
import { describe, expect, test } from "vitest";
import { findingsOfLab, findingsOfScenario } from "./schema.ts";
import { text as pair } from "./testing/text.ts";

const text = pair("Text", "Chữ");
const condition = () => ({ passed: false, observed: text, evidence: [] });
const commands = [{ aws: "aws ecs list-tasks" }];
const mistake = (id: string) => ({ id, commands, fails: "running", seen: condition, feedback: text });
const lab = {
  id: "01/01",
  seed: 1,
  title: text,
  scenario: { id: "empty", title: "Empty", commands: [{ service: "ecs", operation: "CreateCluster", input: {} }] },
  files: [{ name: "a.json", text: "{}" }],
  goal: text,
  checks: [{ id: "running", title: text, test: condition }],
};
const answers = {
  hints: [text, text, text],
  solution: commands,
  routes: [[{ until: "settled" }]],
  mistakes: [mistake("a"), mistake("b"), mistake("c")],
};
const told = (whole: object) => findingsOfLab(whole).map(({ path, message }) => `${path}: ${message}`);
const findings = (change: object) => told({ lab: { ...lab, ...change }, answers });
const findingsOfAnswers = (change: object) => told({ lab, answers: { ...answers, ...change } });

describe("the schema of a lab", () => {
  test("accepts a whole lab", () => {
    expect(findingsOfLab({ lab, answers })).toEqual([]);
  });

  test.each([
    ["an id that is no lesson", { id: "intro" }, "id: is not chapter/lesson, for example 01/01"],
    ["a missing translation", { goal: pair("Goal", "") }, "goal: the Vietnamese text is empty"],
    ["what is no text", { goal: "Goal" }, "goal: is no text"],
    ["a text that was not translated", { goal: pair("Goal", "Goal") }, "goal: says the same in both languages"],
    ["an unknown field", { notes: "x" }, "lab: "],
    [
      "a check that is no function",
      { checks: [{ id: "running", title: text, test: true }] },
      "lab.checks.0.test: is not a function",
    ],
    ["a title that does not fit", { title: pair("x".repeat(81), "x") }, "title: is longer than 80 characters"],
    ["a check named twice", { checks: [lab.checks[0], lab.checks[0]] }, "lab.checks: holds running twice"],
  ])("refuses %s", (_, change, message) => {
    expect(findings(change).join("\n")).toContain(message);
  });

  test.each([
    ["an empty hint", { hints: [text, text, pair(" ", "x")] }, "hints.2: the English text is empty"],
    ["too few hints", { hints: [text] }, "hints: holds fewer than 3 hints"],
    ["no other route", { routes: [] }, "routes: holds no other route"],
    ["too few mistakes", { mistakes: [mistake("a")] }, "mistakes: holds fewer than 3 mistakes"],
    [
      "a wait without a bound",
      { solution: [{ until: { taskStopped: "web" } }] },
      "solution.0.atMost: atMost is missing: how long the wait may last",
    ],
    [
      "a wait for what there is not",
      { routes: [[{ until: { taskPaused: "web" }, atMost: "5 min" }]] },
      "routes.0.0.until.taskPaused: until.taskPaused is unknown; known are taskRunning,",
    ],
    ["a command of another tool", { solution: [{ aws: "docker ps" }] }, "solution.0"],
    [
      "a mistake of no check",
      { mistakes: [mistake("a"), mistake("b"), { ...mistake("c"), fails: "runing" }] },
      "mistakes.2.fails: names no check; there are running",
    ],
    [
      "an edit of no file",
      { solution: [{ edit: { file: "b.json", text: "" } }] },
      "lab.files: has no b.json, which a command edits",
    ],
  ])("refuses answers with %s", (_, change, message) => {
    expect(findingsOfAnswers(change).join("\n")).toContain(message);
  });

  test("refuses what is not a lab at all", () => {
    expect(findingsOfLab(undefined)).toHaveLength(1);
    expect(findingsOfLab("lab")).toHaveLength(1);
    expect(findingsOfLab({ lab, answers: undefined })).toHaveLength(1);
  });
});

describe("the schema of a scenario", () => {
  test("accepts calls and refuses other services", () => {
    expect(findingsOfScenario(lab.scenario)).toEqual([]);
    const commandsOfS3 = [{ service: "s3", operation: "CreateBucket", input: {} }];
    expect(findingsOfScenario({ ...lab.scenario, commands: commandsOfS3 })[0]?.path).toBe("commands.0.service");
  });
});
