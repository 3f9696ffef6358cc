/**
 * @quayside/simulator/refusals: every refusal of every operation by its id. RegisterTaskDefinition refuses by the rules of task
 * definitions, whose ids have no dot.
 */
import type { RefusalRow } from "../model/refusal.ts";
import { CALL_REFUSALS } from "./call-refusals.ts";
import { EC2_REFUSALS } from "./ec2/refusals.ts";
import { ECS_REFUSALS } from "./ecs/refusals.ts";
import { ELBV2_REFUSALS } from "./elbv2/refusals.ts";
import { EVENTS_REFUSALS } from "./events/refusals.ts";
import { TARGET_REFUSALS } from "./events/target-refusals.ts";
import { LOGS_REFUSALS } from "./logs/refusals.ts";
import { QUAYSIDE_REFUSALS } from "./quayside/refusals.ts";
import { SNS_REFUSALS } from "./sns/refusals.ts";

/** The tables, one a service and one of all calls; no id is in two of them. */
export const REFUSAL_TABLES: readonly Readonly<Record<string, RefusalRow>>[] = [
  CALL_REFUSALS,
  EC2_REFUSALS,
  ECS_REFUSALS,
  ELBV2_REFUSALS,
  LOGS_REFUSALS,
  EVENTS_REFUSALS,
  TARGET_REFUSALS,
  SNS_REFUSALS,
  QUAYSIDE_REFUSALS,
];
