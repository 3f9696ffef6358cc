/** Random sequences of calls, faults and time. Shared by `npm test` and the soak. */
import { DEFAULT_SUBNETS, type Scenario, type ServiceName, type Session } from "@quayside/simulator";
import fc from "fast-check";
import { executionRoleArn, repositoryCredentials, secrets } from "./what-a-start-needs.ts";

export type Action =
  | { readonly do: "call"; readonly operation: string; readonly input: unknown }
  | { readonly do: "stop"; readonly pick: number; readonly cluster: string }
  | { readonly do: "push"; readonly image: string }
  | { readonly do: "kill"; readonly pick: number }
  | { readonly do: "fault"; readonly operation: string; readonly input: unknown }
  | { readonly do: "describe"; readonly pick: number }
  | { readonly do: "protect"; readonly pick: number; readonly on: boolean }
  | { readonly do: "roll back"; readonly pick: number }
  | { readonly do: "advance"; readonly byMs: number }
  | { readonly do: "steps"; readonly count: number }
  | { readonly do: "quiet" }
  | { readonly do: "seek"; readonly share: number };

const CLUSTERS = ["default", "other", "missing"];
const FAMILIES = ["web", "job", "pair"];
const IMAGES = [
  "nginx:latest",
  "nginx:nope",
  "quayside/shop:latest",
  "quayside/hello:1",
  "quayside/crash:1",
  "quayside/stubborn:1",
  "quayside/leaky:1",
  "quayside/thumbnails:1",
  "quayside/slow-start:1",
  "busybox",
  "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0",
  "registry.example.com/acme/metrics:2.3",
];

/** Images that somebody pushes; the last one is refused. */
const PUSHED = ["quayside/shop:latest", "quayside/hello:1", "quayside/shop:1.1", "nginx:latest"];

/** What goes wrong with registries, and ends again; one of the inputs is refused. */
const fault: fc.Arbitrary<Action> = fc.oneof(
  fc
    .record({ registry: fc.constantFrom("docker.io", undefined), timesSlower: fc.constantFrom(1, 7, 100) })
    .map((input): Action => ({ do: "fault", operation: "SlowRegistry", input })),
  fc
    .record({
      image: fc.constantFrom("nginx", "quayside/hello:1", "busybox", undefined),
      count: fc.constantFrom(0, 1, 2, undefined),
      why: fc.constantFrom("server-error", "unreachable", "rate-limit", "nonsense"),
    })
    .map((input): Action => ({ do: "fault", operation: "FailPulls", input })),
  fc
    .record({
      from: fc.constantFrom("app", "web", "internet", "localhost", "10.0.0.4"),
      to: fc.constantFrom("app", "side", "internet", "ecr.api", "s3", "imds", "localhost", "10.0.10.5", "10.0.0.254"),
      port: fc.constantFrom(80, 443, 6379, undefined),
    })
    .map((input): Action => ({ do: "fault", operation: "TestConnection", input })),
);

const container = (name: string) =>
  fc.record(
    {
      name: fc.constant(name),
      image: fc.constantFrom(...IMAGES),
      essential: fc.boolean(),
      command: fc.constantFrom(["sleep", "20"], ["sleep", "70"], ["sh", "-c", "exit 4"], ["sleep", "infinity"]),
      secrets,
      repositoryCredentials,
      stopTimeout: fc.constantFrom(2, 30, 120),
      startTimeout: fc.constantFrom(5, 60),
      memory: fc.constantFrom(100, 200),
      restartPolicy: fc.constantFrom(
        { enabled: true, restartAttemptPeriod: 60 },
        { enabled: true, ignoredExitCodes: [0] },
      ),
      healthCheck: fc.constantFrom({ command: ["CMD-SHELL", "exit 1"] }, { command: ["CMD", "true"], interval: 5 }),
      dependsOn: fc.constantFrom(
        [{ containerName: "a", condition: "START" }],
        [{ containerName: "a", condition: "SUCCESS" }],
        [{ containerName: "b", condition: "HEALTHY" }],
      ),
    },
    { requiredKeys: ["name", "image"] },
  );

