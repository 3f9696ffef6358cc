/** What a server holds: a large world's memory comes back with a reset, and most of it when the past is forgotten. */
import { send } from "@quayside/api";
import { defaultScenario } from "@quayside/simulator";
import { expect, test } from "vitest";
import { giveMemoryBack } from "./give-back.ts";
import { World } from "./world.ts";

const NETWORK = {
  awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" },
};
const DEFINITION = {
  family: "job",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "job", image: "busybox" }],
};

function heldBytes(): number {
  giveMemoryBack();
  return process.memoryUsage().heapUsed;
}

test("memory comes back", { timeout: 60_000 }, async () => {
  const world = new World({ seed: 1, scenario: defaultScenario }, { kind: "manual" });
  const empty = heldBytes();
  send(world.session, { service: "ecs", operation: "RegisterTaskDefinition", input: DEFINITION });
  const input = { taskDefinition: "job", launchType: "FARGATE", count: 10, networkConfiguration: NETWORK };
  for (let hour = 0; hour < 200; hour += 1) {
    send(world.session, { service: "ecs", operation: "RunTask", input });
    await world.advance(3_600_000);
  }
  const full = heldBytes() - empty;
  world.forget();
  const forgotten = heldBytes() - empty;
  expect(forgotten).toBeLessThan(full / 2);
  world.reset({});
  expect(heldBytes() - empty).toBeLessThan(full / 8);
});
