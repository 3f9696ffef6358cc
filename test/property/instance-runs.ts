/** Random runs of tasks on EC2, in every network mode: run, stopped, killed, drained, deregistered. */
import { DEFAULT_SUBNETS, type Scenario, Session } from "@quayside/simulator";
import fc from "fast-check";

const MODES = ["bridge", "host", "awsvpc", "none"] as const;
const container = (name: string, more: object = {}) => ({ name, image: "nginx", cpu: 200, memory: 300, ...more });

const definition = (family: string, networkMode: string, containerDefinitions: unknown[]) => ({
  service: "ecs" as const,
  operation: "RegisterTaskDefinition",
  input: { family, networkMode, requiresCompatibilities: ["EC2"], containerDefinitions },
});

const port = (containerPort: number, hostPort?: number, protocol?: string) => ({
  portMappings: [{ containerPort, hostPort, protocol }],
});
const gpu = { resourceRequirements: [{ type: "GPU", value: "1" }], image: "quayside/stubborn:1" };

/**
 * Four machines of three kinds, one with a GPU, and a definition of each mode. `fixed` and `names` want ports of their
 * host, by TCP and UDP; `soft` reserves less than its limit.
 */
const SCENARIO: Scenario = {
  id: "instances",
  title: "Three instances and a definition of every network mode",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: {} },
    { service: "quayside", operation: "ProvideContainerInstances", input: { count: 2, instanceType: "t3.small" } },
    { service: "quayside", operation: "ProvideContainerInstances", input: { instanceType: "m5.large" } },
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "other" } },
    {
      service: "quayside",
      operation: "ProvideContainerInstances",
      input: { cluster: "other", instanceType: "t3.small" },
    },
    {
      service: "ec2",
      operation: "RunInstances",
      input: {
        ImageId: "ami-0ec5a1b2c3d4e5f63",
        InstanceType: "g4dn.xlarge",
        MinCount: 1,
        MaxCount: 1,
        IamInstanceProfile: { Name: "ecsInstanceRole" },
      },
    },
    definition("bridge", "bridge", [
      container("a", port(80)),
      container("b", { image: "quayside/crash:1", essential: false }),
    ]),
    definition("fixed", "bridge", [container("a", { ...port(80, 8080), image: "quayside/stubborn:1" })]),
    definition("names", "bridge", [container("a", { ...port(53, 53, "udp"), image: "quayside/stubborn:1" })]),
    definition("many", "bridge", [
      container("a", {
        portMappings: [
          { containerPort: 80 },
          { containerPort: 53, protocol: "udp" },
          { containerPort: 81, hostPort: 0 },
        ],
        memory: 20,
        cpu: 10,
      }),
    ]),
    definition("soft", "bridge", [container("a", { memory: 500, memoryReservation: 64 }), container("b")]),
    definition("gpu", "bridge", [container("a", gpu)]),
    definition("host-udp", "host", [container("a", { ...port(5353, undefined, "udp"), image: "quayside/stubborn:1" })]),
    definition("host", "host", [container("a", port(80))]),
    definition("awsvpc", "awsvpc", [container("a", port(80))]),
    definition("none", "none", [container("a", { image: "quayside/hello:1" })]),
    definition("typo", "bridge", [container("a", { image: "nginx:nope" })]),
  ],
};

type Step = (session: Session) => void;

const pickFrom = <Row>(rows: Iterable<Row>, pick: number): Row | undefined => {
  const list = [...rows];
  return list[pick % Math.max(1, list.length)];
};

const run: fc.Arbitrary<Step> = fc
  .record({
    family: fc.constantFrom(...MODES, "fixed", "typo", "names", "many", "soft", "gpu", "gpu", "host-udp"),
    count: fc.integer({ min: 1, max: 4 }),
    strategy: fc.constantFrom([], [{ type: "spread", field: "instanceId" }], [{ type: "binpack", field: "memory" }]),
    cluster: fc.constantFrom("default", "default", "default", "other"),
    startedBy: fc.constantFrom(undefined, "ci", "ci-2"),
    constraint: fc.constantFrom([], [], [{ type: "distinctInstance" }]),
  })
  .map(({ family, count, strategy, constraint, cluster, startedBy }) => (session: Session) => {
    const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["private-a"], DEFAULT_SUBNETS["private-b"]] };
    session.call("ecs", "RunTask", {
      cluster,
      startedBy,
      taskDefinition: family,
      launchType: "EC2",
      count,
      placementStrategy: strategy,
      placementConstraints: constraint,
      ...(family === "awsvpc" ? { networkConfiguration: { awsvpcConfiguration } } : {}),
    });
  });

const onTask = (operation: "StopTask" | "KillContainer"): fc.Arbitrary<Step> =>
  fc.nat(40).map((pick) => (session: Session) => {
    const task = pickFrom(session.tables.tasks.values(), pick);
    if (task === undefined) return;
    const service = operation === "StopTask" ? "ecs" : "quayside";
    session.call(service, operation, {
      task: task.taskArn,
      cluster: task.spec.clusterArn,
      ...(service === "quayside" ? { container: "a" } : {}),
    });
  });

const onInstance: fc.Arbitrary<Step> = fc
  .record({ pick: fc.nat(5), what: fc.constantFrom("ACTIVE", "DRAINING", "DRAINING", "force", "gentle") })
  .map(({ pick, what }) => (session: Session) => {
    const arn = pickFrom(session.tables.containerInstances.keys(), pick);
    if (what === "ACTIVE" || what === "DRAINING") {
      session.call("ecs", "UpdateContainerInstancesState", { containerInstances: [arn], status: what });
      return;
    }
    session.call("ecs", "DeregisterContainerInstance", { containerInstance: arn, force: what === "force" });
    session.call("quayside", "ProvideContainerInstances", { instanceType: "t3.small" });
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 3, arbitrary: onTask("StopTask") },
  { weight: 2, arbitrary: onTask("KillContainer") },
  { weight: 1, arbitrary: onInstance },
  { weight: 6, arbitrary: fc.nat(60_000).map((byMs) => (session: Session) => void session.advance({ byMs })) },
  { weight: 3, arbitrary: fc.nat(12).map((maxSteps) => (session: Session) => void session.advance({ maxSteps })) },
);

/** A seed and what is done one after the other. */
export const plays = fc.tuple(fc.nat(1_000), fc.array(step, { minLength: 10, maxLength: 40, size: "max" }));

/** Plays a run; `after` looks at it after every step. */
export function play([seed, steps]: [number, Step[]], after?: (session: Session) => void): Session {
  const session = Session.start({ seed, scenario: SCENARIO });
  for (const each of steps) {
    each(session);
    after?.(session);
  }
  return session;
}
