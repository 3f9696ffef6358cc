/** When the scheduler looks, what it counts, and whom it asks first: cases in which a simpler scheduler goes wrong. */
import { expect, test } from "vitest";
import { Session } from "../../../session.ts";
import { must } from "../../../testing/refusal-scenery.ts";
import { PAIR, serviceScenery, WEB } from "../../../testing/service-scenery.ts";

const running = ({ tables }: Session, serviceName: string) =>
  [...tables.tasks.values()].filter(
    ({ spec, desiredStatus }) => spec.group === `service:${serviceName}` && desiredStatus === "RUNNING",
  );

/** Two instances, and services of one container each. */
function machines(
  ...services: readonly { readonly name: string; readonly input?: object; readonly container?: object }[]
) {
  const session = Session.start();
  const call = (operation: string, input: object, service: "ecs" | "quayside" = "ecs") =>
    must(session, service, operation, input);
  if (session.tables.clusters.size === 0) call("CreateCluster", { clusterName: "default" });
  call("ProvideContainerInstances", { instanceType: "t3.medium", count: 2 }, "quayside");
  for (const { name, input = {}, container = {} } of services) {
    const containerDefinitions = [{ name: "a", image: "nginx:1.29", memory: 128, ...container }];
    call("RegisterTaskDefinition", { family: name, containerDefinitions });
    call("CreateService", { serviceName: name, taskDefinition: name, ...input });
  }
  const instances = [...session.tables.containerInstances.keys()];
  const drain = (arn: string | undefined) =>
    call("UpdateContainerInstancesState", { containerInstances: [arn], status: "DRAINING" });
  return { session, call, instances, drain, pass: (seconds: number) => session.advance({ byMs: seconds * 1_000 }) };
}

test("a call every four seconds does not keep the scheduler from looking", () => {
  const { create, update, pass, session } = serviceScenery();
  create({ ...PAIR, desiredCount: 1 });
  for (let calls = 0; calls < 5; calls += 1) {
    pass(4);
    update({ desiredCount: 1 });
  }
  expect(running(session, "pair").length).toBe(1);
});

test("naming the definition that runs begins no deployment; another revision of it does", () => {
  const { create, update, pass, call } = serviceScenery();
  create({ ...PAIR, desiredCount: 1 });
  pass(120);
  expect(update({ taskDefinition: "pair" }).deployments).toHaveLength(1);
  call("RegisterTaskDefinition", { family: "pair", containerDefinitions: [{ name: "a", image: "nginx", memory: 64 }] });
  expect(update({ taskDefinition: "pair" }).deployments).toHaveLength(2);
});

test("a task that somebody runs in the name of a deployment pins no image of the service", () => {
  const { create, call, pass, session } = serviceScenery();
  const service = create({ ...WEB, desiredCount: 0 });
  const [deployment] = service.deployments as { id: string }[];
  const { launchType, networkConfiguration } = WEB;
  call("RunTask", { taskDefinition: "web", launchType, networkConfiguration, startedBy: deployment?.id });
  pass(60);
  expect([...session.tables.deployments.values()].map(({ imageDigests }) => imageDigests)).toEqual([{}]);
});

test("tasks of one try that fail lengthen the pause once", () => {
  const { create, call, session, pass } = serviceScenery();
  const containerDefinitions = [{ name: "a", image: "quayside/none:9" }];
  const fargate = { networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
  call("RegisterTaskDefinition", { family: "absent", ...fargate, containerDefinitions });
  create({ ...WEB, taskDefinition: "absent", desiredCount: 4 });
  pass(240);
  const own = [...session.tables.tasks.values()].filter(({ spec }) => spec.group === "service:web");
  const started = new Set(own.map(({ spec }) => spec.createdAtMs));
  expect(started.size).toBe(3);
  expect([...session.tables.deployments.values()][0]?.failedStarts).toBe(3);
});

test("500 starts a minute, also of tasks that end at once", () => {
  const crash = { image: "busybox:1.37", command: ["sh", "-c", "exit 1"], memory: 4 };
  const { session, call, pass } = machines({ name: "crash", input: { desiredCount: 0 }, container: crash });
  call("ProvideContainerInstances", { instanceType: "t3.large", count: 4 }, "quayside");
  call("UpdateService", { service: "crash", desiredCount: 400 });
  pass(60);
  expect(session.journal.records.filter(({ kind }) => kind === "TASK_CREATED").length).toBeLessThanOrEqual(500);
});

test("a daemon is the last to leave an instance that drains, a task that never ran the first", () => {
  const { session, instances, drain, pass } = machines(
    { name: "agent", input: { schedulingStrategy: "DAEMON" } },
    { name: "shop", input: { desiredCount: 2 } },
  );
  pass(120);
  const [first] = instances;
  drain(first);
  pass(600);
  const stops = session.journal.records.flatMap((record) => (record.kind === "TASK_STOP_REQUESTED" ? [record] : []));
  const groups = stops.map(({ subject }) => session.tables.tasks.get(subject)?.spec.group);
  expect(groups).toEqual(["service:shop", "service:agent"]);
});

test("what is PENDING on an instance that drains goes at once, also when there is no other place", () => {
  const { session, instances, drain, pass } = machines({ name: "shop", input: { desiredCount: 2 } });
  pass(5.3);
  for (const arn of instances) drain(arn);
  pass(15);
  expect(running(session, "shop")).toEqual([]);
});

test("a placement constraint on the zone leaves nothing to even out", () => {
  const expression = "attribute:ecs.availability-zone == us-east-1a";
  const placementConstraints = [{ type: "memberOf", expression }];
  const { session, call, pass } = machines({ name: "shop", input: { desiredCount: 4, placementConstraints } });
  pass(300);
  const { services } = call("DescribeServices", { services: ["shop"] }) as {
    services: { events: { message: string }[] }[];
  };
  expect(services[0]?.events.filter(({ message }) => message.includes("balanced"))).toEqual([]);
  expect(running(session, "shop").length).toBe(4);
});

test("of a service that is deleted by force the older deployment is DRAINING", () => {
  const { create, update, remove, pass, deploymentsOf } = serviceScenery();
  create({ ...PAIR, desiredCount: 1 });
  pass(120);
  update({ forceNewDeployment: true });
  pass(20);
  remove({ force: true });
  expect(deploymentsOf("pair").map(({ status }) => status)).toEqual(["PRIMARY", "DRAINING"]);
});
