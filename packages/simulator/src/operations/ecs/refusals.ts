/** Every refusal of ECS's operations but those of the rules of task definitions. */
import { refuserOf } from "../../model/refusal.ts";
import { BALANCER_REFUSALS } from "./balancer-refusals.ts";
import { CLUSTER_REFUSALS } from "./cluster-refusals.ts";
import { CONNECTION_REFUSALS } from "./connection-refusals.ts";
import { EXEC_REFUSALS } from "./exec-refusals.ts";
import { EXTERNAL_REFUSALS } from "./external-refusals.ts";
import { INPUT_REFUSALS } from "./input-refusals.ts";
import { SERVICE_REFUSALS } from "./service-refusals.ts";
import { STRATEGY_REFUSALS } from "./strategy-refusals.ts";
import { TASK_REFUSALS } from "./task-refusals.ts";

/** By their ids. */
export const ECS_REFUSALS = {
  ...INPUT_REFUSALS,
  ...CLUSTER_REFUSALS,
  ...SERVICE_REFUSALS,
  ...CONNECTION_REFUSALS,
  ...BALANCER_REFUSALS,
  ...EXTERNAL_REFUSALS,
  ...STRATEGY_REFUSALS,
  ...TASK_REFUSALS,
  ...EXEC_REFUSALS,
} as const;

/** Refuses with a row of the table of ECS. */
export const refuse = refuserOf(ECS_REFUSALS);
