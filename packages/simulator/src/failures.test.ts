/** Every reason of `failures[]` of RunTask and StartTask, and what is refused before: each by a scenario of its own. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS, defaultScenario, Session } from "./index.ts";
import { PLACEMENT_CAUSES } from "./model/causes/placements.ts";

const CAPACITY = "Capacity is unavailable at this time. Please try again later or in a different availability zone";

interface Case {
  readonly reason: string;
  /** Of the machines that are there; none: no instance at all. */
  readonly instances?: object;
  readonly definition?: object;
  readonly container?: object;
  readonly input?: object;
  /** What happens before the call that fails. */
  readonly before?: (session: Session) => void;
}

const run = (session: Session, input: object = {}) => {
  const outcome = session.call("ecs", "RunTask", { taskDefinition: "app", launchType: "EC2", ...input });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.output as { tasks: unknown[]; failures: { arn?: string; reason: string }[] };
};
const instanceArns = (session: Session) => [...session.tables.containerInstances.keys()];
const privateA = { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } };
const awsvpc = { definition: { networkMode: "awsvpc" }, input: { networkConfiguration: privateA } };

const CASES: readonly Case[] = [
  { reason: "RESOURCE:CPU", container: { cpu: 2_049 } },
  { reason: "RESOURCE:MEMORY", container: { memory: 4_000 } },
  {
    reason: "RESOURCE:PORTS",
    container: { portMappings: [{ containerPort: 80, hostPort: 80 }] },
    before: (session) => void run(session),
  },
  { reason: "RESOURCE:GPU", container: { resourceRequirements: [{ type: "GPU", value: "1" }] } },
  {
    reason: "RESOURCE:ENI",
    ...awsvpc,
    before: (session) => void run(session, { count: 2, networkConfiguration: privateA }),
  },
  {
    reason: "AGENT",
    before: (session) => {
      const [containerInstance] = instanceArns(session);
      session.call("quayside", "DisconnectAgent", { containerInstance });
    },
  },
  {
    reason: "ATTRIBUTE",
    container: { logConfiguration: { logDriver: "splunk", options: { "splunk-url": "u", "splunk-token": "t" } } },
  },
  { reason: "LOCATION", ...awsvpc, instances: { subnets: ["private-b"] } },
  {
    reason: "MemberOf placement constraint unsatisfied.",
    input: { placementConstraints: [{ type: "memberOf", expression: "attribute:stack == prod" }] },
  },
  {
    reason: "DistinctInstance placement constraint unsatisfied.",
    input: { placementConstraints: [{ type: "distinctInstance" }] },
    before: (session) => void run(session),
  },
];

function begin({ instances = {}, definition = {}, container = {}, before }: Case): Session {
  const session = Session.start({ scenario: defaultScenario });
  session.call("quayside", "ProvideContainerInstances", { subnets: ["private-a"], ...instances });
  const registered = session.call("ecs", "RegisterTaskDefinition", {
    family: "app",
    requiresCompatibilities: ["EC2"],
    ...definition,
    containerDefinitions: [{ name: "app", image: "nginx", cpu: 64, memory: 64, ...container }],
  });
  if (!registered.ok) throw new Error(registered.error.message);
  before?.(session);
  return session;
}

describe("failures of RunTask on EC2", () => {
  test("every cause of placement has a case", () => {
    const reasons = Object.values(PLACEMENT_CAUSES).map(({ text }) => text());
    expect(CASES.map(({ reason }) => reason).sort()).toEqual(reasons.sort());
  });

  test.each(CASES)("$reason", (given) => {
    const session = begin(given);
    const { tasks, failures } = run(session, given.input);
    expect(tasks).toEqual([]);
    expect(failures).toEqual([{ arn: instanceArns(session)[0], reason: given.reason }]);
  });

  test("tasks that find room are started, though others do not", () => {
    const session = begin({ reason: "", container: { cpu: 1_000 } });
    const { tasks, failures } = run(session, { count: 3 });
    expect([tasks.length, failures.map(({ reason }) => reason)]).toEqual([2, ["RESOURCE:CPU"]]);
  });

  test("without any instance the whole call is refused", () => {
    const session = begin({ reason: "" });
    session.call("ecs", "DeregisterContainerInstance", { containerInstance: instanceArns(session)[0] });
    expect(() => run(session)).toThrow("No Container Instances were found in your cluster.");
  });
});

describe("failures of RunTask on Fargate", () => {
  const runOnFargate = (session: Session, subnets: string[]) =>
    run(session, {
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } },
    });
  const fargate = () => {
    const session = Session.start({ scenario: defaultScenario });
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "web", image: "nginx" }],
    });
    return session;
  };
  const both = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];

  test("no capacity in the zone of the subnet", () => {
    const session = fargate();
    session.call("quayside", "SetFargateCapacity", { availabilityZone: "us-east-1a", available: false });
    expect(runOnFargate(session, both.slice(0, 1))).toMatchObject({ tasks: [], failures: [{ reason: CAPACITY }] });
    expect(runOnFargate(session, both).tasks).toMatchObject([{ availabilityZone: "us-east-1b" }]);
    session.call("quayside", "SetFargateCapacity", { available: true });
    expect(runOnFargate(session, both.slice(0, 1)).failures).toEqual([]);
  });

  test("a zone that is not there, or no answer to the question, is refused with how it is written", () => {
    const session = fargate();
    const ask = (input: object) => session.call("quayside", "SetFargateCapacity", input);
    expect(ask({ availabilityZone: "us-east-1f", available: false })).toMatchObject({ ok: false });
    expect(ask({})).toMatchObject({ error: { message: expect.stringMatching(/^SetFargateCapacity takes/) } });
  });
});

describe("failures of StartTask", () => {
  const start = (session: Session, containerInstance: string | undefined) => {
    const input = { taskDefinition: "app", containerInstances: [containerInstance] };
    const outcome = session.call("ecs", "StartTask", input);
    if (!outcome.ok) throw new Error(outcome.error.message);
    return (outcome.output.failures as { reason: string }[]).map(({ reason }) => reason);
  };

  test("MISSING, INACTIVE and what placement says of the instance", () => {
    const session = begin({ reason: "", instances: { count: 2 }, container: { cpu: 1_500 } });
    const [first, second] = instanceArns(session);
    expect(start(session, "0123456789abcdef0123456789abcdef")).toEqual(["MISSING"]);
    expect(start(session, second)).toEqual([]);
    expect(start(session, second)).toEqual(["RESOURCE:CPU"]);
    session.call("ecs", "DeregisterContainerInstance", { containerInstance: first });
    expect(start(session, first)).toEqual(["INACTIVE"]);
  });

  test("an instance that drains takes what it is told to take", () => {
    const session = begin({ reason: "" });
    const [first] = instanceArns(session);
    session.call("ecs", "UpdateContainerInstancesState", { containerInstances: [first], status: "DRAINING" });
    expect(start(session, first)).toEqual([]);
  });
});
