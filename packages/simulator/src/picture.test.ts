/** A picture shows of the first moment what can be drawn, as the world has it. */
import { expect, test } from "vitest";
import { beginningOf, Picture } from "./picture.ts";
import { PICTURED } from "./pictured.ts";
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
  const picture = new Picture({ seed: 9, scenario, beginning: structuredClone(beginningOf(session)) });
  for (const name of PICTURED)
    expect([...picture.tables[name].values()], name).toEqual([...session.tables[name].values()]);
  expect(picture.tables.tasks.size).toBe(2);
  expect(picture.tables.images.size).toBe(0);
  const heads = ({ changes: _changes, ...head }: (typeof session.journal.records)[number]) => head;
  expect(picture.journal.records.map(heads)).toStrictEqual(session.journal.records.map(heads));
  const { nextDueMs } = session;
  expect(picture).toMatchObject({ nowMs: 0, nextDueMs, settled: false, quiet: false });
});

test("a beginning serves any number of pictures and stays as it was", () => {
  const beginning = structuredClone(beginningOf(started()));
  const [one, other] = [1, 2].map(() => new Picture({ seed: 9, scenario, beginning }));
  expect([...(one?.tables.tasks.values() ?? [])]).toEqual([...(other?.tables.tasks.values() ?? [])]);
  expect(beginning).toStrictEqual(structuredClone(beginningOf(started())));
});

test("the run that a picture shows is the one that begins anew from it", () => {
  const picture = new Picture({ seed: 9, scenario, beginning: beginningOf(started()) });
  const session = Session.start(picture);
  expect(session.journal.records).toStrictEqual(started().journal.records);
  expect(session.save()).toStrictEqual(started().save());
});

test("a beginning cannot be taken once time has passed", () => {
  const session = started();
  session.stepUntilQuiet();
  expect(() => beginningOf(session)).toThrow(/before time passes/);
});
