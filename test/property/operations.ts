/** Random sequences of calls and time, and the invariants that every world must keep. Shared by `npm test` and the soak. */
import "@quayside/simulator/engine";
import "@quayside/simulator/task-definition";
import {
  attachmentChart,
  containerChart,
  DEFAULT_SUBNETS,
  type Scenario,
  type Session,
  type TaskRow,
  taskChart,
} from "@quayside/simulator";
import fc from "fast-check";
import { executionRoleArn, repositoryCredentials, secrets } from "./what-a-start-needs.ts";

export type Action =
  | { readonly do: "call"; readonly operation: string; readonly input: unknown }
  | { readonly do: "stop"; readonly pick: number; readonly cluster: string }
  | { readonly do: "push"; readonly image: string }
  | { readonly do: "describe"; readonly pick: number }
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
      healthCheck: fc.constantFrom({ command: ["CMD-SHELL", "exit 1"] }, { command: ["CMD", "ok"], interval: 5 }),
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
    definition("web", [{ name: "a", image: "nginx", healthCheck: { command: ["CMD", "ok"], interval: 5 } }]),
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
  { weight: 1, arbitrary: call("CreateService", fc.constant({})) },
);

/** Longest time that one action may let pass without saying so: keeps a shrunk case short. */
const QUIET_STEPS = 5_000;

/** Does one action. Returns nothing: the world tells. */
export function perform(session: Session, next: Action): void {
  const tasks = [...session.tables.tasks.keys()];
  if (next.do === "call") session.call("ecs", next.operation, next.input);
  else if (next.do === "push") session.call("quayside", "PushImage", { image: next.image });
  else if (next.do === "stop") {
    const task = tasks[next.pick % Math.max(1, tasks.length)] ?? "none";
    session.call("ecs", "StopTask", { task, cluster: next.cluster });
  } else if (next.do === "describe") {
    const described = tasks.length === 0 ? ["none"] : tasks.slice(next.pick % tasks.length).slice(0, 100);
    session.call("ecs", "DescribeTasks", { tasks: described });
  } else if (next.do === "advance") session.advance({ byMs: next.byMs });
  else if (next.do === "steps") session.advance({ maxSteps: next.count });
  else if (next.do === "quiet") session.advance({ untilQuiet: true, maxSteps: QUIET_STEPS });
  else session.seek(Math.floor(session.nowMs * next.share));
}

/** Every rule that must hold in every world; gives the broken ones as sentences. */
export function brokenInvariants(session: Session): string[] {
  return [...brokenMoves(session), ...brokenRows(session), ...brokenJournal(session)];
}

/** Every change of a lifecycle field is a move of its chart, and nothing leaves STOPPED but to expire. */
function brokenMoves(session: Session): string[] {
  const broken: string[] = [];
  for (const record of session.journal.records) {
    for (const { table, before, after } of record.changes) {
      if (before === undefined || after === undefined) continue;
      const was = before as Record<string, string>;
      const is = after as Record<string, string>;
      if (table === "tasks" && !isMove(taskChart.moves, was.lastStatus, is.lastStatus)) {
        broken.push(`task moved from ${was.lastStatus} to ${is.lastStatus} in record ${record.seq}`);
      }
      if (table === "containers" && !isMove(containerChart.moves, was.phase, is.phase)) {
        broken.push(`container moved from ${was.phase} to ${is.phase} in record ${record.seq}`);
      }
      if (table === "tasks" && was.desiredStatus === "STOPPED" && is.desiredStatus !== "STOPPED") {
        broken.push(`a stopping task was wanted again in record ${record.seq}`);
      }
    }
  }
  return broken;
}

function isMove(
  moves: readonly { from: string; to: string }[],
  from: string | undefined,
  to: string | undefined,
): boolean {
  return from === to || moves.some((move) => move.from === from && move.to === to);
}

