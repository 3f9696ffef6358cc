/** Conditions about draining, over a service behind a load balancer that really goes. */
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { balancedService, balancer } from "../authoring/balancing.ts";
import { fargateDefinition } from "../authoring/services.ts";
import { History } from "../history.ts";
import { told } from "../testing/told.ts";
import { taskDrained } from "./draining.ts";

/** A service of one task that was replaced by a new deployment, so many seconds later. */
function replacing(seconds: number) {
  const input = fargateDefinition("web", "nginx:1.29", { portMappings: [{ containerPort: 80 }] });
  const commands = [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } } as const,
    { service: "ecs", operation: "RegisterTaskDefinition", input } as const,
    ...balancer("shop", [{ group: "web" }]),
    balancedService({ name: "web", count: 1 }),
  ];
  const session = Session.start({ seed: 1, scenario: { id: "balanced", title: "balanced", commands } });
  session.stepUntilQuiet();
  session.call("ecs", "UpdateService", { service: "web", forceNewDeployment: true });
  session.advance({ byMs: seconds * 1_000 });
  const journal = session.journal.records;
  return { tables: session.tables, journal, history: History.of(journal), files: {}, nowMs: session.nowMs };
}

test("a task has drained when its container got the stop signal after the whole delay", () => {
  expect(told(taskDrained()(replacing(60)))).toMatchObject({
    passed: false,
    observed: { en: "No target of such a task drains yet." },
  });
  expect(taskDrained()(replacing(200)).observed("en")).toMatch(/^Task \w+ drains for 300 s; its container has no/);
  const view = replacing(500);
  const verdict = taskDrained({ service: "web", stopCode: "ServiceSchedulerInitiated", from: 300, to: 300 })(view);
  expect(verdict.passed).toBe(true);
  expect(verdict.evidence.map((seq) => view.journal[seq]?.kind)).toEqual(["TARGET_DEREGISTERED", "SIGTERM_SENT"]);
  expect(verdict.observed("en")).toMatch(/\(ServiceSchedulerInitiated\) drained for 300 s; .* signal 3\d\d s after/);
});

test("another delay, another stop and another service are told apart", () => {
  const view = replacing(500);
  expect(told(taskDrained({ to: 60 })(view))).toMatchObject({
    passed: false,
    observed: {
      en: expect.stringMatching(/drained for 300 s\. This step needs a task that drains for 1 to 60 s\.$/),
      vi: expect.stringMatching(/draining từ 1 tới 60 s\.$/),
    },
  });
  expect(taskDrained({ from: 301 })(view).observed("en")).toContain("for 301 s or more");
  expect(taskDrained({ stopCode: "UserInitiated" })(view).passed).toBe(false);
  expect(taskDrained({ service: "other" })(view).passed).toBe(false);
});
