/** What a session can do before the engine comes, and what only afterwards. */
import { expect, test } from "vitest";
import { beginningOf } from "./beginning.ts";
import { defaultScenario } from "./scenario.ts";
import { Session } from "./session.ts";

test("a session needs the engine to make a call, and not to begin where the calls of its scenario led", async () => {
  expect(() => Session.start()).toThrow(/CreateCluster needs @quayside\/simulator\/engine/);
  const empty = Session.start({ scenario: { ...defaultScenario, commands: [] } });
  expect(() => empty.call("ecs", "CreateCluster", { clusterName: "blue" })).toThrow(/engine/);
  expect(() => empty.call("quayside", "PushImage", { image: "quayside/shop" })).toThrow(/engine/);
  await import("./engine.ts");
  const session = Session.start({ beginning: beginningOf(empty) });
  expect(session.tables.clusters.size).toBe(0);
  expect(session.call("ecs", "CreateCluster", { clusterName: "blue" }).ok).toBe(true);
  expect(session.call("ecs", "ListClusters", {})).toMatchObject({ ok: true });
  expect(session.call("quayside", "PushImage", { image: "quayside/shop" }).ok).toBe(true);
  expect(session.call("ecs", "Nonsense", {})).toMatchObject({
    ok: false,
    error: { code: "UnknownOperationException" },
  });
});
