/** What DescribeTasks answers, held against the rows and against the moments that the journal names. */
import { epochMs, type JournalRecord, type Session, type TaskRow } from "@quayside/simulator";

export type Answer = Record<string, unknown>;

/** The output of a call that must succeed. */
export function ask(session: Session, operation: string, input: object): Answer {
  const outcome = session.call("ecs", operation, input);
  if (!outcome.ok) throw new Error(`${operation} ${JSON.stringify(input)}: ${outcome.error.message}`);
  return outcome.output;
}

export function describedTasks(session: Session, cluster: string): Answer[] {
  const arns = [...session.tables.tasks.values()]
    .filter(({ spec }) => spec.clusterArn === cluster)
    .map((row) => row.taskArn);
  const tasks: Answer[] = [];
  for (let at = 0; at < arns.length; at += 100) {
    tasks.push(
      ...(ask(session, "DescribeTasks", { cluster, tasks: arns.slice(at, at + 100), include: ["TAGS"] })
        .tasks as Answer[]),
    );
  }
  return tasks;
}

export function clustersOf(session: Session): string[] {
  return [...session.tables.clusters.values()].filter(({ status }) => status === "ACTIVE").map((row) => row.clusterArn);
}

/** The order in which the moments of a task's life come. */
const MOMENTS = [
  "createdAt",
  "connectivityAt",
  "pullStartedAt",
  "pullStoppedAt",
  "startedAt",
  "stoppingAt",
  "executionStoppedAt",
  "stoppedAt",
] as const;

/** Every rule that a description of a task breaks. */
export function brokenTasks(session: Session): string[] {
  const broken: string[] = [];
  const moments = momentsByJournal(session);
  for (const cluster of clustersOf(session)) {
    for (const task of describedTasks(session, cluster)) {
      const row = session.tables.tasks.get(task.taskArn as string) as TaskRow;
      const expected = moments.get(row.taskArn);
      for (const moment of MOMENTS) {
        const atMs = expected?.[moment];
        const should = atMs === undefined ? undefined : epochMs(session.tables, atMs) / 1000;
        if (task[moment] !== should) broken.push(`${row.taskArn}: ${moment} is ${task[moment]}, not ${should}`);
      }
      // The agent of an instance can go and come back at any time.
      const anyTime = [
        "executionStoppedAt",
        "stoppingAt",
        ...(row.spec.placed === undefined ? [] : ["connectivityAt"]),
      ];
      const order = MOMENTS.filter((name) => !anyTime.includes(name));
      const given = order.map((name) => task[name] as number | undefined).filter((each) => each !== undefined);
      if (given.some((each, index) => index > 0 && each < (given[index - 1] as number)))
        broken.push(`${row.taskArn}: moments`);
      broken.push(...differences(row.taskArn, task, rowInShape(session, row)));
    }
  }
  return broken;
}

/** What a description must say by the rows alone. */
function rowInShape(session: Session, row: TaskRow): Answer {
  const { spec } = row;
  return {
    clusterArn: spec.clusterArn,
    taskDefinitionArn: spec.taskDefinitionArn,
    containerInstanceArn: spec.placed?.containerInstanceArn,
    availabilityZone: spec.availabilityZone,
    launchType: spec.launchType,
    lastStatus: row.lastStatus,
    desiredStatus: row.desiredStatus,
    healthStatus: row.healthStatus,
    group: spec.group,
    startedBy: spec.startedBy,
    stopCode: row.stopCode,
    stoppedReason: row.stoppedReason,
    version: row.version,
    tags: row.tags,
    containers: spec.containerArns.map((arn) => {
      const container = session.tables.containers.get(arn);
      return {
        containerArn: arn,
        taskArn: row.taskArn,
        name: container?.name,
        lastStatus: container?.lastStatus,
        ...(container?.lastStatus === "STOPPED" ? { exitCode: container.exitCode, reason: container.reason } : {}),
        runtimeId: container?.runtimeId,
        imageDigest: container?.imageDigest,
        healthStatus: container?.healthStatus,
        networkBindings: container?.networkBindings ?? (container?.startedAtMs === undefined ? undefined : []),
      };
    }),
  };
}

