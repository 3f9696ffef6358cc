/** The network configuration of a task in awsvpc mode: names become rows, or are refused in AWS's words. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { SecurityGroupRow, SubnetRow } from "../../model/vpc.ts";
import { invalid } from "../outcome.ts";
import type { Checked, RunTaskInput } from "./task-request.ts";

/** @source API Reference, AwsVpcConfiguration (checked 2026-11-20) */
const MAX_SUBNETS = 16;
/** @source API Reference, AwsVpcConfiguration (checked 2026-11-20) */
const MAX_SECURITY_GROUPS = 5;

/** The part of a task's plan that its network configuration decides. */
export type TaskNetwork = Pick<TaskPlan, "subnets" | "securityGroups">;

/** Subnets and security groups of the call, the default group of the VPC when it names none. */
export function networkOf(sim: Cloud, input: Pick<RunTaskInput, "networkConfiguration">): Checked<TaskNetwork> {
  const configuration = input.networkConfiguration?.awsvpcConfiguration;
  if (configuration === undefined) {
    return invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  const { subnets: subnetIds = [], securityGroups: groupIds = [] } = configuration;
  if (subnetIds.length === 0) return invalid("subnets can not be empty.");
  if (subnetIds.length > MAX_SUBNETS) return invalid("subnets can have at most 16 items.");
  if (groupIds.length > MAX_SECURITY_GROUPS) return invalid("securityGroups can have at most 5 items.");
  const subnets: SubnetRow[] = [];
  for (const subnetId of subnetIds) {
    const subnet = sim.tables.subnets.get(subnetId);
    if (subnet === undefined) return invalid(`The subnet ID '${subnetId}' does not exist`);
    subnets.push(subnet);
  }
  for (const groupId of groupIds) {
    if (!sim.tables.securityGroups.has(groupId)) return invalid(`The security group '${groupId}' does not exist`);
  }
  const vpcId = subnets[0]?.vpcId;
  if (subnets.some((subnet) => subnet.vpcId !== vpcId)) return invalid("All subnets must be in the same VPC.");
  return { ok: true, checked: { subnets, securityGroups: groupIds.length > 0 ? groupIds : defaultGroup(sim, vpcId) } };
}

/** Without security groups a task gets the default one of its VPC. */
function defaultGroup(sim: Cloud, vpcId: string | undefined): string[] {
  const group = [...sim.tables.securityGroups.values()].find(
    (row: SecurityGroupRow) => row.vpcId === vpcId && row.groupName === "default",
  );
  return group === undefined ? [] : [group.groupId];
}
