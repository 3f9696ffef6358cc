/** Where and when the simulated cloud is: one account, one Region, a fixed first moment. */
import { arn } from "../kernel/ids.ts";

/** The account that owns everything. Ours: the number that AWS's documentation uses in its examples. */
export const ACCOUNT_ID = "123456789012";

/** The only Region. Ours: a simulation needs one. */
export const REGION = "us-east-1";

/** The learner, as `registeredBy` shows them. Ours: the only user of the account. */
export const CALLER_ARN = `arn:aws:iam::${ACCOUNT_ID}:user/learner`;

/** The moment at which every world begins, in milliseconds since 1970: 2026-01-05T09:00:00Z. Ours: a Monday. */
export const WORLD_BEGAN_AT_MS = 1_767_603_600_000;

/** A simulated moment as AWS puts it on the wire: seconds since 1970 with milliseconds behind the point. */
export function epochSeconds(atMs: number): number {
  return (WORLD_BEGAN_AT_MS + atMs) / 1000;
}

/** An ECS ARN in this account and Region. */
export function ecsArn(resource: string): string {
  return arn({ service: "ecs", region: REGION, account: ACCOUNT_ID, resource });
}
