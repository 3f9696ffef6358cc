/** Stories that a lesson tells: calls at their moments, up to the end, and what two of them differ in. */
import type { Scenario } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { compareSessions } from "./index.ts";
import { readStory, runStory, type Story, type StoryStep } from "./story.ts";

const scenario: Scenario = {
  id: "instances",
  title: "Four instances",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    {
      service: "quayside",
      operation: "ProvideContainerInstances",
      input: { cluster: "default", instanceType: "t3.medium", subnets: ["private-a", "private-b"], count: 4 },
    },
    {
      service: "ecs",
      operation: "RegisterTaskDefinition",
      input: {
        family: "web",
        requiresCompatibilities: ["EC2"],
        networkMode: "bridge",
        containerDefinitions: [{ name: "web", image: "nginx:1.29", memory: 900, essential: true }],
      },
    },
  ],
};

function placed(type: string, field: string): Story {
  const step: StoryStep = {
    afterMs: 2_000,
    operation: "RunTask",
    input: { taskDefinition: "web", launchType: "EC2", placementStrategy: [{ type, field }] },
  };
  return { name: type, scenario, steps: [step, step, step, step] };
}

describe("a story", () => {
  test("makes its calls one after the other, and ends when nothing more happens", () => {
    const session = runStory(placed("spread", "instanceId"));
    const calls = session.journal.records.filter(({ kind, subject }) => kind === "CALL" && subject === "RunTask");
    expect(calls.map(({ atMs }) => atMs)).toEqual([2_000, 4_000, 6_000, 8_000]);
    expect(session.quiet).toBe(true);
    expect([...session.tables.tasks.values()].every(({ lastStatus }) => lastStatus === "RUNNING")).toBe(true);
  });

  test("goes on after a call that is refused, which is part of it", () => {
    const story = { name: "wrong", scenario, steps: [{ operation: "StopTask", input: { task: "no-such-task" } }] };
    expect(runStory(story).journal.records.at(-1)).toMatchObject({ subject: "StopTask" });
  });

  test("comes through the attribute of an element, and nothing else does", () => {
    const story = placed("binpack", "memory");
    expect(readStory(JSON.stringify(story))).toEqual(story);
    expect(() => readStory('{"name":"x","scenario":{}}')).toThrow("scenario.id is not a text");
    expect(() => readStory("null")).toThrow("A story has a name");
  });
});

test("the same workload under two strategies differs in its instances", () => {
  const [spread, binpack] = [runStory(placed("spread", "instanceId")), runStory(placed("binpack", "memory"))];
  const { counts } = compareSessions(spread, binpack);
  const instances = counts.filter((row) => row.kind === "instance");
  expect(instances.map((row) => row.a)).toEqual([1, 1, 1, 1]);
  expect(instances.map((row) => row.b).sort()).toEqual([0, 0, 0, 4]);
  expect(counts).toContainEqual({ kind: "status", name: "RUNNING", a: 4, b: 4 });
});
