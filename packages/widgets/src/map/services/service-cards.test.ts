/** Cards of services on the map, in real runs: counts, pips, what they say, where they stand. */
import { Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { livingServices, serviceFacts } from "../../base/service-facts.ts";
import { birthplaceOf } from "../births.ts";
import { buildScene } from "../scene.ts";
import { SceneMemory } from "../scene-memory.ts";
import { cut, linesOf, pipsOf, revisionsOf, wrapped } from "./card-lines.ts";
import { ServiceCards } from "./service-cards.ts";
import { en } from "./texts/en.ts";
import { vi } from "./texts/vi.ts";

function begin(desiredCount: number, more: object = {}): Session {
  const session = Session.start();
  register(session, "nginx:latest");
  call(session, "CreateService", {
    serviceName: "web",
    taskDefinition: "web",
    desiredCount,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: subnetsOf(session), assignPublicIp: "ENABLED" } },
    ...more,
  });
  return session;
}

function call(session: Session, operation: string, input: object): void {
  const outcome = session.call("ecs", operation, input);
  if (!outcome.ok) throw new Error(outcome.error.message);
}

function register(session: Session, image: string): void {
  const containerDefinitions = [{ name: "nginx", image }];
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  call(session, "RegisterTaskDefinition", { family: "web", ...size, containerDefinitions });
}

function subnetsOf({ tables }: Session): string[] {
  const open = [...tables.subnets.values()].filter(({ internetRoute }) => internetRoute === "internet-gateway");
  return open.map(({ subnetId }) => subnetId);
}

function factsOf({ tables }: Session) {
  const [row] = livingServices(tables);
  if (row === undefined) throw new Error("there is no service");
  return serviceFacts(tables, row);
}

const SIZE = { width: 840, height: 450 };
const cards = () => new ServiceCards(en);

function sceneOf({ tables, nowMs }: Session, made = cards(), size = SIZE, memory = new SceneMemory()) {
  return buildScene({ tables, atMs: nowMs, ...size, cards: made }, memory);
}

test("what is wanted is there as empty pips first, then dashed, then solid", () => {
  const session = begin(3);
  expect(Object.fromEntries(pipsOf(factsOf(session)))).toMatchObject({ running: 0, pending: 0, missing: 3 });
  session.advance({ byMs: 6_000 });
  expect(Object.fromEntries(pipsOf(factsOf(session)))).toMatchObject({ running: 0, pending: 3, missing: 0 });
  expect(linesOf(factsOf(session), en)).toEqual(["0 running, 3 pending", "desired 3 (3 to 6)", "IN_PROGRESS"]);
  session.advance({ byMs: 120_000 });
  expect(Object.fromEntries(pipsOf(factsOf(session)))).toEqual({
    running: 3,
    older: 0,
    pending: 0,
    stopping: 0,
    missing: 0,
  });
  expect(linesOf(factsOf(session), en)).toEqual(["3 running", "desired 3"]);
  expect(linesOf(factsOf(session), vi)).toEqual(["3 đang chạy", "muốn có 3"]);
});

test("a deployment that shifts traffic says its stage, and that it goes back", () => {
  const session = begin(1);
  session.advance({ byMs: 120_000 });
  const pause = {
    targetType: "PAUSE",
    lifecycleStages: ["POST_SCALE_UP"],
    timeoutConfiguration: { timeoutInMinutes: 3 },
  };
  const deploymentConfiguration = { strategy: "BLUE_GREEN", lifecycleHooks: [pause] };
  call(session, "UpdateService", { service: "web", deploymentConfiguration, forceNewDeployment: true });
  session.advance({ byMs: 120_000 });
  expect(linesOf(factsOf(session), en)).toEqual(["2 running", "desired 1 (1 to 2)", "POST_SCALE_UP"]);
  session.advance({ byMs: 170_000 });
  expect(linesOf(factsOf(session), en).at(-1)).toMatch(/^← [A-Z_]+$/);
  session.advance({ byMs: 120_000 });
  expect(linesOf(factsOf(session), en)).toEqual(["1 running", "desired 1"]);
});

test("during a rollout both revisions are named and counted, and what holds it is said", () => {
  const session = begin(2);
  session.advance({ byMs: 120_000 });
  expect(revisionsOf(factsOf(session))).toEqual({ whole: "web:1", short: ":1" });
  register(session, "nginx:alpine");
  call(session, "UpdateService", { service: "web", taskDefinition: "web:2" });
  session.advance({ byMs: 20_000 });
  const facts = factsOf(session);
  expect(revisionsOf(facts).short).toBe(":1 → :2");
  expect(revisionsOf({ ...facts, deployments: [] }).whole).toBe("ECS");
  // Two was overtaken on its way, and is what serves, too: the arrow still points at what is rolled out.
  const [newest, serving] = facts.deployments;
  if (newest === undefined || serving === undefined) throw new Error("there are two deployments");
  expect(revisionsOf({ ...facts, deployments: [newest, serving, newest] }).short).toBe(":1 → :2");
  expect(facts.deployments.map(({ definition, running, pending }) => [definition, running, pending])).toEqual([
    ["web:2", 0, 2],
    ["web:1", 2, 0],
  ]);
  const stripes = sceneOf(session).tasks.map(({ label, stripe }) => `${label} ${stripe}`);
  expect(new Set(stripes)).toEqual(new Set(["web:1 url(#service-old-1)", "web:2 url(#service-1)"]));
  expect(facts.bounds).toEqual({ lower: 2, upper: 4 });
  expect(linesOf(facts, en).slice(2)).toEqual([
    "IN_PROGRESS",
    ...facts.row.boundBy.split(" ").map((bound) => en.heldForNow(bound as "minimum")),
  ]);
  expect(facts.heldBy).toContain("minimum");
});

