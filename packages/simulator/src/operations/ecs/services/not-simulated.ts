/** What CreateService and UpdateService take on AWS and Quayside has not got: refused, so that nobody waits for what never comes. */
import type { Refusal } from "../../../model/refusal.ts";
import type { Input } from "../../shapes.ts";
import { refuse } from "../refusals.ts";

type Asked = Partial<Input<"ecs", "CreateService">>;

/** Refuses the first such member. */
export function refuseNotSimulated(input: Asked): Refusal | undefined {
  if ((input.capacityProviderStrategy?.length ?? 0) > 0) return refuse("service.capacity-provider");
  if ((input.deploymentController?.type ?? "ECS") === "CODE_DEPLOY") return refuse("service.controller");
  const { launchType = "EC2" } = input;
  return launchType === "EC2" || launchType === "FARGATE" ? undefined : refuse("service.launch-type", { launchType });
}
