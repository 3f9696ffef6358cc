/** Conditions about placement, over what the simulator really does. */
import { expect, test } from "vitest";
import { Ec2Cluster } from "../testing/ec2-cluster.ts";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { placementFailed, spreadYielded, tasksLie } from "./placement.ts";

const spread = { placementStrategy: [{ type: "spread", field: "instanceId" }] };
const host = { placementStrategy: [{ type: "spread", field: "host" }] };
const pack = { placementStrategy: [{ type: "binpack", field: "memory" }] };

test("tasks lie as wanted when at some moment they did, by instance and by zone", () => {
  const cluster = new Ec2Cluster().run(4, spread);
  expect(told(tasksLie({ perInstance: [1, 1, 1, 1] })(cluster.view()))).toMatchObject({
    passed: true,
    observed: { en: "Tasks of group family:web in cluster default: 1 + 1 + 1 + 1 by instance, 2 + 2 by zone." },
  });
  const [task] = [...cluster.session.tables.tasks.keys()];
  cluster.call("StopTask", { task });
  expect(tasksLie({ perInstance: [1, 1, 1, 1], perZone: [2, 2], instances: 4, tasks: 4 })(cluster.view()).passed).toBe(
    true,
  );
  expect(tasksLie({ perInstance: [4] })(cluster.view()).passed).toBe(false);
});

test("a task leaves its place when it is to stop", () => {
  const cluster = new Ec2Cluster().run(2, pack);
  for (const task of [...cluster.session.tables.tasks.keys()]) cluster.call("StopTask", { task });
  cluster.run(2, pack);
  expect(tasksLie({ tasks: 4 })(cluster.view()).passed).toBe(false);
  expect(tasksLie({ tasks: 2 })(cluster.view()).passed).toBe(true);
});

test("tasks of different groups are not counted together", () => {
  const cluster = new Ec2Cluster().run(1, pack).run(1, { ...pack, group: "night" });
  expect(tasksLie({ perInstance: [2] })(cluster.view()).passed).toBe(false);
  expect(tasksLie({ taskGroup: "night", perInstance: [1] })(cluster.view()).passed).toBe(true);
});

test("only tasks that were placed by these strategies count, host and instanceId being the same", () => {
  const cluster = new Ec2Cluster(2).run(2, host).run(2, pack);
  const view = cluster.view();
  expect(tasksLie({ strategies: ["spread(instanceId)"], perInstance: [1, 1] })(view).passed).toBe(true);
  expect(tasksLie({ strategies: ["binpack(memory)"], perInstance: [2] })(view).passed).toBe(true);
  expect(told(tasksLie({ strategies: ["random"] })(view))).toMatchObject({
    passed: false,
    observed: { en: "No task has been placed like this yet: random." },
  });
});

test("only tasks that a constraint held for, on instances with an attribute, away from a group", () => {
  const cluster = new Ec2Cluster(2).run(1, pack);
  const [first, second] = cluster.instances;
  cluster.call("PutAttributes", { attributes: [{ name: "stack", value: "prod", targetId: second }] });
  cluster.run(2, { placementConstraints: [{ type: "memberOf", expression: "attribute:stack == prod" }] });
  cluster.call("PutAttributes", { attributes: [{ name: "stack", value: "prod", targetId: first }] });
  const view = cluster.view();
  expect(tasksLie({ constrained: "memberOf", perInstance: [2] })(view).passed).toBe(true);
  expect(tasksLie({ constrained: "distinctInstance" })(view).passed).toBe(false);
  expect(tasksLie({ instanceHas: { stack: "prod" }, tasks: 2 })(view).passed).toBe(true);
  expect(tasksLie({ instanceHas: { stack: null }, tasks: 3 })(view).passed).toBe(false);
  expect(told(tasksLie({ instanceHas: { stack: "test" } })(view))).toMatchObject({
    passed: false,
    observed: { en: "No task has been placed like this yet: stack=test." },
  });
  cluster.run(1, { group: "night", placementConstraints: [{ type: "distinctInstance" }] });
  expect(tasksLie({ constrained: "distinctInstance", awayFrom: "night" })(cluster.view()).passed).toBe(true);
  expect(tasksLie({ taskGroup: "night", awayFrom: "family:web" })(cluster.view()).passed).toBe(false);
});

test("without tasks on instances nothing lies anywhere", () => {
  const onFargate = new HandMadeJournal().task(0, "t1", {}).view();
  expect(told(tasksLie({ family: "web" })(onFargate))).toMatchObject({
    passed: false,
    observed: { en: "No task has been placed like this yet: on a container instance." },
  });
});

test("a placement has failed when no instance could take a task, for the wanted reason", () => {
  const cluster = new Ec2Cluster(2).run(8);
  expect(told(placementFailed({ reason: "RESOURCE:MEMORY" })(cluster.view()))).toMatchObject({
    passed: false,
    observed: { en: "Every task has found a place so far." },
  });
  cluster.run(1);
  expect(told(placementFailed({ reason: "RESOURCE:MEMORY", cluster: "default" })(cluster.view()))).toMatchObject({
    passed: true,
    observed: { en: "A task found no place: RESOURCE:MEMORY on 2 of 2 container instances." },
  });
  expect(told(placementFailed({ reason: "AGENT" })(cluster.view()))).toMatchObject({
    passed: false,
    observed: { en: "A task found no place: RESOURCE:MEMORY" },
  });
  expect(placementFailed({ reason: "RESOURCE:MEMORY", cluster: "other" })(cluster.view()).passed).toBe(false);
});

test("spread has yielded when it took an instance with more tasks of the group than another", () => {
  const cluster = new Ec2Cluster(2).run(3, { ...pack, group: "other" }).run(2, spread);
  expect(told(spreadYielded()(cluster.view()))).toMatchObject({
    passed: false,
    observed: { en: "2 tasks were spread over instances; each went to one with the fewest of its group." },
  });
  expect(spreadYielded({ cluster: "default" })(cluster.run(3, spread).view()).passed).toBe(true);
});
