/** The scheduler's decision over random views: whatever there is, it keeps the bounds, protection and its own rules. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_DEPLOYMENT_CONFIGURATION, type DeploymentRow, type ServiceRow } from "../model/services.ts";
import { boundsOf, breakerThreshold } from "./bounds.ts";
import { decide } from "./decide.ts";
import { pauseAfter } from "./throttle.ts";
import type { ServiceTask, ServiceView } from "./view.ts";

const NOW_MS = 1_000_000;

const service = (fields: Partial<ServiceRow>): ServiceRow => ({
  serviceArn: "service",
  serviceName: "web",
  clusterArn: "cluster",
  slot: 0,
  status: "ACTIVE",
  schedulingStrategy: "REPLICA",
  deploymentController: "ECS",
  desiredCount: 2,
  tags: [],
  createdAtMs: 0,
  deploymentsMade: 1,
  series: 1,
  rests: false,
  looksAtMs: 0,
  startedLately: { fromMs: 0, count: 0 },
  steadyAtMs: 0,
  boundBy: "",
  isSteady: false,
  isRebalancing: false,
  deploymentConfiguration: DEFAULT_DEPLOYMENT_CONFIGURATION,
  placementConstraints: [],
  placementStrategy: [],
  healthCheckGracePeriodSeconds: 0,
  availabilityZoneRebalancing: "DISABLED",
  enableExecuteCommand: false,
  enableECSManagedTags: false,
  propagateTags: "NONE",
  ...fields,
});

const deployment = (number: number, fields: Partial<DeploymentRow> = {}): DeploymentRow => ({
  deploymentId: `ecs-svc/${number}`,
  serviceArn: "service",
  serviceRevisionArn: `revision/${number}`,
  serviceDeploymentArn: `service-deployment/${number}`,
  number,
  status: "ACTIVE",
  rolloutState: "COMPLETED",
  rolloutStateReason: "",
  desiredCount: 2,
  failedTasks: 0,
  failuresSeen: 0,
  hasBeenHealthy: true,
  failedStarts: 0,
  startsAgainAtMs: 0,
  startFailures: [],
  imageDigests: {},
  bakesUntilMs: undefined,
  createdAtMs: 0,
  updatedAtMs: 0,
  ...fields,
});

const anyTask = fc.record({
  of: fc.integer({ min: 0, max: 2 }),
  state: fc.constantFrom("healthy", "unhealthy", "starting", "pending", "activating", "dismissed", "leaving"),
  isBalanced: fc.boolean(),
  hasDrained: fc.boolean(),
  isProtected: fc.boolean(),
  mustMove: fc.boolean(),
  zone: fc.constantFrom("a", "b", "c"),
});

function taskOf(drawn: typeof anyTask extends fc.Arbitrary<infer Each> ? Each : never, index: number): ServiceTask {
  const { of, state, isBalanced, isProtected, mustMove, zone } = drawn;
  const isActivating = state === "activating" && isBalanced;
  const isWanted = state !== "dismissed" && state !== "leaving";
  return {
    taskArn: `task/${index}`,
    deploymentId: `ecs-svc/${3 - of}`,
    availabilityZone: zone,
    isProtected,
    instance: undefined,
    cpu: 0,
    memory: 0,
    isWanted,
    isDismissed: state === "dismissed",
    isRunning: isWanted && state !== "pending" && state !== "activating",
    hasRun: state !== "pending" && state !== "activating",
    health: state === "healthy" || state === "unhealthy" ? state : "starting",
    illness: state === "unhealthy" ? (isBalanced ? "target-checks" : "container-checks") : undefined,
    isBalanced,
    isActivating,
    hasDrained: isBalanced && !isWanted && drawn.hasDrained,
    isEnding: !isWanted,
    mustMove: isWanted && mustMove,
    isNeeded: false,
    createdAtMs: 0,
  };
}

/** Any state in which a service can be found, three deployments at most. */
const anyView: fc.Arbitrary<ServiceView> = fc
  .record({
    desiredCount: fc.integer({ min: 0, max: 12 }),
    minimumHealthyPercent: fc.integer({ min: 0, max: 100 }),
    maximumPercent: fc.integer({ min: 100, max: 200 }),
    tasks: fc.array(anyTask, { maxLength: 20 }),
    rolloutState: fc.constantFrom("IN_PROGRESS", "COMPLETED", "FAILED"),
    targets: fc.tuple(fc.nat(8), fc.nat(8)),
    isRebalancing: fc.boolean(),
    startsAgainAtMs: fc.constantFrom(0, NOW_MS + 1),
    missed: fc.constantFrom<Record<string, number>[]>(
      {},
      { "ecs-svc/3": 1 },
      { "ecs-svc/2": 2 },
      { "ecs-svc/3": 9, "ecs-svc/1": 1 },
    ),
  })
  .map(({ desiredCount, minimumHealthyPercent, maximumPercent, tasks, rolloutState, targets, ...rest }) => ({
    nowMs: NOW_MS,
    service: service({
      desiredCount,
      isRebalancing: rest.isRebalancing,
      availabilityZoneRebalancing: "ENABLED",
      deploymentConfiguration: { ...DEFAULT_DEPLOYMENT_CONFIGURATION, minimumHealthyPercent, maximumPercent },
    }),
    deployments: [
      deployment(3, {
        status: "PRIMARY",
        rolloutState: rolloutState as DeploymentRow["rolloutState"],
        startsAgainAtMs: rest.startsAgainAtMs,
      }),
      deployment(2, { desiredCount: targets[0] }),
      deployment(1, { desiredCount: targets[1] }),
    ],
    tasks: tasks.map(taskOf),
    targets: tasks
      .map(taskOf)
      .filter(({ isBalanced, hasRun, hasDrained }) => isBalanced && hasRun && !hasDrained)
      .map(({ taskArn, isWanted }) => ({ key: `group ${taskArn}`, targetGroupArn: "group", taskArn, isWanted })),
    places: [],
    missed: rest.missed,
    alarming: [],
    zones: ["a", "b", "c"],
    draw: () => 0,
  }));

