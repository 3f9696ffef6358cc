/** What of one moment of the story is drawn: four places for instances with their tasks, what found no room, what has stopped. */
import { shortId, type Tables, type TaskRow } from "../base/cloud.ts";
import { lookOf, type StateLook, taskLook } from "../base/state-look.ts";
import { aliveOf, aliveOn, memoryOf, PLACES, TASK_MEMORY_MIB, WANTED } from "./story.ts";

/** A task as a chip. */
export interface TaskChip {
  readonly id: string;
  readonly status: string;
  readonly look: StateLook;
}

/** An instance in its place. */
export interface PlaceScene {
  readonly instance: string;
  readonly zone: string;
  /** `starting` until its agent has registered. */
  readonly state: "starting" | "running" | "ending" | "gone";
  /** Shares of its memory, 0 to 1: reserved by tasks. */
  readonly reserved: number;
  readonly tasks: readonly TaskChip[];
  readonly roomFor: number;
}

/** One moment as it is drawn. */
export interface HeroScene {
  /** Undefined: nothing has stood there yet. */
  readonly places: readonly (PlaceScene | undefined)[];
  /** Newest first. */
  readonly stopped: readonly TaskChip[];
  readonly running: number;
  /** Tasks that are wanted and do not exist. */
  readonly missing: number;
}

/** The scene of a moment. */
export function heroScene(tables: Tables): HeroScene {
  const stopped = [...tables.tasks.values()].filter(({ lastStatus }) => lastStatus === "STOPPED");
  const alive = aliveOf(tables);
  return {
    places: placesOf(tables).map((instance) => (instance === undefined ? undefined : placeOf(tables, instance))),
    stopped: stopped.toReversed().map(chipOf),
    running: alive.filter(({ lastStatus }) => lastStatus === "RUNNING").length,
    missing: WANTED - alive.length,
  };
}

/** Who stands where: an instance takes the first place in which nothing stands, or what stood there was gone when it came. */
function placesOf(tables: Tables): (string | undefined)[] {
  const rows = [...tables.ec2Instances.values()];
  const places = new Array<string | undefined>(PLACES).fill(undefined);
  for (const { instanceId, launchedAtMs } of rows) {
    const wasFree = (there: string | undefined): boolean => {
      const row = there === undefined ? undefined : tables.ec2Instances.get(there);
      return (row?.terminatedAtMs ?? (row === undefined ? 0 : Number.POSITIVE_INFINITY)) <= launchedAtMs;
    };
    const place = places.findIndex(wasFree);
    if (place !== -1) places[place] = instanceId;
  }
  return places;
}

function placeOf(tables: Tables, instance: string): PlaceScene {
  const row = tables.ec2Instances.get(instance);
  const memory = memoryOf(tables, instance);
  const tasks = aliveOn(tables, instance);
  const reserved = memory === undefined ? 0 : 1 - memory.freeMiB / memory.allMiB;
  return {
    instance,
    zone: row?.availabilityZone ?? "",
    state: stateOf(row?.state, memory !== undefined),
    reserved,
    tasks: tasks.map(chipOf),
    roomFor: Math.floor((memory?.freeMiB ?? 0) / TASK_MEMORY_MIB),
  };
}

function stateOf(state: string | undefined, registered: boolean): PlaceScene["state"] {
  if (state === "shutting-down") return "ending";
  if (state === "terminated" || state === undefined) return "gone";
  return registered ? "running" : "starting";
}

/** A task that went with its instance is a loss, which the map's look of a stopped task does not say. */
function chipOf({ taskArn, lastStatus, stopCode }: TaskRow): TaskChip {
  const look = stopCode === "TerminationNotice" ? lookOf("failed") : taskLook(lastStatus);
  return { id: shortId(taskArn), status: lastStatus, look };
}
