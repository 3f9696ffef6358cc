/**
 * What depends on the order of two things that are due at the same millisecond, and why it may (rule A5). Nothing else may:
 * a test takes pairs both ways round and holds what differs at the end of the moment against this list.
 */
import { hostHasRoom } from "../controllers/host/instance-books.ts";
import type { ContainerInstanceRow, TaskReservation } from "../model/container-instances.ts";
import type { DueKind } from "../model/due.ts";
import type { CloudReaders } from "../model/tables.ts";

/** A dependence that is meant. */
export interface OrderMatters {
  /** What may come out otherwise: `table.field`, `journal KIND`, `agenda KIND`, `cause of KIND`. */
  readonly what: RegExp;
  readonly why: string;
  /** Only for two things of which one is of this kind. */
  readonly of?: DueKind;
  /** Only while this holds. */
  readonly only?: (tables: CloudReaders) => boolean;
}

/** Every dependence that is meant. */
export const ORDER_MATTERS: readonly OrderMatters[] = [
  {
    what: /^(networkInterfaces\.|tasks\.networkInterface$|journal ENI_CREATED$)/,
    why: "A subnet gives out its next free address: who comes first has the lower one.",
  },
  {
    what: /^(containers\.(bridgeAddress|networkBindings)$|journal CONTAINER_CREATED$)/,
    why: "docker0 and the range of dynamic ports give out the next that is free, as the agent does.",
  },
  {
    what: /^tasks\.(ending|stoppedReason)$/,
    why: "Of several containers that fail at one moment the first ends the task, in its words.",
  },
  {
    what: /^(containerInstances\.waitingTasks$|journal HOST_RESOURCES_AWAITED$)/,
    why: "A host takes tasks in the order in which they come to it, and so they stand in its queue.",
  },
  {
    what: /^(containers\.|tasks\.|registryFaults\.|journal |agenda |cause of )/,
    why: "A fault of so many pulls, as somebody asked for it, hits those that come first.",
    only: ({ registryFaults }) => [...registryFaults.values()].some(({ failing }) => failing?.pullsLeft !== undefined),
  },
  {
    what: /./,
    why: "The last room of a host goes to the task that comes first; the other one waits until there is room again.",
    only: lastRoomIsWanted,
  },
  {
    what: /./,
    why: "A container that starts at the very moment at which its task goes down is stopped, or was never started.",
    only: goesDownWhileItStarts,
  },
  {
    what: /./,
    of: "SERVICE_BEAT",
    why: "A scheduler sees what came before it at that moment, and starts its tasks in turn; what comes after it, its next beat sees.",
  },
  {
    what: /^cause of (TASK_RUNNING|TASK_STOPPED|TASK_STOP_REQUESTED|EXIT_REPORTED|HOST_RESOURCES_TAKEN|CONTAINERS_DUE|CONTAINERS_STOPPED)$/,
    why: "Of several things that had to happen, the one that comes last is the cause, and of several that suffice the first.",
  },
];

/** A task is to stop, and one of its containers is on its way to run. */
function goesDownWhileItStarts({ tasks, containers }: CloudReaders): boolean {
  return [...containers.values()].some(
    ({ phase, taskArn }) => phase === "CREATED" && tasks.get(taskArn)?.desiredStatus === "STOPPED",
  );
}

/** Two tasks are on their way to a host that has no room for both: the first of its queue blocks the others. */
function lastRoomIsWanted({ tasks, containerInstances }: CloudReaders): boolean {
  const coming = [...tasks.values()].filter(
    ({ desiredStatus, holdsHost }) => desiredStatus === "RUNNING" && !holdsHost,
  );
  return coming.some(({ taskArn, spec: { placed } }) => {
    const instance = placed && containerInstances.at(placed.instanceSlot);
    const others = coming.filter((other) => other.taskArn !== taskArn && isOn(other.spec.placed, placed?.instanceSlot));
    return instance !== undefined && others.some((other) => isTooMuch(instance, placed, other.spec.placed));
  });
}

type Placed = { readonly instanceSlot: number; readonly reservation: TaskReservation } | undefined;

function isOn(placed: Placed, instanceSlot: number | undefined): boolean {
  return placed !== undefined && placed.instanceSlot === instanceSlot;
}

function isTooMuch(instance: ContainerInstanceRow, one: Placed, other: Placed): boolean {
  if (one === undefined || other === undefined) return false;
  const { hostRemaining } = instance;
  const [a, b] = [one.reservation, other.reservation];
  if (!hostHasRoom(instance, a) || !hostHasRoom(instance, b)) return true;
  const share = <T>(left: readonly T[], right: readonly T[]) => left.some((each) => right.includes(each));
  return (
    hostRemaining.cpu < a.cpu + b.cpu ||
    hostRemaining.memory < a.memory + b.memory ||
    share(a.tcpPorts, b.tcpPorts) ||
    share(a.udpPorts, b.udpPorts) ||
    share(a.gpus, b.gpus)
  );
}
