/**
 * Names for things whose ARNs are drawn: a scenario writes `arn-of:targetGroup/web` where a call wants the ARN of the target group
 * that an earlier call of it has made. Also `arn-of:loadBalancer/web`, `arn-of:listener/web/80`, and `arn-of:rule/web/80`, the default rule.
 */
import type { CloudReaders } from "./model/tables.ts";

const NAMED = /^arn-of:(loadBalancer|targetGroup|listener|rule)\/([^/]+)(?:\/(\d+))?$/;

type Kind = "loadBalancer" | "targetGroup" | "listener" | "rule";

/**
 * An input with ARNs in place of names.
 * @throws what `unknown` makes of a name that nothing has
 */
export function withArns(tables: CloudReaders, input: unknown, unknown: (name: string) => Error): unknown {
  if (typeof input === "string") {
    const [, kind, name, port] = NAMED.exec(input) ?? [];
    if (kind === undefined || name === undefined) return input;
    const arn = arnOf(tables, kind as Kind, name, Number(port));
    if (arn === undefined) throw unknown(input);
    return arn;
  }
  if (Array.isArray(input)) return input.map((each) => withArns(tables, each, unknown));
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, withArns(tables, value, unknown)]));
}

function arnOf(tables: CloudReaders, kind: Kind, name: string, port: number): string | undefined {
  if (kind === "targetGroup") return find(tables.targetGroups, (row) => row.targetGroupName === name)?.targetGroupArn;
  const balancer = find(tables.loadBalancers, (row) => row.loadBalancerName === name)?.loadBalancerArn;
  if (kind === "loadBalancer") return balancer;
  const listener = find(tables.listeners, (row) => row.loadBalancerArn === balancer && row.port === port)?.listenerArn;
  if (kind === "listener") return listener;
  return find(tables.rules, (row) => row.listenerArn === listener && row.priority === "default")?.ruleArn;
}

function find<Row>(table: { values(): Iterable<Row> }, is: (row: Row) => boolean): Row | undefined {
  for (const row of table.values()) if (is(row)) return row;
  return undefined;
}
