/** Agents of container instances: silenced and back, updated, registered by hand; and what tasks notice of it. */
import { beforeEach, describe, expect, test } from "vitest";
import { Session } from "./session.ts";

let session: Session;
let instance: string;

beforeEach(() => {
  session = Session.start({ seed: 5 });
  instance = provide({});
  call("ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [{ name: "web", image: "nginx:1.29", memory: 128 }],
  });
});

type Service = Parameters<Session["call"]>[0];

function call(service: Service, operation: string, input: object): Record<string, unknown> {
  const outcome = session.call(service, operation, input);
  return outcome.ok ? outcome.output : { ...outcome.error };
}

function provide(more: object): string {
  const { containerInstanceArns } = call("quayside", "ProvideContainerInstances", { cluster: "default", ...more });
  return (containerInstanceArns as string[])[0] as string;
}

const rowOf = (arn: string) => session.tables.containerInstances.get(arn);
const run = (count = 1) => call("ecs", "RunTask", { taskDefinition: "web", count });
const statuses = () => [...session.tables.tasks.values()].map(({ lastStatus }) => lastStatus);
const fault = (operation: string, containerInstance: unknown = instance) =>
  call("quayside", operation, { containerInstance });

describe("DisconnectAgent and ReconnectAgent", () => {
  test("tasks run on while the agent is silent, and no task is placed there", () => {
    run();
    session.advance({ untilSettled: true });
    expect(fault("DisconnectAgent")).toEqual({ containerInstanceArn: instance, agentConnected: false });
    expect(run()).toMatchObject({ tasks: [], failures: [{ arn: instance, reason: "AGENT" }] });
    session.advance({ byMs: 600_000 });
    expect(statuses()).toEqual(["RUNNING"]);
    expect(rowOf(instance)).toMatchObject({ status: "ACTIVE", agentConnected: false, runningTasksCount: 1 });
  });

  test("a task shows when its agent went and came back, and keeps the last of it when it has stopped", () => {
    const { tasks } = run();
    const [{ taskArn, createdAt }] = tasks as [{ taskArn: string; createdAt: number }];
    const shown = () => {
      const described = call("ecs", "DescribeTasks", { tasks: [taskArn] }).tasks as Record<string, unknown>[];
      const { connectivity, connectivityAt } = described[0] ?? {};
      return { connectivity, after: Math.round((connectivityAt as number) - createdAt) };
    };
    session.advance({ byMs: 60_000 });
    expect(shown()).toEqual({ connectivity: "CONNECTED", after: 0 });
    fault("DisconnectAgent");
    expect(shown()).toEqual({ connectivity: "DISCONNECTED", after: 60 });
    session.advance({ byMs: 40_000 });
    fault("ReconnectAgent");
    expect(shown()).toEqual({ connectivity: "CONNECTED", after: 100 });
    call("ecs", "StopTask", { task: taskArn });
    session.advance({ byMs: 120_000 });
    fault("DisconnectAgent");
    expect(statuses()).toEqual(["STOPPED"]);
    expect(shown()).toEqual({ connectivity: "CONNECTED", after: 100 });
  });

  test("a stop that the agent did not hear is carried out when it is back", () => {
    run();
    session.advance({ untilSettled: true });
    fault("DisconnectAgent");
    call("ecs", "StopTask", { task: [...session.tables.tasks.keys()][0] });
    session.advance({ byMs: 600_000 });
    expect(statuses()).toEqual(["RUNNING"]);
    fault("ReconnectAgent");
    session.advance({ untilSettled: true });
    expect(statuses()).toEqual(["STOPPED"]);
  });

  test("a stop that is asked just before the agent comes back begins once", () => {
    run();
    session.advance({ untilSettled: true });
    fault("DisconnectAgent");
    call("ecs", "StopTask", { task: [...session.tables.tasks.keys()][0] });
    fault("ReconnectAgent");
    session.advance({ untilSettled: true });
    expect(statuses()).toEqual(["STOPPED"]);
    expect(session.journal.records.filter(({ kind }) => kind === "TASK_STOP_STARTED")).toHaveLength(1);
  });

  test("the machine's id names it as well", () => {
    const { ec2InstanceId } = rowOf(instance)?.spec ?? {};
    expect(fault("DisconnectAgent", ec2InstanceId)).toMatchObject({ agentConnected: false });
  });

  test("an expression names it for scenarios that know no ids, when it leaves one instance", () => {
    provide({ subnets: ["private-b"] });
    const silence = (filter: string, cluster = "default") => call("quayside", "DisconnectAgent", { cluster, filter });
    expect(silence("attribute:ecs.availability-zone == us-east-1a")).toMatchObject({ containerInstanceArn: instance });
    expect(silence("attribute:ecs.os-type == linux")).toMatchObject({ message: expect.stringMatching(/leaves 2/) });
    expect(silence("attribute:stack exists")).toMatchObject({ message: expect.stringMatching(/leaves 0/) });
    expect(silence("stack =")).toMatchObject({ message: expect.stringMatching(/not a valid expression/) });
    expect(silence("runningTasksCount == 0", "nowhere")).toMatchObject({ code: "ClusterNotFoundException" });
  });

  test("refuses what is so already, what is not there, and an agent on a machine that is off", () => {
    expect(fault("ReconnectAgent")).toMatchObject({ code: "AgentConnected" });
    expect(fault("DisconnectAgent", "nothing")).toMatchObject({ code: "InvalidParameterException" });
    expect(fault("DisconnectAgent", 7)).toMatchObject({ message: expect.stringMatching(/^DisconnectAgent takes/) });
    call("ec2", "StopInstances", { InstanceIds: [rowOf(instance)?.spec.ec2InstanceId] });
    fault("DisconnectAgent");
    expect(fault("DisconnectAgent")).toMatchObject({ code: "AgentNotConnected" });
    session.advance({ byMs: 120_000 });
    expect(fault("ReconnectAgent")).toMatchObject({ code: "MachineNotRunning" });
  });

  test("a machine that is terminated while its agent is silent stays registered", () => {
    fault("DisconnectAgent");
    call("ec2", "TerminateInstances", { InstanceIds: [rowOf(instance)?.spec.ec2InstanceId] });
    session.advance({ byMs: 600_000 });
    expect(rowOf(instance)).toMatchObject({ status: "ACTIVE", agentConnected: false });
    call("ecs", "DeregisterContainerInstance", { containerInstance: instance });
    expect(rowOf(instance)?.status).toBe("INACTIVE");
  });
});

