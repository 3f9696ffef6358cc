/** The invariants that every world must keep, whatever was done to it. */

import {
  attachmentChart,
  containerChart,
  RECORD_TRAITS,
  type Session,
  type TaskRow,
  taskChart,
} from "@quayside/simulator";
import { deploymentChart, rolloutChart, serviceChart, serviceDeploymentChart } from "@quayside/simulator/charts";

/** Every rule that must hold in every world; gives the broken ones as sentences. */
export function brokenInvariants(session: Session): string[] {
  return [...brokenMoves(session), ...brokenRows(session), ...brokenServices(session), ...brokenJournal(session)];
}

const CHARTED = [
  ["services", "status", serviceChart],
  ["deployments", "status", deploymentChart],
  ["deployments", "rolloutState", rolloutChart],
  ["serviceDeployments", "status", serviceDeploymentChart],
] as const;

/** A service has one PRIMARY deployment; its tasks are those of its deployments; one that rests has what it wants. */
function brokenServices({ tables }: Session): string[] {
  const broken: string[] = [];
  for (const service of tables.services.values()) {
    if (service.status === "INACTIVE") continue;
    const own = [...tables.deployments.values()].filter(({ serviceArn }) => serviceArn === service.serviceArn);
    const primaries = own.filter(({ status }) => status === "PRIMARY");
    if (primaries.length !== 1) broken.push(`${service.serviceName} has ${primaries.length} PRIMARY deployments`);
    for (const each of tables.serviceDeployments.values()) {
      if (each.serviceArn !== service.serviceArn || each.finishedAtMs !== undefined) continue;
      if (each.status !== "STOP_REQUESTED" && primaries[0]?.serviceDeploymentArn !== each.serviceDeploymentArn)
        broken.push(`${service.serviceName} is ${each.status} for a deployment that is not PRIMARY`);
    }
    const wanted = [...tables.tasks.values()].filter(
      ({ spec, desiredStatus }) => spec.serviceArn === service.serviceArn && desiredStatus === "RUNNING",
    );
    const known = new Set(own.filter(({ status }) => status !== "INACTIVE").map(({ deploymentId }) => deploymentId));
    if (wanted.some(({ spec }) => !known.has(spec.startedBy ?? "")))
      broken.push(`${service.serviceName} wants a task of a deployment that is gone`);
    // In a stage of a shift of traffic both revisions run in full, or one does.
    const isShifting = [...tables.serviceDeployments.values()].some(
      ({ serviceDeploymentArn, shift }) =>
        shift !== undefined &&
        serviceDeploymentArn === primaries[0]?.serviceDeploymentArn &&
        primaries[0].rolloutState !== "COMPLETED",
    );
    if (service.rests && !isShifting && wanted.length !== service.desiredCount)
      broken.push(`${service.serviceName} rests with ${wanted.length} of ${service.desiredCount} tasks`);
  }
  return broken;
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
      for (const [charted, field, chart] of CHARTED) {
        if (table === charted && !isMove(chart.moves, was[field], is[field])) {
          broken.push(`${field} of ${table} moved from ${was[field]} to ${is[field]} in record ${record.seq}`);
        }
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
  const due = new Set(session.world.agenda.list().map(({ target }) => target));
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
    // What goes round for ever, such as a service whose tasks crash, is settled with a task on its way.
    const isDue = [task.taskArn, ...task.spec.containerArns].some((key) => due.has(key));
    if (session.settled && !isDue && task.desiredStatus !== "RUNNING" && task.lastStatus !== "STOPPED") {
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
