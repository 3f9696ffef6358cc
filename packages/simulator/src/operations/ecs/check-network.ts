/** The network configuration of a task in awsvpc mode: names become rows, or are refused in AWS's words. */
import type { TaskPlan } from "../../controllers/tasks/task-plan.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { SecurityGroupRow, SubnetRow } from "../../model/vpc.ts";
import { refuse } from "./refusals.ts";
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
    return refuse("network.missing");
  }
  const { subnets: subnetIds = [], securityGroups: groupIds = [] } = configuration;
  if (subnetIds.length === 0) return refuse("network.no-subnets");
  if (subnetIds.length > MAX_SUBNETS) return refuse("network.too-many-subnets", { most: MAX_SUBNETS });
  if (groupIds.length > MAX_SECURITY_GROUPS) return refuse("network.too-many-groups", { most: MAX_SECURITY_GROUPS });
  const subnets: SubnetRow[] = [];
  for (const subnetId of subnetIds) {
    const subnet = sim.tables.subnets.get(subnetId);
    if (subnet === undefined) return refuse("network.subnet", { subnetId });
    subnets.push(subnet);
  }
  for (const groupId of groupIds) {
    if (!sim.tables.securityGroups.has(groupId)) return refuse("network.security-group", { groupId });
  }
  const vpcId = subnets[0]?.vpcId;
  if (subnets.some((subnet) => subnet.vpcId !== vpcId)) return refuse("network.other-vpc");
  return { ok: true, checked: { subnets, securityGroups: groupIds.length > 0 ? groupIds : defaultGroup(sim, vpcId) } };
}

/** Lists of one group each, which the tasks of a VPC share: every task keeps its list for good. */
const ALONE = new WeakMap<SecurityGroupRow, readonly string[]>();

/** Without security groups a task gets the default one of its VPC. */
function defaultGroup(sim: Cloud, vpcId: string | undefined): readonly string[] {
  for (const row of sim.tables.securityGroups.values()) {
    if (row.vpcId !== vpcId || row.groupName !== "default") continue;
    const list = ALONE.get(row) ?? Object.freeze([row.groupId]);
    ALONE.set(row, list);
    return list;
  }
  return [];
}
