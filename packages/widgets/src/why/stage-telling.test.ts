/** A placement is told as it was decided: nobody comes back in, and the one that is chosen is the one that got the task. */
import { defaultScenario, Session } from "@quayside/simulator";
import { whyOf } from "@quayside/simulator/why";
import { describe, expect, test } from "vitest";
import { standingsAfter, stepsOf } from "./stage-telling.ts";

const definition = (cpu: number) => ({
  family: `web-${cpu}`,
  requiresCompatibilities: ["EC2"],
  containerDefinitions: [{ name: "web", image: "nginx", cpu, memory: 256 }],
});

function decided(cpu: number, strategies: object[]) {
  const session = Session.start({ scenario: defaultScenario });
  session.call("quayside", "ProvideContainerInstances", { count: 3 });
  session.call("ecs", "RegisterTaskDefinition", definition(1_500));
  session.call("ecs", "RegisterTaskDefinition", definition(cpu));
  session.call("ecs", "RunTask", { taskDefinition: "web-1500", launchType: "EC2" });
  const input = { taskDefinition: `web-${cpu}`, launchType: "EC2", placementStrategy: strategies };
  session.call("ecs", "RunTask", input);
  const record = session.journal.records.findLast(({ kind }) => kind === "PLACEMENT_DECIDED");
  const table = whyOf(session.journal, { seq: record?.seq ?? 0 })?.table;
  if (table === undefined) throw new Error("there is no table");
  return table;
}

const count = (standings: ReadonlyMap<string, string>, standing: string) =>
  [...standings.values()].filter((each) => each === standing).length;

describe("stages", () => {
  test.each([
    [[]],
    [[{ type: "spread", field: "instanceId" }]],
    [
      [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "binpack", field: "memory" },
      ],
    ],
  ])("with %j the instances go out one stage after the other", (strategies) => {
    const table = decided(800, strategies);
    const steps = Array.from({ length: stepsOf(table) }, (_, index) => standingsAfter(table, index + 1));
    const left = steps.map((standings) => 3 - count(standings, "out"));
    expect(left).toEqual([...left].sort((a, b) => b - a));
    expect(count(steps.at(-1) ?? new Map(), "chosen")).toBe(1);
    expect(left.at(-1)).toBe(1);
    expect(steps.slice(0, -1).every((standings) => count(standings, "chosen") === 0)).toBe(true);
  });

  test("where nobody fits, everybody is out in the end", () => {
    const table = decided(3_000, []);
    const standings = standingsAfter(table, stepsOf(table));
    expect([count(standings, "out"), count(standings, "chosen")]).toEqual([3, 0]);
  });

  test("a table about something else tells nothing on the map", () => {
    expect(stepsOf(undefined)).toBe(0);
    expect(stepsOf({ ...decided(800, []), rows: [] })).toBe(0);
  });
});
