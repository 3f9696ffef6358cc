/** The moment that a poster shows: something is going on in it, and it is the same for the same run. */
import { Session } from "@quayside/simulator";
import { expect, it } from "vitest";
import { buildScene } from "../map/scene.ts";
import { harbourMoment } from "../run/harbour.ts";
import { liveliestMoment } from "./moment.ts";

const SIZE = { width: 720, height: 460 };

it("is one in which an image is on its way, when there is one", () => {
  const session = Session.start({ seed: 1 });
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx:latest" }],
  });
  const [subnet] = [...session.tables.subnets.values()].filter((row) => row.internetRoute === "internet-gateway");
  const awsvpcConfiguration = { subnets: [subnet?.subnetId], assignPublicIp: "ENABLED" };
  session.call("ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration },
  });
  session.stepUntilQuiet();
  const { tables, atMs, headMs } = liveliestMoment(session.journal, session.nowMs);
  const scene = buildScene({ tables, atMs, ...SIZE });
  expect(headMs).toBe(session.nowMs);
  expect(scene.flows).toHaveLength(1);
  expect(scene.tasks[0]?.containers[0]?.progress).toBeGreaterThan(0.2);
});

it("is the beginning of a run in which nothing happens", () => {
  const session = Session.start({ seed: 1 });
  expect(liveliestMoment(session.journal, session.nowMs).atMs).toBe(0);
});

it("of the harbour is always the same, and full of life", () => {
  const [one, other] = [harbourMoment(), harbourMoment()].map(({ tables, atMs }) =>
    buildScene({ tables, atMs, ...SIZE }),
  );
  expect(one).toEqual(other);
  expect(one?.counts.running).toBeGreaterThan(3);
});