/** The first value nine times out of ten: most sequences should get as far as running tasks. */
function mostly<T>(usual: T, rare: T): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) });
}

const register = fc.record({
  family: fc.constantFrom(...FAMILIES),
  requiresCompatibilities: mostly(["FARGATE"], ["EC2"]),
  networkMode: mostly("awsvpc", "bridge"),
  cpu: mostly("256", "300"),
  memory: mostly("512", "nonsense"),
  executionRoleArn,
  containerDefinitions: fc.oneof(fc.tuple(container("a")), fc.tuple(container("a"), container("b"))),
});

const runTask = fc.record(
  {
    cluster: mostly("default", "missing"),
    taskDefinition: fc.constantFrom(...FAMILIES, "web", "web:1", "web:99"),
    launchType: mostly("FARGATE", "EC2"),
    count: mostly(2, 11),
    clientToken: mostly<string | undefined>(undefined, "one"),
    networkConfiguration: fc.record({
      awsvpcConfiguration: fc.record({
        subnets: mostly([DEFAULT_SUBNETS["public-a"]], [DEFAULT_SUBNETS["private-b"], "subnet-none"]),
        assignPublicIp: mostly("ENABLED", "DISABLED"),
      }),
    }),
  },
  { requiredKeys: ["taskDefinition", "networkConfiguration", "launchType"] },
);

const serviceName = fc.constantFrom("shop", "jobs");

const deploymentConfiguration = fc.record(
  {
    minimumHealthyPercent: fc.constantFrom(0, 50, 100),
    maximumPercent: fc.constantFrom(100, 150, 200),
    deploymentCircuitBreaker: fc.record({ enable: fc.boolean(), rollback: fc.boolean() }),
  },
  { requiredKeys: [] },
);

const createService = fc.record(
  {
    serviceName,
    taskDefinition: fc.constantFrom(...FAMILIES),
    desiredCount: mostly(2, 5),
    launchType: mostly("FARGATE", "EC2"),
    networkConfiguration: fc.constant({
      awsvpcConfiguration: {
        subnets: [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]],
        assignPublicIp: "ENABLED",
      },
    }),
    deploymentConfiguration,
    clientToken: mostly<string | undefined>(undefined, "one"),
  },
  { requiredKeys: ["serviceName", "taskDefinition", "desiredCount", "launchType", "networkConfiguration"] },
);

const updateService = fc.record(
  {
    service: serviceName,
    desiredCount: fc.nat(5),
    taskDefinition: fc.constantFrom(...FAMILIES),
    forceNewDeployment: fc.boolean(),
    deploymentConfiguration,
  },
  { requiredKeys: ["service"] },
);

const call = (operation: string, input: fc.Arbitrary<unknown>): fc.Arbitrary<Action> =>
  input.map((value) => ({ do: "call", operation, input: value }));
const cluster = fc.oneof(fc.constant("default"), fc.constantFrom(...CLUSTERS));

const definition = (family: string, containerDefinitions: unknown[]) => ({
  service: "ecs" as const,
  operation: "RegisterTaskDefinition",
  input: {
    family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions,
  },
});

/** A world in which most calls make sense: a cluster and three definitions, one of each way to live. */
export const SCENARIO: Scenario = {
  id: "property",
  title: "A cluster and three task definitions",
  commands: [
    { service: "ecs", operation: "CreateCluster", input: {} },
    definition("web", [{ name: "a", image: "nginx", healthCheck: { command: ["CMD", "true"], interval: 5 } }]),
    definition("job", [{ name: "a", image: "quayside/hello:1" }]),
    definition("pair", [
      { name: "a", image: "busybox", essential: false, command: ["sleep", "9"] },
      { name: "b", image: "quayside/stubborn:1", dependsOn: [{ containerName: "a", condition: "SUCCESS" }] },
    ]),
  ],
};

