/**
 * The life of the agent of ECS Exec in a container. State names are the values of `managedAgents[].lastStatus`.
 * Simplified: one that ended is not started again; AWS's agent tries to.
 * Source: API Reference, ManagedAgent; that it is not there after a restart of its container: amazon-ecs-exec-checker, pull
 * request 80 (checked 2026-11-29).
 */
import { setup } from "xstate";
import type { ExecAgentStatus } from "../model/exec.ts";
import { compileChart } from "./compile.ts";

export type ExecAgentEvent = "STARTED" | "ENDED";

/** The chart itself, for drawing and for XState's tools. */
export const execAgentMachine = setup({ types: { events: {} as { type: ExecAgentEvent } } }).createMachine({
  id: "execAgent",
  initial: "PENDING",
  states: {
    PENDING: { on: { STARTED: "RUNNING", ENDED: "STOPPED" } },
    RUNNING: { on: { ENDED: "STOPPED" } },
    STOPPED: { type: "final" },
  },
});

/** The life of the agent as a table: `next(status, event)`, its statuses and its moves. */
export const execAgentChart = compileChart<ExecAgentStatus, ExecAgentEvent>(execAgentMachine);
