/**
 * The awslogs driver: opens a container's log stream before the container exists and notes which process writes to it.
 * On an instance Docker keeps a file of its own for a container without a stream; with one, it reads along (dual logging).
 * Simplified: lines arrive at once, the driver of AWS sends them every few seconds; mode blocking never holds a process up.
 * Drivers other than awslogs accept everything and show nothing.
 */
import { LOG_MODE } from "../../model/account-settings.ts";
import { logGroupArn } from "../../model/arns.ts";
import type { Told } from "../../model/cause.ts";
import { type LogCause, tellLog, tellLogOnInstance } from "../../model/causes/starts.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { Request } from "../../model/iam.ts";
import { type LogStreamRow, logGroupKey, logStreamKey, type ProcessRun } from "../../model/logs.ts";
import { regionOf } from "../../model/place.ts";
import type { ContainerDefinition } from "../../model/task-definition.ts";
import { standingOfAgent } from "../../network/standing.ts";
import { reachesService } from "../../network/way-out.ts";
import { buildOf, startOf } from "../../workloads/container-start.ts";
import { valuesOf } from "../../workloads/environment.ts";
import { parseImageReference } from "../../workloads/image-reference.ts";
import { readBufferSize } from "../../workloads/log-buffer.ts";
import { usesFiles } from "../../workloads/shell.ts";
import { hostnameOf, neededRole } from "../agent/agent-side.ts";
import { denialOf, requestId } from "../agent/resource-step.ts";
import { containerDefinition, definitionOf, overrideOf } from "../rows/task-rows.ts";

/** The stream that a container writes to. */
interface Destination {
  readonly region: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly createGroup: boolean;
}

/**
 * Makes the container's stream, and its group when the options ask for it. Nothing happens without the awslogs driver.
 * @returns why the container cannot start, or undefined
 * @param dockerId name of the stream when the options give no prefix, which only EC2 allows
 */
export function openLog(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  dockerId: string | undefined,
): Told<LogCause> | undefined {
  const to = destinationOf(sim, task, container, dockerId);
  if (to === undefined) return undefined;
  const { region, logGroupName, logStreamName } = to;
  if (!reachesLogs(sim, task, region)) return tellerFor(task)("logs.no-route", { region });
  if (!sim.tables.logGroups.has(logGroupKey(region, logGroupName))) {
    const refusal = to.createGroup
      ? refused(sim, task, {
          why: "logs.group-denied",
          action: "logs:CreateLogGroup",
          // Without the part for streams. Source: recorded answers of a Fargate task (checked 2026-11-29).
          resource: logGroupArn(to),
        })
      : notThere(sim, task);
    if (refusal !== undefined) return refusal;
    sim.put("logGroups", { region, logGroupName, createdAtMs: sim.nowMs });
    sim.record("LOG_GROUP_CREATED", logGroupName, { by: "awslogs" });
  }
  const resource = `${logGroupArn(to)}:log-stream:${logStreamName}`;
  const refusal = refused(sim, task, { why: "logs.stream-denied", action: "logs:CreateLogStream", resource });
  if (refusal !== undefined) return refusal;
  const key = logStreamKey(region, logGroupName, logStreamName);
  if (sim.tables.logStreams.has(key)) return undefined;
  const { taskArn, containerArn } = container;
  sim.put("logStreams", {
    region,
    logGroupName,
    logStreamName,
    createdAtMs: sim.nowMs,
    taskArn,
    containerArn,
    runs: [],
  });
  sim.record("LOG_STREAM_CREATED", logStreamName, { logGroupName });
  return undefined;
}

/** Endpoints serve their own Region only. */
function reachesLogs(sim: Cloud, task: TaskRow, region: string): boolean {
  return reachesService(
    sim.tables,
    standingOfAgent(sim.tables, task),
    region === regionOf(sim.tables) ? "logs" : "internet",
  );
}

/** A process of the container begins: from now on its output goes to the stream. Belongs to the next record. */
export function beginOutput(sim: Cloud, task: TaskRow, container: ContainerRow): void {
  const stream = streamOf(sim, container);
  if (stream === undefined && task.spec.placed === undefined) return;
  const definition = containerDefinition(definitionOf(sim, task), container.name);
  const { repository } = parseImageReference(definition.image);
  const override = overrideOf(task, container.name);
  const { behaviour, likes = repository } = buildOf(sim.tables, task, container);
  const { needsVariables = [] } = behaviour;
  const environment = valuesOf(definition, override, container.fileVariables);
  const start = startOf(sim.tables, task, container);
  const { run: commandRun, complaints } = start.kind === "runs" ? start : {};
  const missingVariables = commandRun ? [] : needsVariables.filter((name) => environment[name] === undefined);
  const run: ProcessRun = {
    startedAtMs: sim.nowMs,
    repository: likes,
    ...commandRun,
    ...(commandRun !== undefined && usesFiles(commandRun.command) ? { lines: [] } : {}),
    ...(complaints !== undefined && { lines: complaints.map((text) => ({ atMs: sim.nowMs, text })) }),
    ...(missingVariables.length > 0 ? { missingVariables } : {}),
    environment,
    hostname: hostnameOf(sim, task, container),
    ...(stream !== undefined && bufferOf(sim, definition)),
  };
  if (stream !== undefined) sim.put("logStreams", { ...stream, runs: [...stream.runs, run] });
  else {
    const { containerArn } = container;
    const runs = sim.tables.dockerLogs.get(containerArn)?.runs ?? [];
    sim.put("dockerLogs", { containerArn, runs: [...runs, run] });
  }
}

