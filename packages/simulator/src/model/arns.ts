/** ARNs of the things of a world. Apart from where the world is, because a page shows that before anything is asked. */
import { arn } from "../kernel/ids.ts";
import type { LogGroupRow } from "./logs.ts";
import { ACCOUNT_ID, type Placed, regionOf } from "./place.ts";

/** An ECS ARN in the account and Region of a world. */
export function ecsArn(tables: Placed, resource: string): string {
  return arn({ service: "ecs", region: regionOf(tables), account: ACCOUNT_ID, resource });
}

/** An ARN of Elastic Load Balancing in the account and Region of a world. */
export function elbArn(tables: Placed, resource: string): string {
  return arn({ service: "elasticloadbalancing", region: regionOf(tables), account: ACCOUNT_ID, resource });
}

/** ARN of a log group, without the `:*` that some answers add. */
export function logGroupArn({ region, logGroupName }: Pick<LogGroupRow, "region" | "logGroupName">): string {
  return arn({ service: "logs", region, account: ACCOUNT_ID, resource: `log-group:${logGroupName}` });
}
