/** A service whose tasks find no place: what stands in the journal of its tries, and that it still notices a place. */
import { expect, test } from "vitest";
import { Session } from "./session.ts";

const MINUTE_MS = 60_000;

/** A service of one task that needs more memory than the only instance has, after some minutes. */
function unplaceable(minutes: number): Session {
  const session = Session.start();
  session.call("quayside", "ProvideContainerInstances", { instanceType: "t3.medium" });
  session.call("ecs", "RegisterTaskDefinition", {
    family: "big",
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [{ name: "big", image: "nginx", memory: 6000 }],
  });
  session.call("ecs", "CreateService", { serviceName: "big", taskDefinition: "big", desiredCount: 1 });
  session.advance({ byMs: minutes * MINUTE_MS });
  return session;
}

const countOf = ({ journal }: Session, kind: string) => journal.records.filter((record) => record.kind === kind).length;

test("the same decision is written down once it is new, and not at every beat", () => {
  const session = unplaceable(10);
  const before = [countOf(session, "SERVICE_DECIDED"), countOf(session, "PLACEMENT_DECIDED")];
  expect(before[0]).toBeGreaterThan(0);
  session.advance({ byMs: 60 * MINUTE_MS });
  expect([countOf(session, "SERVICE_DECIDED"), countOf(session, "PLACEMENT_DECIDED")]).toEqual(before);
});

test("another reason is another decision", () => {
  const session = unplaceable(10);
  const before = countOf(session, "PLACEMENT_DECIDED");
  const [instance] = session.tables.containerInstances.keys();
  session.call("ecs", "UpdateContainerInstancesState", { containerInstances: [instance], status: "DRAINING" });
  session.advance({ byMs: MINUTE_MS });
  expect(countOf(session, "PLACEMENT_DECIDED")).toBeGreaterThan(before);
});

test("a place that comes is taken, and the decision stands in the journal", () => {
  const session = unplaceable(10);
  const before = countOf(session, "SERVICE_DECIDED");
  session.call("quayside", "ProvideContainerInstances", { instanceType: "m5.large" });
  session.advance({ byMs: 5 * MINUTE_MS });
  expect(countOf(session, "SERVICE_DECIDED")).toBeGreaterThan(before);
  expect([...session.tables.tasks.values()].map(({ lastStatus }) => lastStatus)).toEqual(["RUNNING"]);
});
