/**
 * Security groups and their rules. Changes work at once, for connections that begin from then on.
 * Source: Amazon EC2 API Reference, AuthorizeSecurityGroupIngress and its siblings (checked 2026-11-21).
 */
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID, regionOf } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { SecurityGroupRow, SecurityGroupRule } from "../../model/vpc.ts";
import { ANYWHERE } from "../../network/routes.ts";
import { answer, command, type Outcome, query } from "../operation.ts";
import type { Input, Output, Shape } from "../shapes.ts";
import { list, tagSet, tagsFor } from "./listing.ts";
import {
  findGroup,
  isSameRule,
  type PermissionInput,
  presentPermissions,
  presentRule,
  readPermissions,
  ruleInWords,
  type WantedRule,
} from "./permissions.ts";
import { idNotFound, refuse } from "./refusals.ts";

/** Random numbers of networks come from a stream of their own. */
export const NETWORK_STREAM = "network";

/** Rules of one direction. @source Amazon VPC User Guide, Amazon VPC quotas (checked 2026-11-21) */
const MAX_RULES = 60;

export const describeSecurityGroups = query<"ec2", "DescribeSecurityGroups">((sim, input) => {
  const { GroupIds = [], GroupNames = [] } = input;
  const named = [
    ...GroupIds.map((GroupId) => ({ text: GroupId, row: findGroup(sim, { GroupId }) })),
    ...GroupNames.map((GroupName) => ({ text: GroupName, row: findGroup(sim, { GroupName }) })),
  ];
  const absent = named.find(({ row }) => row === undefined);
  if (absent !== undefined) return refuse("security-group.not-found", { group: absent.text });
  const rows = named.length === 0 ? sim.tables.securityGroups.values() : named.flatMap(({ row }) => row ?? []);
  return list(rows, input, {
    member: "SecurityGroups",
    present: (row) => presentGroup(sim, row),
    tags: ({ tags = [] }) => tags,
    filters: {
      "group-id": ({ groupId }) => groupId,
      "group-name": ({ groupName }) => groupName,
      "vpc-id": ({ vpcId }) => vpcId,
      description: ({ description }) => description,
      "ip-permission.cidr": ({ ingress }) => ingress.map(({ peer }) => peer),
      "ip-permission.group-id": ({ ingress }) => ingress.map(({ peer }) => peer),
      "ip-permission.from-port": ({ ingress }) => ingress.map(({ fromPort }) => String(fromPort)),
      "ip-permission.to-port": ({ ingress }) => ingress.map(({ toPort }) => String(toPort)),
      "ip-permission.protocol": ({ ingress }) => ingress.map(({ protocol }) => protocol),
    },
  });
});

function presentGroup(sim: Cloud, row: SecurityGroupRow): Shape<"ec2", "SecurityGroup"> {
  return {
    GroupId: row.groupId,
    IpPermissionsEgress: presentPermissions(row.egress),
    ...(row.tags === undefined ? {} : { Tags: tagSet(row.tags) }),
    VpcId: row.vpcId,
    SecurityGroupArn: groupArn(sim, row.groupId),
    OwnerId: ACCOUNT_ID,
    GroupName: row.groupName,
    Description: row.description,
    IpPermissions: presentPermissions(row.ingress),
  };
}

function groupArn(sim: Cloud, groupId: string): string {
  return `arn:aws:ec2:${regionOf(sim.tables)}:${ACCOUNT_ID}:security-group/${groupId}`;
}

