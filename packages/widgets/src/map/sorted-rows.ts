/** Where each task of a moment belongs: to the queue, to its subnet or instance, or to the tray. */
import type { Tables, TaskRow } from "../base/cloud.ts";
import { type Machine, machinesBySubnet } from "./kinds/instance-mark.ts";

/** The rows of a moment by where they stand on the map. */
export interface SortedRows {
  readonly queue: TaskRow[];
  readonly tray: TaskRow[];
  readonly running: number;
  /** Tasks by subnet or, on EC2, by instance id. */
  readonly inPlace: ReadonlyMap<string, TaskRow[]>;
  /** Machines by subnet. */
  readonly machines: ReadonlyMap<string, readonly Machine[]>;
}

/** A task waits until it has its network interface; it is in its place until it is STOPPED; then it lies in the tray. */
export function sortRows(tables: Tables): SortedRows {
  const queue: TaskRow[] = [];
  const tray: TaskRow[] = [];
  const inPlace = new Map<string, TaskRow[]>();
  let running = 0;
  for (const task of tables.tasks.values()) {
    if (task.lastStatus === "RUNNING") running += 1;
    if (task.lastStatus === "STOPPED" || task.lastStatus === "DELETED") tray.push(task);
    else if (task.lastStatus === "PROVISIONING" && task.networkInterface === undefined) queue.push(task);
    else {
      const key = placeOf(tables, task);
      const there = inPlace.get(key);
      if (there === undefined) inPlace.set(key, [task]);
      else there.push(task);
    }
  }
  return { queue, tray, running, inPlace, machines: machinesBySubnet(tables) };
}

/** A task on EC2 stands on its instance, wherever its interface is; a task on Fargate in its subnet. */
function placeOf(tables: Tables, { spec }: TaskRow): string {
  const machine = spec.placed === undefined ? undefined : tables.ec2Instances.at(spec.placed.ec2Slot);
  return machine?.instanceId ?? spec.subnetId;
}
