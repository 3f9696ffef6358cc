/** Ports of a host: static ones of both protocols, those that the agent chooses, and when each is free again. */
import { beforeEach, expect, test } from "vitest";
import { Session } from "./session.ts";

let session: Session;

beforeEach(() => {
  session = Session.start({ seed: 7 });
  call("quayside", "ProvideContainerInstances", { cluster: "default", instanceType: "m5.large" });
});

type Service = Parameters<Session["call"]>[0];

function call(service: Service, operation: string, input: object): Record<string, unknown> {
  const outcome = session.call(service, operation, input);
  return outcome.ok ? outcome.output : { ...outcome.error };
}

interface Mapping {
  readonly containerPort?: number;
  readonly containerPortRange?: string;
  readonly hostPort?: number;
  readonly protocol?: "tcp" | "udp";
}

function register(family: string, portMappings: readonly Mapping[], networkMode = "bridge", image = "nginx"): void {
  call("ecs", "RegisterTaskDefinition", {
    family,
    networkMode,
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [{ name: "a", image, memory: 50, portMappings }],
  });
}

/** Runs one task of a family until nothing happens; its ARN, or the reason why there is none. */
function run(family: string): string {
  const { tasks, failures } = call("ecs", "RunTask", { taskDefinition: family, launchType: "EC2" });
  session.stepUntilQuiet();
  return (tasks as { taskArn: string }[])[0]?.taskArn ?? (failures as { reason: string }[])[0]?.reason ?? "nothing";
}

function hostPorts(taskArn: string): number[] {
  const { tasks } = call("ecs", "DescribeTasks", { tasks: [taskArn] });
  const [task] = tasks as { containers: { networkBindings: { hostPort: number }[] }[] }[];
  return task?.containers.flatMap(({ networkBindings }) => networkBindings.map(({ hostPort }) => hostPort)) ?? [];
}

function stop(task: string): void {
  call("ecs", "StopTask", { task });
  session.stepUntilQuiet();
}

test.each(["tcp", "udp"] as const)(
  "a host port is taken by %s, and free again once the task has stopped",
  (protocol) => {
    register("fixed", [{ containerPort: 53, hostPort: 53, protocol }]);
    const first = run("fixed");
    expect(run("fixed")).toBe("RESOURCE:PORTS");
    stop(first);
    expect(hostPorts(run("fixed"))).toEqual([53]);
  },
);

test("the same host port by TCP and by UDP are two", () => {
  register("tcp", [{ containerPort: 53, hostPort: 53 }]);
  register("udp", [{ containerPort: 53, hostPort: 53, protocol: "udp" }]);
  expect([hostPorts(run("tcp")), hostPorts(run("udp"))]).toEqual([[53], [53]]);
});

test.each(["tcp", "udp"] as const)("in host mode a container's %s port is a port of the host", (protocol) => {
  register("host", [{ containerPort: 8080, protocol }], "host");
  expect(hostPorts(run("host"))).toEqual([8080]);
  expect(run("host")).toBe("RESOURCE:PORTS");
});

test("the agent chooses one port after the other, and not one that is in use", () => {
  register("dynamic", [{ containerPort: 80 }, { containerPort: 443, hostPort: 0 }]);
  register("high", [{ containerPort: 80, hostPort: 32_769 }]);
  register("high-udp", [{ containerPort: 80, hostPort: 32_771, protocol: "udp" }]);
  run("high");
  run("high-udp");
  expect([hostPorts(run("dynamic")), hostPorts(run("dynamic"))]).toEqual([
    [32_768, 32_770],
    [32_772, 32_773],
  ]);
});

test("a port that the agent has chosen is passed over when it comes round", () => {
  register("dynamic", [{ containerPort: 80 }]);
  register("many", [
    { containerPort: 80 },
    ...Array.from({ length: 99 }, (_, index) => ({ containerPort: 1_000 + index })),
  ]);
  const kept = hostPorts(run("dynamic"));
  let last: number[] = [];
  for (let round = 0; round < 283; round += 1) {
    const task = run("many");
    last = hostPorts(task);
    stop(task);
    if (last.some((port) => port < (last[0] ?? 0))) break;
  }
  expect(last.length).toBe(100);
  expect(last.some((port) => port < 32_900)).toBe(true);
  expect(last).not.toContain(kept[0]);
});

test("a task whose host ports are still in use on the host waits in the queue of its agent", () => {
  for (const protocol of ["tcp", "udp"] as const) {
    register(`slow-${protocol}`, [{ containerPort: 53, hostPort: 53, protocol }], "bridge", "quayside/stubborn:1");
    const first = run(`slow-${protocol}`);
    call("ecs", "StopTask", { task: first });
    const { tasks } = call("ecs", "RunTask", { taskDefinition: `slow-${protocol}`, launchType: "EC2" });
    const second = (tasks as { taskArn: string }[])[0]?.taskArn ?? "";
    session.advance({ byMs: 10_000 });
    expect(session.tables.tasks.get(second)?.lastStatus).toBe("PENDING");
    session.stepUntilQuiet();
    expect(session.tables.tasks.get(second)?.lastStatus).toBe("RUNNING");
    stop(second);
  }
});

