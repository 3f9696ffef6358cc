/**
 * Every service that the simulator answers for, with its table of operations: those of AWS, and `quayside` for what
 * happens from outside of AWS's APIs, such as somebody who pushes an image. A new service is one line here and its name.
 */
import { ec2Operations } from "./ec2/table.ts";
import { ecsOperations } from "./ecs/table.ts";
import { elbv2Operations } from "./elbv2/table.ts";
import { eventsOperations } from "./events/table.ts";
import { logsOperations } from "./logs/table.ts";
import type { OperationEntry } from "./operation.ts";
import { quaysideOperations } from "./quayside/table.ts";
import type { ServiceName } from "./service-names.ts";
import { snsOperations } from "./sns/table.ts";

/** AWS's services by the name that the AWS CLI gives them. */
export const serviceOperations = {
  ecs: ecsOperations,
  ec2: ec2Operations,
  elbv2: elbv2Operations,
  logs: logsOperations,
  events: eventsOperations,
  sns: snsOperations,
  quayside: quaysideOperations,
} as const satisfies Record<ServiceName, Readonly<Record<string, OperationEntry>>>;