/** The process that writes to a log stream at present, or has written last. */
export function currentRun(sim: Cloud, container: ContainerRow): ProcessRun | undefined {
  return streamOf(sim, container)?.runs.at(-1);
}

/**
 * The size of the buffer, where one is given and the mode has one: by default non-blocking, unless the account says otherwise.
 * @source Developer Guide, Account settings, default log driver mode: since 25 June 2025 (checked 2026-11-29)
 */
function bufferOf(sim: Cloud, { logConfiguration }: ContainerDefinition): Pick<ProcessRun, "bufferBytes"> {
  const { options = {} } = logConfiguration ?? {};
  const usual = sim.tables.accountSettings.get(LOG_MODE)?.value;
  const bufferBytes = readBufferSize(options["max-buffer-size"]);
  return bufferBytes === undefined || (options.mode ?? usual) === "blocking" ? {} : { bufferBytes };
}

/** Changes the process that writes at present: it was signalled, printed, or ended. Belongs to the next record. */
export function changeOutput(sim: Cloud, container: ContainerRow, change: (run: ProcessRun) => ProcessRun): void {
  const stream = streamOf(sim, container);
  const file = stream === undefined ? sim.tables.dockerLogs.get(container.containerArn) : undefined;
  const written = (stream ?? file)?.runs ?? [];
  const current = written.at(-1);
  if (current === undefined || current.endedAtMs !== undefined) return;
  const runs = [...written.slice(0, -1), change(current)];
  if (stream !== undefined) sim.put("logStreams", { ...stream, runs });
  else if (file !== undefined) sim.put("dockerLogs", { ...file, runs });
}

/** Docker's file goes with its container. Belongs to the next record. */
export function removeDockerLog(sim: Cloud, { containerArn }: ContainerRow): void {
  if (sim.tables.dockerLogs.has(containerArn)) sim.remove("dockerLogs", containerArn);
}

/** The stream of a container, or undefined when it has none. */
function streamOf(sim: Cloud, container: ContainerRow): LogStreamRow | undefined {
  if (sim.tables.logStreams.size === 0) return undefined;
  const [key] = sim.tables.logStreams.bucket("container", container.containerArn);
  return key === undefined ? undefined : sim.tables.logStreams.get(key);
}

function destinationOf(
  sim: Cloud,
  task: TaskRow,
  container: ContainerRow,
  dockerId: string | undefined,
): Destination | undefined {
  const { logConfiguration } = containerDefinition(definitionOf(sim, task), container.name);
  if (logConfiguration?.logDriver !== "awslogs") return undefined;
  const { options = {} } = logConfiguration;
  const prefix = options["awslogs-stream-prefix"];
  return {
    region: options["awslogs-region"] ?? regionOf(sim.tables),
    logGroupName: options["awslogs-group"] ?? "",
    logStreamName:
      prefix === undefined && dockerId !== undefined ? dockerId : `${prefix}/${container.name}/${task.spec.taskId}`,
    createGroup: options["awslogs-create-group"] === "true",
  };
}

function refused(
  sim: Cloud,
  task: TaskRow,
  { why, action, resource }: Request & { readonly why: "logs.group-denied" | "logs.stream-denied" },
): Told<LogCause> | undefined {
  const denial = denialOf(neededRole(sim, task, definitionOf(sim, task)), { action, resource });
  if (denial === undefined) return undefined;
  return tellerFor(task)(why, { denial, requestId: shownRequestId(sim, task) });
}

function notThere(sim: Cloud, task: TaskRow): Told<LogCause> {
  return tellerFor(task)("logs.no-group", { requestId: shownRequestId(sim, task) });
}

function tellerFor({ spec }: TaskRow) {
  return spec.placed === undefined ? tellLog : tellLogOnInstance;
}

/** Docker's words show no id of a request, so none is drawn for them. */
function shownRequestId(sim: Cloud, task: TaskRow): string {
  return task.spec.placed === undefined ? requestId({ sim, task, definition: definitionOf(sim, task) }) : "";
}
