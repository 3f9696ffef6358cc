/**
 * The life of a task. State names are the values of `lastStatus`. Which steps apply (an ENI to provision, targets to
 * register) is the controllers' knowledge; the chart says which moves exist at all. EXECUTION_ENDED is Fargate's way: the
 * task keeps its state until ECS has heard that every container has stopped.
 * Source: Developer Guide, "Amazon ECS task lifecycle" (checked 2026-11-20); recorded answers of Fargate tasks (checked 2026-11-29).
 */
import { setup } from "xstate";
import type { TaskStatus } from "../model/ecs.ts";
import { compileChart } from "./compile.ts";

export type TaskEvent =
  | "PROVISIONED"
  | "REGISTRATION_STARTED"
  | "CONTAINERS_STARTED"
  | "REGISTERED"
  | "STOP_STARTED"
  | "EXECUTION_ENDED"
  | "DEREGISTERED"
  | "CONTAINERS_STOPPED"
  | "ALL_RELEASED"
  | "RESOURCES_RELEASED"
  | "HOST_LOST"
  | "EXPIRED";

/** The chart itself, for drawing and for XState's tools. */
export const taskMachine = setup({ types: { events: {} as { type: TaskEvent } } }).createMachine({
  id: "task",
  initial: "PROVISIONING",
  states: {
    PROVISIONING: { on: { PROVISIONED: "PENDING", STOP_STARTED: "DEPROVISIONING", HOST_LOST: "STOPPED" } },
    PENDING: {
      on: {
        REGISTRATION_STARTED: "ACTIVATING",
        CONTAINERS_STARTED: "RUNNING",
        STOP_STARTED: "STOPPING",
        EXECUTION_ENDED: "DEPROVISIONING",
        HOST_LOST: "STOPPED",
      },
    },
    ACTIVATING: {
      on: {
        REGISTERED: "RUNNING",
        STOP_STARTED: "DEACTIVATING",
        EXECUTION_ENDED: "DEPROVISIONING",
        HOST_LOST: "STOPPED",
      },
    },
    RUNNING: { on: { STOP_STARTED: "DEACTIVATING", EXECUTION_ENDED: "DEPROVISIONING", HOST_LOST: "STOPPED" } },
    DEACTIVATING: { on: { DEREGISTERED: "STOPPING", EXECUTION_ENDED: "DEPROVISIONING", HOST_LOST: "STOPPED" } },
    // A task without an interface of its own has nothing left to deprovision.
    STOPPING: {
      on: {
        CONTAINERS_STOPPED: "DEPROVISIONING",
        EXECUTION_ENDED: "DEPROVISIONING",
        ALL_RELEASED: "STOPPED",
        HOST_LOST: "STOPPED",
      },
    },
    DEPROVISIONING: { on: { RESOURCES_RELEASED: "STOPPED", HOST_LOST: "STOPPED" } },
    STOPPED: { on: { EXPIRED: "DELETED" } },
    DELETED: { type: "final" },
  },
});

/** The life of a task as a table: `next(state, event)`, its states and its moves. */
export const taskChart = compileChart<TaskStatus, TaskEvent>(taskMachine);
