/**
 * Refusals about services with an external deployment controller and their task sets. Source: API Reference, Developer Guide; most
 * sentences were not seen (checked 2026-11-29).
 */
import { row } from "../../model/refusal.ts";

const PASTED = "Replies of the service pasted in public issues and templates (checked 2026-11-29)";
const UNSEEN = "API Reference, CreateTaskSet, UpdateService; the sentence was not seen (checked 2026-11-29)";

/** By their ids. */
export const EXTERNAL_REFUSALS = {
  "external.definition": row("InvalidParameterException", "observed", () => "TaskDefinition must be blank", PASTED),
  "external.load-balancers": row(
    "InvalidParameterException",
    "observed",
    () => "LoadBalancers must be empty or null",
    PASTED,
  ),
  "external.daemon": row(
    "InvalidParameterException",
    "ours",
    () => "The EXTERNAL deployment controller does not support the DAEMON scheduling strategy",
    UNSEEN,
  ),
  "external.member": row(
    "InvalidParameterException",
    "ours",
    ({ member }: { member: string }) =>
      `Unable to set ${member} on services with an EXTERNAL deployment controller. Use CreateTaskSet.`,
    UNSEEN,
  ),
  "external.change": row(
    "UnsupportedFeatureException",
    "quayside",
    () => "Quayside does not simulate a change of the deployment controller yet; AWS does.",
  ),
  "task-set.controller": row(
    "InvalidParameterException",
    "ours",
    () => "Task sets need a service with an EXTERNAL deployment controller.",
    UNSEEN,
  ),
  "task-set.not-found": row("TaskSetNotFoundException", "ours", () => "The specified task set wasn't found.", UNSEEN),
  "task-set.scale": row(
    "InvalidParameterException",
    "ours",
    () => "The value of scale must be between 0 and 100",
    UNSEEN,
  ),
  "task-set.scaled": row(
    "InvalidParameterException",
    "ours",
    () => "The task set cannot be deleted while it is scaled above 0.",
    UNSEEN,
  ),
  "task-set.draining": row("InvalidParameterException", "ours", () => "The task set is DRAINING.", UNSEEN),
  "task-set.not-idempotent": row(
    "InvalidParameterException",
    "ours",
    () => "Creation of task set was not idempotent.",
    UNSEEN,
  ),
} as const;
