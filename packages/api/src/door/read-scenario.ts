/** Reads a starting state: its names, the plan of its network, its calls. */
import { DEFAULT_SUBNETS, type NetworkPlan, placeIn, REGIONS, type Scenario } from "@quayside/simulator";
import { readCall } from "./read-call.ts";
import {
  type Fields,
  fieldsOf,
  listOf,
  memberOf,
  oneOf,
  refuse,
  refuseTricks,
  textOf,
  wholeUpTo,
} from "./read-value.ts";

/** Calls that a scenario may make. Ours: a hundred times what the course's need. */
const MAX_COMMANDS = 10_000;
/** Things of a kind that a plan may add. */
const MAX_PLANNED = 200;

const NUMBER = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const BLOCK = { is: new RegExp(`^(?:${NUMBER}\\.){3}${NUMBER}/(?:1[6-9]|2[0-8])$`), like: "10.0.20.0/24" };
const SUBNET_ID = { is: /^subnet-[0-9a-f]{17}$/, like: "subnet-0aaa1111222233334" };
const GROUP_ID = { is: /^sg-[0-9a-f]{17}$/, like: "sg-0aaa1111222233334" };
const START = { is: /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, like: "2026-11-29T12:00:00Z" };
const KEBAB = { is: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, like: "private-c" };
const OPERATION = ["service", "operation", "input"];

/**
 * A scenario.
 * @param place its place in what is read
 * @throws RunRefused
 */
export function readScenario(value: unknown, place = "scenario"): Scenario {
  refuseTricks(value);
  const fields = fieldsOf(value, place, ["id", "title", "region", "startsAt", "network", "commands"]);
  const beginning = readBeginning(fields, place);
  const commandsPlace = memberOf(place, "commands");
  return {
    id: textOf(fields.id, memberOf(place, "id")),
    title: textOf(fields.title, memberOf(place, "title")),
    ...beginning,
    ...(fields.network === undefined
      ? {}
      : { network: readNetwork(fields.network, memberOf(place, "network"), placeIn(beginning).region) }),
    commands: listOf(fields.commands, commandsPlace, MAX_COMMANDS).map((command, index) => {
      const at = `${commandsPlace}[${index}]`;
      return readCall(fieldsOf(command, at, OPERATION), at);
    }),
  };
}

/** Where and when the world is, as far as the scenario says. */
function readBeginning({ region, startsAt }: Fields, place: string): Pick<Scenario, "region" | "startsAt"> {
  return {
    ...(region === undefined ? {} : { region: oneOf(region, memberOf(place, "region"), REGIONS) }),
    ...(startsAt === undefined ? {} : { startsAt: readStart(startsAt, memberOf(place, "startsAt")) }),
  };
}

/** The first moment of a world. Ours: this century, in whole seconds, so that everybody reads the same. */
function readStart(value: unknown, place: string): string {
  const text = textOf(value, place, START);
  const { startsAtMs } = placeIn({ startsAt: text });
  return new Date(startsAtMs).toISOString() === text.replace("Z", ".000Z") ? text : refuse(place, "is on no calendar");
}

function readNetwork(value: unknown, place: string, region: string): NetworkPlan {
  const fields = fieldsOf(value, place, ["cidrBlocks", "subnets", "natGateway", "endpoints", "securityGroups"]);
  const { cidrBlocks, natGateway } = fields;
  const at = (name: string) => memberOf(place, name);
  if (cidrBlocks !== undefined) {
    const blocks = fieldsOf(cidrBlocks, at("cidrBlocks"), Object.keys(DEFAULT_SUBNETS));
    for (const [name, block] of Object.entries(blocks)) textOf(block, `${at("cidrBlocks")}.${name}`, BLOCK);
  }
  if (natGateway !== undefined && typeof natGateway !== "boolean") refuse(at("natGateway"), "is not true or false");
  for (const [each, here] of entriesOf(fields.subnets, at("subnets"))) readSubnet(each, here, region);
  for (const [each, here] of entriesOf(fields.endpoints, at("endpoints"))) readEndpoint(each, here);
  for (const [each, here] of entriesOf(fields.securityGroups, at("securityGroups"))) readGroup(each, here);
  return fields as NetworkPlan;
}

function entriesOf(value: unknown, place: string): (readonly [value: unknown, place: string])[] {
  if (value === undefined) return [];
  return listOf(value, place, MAX_PLANNED).map((each, index) => [each, `${place}[${index}]`]);
}

function readSubnet(value: unknown, place: string, region: string): void {
  const fields = fieldsOf(value, place, ["subnetId", "name", "cidrBlock", "availabilityZone"]);
  textOf(fields.subnetId, memberOf(place, "subnetId"), SUBNET_ID);
  textOf(fields.name, memberOf(place, "name"), KEBAB);
  textOf(fields.cidrBlock, memberOf(place, "cidrBlock"), BLOCK);
  textOf(fields.availabilityZone, memberOf(place, "availabilityZone"), {
    is: new RegExp(`^${region}[a-f]$`),
    like: `${region}a`,
  });
}

function readEndpoint(value: unknown, place: string): void {
  const fields = fieldsOf(value, place, ["service", "subnets", "securityGroups"]);
  textOf(fields.service, memberOf(place, "service"));
  for (const name of ["subnets", "securityGroups"]) {
    for (const [text, at] of entriesOf(fields[name], memberOf(place, name))) textOf(text, at);
  }
}

function readGroup(value: unknown, place: string): void {
  const fields = fieldsOf(value, place, ["groupId", "groupName", "description", "ingress", "egress"]);
  textOf(fields.groupId, memberOf(place, "groupId"), GROUP_ID);
  textOf(fields.groupName, memberOf(place, "groupName"));
  if (fields.description !== undefined) textOf(fields.description, memberOf(place, "description"));
  for (const name of ["ingress", "egress"]) {
    for (const [rule, at] of entriesOf(fields[name], memberOf(place, name))) readRule(rule, at);
  }
}

function readRule(value: unknown, place: string): void {
  const fields = fieldsOf(value, place, ["protocol", "fromPort", "toPort", "peer", "description"]);
  oneOf(fields.protocol, memberOf(place, "protocol"), ["tcp", "udp", "icmp", "-1"]);
  for (const name of ["fromPort", "toPort"]) wholeUpTo(fields[name], 65_535, memberOf(place, name), -1);
  textOf(fields.peer, memberOf(place, "peer"));
  if (fields.description !== undefined) textOf(fields.description, memberOf(place, "description"));
}