test("a rollout that goes on is held for now; one in which nothing moves is held", () => {
  const session = begin(1);
  session.advance({ byMs: 20_000 });
  const facts = { ...factsOf(session), heldBy: ["minimum"] as const };
  const said = (isHeldForNow: boolean) => linesOf({ ...facts, isHeldForNow }, en).at(-1);
  expect([said(true), said(false)]).toEqual([
    "for now: minimumHealthyPercent lets no more stop",
    "held: minimumHealthyPercent lets no more stop",
  ]);
  expect(factsOf(session).isHeldForNow).toBe(true);
});

test("a task is born at the card of its service, one that stands alone at its definition; older ones stay where they are", () => {
  const session = begin(1);
  const subnets = subnetsOf(session);
  const networkConfiguration = { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } };
  call(session, "RunTask", { taskDefinition: "web", launchType: "FARGATE", networkConfiguration });
  session.advance({ byMs: 6_000 });
  const scene = sceneOf(session);
  const [card, shelf] = [scene.services[0], scene.definitions[0]];
  const placeOf = (isOfService: boolean, sinceMs: number) => {
    const task = [...session.tables.tasks.values()].find(({ spec }) => (spec.serviceArn !== undefined) === isOfService);
    return birthplaceOf(scene, session.tables, task?.taskArn ?? "", sinceMs);
  };
  const inside = (rect: ReturnType<typeof birthplaceOf>, { x, y, w, h } = { x: 0, y: 0, w: 0, h: 0 }) =>
    rect !== undefined && rect.x >= x && rect.x + rect.w <= x + w && rect.y >= y && rect.y + rect.h <= y + h;
  expect(inside(placeOf(true, 4_000), card)).toBe(true);
  expect(inside(placeOf(false, -1), shelf)).toBe(true);
  expect(placeOf(true, 6_001)).toBeUndefined();
  expect(birthplaceOf(scene, session.tables, "gone", 0)).toBeUndefined();
});

test("a card stands in the rail between the definitions and what waits, and is the same while it says the same", () => {
  const session = begin(2);
  session.advance({ byMs: 120_000 });
  const made = cards();
  const memory = new SceneMemory();
  const scene = sceneOf(session, made, SIZE, memory);
  const [card] = scene.services;
  const place = (wanted: string) => scene.places.find(({ kind }) => kind === wanted);
  expect(card?.y).toBeGreaterThan((place("shelf")?.y ?? 0) + (place("shelf")?.h ?? 0));
  expect((card?.y ?? 0) + (card?.h ?? 0)).toBeLessThan(place("queue")?.y ?? 0);
  expect(card?.sentence).toBe("Service web, ACTIVE, web:1; 2 running; desired 2");
  session.advance({ byMs: 30_000 });
  expect(sceneOf(session, made, SIZE, memory).services).toBe(scene.services);
  call(session, "UpdateService", { service: "web", desiredCount: 3 });
  expect(sceneOf(session, made, SIZE, memory).services).not.toBe(scene.services);
});

test("without room for whole cards there are chips, and on a narrow map a line of them above the cloud", () => {
  const session = begin(0);
  for (const serviceName of ["api", "worker", "jobs", "mail"])
    call(session, "CreateService", {
      serviceName,
      taskDefinition: "web",
      desiredCount: 1,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: subnetsOf(session) } },
    });
  const low = sceneOf(session, cards(), { width: 840, height: 340 });
  expect(low.services).toHaveLength(5);
  expect(new Set(low.services.map(({ h }) => h))).toEqual(new Set([26]));
  const narrow = sceneOf(session, cards(), { width: 390, height: 294 });
  expect(new Set(narrow.services.map(({ y }) => y)).size).toBe(1);
  expect(narrow.services.every(({ y, h }) => y + h < narrow.frame.y)).toBe(true);
});

test("a service that is INACTIVE has no card, and without services nothing moves", () => {
  const session = begin(1);
  const before = sceneOf(session);
  expect(before.services).toHaveLength(1);
  call(session, "DeleteService", { service: "web", force: true });
  expect(sceneOf(session).services[0]?.sentence).toContain("DRAINING");
  session.advance({ byMs: 300_000 });
  const after = sceneOf(session);
  expect(after.services).toEqual([]);
  expect(after.places.map(({ kind }) => kind)).not.toContain("services");
});

test("a line breaks between words, a name is cut", () => {
  expect([cut("worker", 6), cut("worker-of-the-shop", 8.4)]).toEqual(["worker", "worker-…"]);
  expect(wrapped("held: no instance takes the task", 16)).toEqual(["held: no", "instance takes", "the task"]);
});