function brokenRows(session: Session): string[] {
  const { tasks, containers, subnets, networkInterfaces } = session.tables;
  const broken: string[] = [];
  const addresses = new Set([...networkInterfaces.values()].map((eni) => `${eni.subnetId} ${eni.privateIpv4Address}`));
  if (addresses.size !== networkInterfaces.size) broken.push("two interfaces share an address");
  for (const subnet of subnets.values()) {
    const used = [...networkInterfaces.values()].filter((eni) => eni.subnetId === subnet.subnetId).length;
    if (used + subnet.availableIpAddressCount !== 251) broken.push(`${subnet.subnetId} lost addresses`);
  }
  for (const task of tasks.values()) {
    broken.push(...brokenTask(task).map((sentence) => `${task.taskArn}: ${sentence}`));
    const rows = task.spec.containerArns.map((key) => containers.get(key));
    if (rows.some((row) => row === undefined)) broken.push(`${task.taskArn} lost a container`);
    if (task.lastStatus === "RUNNING" && rows.some((row) => row?.phase === "PULLING")) {
      broken.push(`${task.taskArn} is RUNNING while an image is pulled`);
    }
    if (session.quiet && task.desiredStatus !== "RUNNING" && task.lastStatus !== "STOPPED") {
      broken.push(`${task.taskArn} is stuck in ${task.lastStatus}`);
    }
    if (task.lastStatus === "STOPPED" && rows.some((row) => row?.phase !== "STOPPED")) {
      broken.push(`${task.taskArn} is STOPPED and a container is not`);
    }
    for (const row of rows) {
      if (row?.startedAtMs !== undefined && row.imageDigest === undefined)
        broken.push(`${row.containerArn} runs no image`);
    }
    if (!attachmentChart.states.includes(task.attachmentStatus))
      broken.push(`${task.taskArn} has no attachment status`);
  }
  const owned = [...tasks.values()].reduce((sum, task) => sum + task.spec.containerArns.length, 0);
  if (owned !== containers.size) broken.push("a container belongs to no task");
  return broken;
}

/** The timestamps of one task keep AWS's order, and a stopped task says why. */
function brokenTask(task: TaskRow): string[] {
  const broken: string[] = [];
  const order = [task.spec.createdAtMs, task.pullStartedAtMs, task.startedAtMs, task.stoppedAtMs].filter(
    (atMs) => atMs !== undefined,
  );
  if (order.some((atMs, index) => index > 0 && atMs < (order[index - 1] ?? 0))) broken.push("timestamps run backwards");
  if (task.stoppingAtMs !== undefined && task.stoppingAtMs > (task.stoppedAtMs ?? Number.POSITIVE_INFINITY)) {
    broken.push("stopped before stopping");
  }
  if ((task.desiredStatus === "STOPPED") !== (task.stopCode !== undefined)) broken.push("stopCode without a stop");
  if (
    task.stopCode === "EssentialContainerExited" &&
    (task.executionStoppedAtMs ?? Infinity) > (task.stoppingAtMs ?? 0)
  ) {
    broken.push("an exit was noticed before it happened");
  }
  if (task.stopCode === "TaskFailedToStart" && task.startedAtMs !== undefined)
    broken.push("failed to start after starting");
  if ((task.lastStatus === "STOPPED") !== (task.stoppedAtMs !== undefined)) broken.push("stoppedAt without STOPPED");
  return broken;
}

/** Records are numbered without gaps, time never runs backwards, every cause lies before its effect. */
function brokenJournal(session: Session): string[] {
  const broken: string[] = [];
  let lastMs = 0;
  for (const [index, record] of session.journal.records.entries()) {
    if (record.seq !== index) broken.push(`record ${index} has number ${record.seq}`);
    if (record.cause >= record.seq) broken.push(`record ${record.seq} was caused by ${record.cause}`);
    if (record.atMs < lastMs) broken.push(`record ${record.seq} lies before its predecessor`);
    if (record.cause === -1 && record.kind !== "CALL" && record.kind !== "WORLD_BEGAN") {
      broken.push(`record ${record.seq} (${record.kind}) has no cause`);
    }
    lastMs = record.atMs;
  }
  return broken;
}
