/**
 * Security groups as filters: every rule allows, what no rule allows is dropped without an answer. They are stateful:
 * only the first packet of a connection is judged, at the one who begins it (egress) and at the one who is called (ingress).
 * Source: Amazon VPC User Guide, "Control traffic to your AWS resources using security groups" (checked 2026-11-21).
 */
import type { CloudReaders } from "../model/tables.ts";
import type { SecurityGroupRule } from "../model/vpc.ts";
import { blockContains } from "./blocks.ts";

/** Protocols of a connection test. */
export type Protocol = "tcp" | "udp";

/** The other end of a connection, as rules see it. */
export interface Peer {
  /** Its address at that place: behind NAT it is another one. */
  readonly address?: string | undefined;
  /** Its security groups, when it is reached by its private address. */
  readonly groups?: readonly string[] | undefined;
  /** The prefix list that its address is on. */
  readonly prefixListId?: string | undefined;
}

/** The first packet of a connection. */
export interface FirstPacket {
  readonly protocol: Protocol;
  readonly port: number;
  readonly peer: Peer;
}

/** A rule with the group that it stands in. */
export interface GroupRule {
  readonly groupId: string;
  readonly rule: SecurityGroupRule;
}

/** The first rule of the groups that lets the packet pass in this direction; undefined when none does. */
export function allowingRule(
  tables: Pick<CloudReaders, "securityGroups">,
  groups: readonly string[],
  direction: "ingress" | "egress",
  packet: FirstPacket,
): GroupRule | undefined {
  for (const groupId of groups) {
    for (const rule of tables.securityGroups.get(groupId)?.[direction] ?? []) {
      if (allows(rule, packet)) return { groupId, rule };
    }
  }
  return undefined;
}

function allows(rule: SecurityGroupRule, { protocol, port, peer }: FirstPacket): boolean {
  if (rule.protocol !== "-1") {
    if (rule.protocol !== protocol) return false;
    if (rule.fromPort !== -1 && (port < rule.fromPort || port > rule.toPort)) return false;
  }
  if (rule.peer.startsWith("sg-")) return peer.groups?.includes(rule.peer) === true;
  if (rule.peer.startsWith("pl-")) return rule.peer === peer.prefixListId;
  return peer.address !== undefined && blockContains(rule.peer, peer.address);
}

/** A rule in words: `tcp 80 from sg-1`, `all traffic to 0.0.0.0/0`. */
export function ruleText(
  { protocol, fromPort, toPort, peer }: SecurityGroupRule,
  direction: "ingress" | "egress",
): string {
  const ports = fromPort === -1 ? "" : fromPort === toPort ? ` ${fromPort}` : ` ${fromPort}-${toPort}`;
  const what = protocol === "-1" ? "all traffic" : `${protocol}${ports}`;
  return `${what} ${direction === "ingress" ? "from" : "to"} ${peer}`;
}