test("an agent that could not register tries again when it is started again", () => {
  const { Instances } = call("ec2", "RunInstances", {
    ImageId: "ami-0ec5a1b2c3d4e5f60",
    InstanceType: "t3.medium",
    MinCount: 1,
    MaxCount: 1,
    IamInstanceProfile: { Name: "ecsInstanceRole" },
    UserData: btoa("#!/bin/bash\necho ECS_CLUSTER=later >> /etc/ecs/ecs.config\n"),
  }) as { Instances: { InstanceId: string }[] };
  const machine = Instances[0]?.InstanceId ?? "";
  session.advance({ untilSettled: true });
  const problem = () => session.tables.ec2Instances.get(machine)?.agentProblem;
  expect(problem()).toContain("Cluster not found.");
  fault("ReconnectAgent", machine);
  session.advance({ untilSettled: true });
  expect(problem()).toContain("Cluster not found.");
  call("ecs", "CreateCluster", { clusterName: "later" });
  expect(fault("ReconnectAgent", machine)).toEqual({ ec2InstanceId: machine });
  session.advance({ untilSettled: true });
  expect(problem()).toBeUndefined();
  expect(call("ecs", "ListContainerInstances", { cluster: "later" }).containerInstanceArns).toHaveLength(1);
});

describe("UpdateContainerAgent", () => {
  const update = (containerInstance: string) => call("ecs", "UpdateContainerAgent", { containerInstance });

  test("goes through its statuses, with the agent away for a moment, and tasks run on", () => {
    const old = provide({ agentVersion: "1.90.0" });
    call("ecs", "StartTask", { taskDefinition: "web", containerInstances: [old] });
    session.advance({ untilSettled: true });
    expect(update(old)).toMatchObject({
      containerInstance: { agentUpdateStatus: "PENDING", versionInfo: { agentVersion: "1.90.0" } },
    });
    expect(update(old)).toMatchObject({ code: "UpdateInProgressException" });
    const { length } = session.journal;
    session.advance({ untilSettled: true });
    const moves = session.journal.records.slice(length - 1).map(({ kind, facts }) => {
      const { status } = (facts ?? {}) as { status?: string };
      return status ?? kind;
    });
    expect(moves).toEqual([
      "CALL",
      "STAGING",
      "STAGED",
      "UPDATING",
      "AGENT_DISCONNECTED",
      "UPDATED",
      "AGENT_RECONNECTED",
    ]);
    expect(rowOf(old)).toMatchObject({ agentVersion: rowOf(instance)?.agentVersion, agentConnected: true });
    expect(statuses()).toEqual(["RUNNING"]);
    expect(update(old)).toMatchObject({ code: "NoUpdateAvailableException" });
  });

  test("waits for an agent that is silent", () => {
    const old = provide({ agentVersion: "1.90.0" });
    update(old);
    fault("DisconnectAgent", old);
    session.advance({ byMs: 600_000 });
    expect(rowOf(old)?.agentUpdateStatus).toBe("PENDING");
    fault("ReconnectAgent", old);
    session.advance({ untilSettled: true });
    expect(rowOf(old)?.agentUpdateStatus).toBe("UPDATED");
  });

  test("fails on a machine that is switched off meanwhile; refuses what is not there", () => {
    const old = provide({ agentVersion: "1.90.0" });
    update(old);
    session.advance({ byMs: 25_000 });
    expect(rowOf(old)?.agentUpdateStatus).toBe("UPDATING");
    call("ec2", "StopInstances", { InstanceIds: [rowOf(old)?.spec.ec2InstanceId] });
    session.advance({ byMs: 10_000 });
    expect(rowOf(old)?.agentUpdateStatus).toBe("FAILED");
    expect(update("nothing")).toMatchObject({ code: "InvalidParameterException" });
  });
});

