/** What CreateService and UpdateService take of a service with an external deployment controller. */
import type { Refusal } from "../../../model/refusal.ts";
import type { Input } from "../../shapes.ts";
import { refuse } from "../refusals.ts";

type Asked = Partial<Input<"ecs", "CreateService"> & Input<"ecs", "UpdateService">>;

/** What task sets say. */
const OF_TASK_SETS = [
  "networkConfiguration",
  "launchType",
  "platformVersion",
  "serviceRegistries",
  "serviceConnectConfiguration",
  "volumeConfigurations",
  "vpcLatticeConfigurations",
  "monitoring",
  "forceNewDeployment",
] as const;

/** Refuses the first member that belongs to task sets. */
export function externalProblem(input: Asked): Refusal | undefined {
  if (input.taskDefinition !== undefined) return refuse("external.definition");
  if ((input.loadBalancers?.length ?? 0) > 0) return refuse("external.load-balancers");
  if (input.schedulingStrategy === "DAEMON") return refuse("external.daemon");
  if ((input.deploymentConfiguration?.strategy ?? "ROLLING") !== "ROLLING") return refuse("service.strategy-external");
  const { desiredCount = 0 } = input;
  if (desiredCount < 0) return refuse("service.desired-negative");
  const member = OF_TASK_SETS.find((name) => input[name] !== undefined);
  return member === undefined ? undefined : refuse("external.member", { member });
}