/** One thing that a user can do. */
export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: call("RegisterTaskDefinition", register) },
  { weight: 6, arbitrary: call("RunTask", runTask) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("stop" as const), pick: fc.nat(50), cluster }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("push" as const), image: fc.constantFrom(...PUSHED) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("kill" as const), pick: fc.nat(50) }) },
  { weight: 1, arbitrary: fault },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("describe" as const), pick: fc.nat(50) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("advance" as const), byMs: fc.nat(90_000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("steps" as const), count: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.constant<Action>({ do: "quiet" }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("seek" as const), share: fc.double({ min: 0, max: 1.1, noNaN: true }) }),
  },
  { weight: 1, arbitrary: call("CreateCluster", fc.record({ clusterName: fc.constantFrom("other", "bad name") })) },
  { weight: 1, arbitrary: call("DeleteCluster", fc.record({ cluster })) },
  {
    weight: 1,
    arbitrary: call(
      "DeregisterTaskDefinition",
      fc.record({ taskDefinition: fc.constantFrom("web:1", "web", "job:x") }),
    ),
  },
  { weight: 1, arbitrary: call("ListTasks", fc.record({ cluster, maxResults: fc.integer({ min: 0, max: 101 }) })) },
  { weight: 1, arbitrary: call("CreateCapacityProvider", fc.constant({})) },
  { weight: 3, arbitrary: call("CreateService", createService) },
  { weight: 3, arbitrary: call("UpdateService", updateService) },
  {
    weight: 1,
    arbitrary: call("DeleteService", fc.record({ cluster, service: serviceName, force: fc.boolean() })),
  },
  { weight: 1, arbitrary: call("DescribeServices", fc.record({ services: fc.tuple(serviceName, serviceName) })) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("protect" as const), pick: fc.nat(50), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("roll back" as const), pick: fc.nat(50) }) },
);

/** Longest time that one action may let pass without saying so: keeps a shrunk case short. */
const QUIET_STEPS = 5_000;

/** Does one action. Returns nothing: the world tells. */
export function perform(session: Session, next: Action): void {
  const tasks = [...session.tables.tasks.keys()];
  if (next.do === "call") make(session, "ecs", next.operation, next.input);
  else if (next.do === "push") make(session, "quayside", "PushImage", { image: next.image });
  else if (next.do === "fault") make(session, "quayside", next.operation, next.input);
  else if (next.do === "kill") {
    const living = [...session.tables.containers.values()].filter(({ phase }) => phase !== "STOPPED");
    const container = living[next.pick % Math.max(1, living.length)];
    const task = container?.containerArn.split("/").at(-2) ?? "none";
    make(session, "quayside", "KillContainer", { task, container: container?.name });
  } else if (next.do === "stop") {
    const task = tasks[next.pick % Math.max(1, tasks.length)] ?? "none";
    make(session, "ecs", "StopTask", { task, cluster: next.cluster });
  } else if (next.do === "describe") {
    const described = tasks.length === 0 ? ["none"] : tasks.slice(next.pick % tasks.length).slice(0, 100);
    make(session, "ecs", "DescribeTasks", { tasks: described });
  } else if (next.do === "protect") {
    const own = tasks.slice(next.pick % Math.max(1, tasks.length)).slice(0, 3);
    make(session, "ecs", "UpdateTaskProtection", { cluster: "default", tasks: own, protectionEnabled: next.on });
  } else if (next.do === "roll back") {
    const arns = [...session.tables.serviceDeployments.keys()];
    const serviceDeploymentArn = arns[next.pick % Math.max(1, arns.length)] ?? "none";
    make(session, "ecs", "StopServiceDeployment", { serviceDeploymentArn });
  } else if (next.do === "advance") session.advance({ byMs: next.byMs });
  else if (next.do === "steps") session.advance({ maxSteps: next.count });
  else if (next.do === "quiet") session.advance({ untilSettled: true, maxSteps: QUIET_STEPS });
  else session.seek(Math.floor(session.nowMs * next.share));
}

/** Every input here has its operation's shape: one over which the operation stumbles is a mistake of ours. */
function make(session: Session, service: ServiceName, operation: string, input: unknown): void {
  const outcome = session.call(service, operation, input);
  if (!outcome.ok && outcome.id === "call.unreadable-input") throw new Error(outcome.error.message);
}
