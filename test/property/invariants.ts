/** The invariants that every world must keep, whatever was done to it. */
import {
  attachmentChart,
  containerChart,
  RECORD_TRAITS,
  type Session,
  type TaskRow,
  taskChart,
} from "@quayside/simulator";

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
    if (session.settled && task.desiredStatus !== "RUNNING" && task.lastStatus !== "STOPPED") {
      broken.push(`${task.taskArn} is stuck in ${task.lastStatus}`);
    }
    if (task.lastStatus === "STOPPED" && rows.some((row) => row?.phase !== "STOPPED")) {
      broken.push(`${task.taskArn} is STOPPED and a container is not`);
    }
    for (const row of rows) {
      if (row?.startedAtMs !== undefined && row.imageDigest === undefined)
        broken.push(`${row.containerArn} runs no image`);
    }
    const { attachmentStatus } = task;
    const hasAttachment = attachmentStatus !== undefined && attachmentChart.states.includes(attachmentStatus);
    if (hasAttachment !== (task.spec.networkMode === "awsvpc"))
      broken.push(`${task.taskArn} in ${task.spec.networkMode} mode has attachment ${attachmentStatus}`);
  }
  for (const { scope, timesSlower, failing } of session.tables.registryFaults.values()) {
    const isNothing = timesSlower === 1 && failing === undefined;
    if (isNothing || failing?.pullsLeft === 0) broken.push(`the fault of ${scope} is over and still there`);
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
  const hasStopped = task.lastStatus === "STOPPED" || (task.lastStatus === "DEPROVISIONING" && neverBegan(task));
  if (hasStopped !== (task.stoppedAtMs !== undefined)) broken.push("stoppedAt without STOPPED");
  return broken;
}

/** On Fargate, a task that was stopped in PROVISIONING: it has its `stoppedAt` before its interface is gone. */
function neverBegan(task: TaskRow): boolean {
  return task.spec.placed === undefined && task.executionStoppedAtMs === undefined;
}

/** Records are numbered without gaps, time never runs backwards, every cause lies before its effect. */
function brokenJournal(session: Session): string[] {
  const broken: string[] = [];
  let lastMs = 0;
  const seen = new Set<string>();
  for (const [index, record] of session.journal.records.entries()) {
    if (record.seq !== index) broken.push(`record ${index} has number ${record.seq}`);
    if (record.cause >= record.seq) broken.push(`record ${record.seq} was caused by ${record.cause}`);
    if (record.atMs < lastMs) broken.push(`record ${record.seq} lies before its predecessor`);
    if (record.cause === -1 && record.kind !== "CALL" && record.kind !== "WORLD_BEGAN") {
      broken.push(`record ${record.seq} (${record.kind}) has no cause`);
    }
    for (const { table, key } of record.changes) seen.add(`${table} ${key}`);
    const { about } = RECORD_TRAITS[record.kind];
    if (about !== "name" && !seen.has(`${about} ${record.subject}`)) {
      broken.push(`record ${record.seq} (${record.kind}) is about ${record.subject}, which is no row of ${about}`);
    }
    lastMs = record.atMs;
  }
  return broken;
}
