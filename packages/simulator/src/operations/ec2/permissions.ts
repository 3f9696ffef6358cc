/**
 * Rules of security groups between the API's shape and ours: an IpPermission holds many peers of one protocol and one range
 * of ports, a rule of ours exactly one. Source: Amazon EC2 API Reference, IpPermission (checked 2026-11-21).
 */
import type { Cloud } from "../../model/cloud.ts";
import { ACCOUNT_ID } from "../../model/place.ts";
import type { Refusal } from "../../model/refusal.ts";
import type { SecurityGroupRow, SecurityGroupRule } from "../../model/vpc.ts";
import { addressText, readBlock } from "../../network/blocks.ts";
import { PREFIX_LISTS } from "../../network/prefix-lists.ts";
import type { Input, Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

type IpPermission = Shape<"ec2", "IpPermission">;

/** Rules as a request gives them. */
export type PermissionInput = Input<"ec2", "AuthorizeSecurityGroupIngress">;

/** A rule that has no id yet. */
export type WantedRule = Omit<SecurityGroupRule, "ruleId">;

type Read<T> = { readonly ok: true; readonly value: T } | Refusal;

const PROTOCOLS: Readonly<Record<string, SecurityGroupRule["protocol"]>> = {
  tcp: "tcp",
  udp: "udp",
  icmp: "icmp",
  "-1": "-1",
  all: "-1",
  "6": "tcp",
  "17": "udp",
  "1": "icmp",
};

/** The rules that a request names, one a peer. */
export function readPermissions(sim: Cloud, group: SecurityGroupRow, input: PermissionInput): Read<WantedRule[]> {
  const permissions = input.IpPermissions ?? [flat(input)];
  const rules: WantedRule[] = [];
  for (const permission of permissions) {
    const head = readHead(permission);
    if (!head.ok) return head;
    const peers = readPeers(sim, group, permission);
    if (!peers.ok) return peers;
    for (const peer of peers.value) rules.push({ ...head.value, ...peer });
  }
  return rules.length === 0 ? refuse("parameter.missing", { parameter: "ipPermissions" }) : { ok: true, value: rules };
}

/** The old form: one rule in members of the request itself. */
function flat({ IpProtocol, FromPort, ToPort, CidrIp, SourceSecurityGroupName }: PermissionInput): IpPermission {
  return {
    // A source group without a protocol stands for everything.
    ...(IpProtocol === undefined
      ? SourceSecurityGroupName === undefined
        ? {}
        : { IpProtocol: "-1" }
      : { IpProtocol }),
    ...(FromPort === undefined ? {} : { FromPort }),
    ...(ToPort === undefined ? {} : { ToPort }),
    ...(CidrIp === undefined ? {} : { IpRanges: [{ CidrIp }] }),
    ...(SourceSecurityGroupName === undefined ? {} : { UserIdGroupPairs: [{ GroupName: SourceSecurityGroupName }] }),
  };
}

function readHead(permission: IpPermission): Read<Pick<WantedRule, "protocol" | "fromPort" | "toPort">> {
  const { IpProtocol, FromPort, ToPort = FromPort } = permission;
  if (IpProtocol === undefined) return refuse("parameter.missing", { parameter: "ipProtocol" });
  const protocol = PROTOCOLS[IpProtocol.toLowerCase()];
  if (protocol === undefined) return refuse("rule.protocol", { protocol: IpProtocol });
  if (protocol === "-1") return { ok: true, value: { protocol, fromPort: -1, toPort: -1 } };
  if (FromPort === undefined || ToPort === undefined) {
    return refuse("rule.no-ports");
  }
  if (protocol !== "icmp" && FromPort === -1 && ToPort === -1) {
    return { ok: true, value: { protocol, fromPort: 0, toPort: 65_535 } };
  }
  const isRange = FromPort >= 0 && ToPort <= 65_535 && FromPort <= ToPort;
  const isAny = protocol === "icmp" && FromPort >= -1;
  if (!isRange && !isAny) {
    return refuse("rule.ports", { from: FromPort, to: ToPort });
  }
  return { ok: true, value: { protocol, fromPort: FromPort, toPort: ToPort } };
}

function readPeers(
  sim: Cloud,
  group: SecurityGroupRow,
  { IpRanges = [], PrefixListIds = [], UserIdGroupPairs = [], Ipv6Ranges = [] }: IpPermission,
): Read<Pick<WantedRule, "peer" | "description">[]> {
  if (Ipv6Ranges.length > 0) return refuse("rule.ipv6");
  const peers: Pick<WantedRule, "peer" | "description">[] = [];
  const add = (peer: string, description: string | undefined) =>
    peers.push({ peer, ...(description === undefined ? {} : { description }) });
  for (const { CidrIp = "", Description } of IpRanges) {
    const block = readBlock(CidrIp);
    if (block === undefined) return refuse("rule.cidr", { cidr: CidrIp });
    add(`${addressText(block.first)}/${block.prefix}`, Description);
  }
  for (const { PrefixListId = "", Description } of PrefixListIds) {
    if (![...PREFIX_LISTS.values()].includes(PrefixListId)) {
      return refuse("rule.prefix-list", { id: PrefixListId });
    }
    add(PrefixListId, Description);
  }
  for (const { GroupId, GroupName, Description } of UserIdGroupPairs) {
    const found = findGroup(sim, { GroupId, GroupName }, group.vpcId);
    if (found === undefined) return refuse("security-group.not-found", { group: GroupId ?? GroupName ?? "" });
    add(found.groupId, Description);
  }
  return { ok: true, value: peers };
}

/** A security group by its id, or by its name in a VPC. */
export function findGroup(
  sim: Cloud,
  { GroupId, GroupName }: { readonly GroupId?: string | undefined; readonly GroupName?: string | undefined },
  vpcId?: string,
): SecurityGroupRow | undefined {
  if (GroupId !== undefined) return sim.tables.securityGroups.get(GroupId);
  for (const row of sim.tables.securityGroups.values()) {
    if (row.groupName === GroupName && (vpcId === undefined || row.vpcId === vpcId)) return row;
  }
  return undefined;
}

/** Whether two rules say the same; descriptions do not count. */
export function isSameRule(one: WantedRule, other: WantedRule): boolean {
  return (
    one.protocol === other.protocol &&
    one.fromPort === other.fromPort &&
    one.toPort === other.toPort &&
    one.peer === other.peer
  );
}

/** A rule as EC2's refusals write it: `peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW`. */
export function ruleInWords({ protocol, fromPort, toPort, peer }: WantedRule): string {
  if (protocol === "-1") return `peer: ${peer}, ALL, ALLOW`;
  return `peer: ${peer}, ${protocol.toUpperCase()}, from port: ${fromPort}, to port: ${toPort}, ALLOW`;
}

/** Rules in the API's shape, one permission for each protocol and range of ports. */
export function presentPermissions(rules: readonly SecurityGroupRule[]): Shape<"ec2", "IpPermission">[] {
  const permissions = new Map<string, { head: SecurityGroupRule; rules: SecurityGroupRule[] }>();
  for (const rule of rules) {
    const key = `${rule.protocol} ${rule.fromPort} ${rule.toPort}`;
    const entry = permissions.get(key) ?? { head: rule, rules: [] };
    entry.rules.push(rule);
    permissions.set(key, entry);
  }
  return Array.from(permissions.values(), ({ head, rules: same }) => ({
    IpProtocol: head.protocol,
    ...(head.protocol === "-1" ? {} : { FromPort: head.fromPort, ToPort: head.toPort }),
    UserIdGroupPairs: peersOf(same, "sg-", (peer) => ({ UserId: ACCOUNT_ID, GroupId: peer })),
    IpRanges: same
      .filter(({ peer }) => !peer.startsWith("sg-") && !peer.startsWith("pl-"))
      .map(({ peer, description }) => ({ ...described(description), CidrIp: peer })),
    Ipv6Ranges: [],
    PrefixListIds: peersOf(same, "pl-", (peer) => ({ PrefixListId: peer })),
  }));
}

/** A rule of its own, as Authorize answers with it. */
export function presentRule(
  groupId: string,
  rule: SecurityGroupRule,
  isEgress: boolean,
): Shape<"ec2", "SecurityGroupRule"> {
  const { peer, description } = rule;
  return {
    SecurityGroupRuleId: rule.ruleId,
    GroupId: groupId,
    GroupOwnerId: ACCOUNT_ID,
    IsEgress: isEgress,
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    ...(peer.startsWith("sg-") ? { ReferencedGroupInfo: { GroupId: peer, UserId: ACCOUNT_ID } } : {}),
    ...(peer.startsWith("pl-") ? { PrefixListId: peer } : {}),
    ...(readBlock(peer) === undefined ? {} : { CidrIpv4: peer }),
    ...described(description),
  };
}

function peersOf<Peer extends object>(
  rules: readonly SecurityGroupRule[],
  prefix: string,
  present: (peer: string) => Peer,
): (Peer & { Description?: string })[] {
  return rules
    .filter(({ peer }) => peer.startsWith(prefix))
    .map(({ peer, description }) => ({ ...described(description), ...present(peer) }));
}

function described(description: string | undefined): { Description?: string } {
  return description === undefined ? {} : { Description: description };
}
