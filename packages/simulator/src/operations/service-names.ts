/** The services that the simulator answers for, by name; the tables of their operations are not needed to know these. */

/** AWS's services by the name that the AWS CLI gives them, and `quayside` for what happens from outside of AWS's APIs. */
const SERVICE_NAMES = ["ecs", "ec2", "elbv2", "logs", "events", "sns", "quayside"] as const;

/** A service by its name. */
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** Whether the simulator answers for a service of that name. */
export function isServiceName(name: unknown): name is ServiceName {
  return SERVICE_NAMES.includes(name as ServiceName);
}