test("memoryReservation is what a container takes of its host, memory only where it is not set", () => {
  for (const [family, more, taken] of [
    ["soft", { memory: 500, memoryReservation: 64 }, 64],
    ["hard", { memory: 500 }, 500],
  ] as const) {
    call("ecs", "RegisterTaskDefinition", {
      family,
      requiresCompatibilities: ["EC2"],
      containerDefinitions: [{ name: "a", image: "nginx", ...more }],
    });
    const [instance] = [...session.tables.containerInstances.values()];
    const task = run(family);
    const now = session.tables.containerInstances.get(instance?.containerInstanceArn ?? "");
    expect((instance?.remaining.memory ?? 0) - (now?.remaining.memory ?? 0)).toBe(taken);
    stop(task);
  }
});

test("the pull of a task ends when the last of its images is there", () => {
  call("ecs", "RegisterTaskDefinition", {
    family: "two",
    requiresCompatibilities: ["EC2"],
    containerDefinitions: [
      { name: "small", image: "busybox", memory: 50, command: ["sleep", "infinity"] },
      { name: "large", image: "nginx", memory: 50 },
    ],
  });
  const arn = run("two");
  const ends = session.journal.records.filter(({ kind }) => kind === "PULL_STOPPED").map(({ atMs }) => atMs);
  expect(new Set(ends).size).toBe(2);
  expect(session.tables.tasks.get(arn)?.pullStoppedAtMs).toBe(Math.max(...ends));
});

function bindingsOf(task: string): unknown {
  const { tasks } = call("ecs", "DescribeTasks", { tasks: [task] });
  return (tasks as { containers: { networkBindings: unknown }[] }[])[0]?.containers[0]?.networkBindings;
}

test("a range of ports gets as many host ports in a row, which no other container gets", () => {
  register("single", [{ containerPort: 80 }]);
  register("range", [{ containerPortRange: "8080-8083" }, { containerPort: 90 }]);
  const single = run("single");
  const ranged = run("range");
  expect(bindingsOf(ranged)).toEqual([
    { bindIP: "0.0.0.0", protocol: "tcp", containerPortRange: "8080-8083", hostPortRange: "32769-32772" },
    { bindIP: "0.0.0.0", containerPort: 90, hostPort: 32_773, protocol: "tcp" },
  ]);
  stop(single);
  expect(bindingsOf(run("range"))).toMatchObject([{ hostPortRange: "32774-32777" }, { hostPort: 32_778 }]);
});

test("each port of a range leads into the container, and Docker shows the range", () => {
  register("range", [{ containerPortRange: "80-83", protocol: "tcp" }]);
  const task = run("range");
  const [instance] = session.tables.containerInstances.values();
  const ec2InstanceId = instance?.spec.ec2InstanceId;
  const tested = (port: number) =>
    call("quayside", "TestConnection", { from: ec2InstanceId, to: ec2InstanceId, port, protocol: "tcp" });
  expect(bindingsOf(task)).toMatchObject([{ containerPortRange: "80-83", hostPortRange: "32768-32771" }]);
  expect(tested(32_768)).toMatchObject({ reaches: true });
  expect(tested(32_771)).toMatchObject({
    reaches: false,
    hops: [{ why: "same-machine" }, { rule: "32771" }, { why: "nothing-listens" }],
  });
  expect(tested(32_772)).toMatchObject({ reaches: false });
});

test("on an interface of its own the range is the same outside; host mode has none", () => {
  register("own", [{ containerPortRange: "8080-8083" }, { containerPort: 90 }], "awsvpc");
  const awsvpcConfiguration = {
    subnets: [...session.tables.containerInstances.values()].map(({ spec }) => spec.subnetId),
  };
  const { tasks } = call("ecs", "RunTask", {
    taskDefinition: "own",
    launchType: "EC2",
    networkConfiguration: { awsvpcConfiguration },
  });
  session.stepUntilQuiet();
  const [task] = tasks as { taskArn: string }[];
  expect(bindingsOf(task?.taskArn ?? "")).toEqual([
    { bindIP: "0.0.0.0", protocol: "tcp", containerPortRange: "8080-8083", hostPortRange: "8080-8083" },
  ]);
  register("host", [{ containerPortRange: "8080-8083" }], "host");
  expect(bindingsOf(run("host"))).toEqual([]);
});