export const createSecurityGroup = command<"ec2", "CreateSecurityGroup">((sim, input) => {
  const { GroupName, Description } = input;
  if (GroupName === undefined || GroupName === "") return refuse("parameter.missing", { parameter: "groupName" });
  if (Description === undefined || Description === "")
    return refuse("parameter.missing", { parameter: "groupDescription" });
  if (/^sg-/i.test(GroupName)) {
    return refuse("security-group.name");
  }
  if (GroupName.length > 255) return refuse("security-group.name-too-long");
  const vpcId = input.VpcId ?? defaultVpc(sim);
  if (vpcId === undefined || !sim.tables.vpcs.has(vpcId)) return idNotFound("vpc", vpcId ?? "");
  if (findGroup(sim, { GroupName }, vpcId) !== undefined) {
    return refuse("security-group.duplicate", { name: GroupName, vpcId });
  }
  const groupId = `sg-0${hexId(sim.world.random, 16, NETWORK_STREAM)}`;
  const tags = tagsFor(input.TagSpecifications, "security-group");
  const everything = { protocol: "-1", fromPort: -1, toPort: -1, peer: ANYWHERE } as const;
  sim.put("securityGroups", {
    groupId,
    groupName: GroupName,
    vpcId,
    description: Description,
    ingress: [],
    egress: [withId(sim, everything)],
    ...(tags.length === 0 ? {} : { tags }),
  });
  sim.record("SECURITY_GROUP_CREATED", groupId, { groupName: GroupName });
  const Tags = tags.length === 0 ? undefined : tagSet(tags);
  return answer({ GroupId: groupId, Tags, SecurityGroupArn: groupArn(sim, groupId) });
});

function defaultVpc(sim: Cloud): string | undefined {
  for (const { vpcId, isDefault } of sim.tables.vpcs.values()) if (isDefault) return vpcId;
  return undefined;
}

type GroupInput = Input<"ec2", "DeleteSecurityGroup">;

export const deleteSecurityGroup = command<"ec2", "DeleteSecurityGroup">((sim, input) => {
  const found = groupOf(sim, input);
  if (!found.ok) return found;
  const { groupId, groupName } = found.group;
  if (groupName === "default") {
    return refuse("security-group.default", { groupId, name: groupName });
  }
  if (isInUse(sim, groupId)) return refuse("security-group.in-use", { groupId });
  sim.remove("securityGroups", groupId);
  sim.record("SECURITY_GROUP_DELETED", groupId, { groupName });
  return answer({ Return: true, GroupId: groupId });
});

/** Whether a rule of another group or an interface names the group. */
function isInUse(sim: Cloud, groupId: string): boolean {
  const { securityGroups, tasks, ec2Instances, vpcEndpoints, loadBalancers } = sim.tables;
  for (const row of securityGroups.values()) {
    if (row.groupId !== groupId && [...row.ingress, ...row.egress].some(({ peer }) => peer === groupId)) return true;
  }
  for (const row of loadBalancers.values()) if (row.securityGroups.includes(groupId)) return true;
  for (const row of vpcEndpoints.values()) if (row.securityGroups.includes(groupId)) return true;
  for (const row of ec2Instances.values()) {
    if (row.state !== "terminated" && row.securityGroups.includes(groupId)) return true;
  }
  for (const row of tasks.values()) {
    if (row.lastStatus !== "STOPPED" && row.spec.securityGroups.includes(groupId)) return true;
  }
  return false;
}

type Direction = "ingress" | "egress";

type RulesInput = PermissionInput & { readonly SecurityGroupRuleIds?: readonly string[] };

export const authorizeSecurityGroupIngress = command<"ec2", "AuthorizeSecurityGroupIngress">((sim, input) =>
  authorize(sim, input, "ingress"),
);
export const authorizeSecurityGroupEgress = command<"ec2", "AuthorizeSecurityGroupEgress">((sim, input) =>
  authorize(sim, input, "egress"),
);
export const revokeSecurityGroupIngress = command<"ec2", "RevokeSecurityGroupIngress">((sim, input) =>
  revoke(sim, input, "ingress"),
);
export const revokeSecurityGroupEgress = command<"ec2", "RevokeSecurityGroupEgress">((sim, input) =>
  revoke(sim, input, "egress"),
);

