/** A picture shows of the first moment what can be drawn, as the world has it. */
import { expect, test } from "vitest";
import "./engine.ts";
import { beginningOf, PICTURED, pictureOf } from "./beginning.ts";
import type { Scenario } from "./scenario.ts";
import { Session } from "./session.ts";

const scenario: Scenario = {
  id: "two-tasks",
  title: "Two tasks",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } },
    {
      service: "ecs",
      operation: "RegisterTaskDefinition",
      input: {
        family: "web",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        containerDefinitions: [{ name: "web", image: "nginx:1.29", essential: true }],
      },
    },
    {
      service: "ecs",
      operation: "RunTask",
      input: {
        taskDefinition: "web",
        launchType: "FARGATE",
        count: 2,
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"] } },
      },
    },
  ],
};
const started = () => Session.start({ seed: 9, scenario });

test("a picture has the rows, the records and what is due next", () => {
  const session = started();
  const picture = pictureOf(9, structuredClone(beginningOf(session)));
  for (const name of PICTURED)
    expect([...picture.tables[name].values()], name).toStrictEqual([...session.tables[name].values()]);
  expect(picture.tables.tasks.size).toBe(2);
  expect(picture.tables.images.size).toBe(0);
  const heads = ({ changes: _changes, ...head }: (typeof session.journal.records)[number]) => head;
  expect(picture.journal.records.map(heads)).toStrictEqual(session.journal.records.map(heads));
  expect(picture.world.agenda.nextAtMs()).toBe(session.nextDueMs);
  expect(picture.world.agenda.inProgress).toBeGreaterThan(0);
});

test("a beginning serves any number of pictures and stays as it was", () => {
  const beginning = structuredClone(beginningOf(started()));
  const [one, other] = [pictureOf(9, beginning), pictureOf(9, beginning)];
  one.remove("tasks", [...one.tables.tasks.keys()][0] ?? "");
  expect(other.tables.tasks.size).toBe(2);
  expect(beginning).toStrictEqual(structuredClone(beginningOf(started())));
});

test("a beginning cannot be taken once time has passed", () => {
  const session = started();
  session.stepUntilQuiet();
  expect(() => beginningOf(session)).toThrow(/before time passes/);
});
