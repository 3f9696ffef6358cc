/** A session that begins with what its scenario's calls left behind is the session that made them. */
import { describe, expect, test } from "vitest";
import "./engine.ts";
import { type Beginning, beginningOf } from "./beginning.ts";
import { describeWorld } from "./kernel/world.ts";
import type { Scenario } from "./scenario.ts";
import { Session } from "./session.ts";

const scenario: Scenario = {
  id: "two-tasks",
  title: "Two tasks",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    { service: "logs", operation: "CreateLogGroup", input: { logGroupName: "/shop" } },
    {
      service: "ecs",
      operation: "RegisterTaskDefinition",
      input: {
        family: "web",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        containerDefinitions: [{ name: "web", image: "nginx:1.29", essential: true }],
      },
    },
    {
      service: "ecs",
      operation: "RunTask",
      input: {
        taskDefinition: "web",
        launchType: "FARGATE",
        count: 2,
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"] } },
      },
    },
  ],
};
const started = () => Session.start({ seed: 9, scenario });
const stored = (): Beginning => structuredClone(beginningOf(started()));
const stateOf = ({ world, journal }: Session) => ({ world: describeWorld(world), journal: journal.records });

describe("a session with a beginning", () => {
  test("has the tables, journal, agenda and random streams of the one that made the calls", () => {
    expect(stateOf(Session.start({ seed: 9, scenario, beginning: stored() }))).toStrictEqual(stateOf(started()));
  });

  test("goes on as the other one does, back and forward again, too", () => {
    const [resumed, other] = [Session.start({ seed: 9, scenario, beginning: stored() }), started()];
    for (const session of [resumed, other]) {
      session.stepUntilQuiet();
      const endMs = session.nowMs;
      session.seek(endMs / 2);
      session.seek(endMs);
      session.call("ecs", "RunTask", scenario.commands.at(-1)?.input);
      session.stepUntilQuiet();
    }
    expect(stateOf(resumed)).toStrictEqual(stateOf(other));
    expect(resumed.save()).toStrictEqual(other.save());
  });

  test("leaves the beginning as it was, so that the next session can begin with it", () => {
    const beginning = stored();
    Session.start({ seed: 9, scenario, beginning }).stepUntilQuiet();
    expect(beginning).toStrictEqual(stored());
  });
});

test("a beginning holds what the calls did and not the default world", () => {
  const kinds = beginningOf(started()).records.map((record) => record.kind);
  expect(kinds).toContain("CLUSTER_CREATED");
  expect(kinds).not.toContain("WORLD_BEGAN");
});

test("a beginning cannot be taken once time has passed", () => {
  const session = started();
  session.stepUntilQuiet();
  expect(() => beginningOf(session)).toThrow(/before time passes/);
});
