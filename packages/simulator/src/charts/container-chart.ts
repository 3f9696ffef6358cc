/**
 * The life of a container as the agent drives it. The API shows only PENDING, RUNNING and STOPPED: `shownStatus` maps
 * the agent's steps to these. Source: state machine of the public ECS agent, which Fargate's closed agent follows in
 * order and rules (checked 2026-11-20).
 */
import { setup } from "xstate";
import type { ContainerPhase, ContainerStatus } from "../model/ecs.ts";
import { compileChart } from "./compile.ts";

export type ContainerEvent =
  | "DEPENDENCY_AWAITED"
  | "PULL_STARTED"
  | "PULL_STOPPED"
  | "CREATED"
  | "STARTED"
  | "RESTART_BEGUN"
  | "RESTARTED"
  | "STOP_SIGNALLED"
  | "EXITED"
  | "FAILED"
  | "ABANDONED";

/** The chart itself, for drawing and for XState's tools. */
export const containerMachine = setup({ types: { events: {} as { type: ContainerEvent } } }).createMachine({
  id: "container",
  initial: "NONE",
  states: {
    NONE: {
      on: { DEPENDENCY_AWAITED: "WAITING", PULL_STARTED: "PULLING", FAILED: "STOPPED", ABANDONED: "STOPPED" },
    },
    // For another container: on EC2 before the pull, on Fargate behind it.
    WAITING: { on: { PULL_STARTED: "PULLING", CREATED: "CREATED", FAILED: "STOPPED", ABANDONED: "STOPPED" } },
    PULLING: { on: { PULL_STOPPED: "PULLED", FAILED: "STOPPED", ABANDONED: "STOPPED" } },
    PULLED: {
      on: { DEPENDENCY_AWAITED: "WAITING", CREATED: "CREATED", FAILED: "STOPPED", ABANDONED: "STOPPED" },
    },
    CREATED: { on: { STARTED: "RUNNING", FAILED: "STOPPED", ABANDONED: "STOPPED" } },
    RUNNING: { on: { STOP_SIGNALLED: "STOPPING", RESTART_BEGUN: "RESTARTING", EXITED: "STOPPED" } },
    RESTARTING: { on: { RESTARTED: "RUNNING", EXITED: "STOPPED" } },
    // A container that somebody stopped by hand may have a restart policy.
    STOPPING: { on: { RESTART_BEGUN: "RESTARTING", EXITED: "STOPPED" } },
    STOPPED: { type: "final" },
  },
});

/** The life of a container as a table: `next(phase, event)`, its phases and its moves. */
export const containerChart = compileChart<ContainerPhase, ContainerEvent>(containerMachine);

/** `lastStatus` of a container in a given phase. */
export function shownStatus(phase: ContainerPhase): ContainerStatus {
  if (phase === "STOPPED") return "STOPPED";
  return phase === "RUNNING" || phase === "RESTARTING" || phase === "STOPPING" ? "RUNNING" : "PENDING";
}
