/**
 * The lives of a service, of its deployments and of its service deployments. State names are the values of the API.
 * Source: API Reference, Service, Deployment, ServiceDeployment; Developer Guide, "View service history using Amazon ECS
 * service deployments" (checked 2026-11-29).
 */
import { setup } from "xstate";
import type { DeploymentStatus, RolloutState, ServiceDeploymentStatus, ServiceStatus } from "../model/services.ts";
import type { TaskSetStatus } from "../model/task-sets.ts";
import { compileChart } from "./compile.ts";

export type ServiceEvent = "DELETE_REQUESTED" | "ALL_STOPPED";

/** `status` of a service. */
export const serviceMachine = setup({ types: { events: {} as { type: ServiceEvent } } }).createMachine({
  id: "service",
  initial: "ACTIVE",
  states: {
    ACTIVE: { on: { DELETE_REQUESTED: "DRAINING" } },
    DRAINING: { on: { ALL_STOPPED: "INACTIVE" } },
    INACTIVE: { type: "final" },
  },
});

/** The life of a service as a table. */
export const serviceChart = compileChart<ServiceStatus, ServiceEvent>(serviceMachine);

export type RoleEvent = "SUPERSEDED" | "RESTORED" | "REPLACED";

/** `status` of a deployment: which one the service is at. A rollback makes an older one PRIMARY again. */
export const deploymentMachine = setup({ types: { events: {} as { type: RoleEvent } } }).createMachine({
  id: "deployment",
  initial: "PRIMARY",
  states: {
    PRIMARY: { on: { SUPERSEDED: "ACTIVE" } },
    ACTIVE: { on: { RESTORED: "PRIMARY", REPLACED: "INACTIVE" } },
    INACTIVE: { type: "final" },
  },
});

/** What a deployment is to its service, as a table. */
export const deploymentChart = compileChart<DeploymentStatus, RoleEvent>(deploymentMachine);

export type RolloutEvent = "COMPLETED" | "FAILED" | "ROLLED_BACK_TO";

/** `rolloutState` of a deployment. */
export const rolloutMachine = setup({ types: { events: {} as { type: RolloutEvent } } }).createMachine({
  id: "rollout",
  initial: "IN_PROGRESS",
  states: {
    IN_PROGRESS: { on: { COMPLETED: "COMPLETED", FAILED: "FAILED" } },
    COMPLETED: { on: { ROLLED_BACK_TO: "IN_PROGRESS" } },
    FAILED: { type: "final" },
  },
});

/** How far a deployment is, as a table. */
export const rolloutChart = compileChart<RolloutState, RolloutEvent>(rolloutMachine);

export type TaskSetEvent = "MADE_PRIMARY" | "SUPERSEDED" | "DELETE_REQUESTED";

/** `status` of a task set. */
export const taskSetMachine = setup({ types: { events: {} as { type: TaskSetEvent } } }).createMachine({
  id: "task set",
  initial: "ACTIVE",
  states: {
    ACTIVE: { on: { MADE_PRIMARY: "PRIMARY", DELETE_REQUESTED: "DRAINING" } },
    PRIMARY: { on: { SUPERSEDED: "ACTIVE", DELETE_REQUESTED: "DRAINING" } },
    DRAINING: { type: "final" },
  },
});

/** The life of a task set as a table. */
export const taskSetChart = compileChart<TaskSetStatus, TaskSetEvent>(taskSetMachine);

export type ServiceDeploymentEvent =
  | "STARTED"
  | "SUCCEEDED"
  | "STOP_ASKED"
  | "STOPPED"
  | "ROLLBACK_ASKED"
  | "ROLLBACK_STARTED"
  | "ROLLED_BACK"
  | "ROLLBACK_FAILED";

/** `status` of a service deployment. */
export const serviceDeploymentMachine = setup({
  types: { events: {} as { type: ServiceDeploymentEvent } },
}).createMachine({
  id: "service deployment",
  initial: "PENDING",
  states: {
    PENDING: { on: { STARTED: "IN_PROGRESS", STOP_ASKED: "STOP_REQUESTED", ROLLBACK_ASKED: "ROLLBACK_REQUESTED" } },
    IN_PROGRESS: {
      on: {
        SUCCEEDED: "SUCCESSFUL",
        STOP_ASKED: "STOP_REQUESTED",
        ROLLBACK_ASKED: "ROLLBACK_REQUESTED",
        ROLLBACK_STARTED: "ROLLBACK_IN_PROGRESS",
      },
    },
    STOP_REQUESTED: { on: { STOPPED: "STOPPED" } },
    ROLLBACK_REQUESTED: {
      on: { SUCCEEDED: "SUCCESSFUL", ROLLBACK_STARTED: "ROLLBACK_IN_PROGRESS", STOPPED: "STOPPED" },
    },
    ROLLBACK_IN_PROGRESS: { on: { ROLLED_BACK: "ROLLBACK_SUCCESSFUL", ROLLBACK_FAILED: "ROLLBACK_FAILED" } },
    SUCCESSFUL: { type: "final" },
    STOPPED: { type: "final" },
    ROLLBACK_SUCCESSFUL: { type: "final" },
    ROLLBACK_FAILED: { type: "final" },
  },
});

/** The life of a service deployment as a table. */
export const serviceDeploymentChart = compileChart<ServiceDeploymentStatus, ServiceDeploymentEvent>(
  serviceDeploymentMachine,
);