describe("RegisterContainerInstance", () => {
  const register = (more: object) => call("ecs", "RegisterContainerInstance", more);
  const documentOf = (instanceId: unknown) => JSON.stringify({ instanceId, region: "us-east-1" });

  /** A machine whose own agent cannot register: it has no role. */
  function bareMachine(): string {
    const { Instances } = call("ec2", "RunInstances", {
      ImageId: "ami-0ec5a1b2c3d4e5f60",
      InstanceType: "t3.medium",
      MinCount: 1,
      MaxCount: 1,
    });
    session.advance({ byMs: 60_000 });
    return (Instances as { InstanceId: string }[])[0]?.InstanceId ?? "";
  }

  test("registers a running machine with what is said of it, once", () => {
    const instanceIdentityDocument = documentOf(bareMachine());
    const request = {
      instanceIdentityDocument,
      totalResources: [
        { name: "CPU", type: "INTEGER", integerValue: 1024 },
        { name: "MEMORY", type: "INTEGER", integerValue: 500 },
        { name: "PORTS", type: "STRINGSET", stringSetValue: ["51678", "22"] },
      ],
      attributes: [{ name: "stack", value: "prod" }, { name: "ssd" }],
      versionInfo: { agentVersion: "1.91.0" },
      tags: [{ key: "team", value: "blue" }],
    };
    const { containerInstance } = register(request) as { containerInstance: Record<string, unknown> };
    expect(containerInstance).toMatchObject({
      status: "ACTIVE",
      agentConnected: true,
      versionInfo: { agentVersion: "1.91.0" },
      tags: [{ key: "team", value: "blue" }],
    });
    const row = rowOf(String(containerInstance.containerInstanceArn));
    expect(row?.remaining).toMatchObject({ cpu: 1024, memory: 500, tcpPorts: [22, 51_678], interfaces: 2 });
    expect(row?.attributes).toMatchObject({ stack: "prod", ssd: null, "ecs.instance-type": "t3.medium" });
    const again = register(request) as { containerInstance: Record<string, unknown> };
    expect(again.containerInstance.containerInstanceArn).toBe(containerInstance.containerInstanceArn);
  });

  test("takes what the type offers when nothing is said, and brings a silent agent back", () => {
    const { ec2InstanceId } = rowOf(instance)?.spec ?? {};
    fault("DisconnectAgent");
    const answer = register({ instanceIdentityDocument: documentOf(ec2InstanceId) });
    expect(answer).toMatchObject({ containerInstance: { containerInstanceArn: instance, agentConnected: true } });
  });

  test("refuses a machine that is not there, another cluster, and a server outside of AWS", () => {
    expect(register({ instanceIdentityDocument: documentOf("i-nothing") })).toMatchObject({ code: "ClientException" });
    expect(register({ instanceIdentityDocument: "no json" })).toMatchObject({ code: "ClientException" });
    expect(register({})).toMatchObject({ code: "UnsupportedFeatureException" });
    expect(register({ cluster: "nothing" })).toMatchObject({ code: "ClusterNotFoundException" });
    call("ecs", "CreateCluster", { clusterName: "other" });
    const { ec2InstanceId } = rowOf(instance)?.spec ?? {};
    expect(register({ cluster: "other", instanceIdentityDocument: documentOf(ec2InstanceId) })).toMatchObject({
      code: "InvalidParameterException",
    });
  });
});

test("DiscoverPollEndpoint names where an agent listens", () => {
  expect(call("ecs", "DiscoverPollEndpoint", {})).toMatchObject({
    endpoint: "https://ecs-a-1.us-east-1.amazonaws.com/",
  });
  expect(call("ecs", "DiscoverPollEndpoint", { cluster: "nothing" })).toMatchObject({
    code: "ClusterNotFoundException",
  });
});
