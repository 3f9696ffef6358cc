/** A service over time, in real runs: the numbers of each moment are those that the card says of it. */
import { JournalView, Session } from "@quayside/simulator";
import { beforeAll, expect, test } from "vitest";
import type { Tables } from "../base/cloud.ts";
import { livingServices, serviceFacts } from "../base/service-facts.ts";
import { ServiceSteps } from "../base/service-steps.ts";
import { LAYERS, mostOf, shapeOf } from "./chart-shape.ts";

let session: Session;
let serviceArn: string;

function call(operation: string, input: object): void {
  const outcome = session.call("ecs", operation, input);
  if (!outcome.ok) throw new Error(outcome.error.message);
}

function register(image: string): void {
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  call("RegisterTaskDefinition", { family: "web", ...size, containerDefinitions: [{ name: "nginx", image }] });
}

/** A service of four tasks is rolled out, updated, and scaled in. */
beforeAll(() => {
  session = Session.start();
  register("nginx:latest");
  const open = [...session.tables.subnets.values()].filter(({ internetRoute }) => internetRoute === "internet-gateway");
  const subnets = open.map(({ subnetId }) => subnetId);
  call("CreateService", {
    serviceName: "web",
    taskDefinition: "web",
    desiredCount: 4,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } },
  });
  session.advance({ byMs: 120_000 });
  register("nginx:alpine");
  call("UpdateService", { service: "web", taskDefinition: "web", deploymentConfiguration: { maximumPercent: 150 } });
  session.advance({ byMs: 300_000 });
  call("UpdateService", { service: "web", desiredCount: 1 });
  session.advance({ byMs: 60_000 });
  serviceArn = livingServices(session.tables)[0]?.serviceArn ?? "";
});

function storyOf(records = session.journal.records): ServiceSteps {
  const story = new ServiceSteps(serviceArn);
  story.follow(records);
  return story;
}

test("each moment has the numbers that its card says", () => {
  const story = storyOf();
  const view = new JournalView(session.journal);
  let compared = 0;
  for (const { fromMs } of story.steps) {
    view.moveTo(fromMs);
    const tables = view.tables as unknown as Tables;
    const row = tables.services.get(serviceArn);
    if (row === undefined) throw new Error("a step without its service");
    const { running, pending, stopping, deployments } = serviceFacts(tables, row);
    const older = deployments.slice(1).reduce((sum, each) => sum + each.running, 0);
    expect(story.at(fromMs)).toMatchObject({ running, pending, stopping, older, desired: row.desiredCount });
    compared += 1;
  }
  expect(compared).toBeGreaterThan(20);
});

test("bounds follow the percentages and what is wanted; a deployment is named by its revision", () => {
  const story = storyOf();
  const bounds = story.steps.map(({ desired, lower, upper }) => `${desired}: ${lower}-${upper}`);
  expect([...new Set(bounds)]).toEqual(["4: 4-8", "4: 4-6", "1: 1-1"]);
  expect(story.rollouts.map(({ definition }) => definition)).toEqual(["web:1", "web:2"]);
  expect(story.at(-1)).toBeUndefined();
});

test("a journal that is read bit by bit, or again after going back, tells the same", () => {
  const { records } = session.journal;
  const story = new ServiceSteps(serviceArn);
  for (let length = 0; length <= records.length; length += 7) story.follow(records.slice(0, length));
  story.follow(records);
  expect(story.steps).toEqual(storyOf().steps);
  const half = records.slice(0, records.length / 2);
  story.follow(half);
  expect(story.steps).toEqual(storyOf(half).steps);
});

test("the picture's layers stand on one another, within a scale that has room for the bounds", () => {
  const { steps } = storyOf();
  const endMs = session.nowMs;
  const frame = { left: 20, top: 10, w: 200, h: 100 };
  const shape = shapeOf(steps, { fromMs: 0, toMs: endMs }, endMs, frame);
  expect(mostOf(steps)).toBe(8);
  expect([shape.y(0), shape.y(8)]).toEqual([110, 10]);
  expect(shape.areas.map(({ layer }) => layer)).toEqual([...LAYERS]);
  for (const path of [shape.band, shape.running, ...shape.areas.map(({ path }) => path)]) {
    const [xs, ys] = [/[MLH]([\d.-]+)/g, /[ML][\d.-]+ ([\d.-]+)/g].map((each) =>
      [...path.matchAll(each)].map(([, number]) => Number(number)),
    ) as [number[], number[]];
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...xs)).toBeLessThanOrEqual(220);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...ys)).toBeLessThanOrEqual(110);
  }
});