/** Members that the expectation names and the answer has otherwise; lists of objects member by member. */
export function differences(name: string, answer: unknown, expected: unknown): string[] {
  if (Array.isArray(expected) && Array.isArray(answer)) {
    if (expected.length !== answer.length) return [`${name} has ${answer.length} entries, not ${expected.length}`];
    return expected.flatMap((each, index) => differences(`${name}[${index}]`, answer[index], each));
  }
  if (typeof expected === "object" && expected !== null && typeof answer === "object" && answer !== null) {
    return Object.entries(expected).flatMap(([key, each]) =>
      differences(`${name}.${key}`, (answer as Answer)[key], each),
    );
  }
  return answer === expected ? [] : [`${name} is ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`];
}

type Moments = Partial<Record<(typeof MOMENTS)[number], number>>;

/** When things happened to each task, by the records of the journal. */
function momentsByJournal(session: Session): Map<string, Moments> {
  const all = new Map<string, Moments>();
  const of = (taskArn: string) => {
    const moments = all.get(taskArn) ?? {};
    all.set(taskArn, moments);
    return moments;
  };
  const owner = (arn: string) => session.tables.containers.get(arn)?.taskArn ?? arn;
  for (const record of session.journal.records as readonly JournalRecord[]) {
    const { kind, subject, atMs } = record;
    const facts = record.facts as { essential?: boolean; restart?: { restarts: boolean } } | undefined;
    if (kind === "TASK_CREATED") of(subject).createdAt = atMs;
    else if (kind === "PULL_STARTED") of(owner(subject)).pullStartedAt ??= atMs;
    else if (kind === "PULL_STOPPED") of(owner(subject)).pullStoppedAt = atMs;
    else if (kind === "TASK_RUNNING") of(subject).startedAt = atMs;
    else if (kind === "CONTAINER_EXITED" && facts?.essential === true && facts.restart?.restarts !== true) {
      of(owner(subject)).executionStoppedAt ??= atMs;
    } else if (FAILURES.has(kind)) failed(session, record, of(owner(subject)));
    else if (kind === "TASK_STOP_STARTED" && neverRan(session, record)) of(subject).executionStoppedAt ??= atMs;
    for (const { table, key, before, after } of record.changes) {
      if (table !== "tasks" || after === undefined) continue;
      const [was, is] = [before as TaskRow | undefined, after as TaskRow];
      if (was?.desiredStatus !== "STOPPED" && is.desiredStatus === "STOPPED") of(key).stoppingAt = atMs;
      if (isOver(was) !== true && isOver(is)) of(key).stoppedAt ??= atMs;
      if (was?.connectivity !== is.connectivity) of(key).connectivityAt = atMs;
    }
  }
  return all;
}

const FAILURES: ReadonlySet<string> = new Set(["START_FAILED", "PULL_FAILED", "RESOURCE_FAILED"]);

const onFargate = (task: TaskRow | undefined) => task !== undefined && task.spec.placed === undefined;

/** On Fargate, a failed start ends the execution; one in its pull was refused by the check of its log driver. */
function failed(session: Session, { kind, subject, atMs }: JournalRecord, moments: Moments): void {
  const container = session.tables.containers.get(subject);
  if (!onFargate(session.tables.tasks.get(container?.taskArn ?? subject))) return;
  moments.executionStoppedAt ??= atMs;
  const isRefusedLog =
    kind === "START_FAILED" && container?.imageDigest === undefined && container?.runtimeId !== undefined;
  if (isRefusedLog) moments.pullStoppedAt = atMs;
}

/** On Fargate, a task of which no container has run yet when its agent begins to stop it. */
function neverRan(session: Session, { subject, atMs, facts }: JournalRecord): boolean {
  const task = session.tables.tasks.get(subject);
  if (!onFargate(task) || (facts as { lastStatus: string }).lastStatus === "DEPROVISIONING") return false;
  return (task?.spec.containerArns ?? []).every((arn) => {
    const { startedAtMs = Number.POSITIVE_INFINITY } = session.tables.containers.get(arn) ?? {};
    return startedAtMs > atMs;
  });
}

/** Has its `stoppedAt`: STOPPED, or on Fargate on its way there from PROVISIONING. */
function isOver(task: TaskRow | undefined): boolean | undefined {
  if (task === undefined) return undefined;
  const leftProvisioning =
    task.lastStatus === "DEPROVISIONING" && onFargate(task) && task.pullStartedAtMs === undefined;
  return task.lastStatus === "STOPPED" || (leftProvisioning && task.executionStoppedAtMs === undefined);
}
