/** What a session can do before the engine comes, and what only afterwards. */
import { expect, test } from "vitest";
import { Session } from "./session.ts";

test("a session makes its scenario's calls at once, and answers the others when the engine is there", async () => {
  const session = Session.start();
  expect(session.call("ecs", "CreateCluster", { clusterName: "blue" }).ok).toBe(true);
  expect(() => session.call("ecs", "ListClusters", {})).toThrow(/ListClusters needs @quayside\/simulator\/engine/);
  expect(() => session.call("quayside", "PushImage", { image: "quayside/shop" })).toThrow(/engine/);
  await import("./engine.ts");
  expect(session.call("ecs", "ListClusters", {})).toMatchObject({ ok: true });
  expect(session.call("quayside", "PushImage", { image: "quayside/shop" }).ok).toBe(true);
  expect(session.call("ecs", "Nonsense", {})).toMatchObject({
    ok: false,
    error: { code: "UnknownOperationException" },
  });
});
