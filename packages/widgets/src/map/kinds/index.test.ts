/** The kinds of things on the map, in a real scene: each says itself in words and is selected where its rows are. */
import { defaultScenario, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { selectedRow } from "../../base/cloud.ts";
import { textsFor } from "../../i18n/index.ts";
import { en as late } from "../late-texts/en.ts";
import { buildScene } from "../scene.ts";
import { isOnMap, kindOf, movingOf, STILL_KINDS, thingsOf } from "./index.ts";
import type { ThingKind } from "./kind.ts";
import type { TaskMark } from "./task-mark.ts";
import { wordsOf } from "./words.ts";

function begin(): Session {
  const session = Session.start({ scenario: defaultScenario });
  const call = (service: "ecs" | "quayside", operation: string, input: object) => {
    const outcome = session.call(service, operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
  };
  call("quayside", "ProvideContainerInstances", { count: 2 });
  const containerDefinitions = [{ name: "web", image: "nginx", memory: 64 }];
  call("ecs", "RegisterTaskDefinition", { family: "web", networkMode: "bridge", containerDefinitions });
  call("ecs", "RunTask", { taskDefinition: "web", launchType: "EC2" });
  return session;
}

test("a thing has a sentence, a tip and a row of its table, and selects what is there", () => {
  const { tables, nowMs } = begin();
  const scene = buildScene({ tables, atMs: nowMs, width: 820, height: 520 });
  const told = { texts: { ...textsFor("en"), late }, tables };
  const things = thingsOf(scene);
  expect(things.map(({ kind }) => kind)).toEqual(["task", "instance", "instance", "definition"]);
  for (const mark of things) {
    const kind = kindOf(mark);
    const { table } = wordsOf(mark.kind);
    const { name } = table.row(mark, told);
    expect(kind.sentence(mark, told)).toContain(name);
    expect(table.columns(told.texts).length).toBeGreaterThan(2);
    expect(selectedRow(tables, kind.selects(mark))).toBeDefined();
    expect(isOnMap(kind.selects(mark))).toBe(true);
  }
  expect(isOnMap({ table: "clusters", key: "default" })).toBe(false);
});

test("what travels and what stands still are all there is", () => {
  const { tables, nowMs } = begin();
  const scene = buildScene({ tables, atMs: nowMs, width: 820, height: 520 });
  const still = STILL_KINDS.flatMap((kind) => kind.of(scene));
  expect([...movingOf(scene), ...still]).toEqual(thingsOf(scene));
});

test("an instance that ECS does not know yet is selected in EC2", () => {
  const { tables, nowMs } = begin();
  const [mark] = buildScene({ tables, atMs: nowMs, width: 820, height: 520 }).instances;
  if (mark === undefined) throw new Error("there is no instance");
  const alone = { ...mark, key: mark.instanceId };
  expect(kindOf(alone).selects(alone)).toEqual({ table: "ec2Instances", key: mark.instanceId });
});

test("a kind without a sentence is refused by the type check", () => {
  const { sentence: _said, ...rest } = kindOf({ kind: "task" } as TaskMark);
  // @ts-expect-error a kind has to say itself
  const mute: ThingKind<TaskMark> = rest;
  expect(mute.sentence).toBeUndefined();
});
