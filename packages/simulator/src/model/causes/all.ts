/** @quayside/simulator/causes: why things go wrong, every cause by its id, with its words and how well they are known. */
import type { CauseTable } from "../cause.ts";
import { AGENT_CAUSES, type AgentCause } from "./agents.ts";
import { EVENT_CAUSES } from "./events.ts";
import { FAILURE_CAUSES, PLACEMENT_CAUSES, type PlacementCause } from "./placements.ts";
import { PROCESS_CAUSES } from "./processes.ts";
import { PULL_CAUSES } from "./pulls.ts";
import { RESOURCE_CAUSES } from "./resources.ts";
import { ROLLOUT_REASONS, SERVICE_DEPLOYMENT_REASONS, SERVICE_EVENTS } from "./service-events.ts";
import { DEPENDENCY_CAUSES, INTERFACE_CAUSES, LOG_CAUSES, PORT_CAUSES } from "./starts.ts";
import { EXIT_CAUSES, type ExitCause, SERVICE_STOP_CAUSES, STOP_CAUSES, type StopCause } from "./stops.ts";

/** The id of a cause that a record tells. */
export type CauseId = StopCause | ExitCause | AgentCause | PlacementCause;

/** Ours: the tables; no id is in two of them. */
export const CAUSE_TABLES: readonly CauseTable[] = [
  PLACEMENT_CAUSES,
  FAILURE_CAUSES,
  EVENT_CAUSES,
  SERVICE_EVENTS,
  ROLLOUT_REASONS,
  SERVICE_DEPLOYMENT_REASONS,
  INTERFACE_CAUSES,
  RESOURCE_CAUSES,
  PULL_CAUSES,
  DEPENDENCY_CAUSES,
  LOG_CAUSES,
  PORT_CAUSES,
  PROCESS_CAUSES,
  STOP_CAUSES,
  SERVICE_STOP_CAUSES,
  EXIT_CAUSES,
  AGENT_CAUSES,
];
