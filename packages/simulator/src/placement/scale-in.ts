/**
 * Which tasks a service stops when it wants fewer: the wishes of its placement strategies turned round, one task after the
 * other. Tasks with scale-in protection are never among them.
 * Source: Developer Guide, "Use strategies to define Amazon ECS task placement" and "Schedule your containers on Amazon
 * ECS" (checked 2026-11-21). Ours: tasks on instances that are not ACTIVE go first, and what is a tie is drawn by lot; on
 * Fargate it is the first that is given.
 */
import { assert } from "../kernel/assert.ts";
import type { ContainerInstanceRow } from "../model/container-instances.ts";
import { DEFAULT_SERVICE_STRATEGIES, type Drawn, type PlacementStrategy } from "../model/placement.ts";
import type { Draw } from "./place.ts";
import { attributeOf } from "./query/compile.ts";

/** A task of the service that is meant to run. */
export interface ScaleInTask {
  readonly taskArn: string;
  readonly availabilityZone: string;
  /** Scale-in protection, by UpdateTaskProtection. */
  readonly isProtected: boolean;
  /** The instance it runs on; undefined on Fargate. */
  readonly instance: ContainerInstanceRow | undefined;
  /** What it would give back to its instance, CPU units and MiB. */
  readonly cpu: number;
  readonly memory: number;
}

/** The tasks to stop, in order, and what was drawn to choose them. Fewer than asked for when the rest is protected. */
export interface ScaleIn {
  readonly taskArns: readonly string[];
  readonly draws: readonly Drawn[];
}

/**
 * Chooses the tasks to stop.
 * @param strategies of the service; without any what AWS does by default
 */
export function scaleIn(
  tasks: readonly ScaleInTask[],
  count: number,
  strategies: readonly PlacementStrategy[],
  draw: Draw,
): ScaleIn {
  const wishes = strategies.length === 0 ? DEFAULT_SERVICE_STRATEGIES : strategies;
  const running = new Set(tasks);
  const chosen: ScaleInTask[] = [];
  const draws: Drawn[] = [];
  while (chosen.length < count) {
    const willing = [...running].filter(({ isProtected }) => !isProtected);
    if (willing.length === 0) break;
    const tied = mostWilling(willing, { wishes, running, chosen });
    const isFirst = tied.length === 1 || tied.every(({ instance }) => instance === undefined);
    const task = isFirst ? (tied[0] as ScaleInTask) : drawn(tied, draw, draws);
    running.delete(task);
    chosen.push(task);
  }
  return { taskArns: chosen.map(({ taskArn }) => taskArn), draws };
}

interface Progress {
  readonly wishes: readonly PlacementStrategy[];
  readonly running: ReadonlySet<ScaleInTask>;
  readonly chosen: readonly ScaleInTask[];
}

function mostWilling(willing: readonly ScaleInTask[], { wishes, running, chosen }: Progress): readonly ScaleInTask[] {
  let tied = highest(willing, ({ instance }) => (instance === undefined || instance.status === "ACTIVE" ? 0 : 1));
  for (const wish of wishes) {
    if (wish.type === "spread") tied = highest(tied, crowdOf(wish.field, running));
    if (wish.type === "binpack") tied = highest(tied, leftWithout(wish.field, chosen));
  }
  return tied;
}

function drawn(tied: readonly ScaleInTask[], draw: Draw, draws: Drawn[]): ScaleInTask {
  const count = tied.length;
  const number = draw(count);
  const task = tied[number];
  assert(task !== undefined, () => `scale-in drew ${number} of ${count}`);
  draws.push({ count, drawn: number });
  return task;
}

/** How many tasks of the service are where a task is; protected ones count, they are there. */
function crowdOf(field: string, running: ReadonlySet<ScaleInTask>): (task: ScaleInTask) => number {
  const crowds = new Map<string | undefined, number>();
  for (const task of running) {
    const place = placeOf(task, field);
    crowds.set(place, (crowds.get(place) ?? 0) + 1);
  }
  return (task) => crowds.get(placeOf(task, field)) ?? 0;
}

/** A task on Fargate has a zone and nothing else. */
function placeOf({ instance, availabilityZone }: ScaleInTask, field: string): string | undefined {
  if (field === "instanceId" || field === "host") return instance?.containerInstanceArn;
  const name = field.slice("attribute:".length);
  if (instance === undefined) return name === "ecs.availability-zone" ? availabilityZone : undefined;
  return attributeOf(instance, name) ?? undefined;
}

/** What would be left on a task's instance without it and without those that were chosen before. */
function leftWithout(field: "cpu" | "memory", chosen: readonly ScaleInTask[]): (task: ScaleInTask) => number {
  const freed = new Map<string, number>();
  for (const task of chosen) {
    const arn = task.instance?.containerInstanceArn;
    if (arn !== undefined) freed.set(arn, (freed.get(arn) ?? 0) + task[field]);
  }
  return ({ instance, [field]: own }) =>
    instance === undefined ? 0 : instance.remaining[field] + (freed.get(instance.containerInstanceArn) ?? 0) + own;
}

function highest(tasks: readonly ScaleInTask[], score: (task: ScaleInTask) => number): readonly ScaleInTask[] {
  const scores = tasks.map(score);
  const best = Math.max(...scores);
  return tasks.filter((_, index) => scores[index] === best);
}
