/** The packet of a connection test goes where the network says: over the gateway, to the edge that refuses, nowhere at all. */
import { DEFAULT_SUBNETS, defaultScenario, isRecord, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { buildScene, type Scene } from "./scene.ts";
import { type TripFacts, tripOf } from "./trip.ts";

const SIZE = { width: 820, height: 520 };

interface Tested {
  readonly scene: Scene;
  readonly facts: TripFacts;
}

/** Two web servers on Fargate, `from` in the given subnet, and one test. */
function tested(input: { from: string; to: string; port?: number }, assignPublicIp = "ENABLED"): Tested {
  const session = Session.start({ scenario: defaultScenario });
  for (const family of ["front", "back"]) {
    session.call("ecs", "RegisterTaskDefinition", {
      family,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: family, image: "nginx", portMappings: [{ containerPort: 80 }] }],
    });
    const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp };
    const networkConfiguration = { awsvpcConfiguration };
    session.call("ecs", "RunTask", { taskDefinition: family, launchType: "FARGATE", networkConfiguration });
  }
  session.advance({ byMs: 40_000 });
  const outcome = session.call("quayside", "TestConnection", input);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const record = session.journal.at(session.journal.length - 1);
  if (!isRecord(record, "CONNECTION_TESTED")) throw new Error("the test of a connection left no record");
  return { scene: buildScene({ tables: session.tables, atMs: session.nowMs, ...SIZE }), facts: record.facts };
}

const middle = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => ({ x: x + w / 2, y: y + h / 2 });
const find = ({ scene }: Tested, key: string | undefined) => scene.tasks.find((mark) => mark.key === key);

describe("a trip", () => {
  test("from task to task is one line between their boxes", () => {
    const given = tested({ from: "front", to: "back", port: 80 });
    const trip = tripOf(given.scene, given.facts);
    const [from, to] = [find(given, given.facts.fromKey), find(given, given.facts.toKey)];
    if (from === undefined || to === undefined) throw new Error("both tasks are on the map");
    expect(trip).toEqual({ points: [middle(from), middle(to)], reaches: true });
  });

  test("to the internet it goes over the gateway", () => {
    const given = tested({ from: "front", to: "internet" });
    const gateway = given.scene.places.find(({ kind }) => kind === "gateway");
    if (gateway === undefined) throw new Error("the map has a gateway");
    expect(tripOf(given.scene, given.facts)?.points.at(-1)).toEqual(middle(gateway));
  });

  test("from outside, a security group refuses it at the edge of the task", () => {
    const given = tested({ from: "internet", to: "back", port: 80 });
    const box = find(given, given.facts.toKey);
    const trip = tripOf(given.scene, given.facts);
    const end = trip?.points.at(-1);
    if (box === undefined || end === undefined) throw new Error("the task is on the map");
    expect(trip?.reaches).toBe(false);
    const onEdge = Math.min(
      Math.abs(end.y - box.y),
      Math.abs(end.y - box.y - box.h),
      Math.abs(end.x - box.x),
      Math.abs(end.x - box.x - box.w),
    );
    expect(onEdge).toBeLessThan(1);
  });

  test("without either end on the map there is none", () => {
    const { scene, facts } = tested({ from: "front", to: "internet" });
    expect(tripOf({ ...scene, tasks: [] }, facts)).toBeUndefined();
  });
});
