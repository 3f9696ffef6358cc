/** Conditions about container instances and machines, over what the simulator really does. */
import { expect, test } from "vitest";
import { Ec2Cluster } from "../testing/ec2-cluster.ts";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { instanceReached, machineReached } from "./instances.ts";

const pack = { placementStrategy: [{ type: "binpack", field: "memory" }] };

test("an instance was drained and emptied; one that never had tasks was not emptied", () => {
  const cluster = new Ec2Cluster(2).run(1, pack);
  const [first, second] = cluster.instances;
  cluster.call("UpdateContainerInstancesState", { containerInstances: [first, second], status: "DRAINING" });
  const drained = instanceReached({ status: "DRAINING", emptied: true });
  expect(drained(cluster.view()).passed).toBe(false);
  expect(instanceReached({ status: "DRAINING", count: 2 })(cluster.view()).passed).toBe(true);
  for (const task of cluster.session.tables.tasks.keys()) cluster.call("StopTask", { task });
  expect(told(drained(cluster.view()))).toMatchObject({
    passed: true,
    observed: { en: expect.stringMatching(/ is DRAINING, its agent connected, with 0 tasks\.$/) },
  });
});

test("so many instances had an attribute, with this value or with any", () => {
  const cluster = new Ec2Cluster(3);
  const attributes = cluster.instances.slice(0, 2).map((targetId) => ({ name: "stack", value: "prod", targetId }));
  cluster.call("PutAttributes", { attributes });
  const view = cluster.view();
  expect(instanceReached({ attributes: { stack: "prod" }, count: 2 })(view).passed).toBe(true);
  expect(instanceReached({ attributes: { stack: null }, cluster: "default" })(view).passed).toBe(true);
  expect(told(instanceReached({ attributes: { stack: "prod" }, count: 3 })(view))).toMatchObject({
    passed: false,
    observed: { en: expect.stringMatching(/stack=prod\. So many are as wanted: 2 of 3\.$/) },
  });
  expect(instanceReached({ attributes: { stack: "test" } })(view).passed).toBe(false);
  expect(instanceReached({ cluster: "other" })(view).passed).toBe(false);
});

test("connection, type, running tasks and who registered narrow it down", () => {
  const cluster = new Ec2Cluster(1).run(2);
  cluster.session.advance({ byMs: 60_000 });
  const view = cluster.view();
  expect(instanceReached({ connected: true, instanceType: "t3.medium", runningTasks: 2 })(view).passed).toBe(true);
  expect(instanceReached({ connected: false })(view).passed).toBe(false);
  expect(instanceReached({ instanceType: "m5.large" })(view).passed).toBe(false);
  expect(instanceReached({ runningTasks: 3 })(view).passed).toBe(false);
  expect(instanceReached({ agentConfiguration: { ECS_CLUSTER: "default" } })(view).passed).toBe(true);
  expect(instanceReached({ agentConfiguration: { ECS_CLUSTER: "fleet" } })(view).passed).toBe(false);
  expect(instanceReached({ registeredByYou: true })(view).passed).toBe(false);
  expect(instanceReached({ registeredByYou: false })(view).passed).toBe(true);
});

test("a machine is found by its state, by what its agent wrote, and by who launched it", () => {
  const view = new Ec2Cluster(1).view();
  expect(told(machineReached({ state: "running", instanceType: "t3.medium" })(view))).toMatchObject({
    passed: true,
    observed: { en: expect.stringMatching(/^EC2 instance i-\w+ \(t3\.medium\) is running\.$/) },
  });
  expect(machineReached({ state: "terminated" })(view).passed).toBe(false);
  expect(machineReached({ why: "agent.no-credentials" })(view).passed).toBe(false);
  expect(told(machineReached({ launchedByYou: true })(view))).toMatchObject({
    passed: false,
    observed: { en: "There is no such EC2 instance yet." },
  });
});

test("without any instance there is nothing to report", () => {
  const view = new HandMadeJournal().view();
  expect(told(instanceReached({})(view))).toMatchObject({
    passed: false,
    observed: { en: "There is no such container instance yet." },
  });
});
