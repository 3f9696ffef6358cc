/** The trace of a placement: every verdict, score and tie; and that it can be had again from what the journal keeps. */
import { describe, expect, test } from "vitest";
import { explainPlacement, placementFacts } from "./explain-placement.ts";
import { type Draw, place, planPlacement } from "./place.ts";
import { instanceRow, placementRequest, TEST_CLUSTER } from "./testing/instances.ts";
import { instanceTables } from "./testing/tables.ts";
import { type PlacementTrace, tracePlacement } from "./trace.ts";

const last: Draw = (count) => count - 1;

/** One line an instance: its end, a mark for each stage, then for each strategy with its score. */
function lines({ instances }: PlacementTrace): string[] {
  const marks = { passed: "+", failed: "x", untried: "-" };
  return instances.map(({ slot, outcome, stages, strategies }) => {
    const passed = stages.map(({ verdict }) => marks[verdict]).join("");
    const scored = strategies.map((each) => `${marks[each.verdict]}${"score" in each ? each.score : ""}`).join(" ");
    return `${slot} ${outcome} ${passed} ${scored}`.trimEnd();
  });
}

const fleet = [
  instanceRow({ slot: 1, zone: "us-east-1a", cpu: 128 }),
  instanceRow({ slot: 2, zone: "us-east-1a", memory: 4096, tasksByGroup: { "family:web": 1 } }),
  instanceRow({ slot: 3, zone: "us-east-1b", memory: 4096 }),
  instanceRow({ slot: 4, zone: "us-east-1b", memory: 2048 }),
  instanceRow({ slot: 5, zone: "us-east-1b", memory: 2048, status: "DRAINING" }),
];

describe("what is told", () => {
  test("verdicts of stages with what was needed and what is left, scores of strategies, the winner", () => {
    const request = placementRequest({
      constraints: [{ type: "memberOf", expression: "attribute:ecs.os-type == linux" }],
      strategies: [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "binpack", field: "memory" },
      ],
    });
    const { trace } = tracePlacement(planPlacement(request), fleet, last);
    expect(trace.stages.map(({ id }) => id)).toEqual(["active", "agent", "cpu", "memory", "memberOf"]);
    expect(lines(trace)).toEqual([
      "1 unfit ++x-- - -",
      "2 fits +++++ x1 -",
      "3 fits +++++ +0 x4096",
      "4 chosen +++++ +0 +2048",
      "5 unfit x---- - -",
    ]);
    expect(trace.instances[0]?.stages[2]).toEqual({ verdict: "failed", needed: 256, left: 128 });
    expect(trace.stages[4]).toMatchObject({ expression: "attribute:ecs.os-type == linux" });
    expect(trace).toMatchObject({ winner: fleet[3]?.containerInstanceArn, decision: { by: "strategy", strategy: 1 } });
  });

  test("a lot, and among how many", () => {
    const { trace } = tracePlacement(planPlacement(placementRequest()), fleet, last);
    expect(lines(trace)).toEqual([
      "1 unfit ++x- -",
      "2 fits ++++ x",
      "3 fits ++++ x",
      "4 chosen ++++ +",
      "5 unfit x--- -",
    ]);
    expect(trace.decision).toEqual({ by: "lot", strategy: 0, among: 3 });
  });

  test("a tie that only the order of registration ends", () => {
    const request = placementRequest({ strategies: [{ type: "binpack", field: "cpu" }] });
    expect(tracePlacement(planPlacement(request), fleet, last).trace).toMatchObject({
      winner: fleet[1]?.containerInstanceArn,
      decision: { by: "registration", among: 3 },
    });
  });

  test("one alone fits: strategies are not asked", () => {
    const request = placementRequest({ needs: { memory: 4096 }, constraints: [{ type: "distinctInstance" }] });
    const { trace } = tracePlacement(planPlacement(request), fleet, last);
    expect(trace).toMatchObject({ winner: fleet[2]?.containerInstanceArn, decision: { by: "only-one-fits" } });
    expect(lines(trace)[1]).toBe("2 unfit ++++x -");
  });

  test("nobody fits", () => {
    const { trace, placement } = tracePlacement(planPlacement(placementRequest({ needs: { cpu: 9999 } })), fleet, last);
    expect(placement.placed).toBe(false);
    expect(trace).toMatchObject({ winner: undefined, decision: { by: "nobody-fits" } });
  });

  test("ports that are taken are named", () => {
    const request = placementRequest({ needs: { tcpPorts: [22, 80], udpPorts: [53] } });
    const row = instanceRow({ slot: 1, tcpPorts: [22, 8080], udpPorts: [53] });
    const { trace } = tracePlacement(planPlacement(request), [row], last);
    expect(trace.instances[0]?.stages.at(-1)).toEqual({
      verdict: "failed",
      needed: [22, 80, "53/udp"],
      left: [22, "53/udp"],
    });
  });

  test("attributes that are there are named beside those that are needed", () => {
    const requiredAttributes = [{ name: "ecs.capability.task-eni" }, { name: "ecs.capability.efs" }];
    const { trace } = tracePlacement(planPlacement(placementRequest({ requiredAttributes })), fleet.slice(1, 2), last);
    expect(trace.instances[0]?.stages[2]).toEqual({
      verdict: "failed",
      needed: ["ecs.capability.task-eni", "ecs.capability.efs"],
      left: ["ecs.capability.task-eni"],
    });
  });
});

describe("what the journal keeps", () => {
  test("is enough to tell everything again", () => {
    const plan = planPlacement(placementRequest());
    const { placement, trace } = tracePlacement(plan, fleet, last);
    const facts = JSON.parse(JSON.stringify(placementFacts(plan, placement)));
    expect(facts).toEqual({
      request: plan.request,
      placed: true,
      draws: [{ count: 3, drawn: 2 }],
      containerInstanceArn: fleet[3]?.containerInstanceArn,
    });
    expect(explainPlacement(instanceTables(fleet), facts)).toEqual(trace);
  });

  test("has the reasons when nobody fits", () => {
    const constraints = [{ type: "memberOf", expression: "runningTasksCount > 5" }] as const;
    const plan = planPlacement(placementRequest({ needs: { memory: 4096 }, constraints }));
    const facts = placementFacts(plan, place(plan, fleet, last));
    expect(facts).toMatchObject({
      placed: false,
      failures: [
        { reason: "RESOURCE:CPU" },
        { reason: "MemberOf placement constraint unsatisfied." },
        { reason: "MemberOf placement constraint unsatisfied." },
        { reason: "RESOURCE:MEMORY" },
      ],
    });
    expect(facts.request.clusterArn).toBe(TEST_CLUSTER);
    expect(explainPlacement(instanceTables(fleet), facts).decision).toEqual({ by: "nobody-fits" });
  });

  test("is not believed when the tables tell another story", () => {
    const plan = planPlacement(placementRequest());
    const facts = placementFacts(plan, place(plan, fleet, last));
    expect(() => explainPlacement(instanceTables(fleet.slice(1, 3)), facts)).toThrow(
      /drew 2 of 3, now it would be of 2/,
    );
    const packed = planPlacement(placementRequest({ strategies: [{ type: "binpack", field: "memory" }] }));
    const other = placementFacts(packed, place(packed, fleet, last));
    expect(() => explainPlacement(instanceTables(fleet.slice(0, 3)), other)).toThrow(/its explanation says/);
  });
});