function authorize(
  sim: Cloud,
  input: RulesInput,
  direction: Direction,
): Outcome<Output<"ec2", "AuthorizeSecurityGroupIngress">> {
  const found = groupOf(sim, input);
  if (!found.ok) return found;
  const { group } = found;
  const wanted = readPermissions(sim, group, input);
  if (!wanted.ok) return wanted;
  const rules = [...group[direction]];
  const added: SecurityGroupRule[] = [];
  for (const rule of wanted.value) {
    if (rules.some((known) => isSameRule(known, rule))) {
      return refuse("rule.duplicate", { rule: ruleInWords(rule) });
    }
    const withItsId = withId(sim, rule);
    rules.push(withItsId);
    added.push(withItsId);
  }
  if (rules.length > MAX_RULES) {
    return refuse("rule.too-many");
  }
  sim.put("securityGroups", { ...group, [direction]: rules });
  sim.record("SECURITY_GROUP_RULES_ADDED", group.groupId, { direction, rules: added });
  const present = (rule: SecurityGroupRule) => presentRule(group.groupId, rule, direction === "egress");
  return answer({ Return: true, SecurityGroupRules: added.map(present) });
}

function revoke(
  sim: Cloud,
  input: RulesInput,
  direction: Direction,
): Outcome<Output<"ec2", "RevokeSecurityGroupIngress">> {
  const found = groupOf(sim, input);
  if (!found.ok) return found;
  const { group } = found;
  const doomed = doomedRules(sim, group, input, direction);
  if (!doomed.ok) return doomed;
  const { rules } = doomed;
  sim.put("securityGroups", { ...group, [direction]: group[direction].filter((rule) => !rules.includes(rule)) });
  sim.record("SECURITY_GROUP_RULES_REMOVED", group.groupId, { direction, rules });
  const revoked = rules.map((rule) => {
    const {
      GroupOwnerId: _,
      ReferencedGroupInfo: referenced,
      ...shown
    } = presentRule(group.groupId, rule, direction === "egress");
    const ReferencedGroupId = referenced?.GroupId;
    return { ...shown, ...(ReferencedGroupId === undefined ? {} : { ReferencedGroupId }) };
  });
  return answer({ Return: true, RevokedSecurityGroupRules: revoked });
}

type Doomed = { readonly ok: true; readonly rules: readonly SecurityGroupRule[] } | Refusal;

function doomedRules(sim: Cloud, group: SecurityGroupRow, input: RulesInput, direction: Direction): Doomed {
  const { SecurityGroupRuleIds = [] } = input;
  if (SecurityGroupRuleIds.length > 0) {
    const rules = group[direction].filter(({ ruleId }) => SecurityGroupRuleIds.includes(ruleId));
    const absent = SecurityGroupRuleIds.find((id) => !rules.some(({ ruleId }) => ruleId === id));
    if (absent === undefined) return { ok: true, rules };
    return refuse("rule.id-not-found", { ruleId: absent });
  }
  const wanted = readPermissions(sim, group, input);
  if (!wanted.ok) return wanted;
  const rules = wanted.value.flatMap((rule) => group[direction].filter((known) => isSameRule(known, rule)));
  return rules.length < wanted.value.length ? refuse("rule.not-found") : { ok: true, rules };
}

function groupOf(sim: Cloud, input: GroupInput): { readonly ok: true; readonly group: SecurityGroupRow } | Refusal {
  if (input.GroupId === undefined && input.GroupName === undefined) {
    return refuse("security-group.unnamed");
  }
  const group = findGroup(sim, input);
  return group === undefined
    ? refuse("security-group.not-found", { group: input.GroupId ?? input.GroupName ?? "" })
    : { ok: true, group };
}

function withId(sim: Cloud, rule: WantedRule): SecurityGroupRule {
  return { ...rule, ruleId: `sgr-0${hexId(sim.world.random, 16, NETWORK_STREAM)}` };
}