const stoppedBy = (view: ServiceView) => {
  const arns = new Set(decide(view).stops.flatMap(({ taskArns }) => taskArns));
  return view.tasks.filter(({ taskArn }) => arns.has(taskArn));
};

describe("whatever there is", () => {
  const holds = (property: (view: ServiceView) => void) =>
    fc.assert(fc.property(anyView, property), { numRuns: 2_000 });

  test("healthy tasks never fall below the lower bound by what is stopped", () => {
    holds((view) => {
      const { lower } = boundsOf(view.service.desiredCount, view.service.deploymentConfiguration);
      const healthy = view.tasks.filter(({ isWanted, health }) => isWanted && health === "healthy").length;
      const less = stoppedBy(view).filter(({ health }) => health === "healthy").length;
      // Of one deployment alone more may run than are wanted: those are surplus, however many the bound asks for.
      expect(healthy - less).toBeGreaterThanOrEqual(Math.min(healthy, lower, view.service.desiredCount));
    });
  });

  test("what is started never exceeds the upper bound, but for tasks that go in the same beat", () => {
    holds((view) => {
      const { starts, stops } = decide(view);
      const { upper } = boundsOf(view.service.desiredCount, view.service.deploymentConfiguration);
      const more = starts.reduce((sum, { count }) => sum + count, 0);
      const swapped = stops.filter(({ motive }) => motive === "replace").reduce((sum, { count }) => sum + count, 0);
      if (more > 0) expect(view.tasks.length + more - swapped).toBeLessThanOrEqual(Math.max(upper, view.tasks.length));
    });
  });

  test("a protected task is never stopped, nor one that is on its way out, nor one twice", () => {
    holds((view) => {
      const arns = decide(view).stops.flatMap(({ taskArns }) => taskArns);
      expect(new Set(arns).size).toBe(arns.length);
      for (const task of stoppedBy(view)) {
        expect(task.isWanted).toBe(true);
        if (task.health !== "unhealthy") expect(task.isProtected).toBe(false);
      }
    });
  });

  test("nothing of a failed deployment is started, and nothing during a pause", () => {
    holds((view) => {
      const [primary] = view.deployments;
      const started = decide(view).starts.filter(({ deploymentId }) => deploymentId === primary.deploymentId);
      const pauses = primary.startsAgainAtMs > view.nowMs;
      if (primary.rolloutState === "FAILED") expect(started).toEqual([]);
      if (pauses) expect(started.filter(({ motive }) => motive !== "replace" && motive !== "rebalance")).toEqual([]);
    });
  });

  test("what finds no place keeps nobody else from starting and stopping", () => {
    holds((view) => {
      const [primary, ...older] = view.deployments;
      const stuck = { ...view, missed: Object.fromEntries(older.map(({ deploymentId }) => [deploymentId, 1])) };
      const { starts } = decide(stuck);
      if (primary.rolloutState === "FAILED") return;
      const rolled = starts.filter(({ motive }) => motive !== "replace" && motive !== "rebalance");
      expect(rolled.filter(({ deploymentId }) => deploymentId !== primary.deploymentId)).toEqual([]);
    });
  });

  test("a decision is a function of what is there, and its facts add up", () => {
    holds((view) => {
      const verdict = decide(view);
      expect(decide(view)).toEqual(verdict);
      const { facts } = verdict;
      const known = facts.deployments.reduce((sum, { running, pending }) => sum + running + pending, 0);
      expect(known).toBe(view.tasks.filter(({ isWanted }) => isWanted).length);
      if (verdict.isSettled) expect(facts.healthy).toBe(facts.desired);
    });
  });
});

test.each([
  [1, "BOUNDED_PERCENT", 50, 3],
  [6, "BOUNDED_PERCENT", 50, 3],
  [7, "BOUNDED_PERCENT", 50, 4],
  [10, "BOUNDED_PERCENT", 50, 5],
  [25, "BOUNDED_PERCENT", 50, 13],
  [400, "BOUNDED_PERCENT", 50, 200],
  [800, "BOUNDED_PERCENT", 50, 200],
  [800, "UNBOUNDED_PERCENT", 50, 400],
  [1, "UNBOUNDED_PERCENT", 50, 1],
  [100, "COUNT", 7, 7],
] as const)("of %i tasks, %s %i: %i failures", (desired, type, value, failures) => {
  const breaker = DEFAULT_DEPLOYMENT_CONFIGURATION.deploymentCircuitBreaker;
  expect(breakerThreshold(desired, { ...breaker, thresholdConfiguration: { type, value } })).toBe(failures);
});

test("pauses grow up to 27 minutes", () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7].map((failed) => pauseAfter(failed) / 60_000);
  expect(minutes).toEqual([0.5, 0.5, 5, 10, 20, 27, 27]);
});
