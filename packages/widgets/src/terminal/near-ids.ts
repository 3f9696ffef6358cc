/**
 * Ids that a line has begun and not ended. AWS takes whole ids only, and its refusal stays on the screen as it is; below it stands
 * which line was meant.
 */
import type { Session } from "@quayside/simulator";
import { lastPart } from "../base/cloud.ts";

/** The beginning of an id: of a task or a container instance four letters, of what EC2 made the kind and three. */
const BEGINNING = /^(?:[0-9a-f]{4,31}|(?:i|sg|subnet|eni|nat|vpc|rtb|igw|vpce)-[0-9a-f]{3,16})$/;
/** Lines offered at most. */
const MOST = 3;

/** The tables whose things people name by their ids. */
export type NamedTables = Pick<Session["tables"], (typeof NAMED)[number]>;

const NAMED = [
  "tasks",
  "containerInstances",
  "ec2Instances",
  "vpcs",
  "subnets",
  "securityGroups",
  "routeTables",
  "natGateways",
  "vpcEndpoints",
] as const;

/** The line with each id that fits what was begun in it; none when nothing was, or when it fits too many. */
export function linesMeant(line: string, tables: NamedTables): readonly string[] {
  const words = line.match(/[^\s'",=@]+/g) ?? [];
  for (const word of words) {
    const begun = lastPart(word);
    if (!BEGINNING.test(begun)) continue;
    const ids = idsOf(tables).filter((id) => id.startsWith(begun) && id !== begun);
    if (ids.length > 0 && ids.length <= MOST) return ids.map((id) => line.replace(word, word.replace(begun, id)));
  }
  return [];
}

function idsOf(tables: NamedTables): readonly string[] {
  return NAMED.flatMap((name) => [...tables[name].keys()].map(lastPart));
}
