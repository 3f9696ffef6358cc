/**
 * A conversation with the API as a text: every call, and the members of every answer, one a line. What the operation has
 * said before of the same thing is counted, not written again; a member that is gone is written as `-`.
 */
import { type ServiceName, Session, type TableName } from "@quayside/simulator";

/** An input, or how it is made of the run: ids are drawn. */
type Input = object | ((session: Session) => object);

/** A call, or time that passes. */
export type Turn = readonly [service: ServiceName, operation: string, input?: Input] | { readonly passMs: number };

/** Key of a row of the run: the nth, from the end when negative. */
export function keyOf(session: Session, table: TableName, index = 0): string {
  const key = [...session.tables[table].keys()].at(index);
  if (key === undefined) throw new Error(`There is no row ${index} in ${table}.`);
  return key;
}

/** An input with a key of the run in it. */
export function withKey(table: TableName, index: number, make: (key: string) => object): Input {
  return (session) => make(keyOf(session, table, index));
}

/** The conversation in a fresh world with seed 1, and the run that it leaves. */
export function transcribe(turns: readonly Turn[]): { readonly answers: string; readonly session: Session } {
  const session = Session.start({ seed: 1 });
  const lines: string[] = [];
  const known = new Map<string, Map<string, string>>();
  for (const turn of turns) {
    if ("passMs" in turn) {
      session.advance({ byMs: turn.passMs });
      lines.push(`# ${session.nowMs / 1000} s`, "");
      continue;
    }
    const [service, operation, given = {}] = turn;
    const input = typeof given === "function" ? given(session) : given;
    const outcome = session.call(service, operation, input);
    lines.push(`> ${service} ${operation} ${JSON.stringify(input)}`);
    if (outcome.ok) {
      const before = known.get(operation) ?? new Map<string, string>();
      known.set(operation, before);
      lines.push(...news(before, new Map(leaves(outcome.output, ""))), "");
    } else lines.push(`! ${outcome.id}`, ...leaves(outcome.error, "").map(([path, value]) => `${path}: ${value}`), "");
  }
  return { answers: lines.join("\n"), session };
}

/** Lines for what an answer says anew; from then on it is known. */
function news(known: Map<string, string>, answer: ReadonlyMap<string, string>): string[] {
  const changed = [...answer].filter(([path, value]) => known.get(path) !== value);
  const things = new Set([...answer.keys()].map(thingOf));
  const gone = [...known.keys()].filter((path) => !answer.has(path) && things.has(thingOf(path)));
  const same = answer.size - changed.length;
  for (const [path, value] of changed) known.set(path, value);
  for (const path of gone) known.delete(path);
  return [
    ...changed.map(([path, value]) => `${path}: ${value}`),
    ...gone.map((path) => `${path}: -`),
    ...(same === 0 ? [] : [`(${same} as before)`]),
  ];
}

/** The innermost thing with a name of its own that a member belongs to. */
function thingOf(path: string): string {
  return path.slice(0, path.lastIndexOf("}") + 1);
}

/** `tasks{9d1f}.lastStatus` and its value, for each value; members without one are left out. */
function leaves(value: unknown, path: string): [path: string, value: string][] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    const names = value.map(nameOf);
    if (names.length === 0 || names.includes(undefined)) return [[path, JSON.stringify(value)]];
    const parts = value.flatMap((each, index) => leaves(each, `${path}{${names[index]}}`));
    return [[path, names.join(" ")], ...parts];
  }
  if (typeof value !== "object" || value === null) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, each]) => leaves(each, path === "" ? name : `${path}.${name}`));
}

/**
 * What tells a thing from others in a list: the end of its id in EC2, where filters give parts of the list; its place in
 * ECS, where the next task is told by what it has otherwise than the one before.
 */
function nameOf(thing: unknown, index: number): string | undefined {
  if (typeof thing !== "object" || thing === null) return undefined;
  const id = Object.entries(thing).find(([member]) => IDS.has(member))?.[1];
  if (typeof id === "string") return id.slice(-6);
  return ARNS.some((member) => member in thing) ? String(index) : undefined;
}

const ARNS = ["taskArn", "containerArn", "containerInstanceArn", "clusterArn"];
const IDS = new Set([
  "InstanceId",
  "NetworkInterfaceId",
  "SubnetId",
  "VpcId",
  "RouteTableId",
  "NatGatewayId",
  "VpcEndpointId",
  "InternetGatewayId",
  "InstanceType",
  "RuleArn",
  "ListenerArn",
  "TargetGroupArn",
  "LoadBalancerArn",
  "GroupId",
  "SecurityGroupRuleId",
  "ReservationId",
  "logGroupName",
  "logStreamName",
]);
