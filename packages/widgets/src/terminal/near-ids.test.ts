/** Which line was meant when an id was only begun. */
import { defaultScenario, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import { lastPart } from "../base/cloud.ts";
import { linesMeant } from "./near-ids.ts";

function running() {
  const session = Session.start({ scenario: defaultScenario });
  session.call("quayside", "ProvideContainerInstances", { count: 2 });
  session.call("ecs", "RegisterTaskDefinition", {
    family: "web",
    containerDefinitions: [{ name: "web", image: "nginx", memory: 64 }],
  });
  session.call("ecs", "RunTask", { taskDefinition: "web", launchType: "EC2", count: 2 });
  const [task = ""] = [...session.tables.tasks.keys()].map(lastPart);
  const [machine = ""] = session.tables.ec2Instances.keys();
  return { tables: session.tables, task, machine };
}

test("the beginning of one id is that id, also behind the rest of an ARN and in quotes", () => {
  const { tables, task, machine } = running();
  expect(linesMeant(`aws ecs stop-task --task ${task.slice(0, 6)}`, tables)).toEqual([
    `aws ecs stop-task --task ${task}`,
  ]);
  expect(linesMeant(`aws ecs stop-task --task=task/default/${task.slice(0, 8)}`, tables)).toEqual([
    `aws ecs stop-task --task=task/default/${task}`,
  ]);
  expect(linesMeant(`ssh ec2-user@${machine.slice(0, 8)}`, tables)).toEqual([`ssh ec2-user@${machine}`]);
});

test("a whole id, an unknown one, a short one and a family mean nothing else", () => {
  const { tables, task } = running();
  const lines = [task, "ffffffffff", task.slice(0, 3), "web:1"].map((word) => `aws ecs stop-task --task ${word}`);
  for (const line of lines) expect(linesMeant(line, tables), line).toEqual([]);
});

test("what fits several is offered several times, and what fits many not at all", () => {
  const { tables } = running();
  const subnets = [...tables.subnets.keys()];
  expect(linesMeant("aws ec2 describe-subnets --subnet-ids subnet-0aaa", tables)).toEqual(
    subnets.filter((id) => id.startsWith("subnet-0aaa")).map((id) => `aws ec2 describe-subnets --subnet-ids ${id}`),
  );
});
