/** The condition about builds, over what the simulator really does. */
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { PUBLIC_SUBNET } from "../authoring/commands.ts";
import { fargateDefinition } from "../authoring/services.ts";
import { History } from "../history.ts";
import "../testing/arrived.ts";
import { buildRan } from "./builds.ts";

const NETWORK = { awsvpcConfiguration: { subnets: [PUBLIC_SUBNET], assignPublicIp: "ENABLED" } };
const SHOP = { service: "shop", repository: "docker.io/quayside/shop", tag: "latest" } as const;

/** A service of one task. */
function shop() {
  const session = Session.start({ seed: 1, scenario: { id: "test", title: "", commands: [] } });
  const call = (operation: string, input: object, service: "ecs" | "quayside" = "ecs") => {
    session.call(service, operation, input);
    session.advance({ untilSettled: true });
  };
  call("CreateCluster", { clusterName: "default" });
  call("RegisterTaskDefinition", fargateDefinition("shop", "quayside/shop:latest"));
  const where = { taskDefinition: "shop", launchType: "FARGATE", networkConfiguration: NETWORK };
  call("CreateService", { serviceName: "shop", desiredCount: 1, ...where });
  const view = () => {
    const { tables, journal } = session;
    return { tables, journal: journal.records, history: History.of(journal.records), files: {} };
  };
  return { call, where, view };
}

test("a task that was created before the push counts for neither", () => {
  const { call, view } = shop();
  expect(buildRan({ ...SHOP, build: "older" })(view()).observed("en")).toBe(
    "Nobody has pushed docker.io/quayside/shop:latest yet.",
  );
  call("PushImage", { image: "quayside/shop:latest" }, "quayside");
  for (const build of ["older", "pushed"] as const) expect(buildRan({ ...SHOP, build })(view()).passed).toBe(false);
});

test("what a deployment pinned runs on, a task from RunTask and a new deployment look again", () => {
  const { call, where, view } = shop();
  call("PushImage", { image: "quayside/shop:latest" }, "quayside");
  call("UpdateService", { service: "shop", desiredCount: 2 });
  const older = buildRan({ ...SHOP, build: "older" })(view());
  expect(older.observed("en")).toBe("Since the push 1 task came to run, 1 with an older build.");
  expect([older.passed, older.evidence.length]).toEqual([true, 1]);
  expect(buildRan({ ...SHOP, build: "pushed" })(view()).passed).toBe(false);
  call("RunTask", where);
  expect(buildRan({ ...SHOP, service: false, build: "pushed" })(view()).passed).toBe(true);
  call("UpdateService", { service: "shop", forceNewDeployment: true });
  expect(buildRan({ ...SHOP, build: "pushed", count: 2 })(view()).passed).toBe(true);
  expect(buildRan({ ...SHOP, build: "pushed", count: 3 })(view()).passed).toBe(false);
});
