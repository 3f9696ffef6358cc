/**
 * What depends on the order of two things that are due at the same millisecond, and why it may (rule A5). Nothing else may:
 * a test takes pairs both ways round and holds what differs at the end of the moment against this list.
 */
import type { CloudReaders } from "../model/tables.ts";

/** A dependence that is meant. */
export interface OrderMatters {
  /** What may come out otherwise: `table.field`, `journal KIND`, `agenda KIND`, `cause of KIND`. */
  readonly what: RegExp;
  readonly why: string;
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
    what: /^cause of (TASK_RUNNING|TASK_STOPPED|TASK_STOP_REQUESTED|EXIT_REPORTED|HOST_RESOURCES_TAKEN|CONTAINERS_DUE)$/,
    why: "Of several things that had to happen, the one that comes last is the cause, and of several that suffice the first.",
  },
];
