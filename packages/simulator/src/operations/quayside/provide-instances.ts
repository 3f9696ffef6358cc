/**
 * ProvideContainerInstances: machines that are there when the story begins, running and registered, so that a scenario need
 * not wait minutes for them to boot. `{ cluster?, instanceType?, subnets?, count?, attributes?, agentConfiguration?, agentVersion? }`.
 */

import { registerInstance } from "../../controllers/machines/container-instances.ts";
import { createMachine } from "../../controllers/machines/machines.ts";
import { assert } from "../../kernel/assert.ts";
import { ECS_OPTIMIZED_AMI } from "../../model/amis.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { Attributes } from "../../model/container-instances.ts";
import { roleArnOf } from "../../model/iam.ts";
import { findInstanceType } from "../../model/instance-types.ts";
import type { SecurityGroupRow, SubnetRow } from "../../model/vpc.ts";
import { findCluster } from "../ecs/find-cluster.ts";
import { refuse as refuseOfEcs } from "../ecs/refusals.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf, isWholeNumber } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** AWS's quota of container instances in a cluster. @source AWS General Reference, Amazon ECS quotas (checked 2026-11-21) */
const MAX_PROVIDED = 5_000;

const USAGE = `ProvideContainerInstances takes {"cluster": "demo", "instanceType": "t3.medium", "subnets": ["private-a", "private-b"], "count": 1 to ${MAX_PROVIDED}, "attributes": {"stack": "prod"}, "agentConfiguration": {"ECS_IMAGE_PULL_BEHAVIOR": "once"}, "agentVersion": "1.90.0"}.`;

/** One machine after the other, over the subnets in turn. */
export const provideContainerInstances = command<"quayside", "ProvideContainerInstances">((sim, input) => {
  const fields = fieldsOf(input);
  const { cluster: name, instanceType = "t3.medium", subnets = ["private-a", "private-b"], count = 1 } = fields;
  const { attributes = {}, agentConfiguration = {}, agentVersion } = fields;
  if (!isText(name ?? "") || !isText(instanceType) || !isTexts(attributes) || !isTexts(agentConfiguration)) {
    return refuse("quayside.input", { usage: USAGE });
  }
  if (agentVersion !== undefined && !/^\d+\.\d+\.\d+$/.test(String(agentVersion)))
    return refuse("quayside.input", { usage: USAGE });
  if (!Array.isArray(subnets) || subnets.length === 0 || !isWholeNumber(count, 1, MAX_PROVIDED))
    return refuse("quayside.input", { usage: USAGE });
  const cluster = findCluster(sim, name as string | undefined);
  if (cluster === undefined) return refuseOfEcs("cluster.not-found");
  if (findInstanceType(instanceType) === undefined) {
    return refuse("quayside.instance-type", { name: instanceType });
  }
  const rows = subnets.map((subnet) => findSubnet(sim, subnet));
  const unknown = rows.indexOf(undefined);
  if (unknown !== -1) return refuse("quayside.subnet", { subnet: String(subnets[unknown]) });
  const full = fullSubnet(rows as SubnetRow[], count as number);
  if (full !== undefined) return refuse("quayside.no-address", { subnetId: full.subnetId });
  const containerInstanceArns: string[] = [];
  for (let index = 0; index < (count as number); index += 1) {
    const subnet = rows[index % rows.length] as SubnetRow;
    const machine = createMachine(
      sim,
      {
        imageId: ECS_OPTIMIZED_AMI,
        instanceType,
        subnet: sim.tables.subnets.get(subnet.subnetId) as SubnetRow,
        securityGroups: defaultGroups(sim, subnet),
        hasPublicAddress: subnet.internetRoute === "internet-gateway",
        roleArn: roleArnOf("ecsInstanceRole"),
        agentConfiguration: { ECS_CLUSTER: cluster.clusterName, ...agentConfiguration },
        tags: [],
      },
      "running",
    );
    assert(machine !== undefined, () => `${subnet.subnetId} ran out of addresses that it had`);
    const row = registerInstance(sim, {
      machine,
      cluster,
      attributes: attributes as Attributes,
      ...(agentVersion === undefined ? {} : { agentVersion: String(agentVersion) }),
    });
    containerInstanceArns.push(row.containerInstanceArn);
  }
  return answer({ containerInstanceArns });
});

/** The first subnet that has fewer addresses than machines would come into it. */
function fullSubnet(rows: readonly SubnetRow[], count: number): SubnetRow | undefined {
  const wanted = new Map<SubnetRow, number>();
  for (let index = 0; index < count; index += 1) {
    const row = rows[index % rows.length] as SubnetRow;
    wanted.set(row, (wanted.get(row) ?? 0) + 1);
  }
  return [...wanted].find(([row, machines]) => row.availableIpAddressCount < machines)?.[0];
}

/** By id or by name. */
function findSubnet(sim: Cloud, wanted: unknown): SubnetRow | undefined {
  for (const row of sim.tables.subnets.values()) if (row.subnetId === wanted || row.name === wanted) return row;
  return undefined;
}

function defaultGroups(sim: Cloud, { vpcId }: SubnetRow): string[] {
  const groups: SecurityGroupRow[] = [...sim.tables.securityGroups.values()];
  const own = groups.find((group) => group.vpcId === vpcId && group.groupName === "default");
  return own === undefined ? [] : [own.groupId];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): value is Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(isText);
}
