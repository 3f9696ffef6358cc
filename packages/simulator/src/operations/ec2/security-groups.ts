/**
 * Security groups and their rules. Changes work at once, for connections that begin from then on.
 * Source: Amazon EC2 API Reference, AuthorizeSecurityGroupIngress and its siblings (checked 2026-11-21).
 */
import { hexId } from "../../kernel/ids.ts";
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID, REGION } from "../../model/place.ts";
import type { SecurityGroupRow, SecurityGroupRule } from "../../model/vpc.ts";
import { ANYWHERE } from "../../network/routes.ts";
import { answer, command, type Outcome, query, type Refusal, refuse } from "../outcome.ts";
import { type ListingInput, list, type TagSpecification, tagSet, tagsFor } from "./listing.ts";
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
import { groupNotFound, idNotFound, invalidValue, missing } from "./refusals.ts";

/** Random numbers of networks come from a stream of their own. */
export const NETWORK_STREAM = "network";

/** Rules of one direction. @source Amazon VPC User Guide, Amazon VPC quotas (checked 2026-11-21) */
const MAX_RULES = 60;

interface DescribeInput extends ListingInput {
  readonly GroupIds?: readonly string[];
  readonly GroupNames?: readonly string[];
}

export const describeSecurityGroups = query((sim: Cloud, input: DescribeInput): Outcome => {
  const { GroupIds = [], GroupNames = [] } = input;
  const named = [
    ...GroupIds.map((GroupId) => ({ text: GroupId, row: findGroup(sim, { GroupId }) })),
    ...GroupNames.map((GroupName) => ({ text: GroupName, row: findGroup(sim, { GroupName }) })),
  ];
  const absent = named.find(({ row }) => row === undefined);
  if (absent !== undefined) return groupNotFound(absent.text);
  const rows = named.length === 0 ? sim.tables.securityGroups.values() : named.flatMap(({ row }) => row ?? []);
  return list(rows, input, {
    member: "SecurityGroups",
    present: presentGroup,
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

function presentGroup(row: SecurityGroupRow): Record<string, unknown> {
  return {
    GroupId: row.groupId,
    IpPermissionsEgress: presentPermissions(row.egress),
    ...(row.tags === undefined ? {} : { Tags: tagSet(row.tags) }),
    VpcId: row.vpcId,
    SecurityGroupArn: groupArn(row.groupId),
    OwnerId: ACCOUNT_ID,
    GroupName: row.groupName,
    Description: row.description,
    IpPermissions: presentPermissions(row.ingress),
  };
}

function groupArn(groupId: string): string {
  return `arn:aws:ec2:${REGION}:${ACCOUNT_ID}:security-group/${groupId}`;
}

interface CreateInput {
  readonly GroupName?: string;
  readonly Description?: string;
  readonly VpcId?: string;
  readonly TagSpecifications?: readonly TagSpecification[];
}

export const createSecurityGroup = command((sim: Cloud, input: CreateInput): Outcome => {
  const { GroupName, Description } = input;
  if (GroupName === undefined || GroupName === "") return missing("groupName");
  if (Description === undefined || Description === "") return missing("groupDescription");
  if (/^sg-/i.test(GroupName)) {
    return invalidValue("Invalid group name. Group names may not be in the format sg-*");
  }
  if (GroupName.length > 255) return invalidValue("Invalid security group name. Valid names can have 255 characters.");
  const vpcId = input.VpcId ?? defaultVpc(sim);
  if (vpcId === undefined || !sim.tables.vpcs.has(vpcId)) return idNotFound("vpc", vpcId ?? "");
  if (findGroup(sim, { GroupName }, vpcId) !== undefined) {
    return refuse("InvalidGroup.Duplicate", `The security group '${GroupName}' already exists for VPC '${vpcId}'`);
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
  return answer({ GroupId: groupId, Tags, SecurityGroupArn: groupArn(groupId) });
});

function defaultVpc(sim: Cloud): string | undefined {
  for (const { vpcId, isDefault } of sim.tables.vpcs.values()) if (isDefault) return vpcId;
  return undefined;
}

interface GroupInput {
  readonly GroupId?: string;
  readonly GroupName?: string;
}

export const deleteSecurityGroup = command((sim: Cloud, input: GroupInput): Outcome => {
  const found = groupOf(sim, input);
  if (!found.ok) return found;
  const { groupId, groupName } = found.group;
  if (groupName === "default") {
    return refuse("CannotDelete", `the specified group: "${groupId}" name: "${groupName}" cannot be deleted by a user`);
  }
  if (isInUse(sim, groupId)) return refuse("DependencyViolation", `resource ${groupId} has a dependent object`);
  sim.remove("securityGroups", groupId);
  sim.record("SECURITY_GROUP_DELETED", groupId, { groupName });
  return answer({ Return: true, GroupId: groupId });
});

/** Whether a rule of another group or an interface names the group. */
function isInUse(sim: Cloud, groupId: string): boolean {
  const { securityGroups, tasks, ec2Instances, vpcEndpoints } = sim.tables;
  for (const row of securityGroups.values()) {
    if (row.groupId !== groupId && [...row.ingress, ...row.egress].some(({ peer }) => peer === groupId)) return true;
  }
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

interface RulesInput extends GroupInput, PermissionInput {
  readonly SecurityGroupRuleIds?: readonly string[];
}

export const authorizeSecurityGroupIngress = command((sim: Cloud, input: RulesInput) =>
  authorize(sim, input, "ingress"),
);
export const authorizeSecurityGroupEgress = command((sim: Cloud, input: RulesInput) => authorize(sim, input, "egress"));
export const revokeSecurityGroupIngress = command((sim: Cloud, input: RulesInput) => revoke(sim, input, "ingress"));
export const revokeSecurityGroupEgress = command((sim: Cloud, input: RulesInput) => revoke(sim, input, "egress"));

function authorize(sim: Cloud, input: RulesInput, direction: Direction): Outcome {
  const found = groupOf(sim, input);
  if (!found.ok) return found;
  const { group } = found;
  const wanted = readPermissions(sim, group, input);
  if (!wanted.ok) return wanted;
  const rules = [...group[direction]];
  const added: SecurityGroupRule[] = [];
  for (const rule of wanted.value) {
    if (rules.some((known) => isSameRule(known, rule))) {
      const message = `the specified rule "${ruleInWords(rule)}" already exists`;
      return refuse("InvalidPermission.Duplicate", message);
    }
    const withItsId = withId(sim, rule);
    rules.push(withItsId);
    added.push(withItsId);
  }
  if (rules.length > MAX_RULES) {
    return refuse(
      "RulesPerSecurityGroupLimitExceeded",
      "The maximum number of rules per security group has been reached.",
    );
  }
  sim.put("securityGroups", { ...group, [direction]: rules });
  sim.record("SECURITY_GROUP_RULES_ADDED", group.groupId, { direction, rules: added });
  const present = (rule: SecurityGroupRule) => presentRule(group.groupId, rule, direction === "egress");
  return answer({ Return: true, SecurityGroupRules: added.map(present) });
}

function revoke(sim: Cloud, input: RulesInput, direction: Direction): Outcome {
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
    const ReferencedGroupId = (referenced as { GroupId?: string } | undefined)?.GroupId;
    return { ...shown, ...(ReferencedGroupId === undefined ? {} : { ReferencedGroupId }) };
  });
  return answer({ Return: true, RevokedSecurityGroupRules: revoked });
}

type Doomed = { readonly ok: true; readonly rules: readonly SecurityGroupRule[] } | Refusal;

function doomedRules(sim: Cloud, group: SecurityGroupRow, input: RulesInput, direction: Direction): Doomed {
  const { SecurityGroupRuleIds = [] } = input;
  const notThere = refuse("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
  if (SecurityGroupRuleIds.length > 0) {
    const rules = group[direction].filter(({ ruleId }) => SecurityGroupRuleIds.includes(ruleId));
    const absent = SecurityGroupRuleIds.find((id) => !rules.some(({ ruleId }) => ruleId === id));
    if (absent === undefined) return { ok: true, rules };
    return refuse("InvalidSecurityGroupRuleId.NotFound", `The security group rule ID '${absent}' does not exist`);
  }
  const wanted = readPermissions(sim, group, input);
  if (!wanted.ok) return wanted;
  const rules = wanted.value.flatMap((rule) => group[direction].filter((known) => isSameRule(known, rule)));
  return rules.length < wanted.value.length ? notThere : { ok: true, rules };
}

function groupOf(sim: Cloud, input: GroupInput): { readonly ok: true; readonly group: SecurityGroupRow } | Refusal {
  if (input.GroupId === undefined && input.GroupName === undefined) {
    return refuse("MissingParameter", "The request must contain the parameter groupName or groupId");
  }
  const group = findGroup(sim, input);
  return group === undefined ? groupNotFound(input.GroupId ?? input.GroupName ?? "") : { ok: true, group };
}

function withId(sim: Cloud, rule: WantedRule): SecurityGroupRule {
  return { ...rule, ruleId: `sgr-0${hexId(sim.world.random, 16, NETWORK_STREAM)}` };
}
