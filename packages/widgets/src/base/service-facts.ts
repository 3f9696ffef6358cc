/** A service at one moment as cards and tables tell it: its counts by deployment, its bounds, and what holds it. Pure; rows in. */
import {
  boundsOf,
  type DeploymentRow,
  type ServiceBound,
  type ServiceRow,
  type TrafficShift,
} from "@quayside/simulator";
import { familyAndRevision, type Tables, type TaskRow } from "./cloud.ts";

/** Tasks of one deployment by what becomes of them. */
export interface TaskCounts {
  readonly running: number;
  readonly pending: number;
  /** They are to stop, and have not. */
  readonly stopping: number;
}

/** A deployment that is not INACTIVE. */
export interface DeploymentFacts extends TaskCounts {
  readonly row: DeploymentRow;
  readonly taskDefinitionArn: string;
  /** Such as `web:7`. */
  readonly definition: string;
}

export interface ServiceFacts extends TaskCounts {
  readonly row: ServiceRow;
  /** PRIMARY first, then the newest. */
  readonly deployments: readonly DeploymentFacts[];
  /** Number of its hue, 1 to 6. */
  readonly hue: number;
  /** Tasks that are wanted and not there. */
  readonly missing: number;
  /** Only while a deployment goes on: least healthy tasks, most tasks. */
  readonly bounds: { readonly lower: number; readonly upper: number } | undefined;
  /** What kept the scheduler from more at its last decision. */
  readonly heldBy: readonly ServiceBound[];
  /** Where the deployment that goes on stands that shifts traffic. */
  readonly shift: TrafficShift | undefined;
  /**
   * It is held by its percentages alone, and tasks are on their way up or out, or wait to be healthy for the first time: a rollout as
   * it should be. Otherwise it may hang.
   */
  readonly isHeldForNow: boolean;
}

/** Hues that services take in turn. */
export const HUES = 6;

/** The services that are not INACTIVE, in the order in which they were made. */
export function livingServices(tables: Tables): ServiceRow[] {
  return [...tables.services.values()].filter(({ status }) => status !== "INACTIVE");
}

/** What there is to say of a service. */
export function serviceFacts(tables: Tables, row: ServiceRow): ServiceFacts {
  const counts = countsOf(tables, row.serviceArn);
  const rows = [...tables.deployments.bucket("service", row.serviceArn)].flatMap(
    (id) => tables.deployments.get(id) ?? [],
  );
  const deployments = rows
    .sort((one, other) => rank(one) - rank(other) || other.number - one.number)
    .map((deployment): DeploymentFacts => {
      const taskDefinitionArn = tables.serviceRevisions.get(deployment.serviceRevisionArn)?.taskDefinitionArn ?? "";
      const own = counts.get(deployment.deploymentId) ?? NONE;
      return { row: deployment, taskDefinitionArn, definition: familyAndRevision(taskDefinitionArn), ...own };
    });
  const all = [...counts.values()].reduce(plus, NONE);
  const goesOn =
    deployments.some(({ row: { rolloutState } }) => rolloutState === "IN_PROGRESS") || deployments.length > 1;
  const heldBy = row.boundBy === "" ? [] : (row.boundBy.split(" ") as ServiceBound[]);
  const primary = deployments[0];
  const waitsForHealth = primary !== undefined && primary.running > 0 && !primary.row.hasBeenHealthy;
  const isOnItsWay = all.pending + all.stopping > 0 || waitsForHealth;
  return {
    row,
    deployments,
    hue: hueOf(row),
    ...all,
    missing: Math.max(0, row.desiredCount - all.running - all.pending),
    bounds: goesOn ? boundsOf(row.desiredCount, row.deploymentConfiguration) : undefined,
    shift: shiftOf(tables, deployments[0]?.row),
    heldBy,
    isHeldForNow: isOnItsWay && heldBy.every((bound) => bound === "maximum" || bound === "minimum"),
  };
}

/** Of a deployment that is not done. */
function shiftOf({ serviceDeployments }: Tables, primary: DeploymentRow | undefined): TrafficShift | undefined {
  if (primary === undefined || primary.rolloutState === "COMPLETED") return undefined;
  return serviceDeployments.get(primary.serviceDeploymentArn)?.shift;
}

/** Number of a service's hue, 1 to 6. */
export function hueOf({ slot }: ServiceRow): number {
  return (slot % HUES) + 1;
}

const NONE: TaskCounts = { running: 0, pending: 0, stopping: 0 };

function rank({ status }: DeploymentRow): number {
  return status === "PRIMARY" ? 0 : 1;
}

function plus(left: TaskCounts, right: TaskCounts): TaskCounts {
  return {
    running: left.running + right.running,
    pending: left.pending + right.pending,
    stopping: left.stopping + right.stopping,
  };
}

/** Tasks of a service that have not stopped, by the deployment that started them. */
function countsOf({ tasks }: Tables, serviceArn: string): Map<string, TaskCounts> {
  const counts = new Map<string, TaskCounts>();
  for (const arn of tasks.bucket("service", serviceArn)) {
    const task = tasks.get(arn);
    if (task === undefined) continue;
    const id = task.spec.startedBy ?? "";
    counts.set(id, plus(counts.get(id) ?? NONE, one(task)));
  }
  return counts;
}

function one(task: TaskRow): TaskCounts {
  const stands = standing(task);
  return stands === undefined ? NONE : { ...NONE, [stands]: 1 };
}

/** As what a task counts for its service; undefined once it has stopped. */
export function standing({ desiredStatus, lastStatus }: TaskRow): keyof TaskCounts | undefined {
  if (lastStatus === "STOPPED" || lastStatus === "DELETED") return undefined;
  if (desiredStatus !== "RUNNING") return "stopping";
  return lastStatus === "RUNNING" ? "running" : "pending";
}
