/**
 * Options that the AWS CLI adds to some commands of EC2 and the API does not have: `--count`, `--protocol` with its
 * companions, `--associate-public-ip-address`; and user data, which it encodes.
 * Source: aws-cli, customizations/ec2 (run against version 1.45.11, checked 2026-11-21).
 */
import type { Operation } from "../model.ts";
import { CliFailure } from "./failure.ts";
import { type Option, optionsOf, type Parsed } from "./options.ts";
import type { LineInput } from "./parameters.ts";

type Input = Record<string, unknown>;

const RULES = /^(Authorize|Revoke)SecurityGroup(Ingress|Egress)$/;

const one = (name: string, summary: string): Option => ({
  name: `--${name}`,
  arity: "one",
  target: `cli:${name}`,
  summary,
});

/** Options of RunInstances in place of `--min-count` and `--max-count`. */
const LAUNCH_OPTIONS: readonly Option[] = [
  one("count", "How many instances: N, or MIN:MAX. Default 1."),
  {
    name: "--associate-public-ip-address",
    arity: "none",
    target: "cli:public-ip",
    flag: true,
    summary: "Give the instance a public address.",
  },
  {
    name: "--no-associate-public-ip-address",
    arity: "none",
    target: "cli:public-ip",
    flag: false,
    summary: "Give the instance no public address.",
  },
];

/** One rule in four words, instead of `--ip-permissions`. */
const RULE_OPTIONS: readonly Option[] = [
  one("protocol", "tcp, udp, icmp or all."),
  one("port", "A port or a range: 80, 8080-8090."),
  one("cidr", "A block of addresses: 10.0.0.0/16."),
  one("source-group", "The id or name of a security group."),
];

/** Members of the old form that hide behind the options above. */
const HIDDEN = new Set([
  "IpProtocol",
  "FromPort",
  "ToPort",
  "CidrIp",
  "SourceSecurityGroupName",
  "SourceSecurityGroupOwnerId",
]);

/** The options of an operation as the AWS CLI offers them. */
export function commandOptions(operation: Operation): readonly Option[] {
  const { service, name } = operation;
  const options = optionsOf(operation);
  if (service !== "ec2") return options;
  if (name === "RunInstances") {
    return [...options.filter(({ target }) => target !== "MinCount" && target !== "MaxCount"), ...LAUNCH_OPTIONS];
  }
  if (!RULES.test(name)) return options;
  const shown = options.map((option) => (HIDDEN.has(option.target) ? { ...option, hidden: true } : option));
  return [...shown, ...RULE_OPTIONS];
}

/**
 * The input of a line with what those options mean.
 * @throws CliFailure in the AWS CLI's words
 */
export function customInput({ service, name }: Operation, parsed: Parsed, line: LineInput): LineInput {
  if (service !== "ec2") return line;
  if (name === "RunInstances") return { ...line, input: launchInput(parsed, line.input) };
  return RULES.test(name) ? { ...line, input: ruleInput(parsed, line.input) } : line;
}

function text(parsed: Parsed, option: string): string | undefined {
  const value = parsed.values.get(`cli:${option}`);
  return typeof value === "string" ? value : undefined;
}

function launchInput(parsed: Parsed, given: Input): Input {
  const input: Input = { ...given };
  const [, least, most = least] = /^(\d+)(?::(\d+))?$/.exec(text(parsed, "count") ?? "1") ?? [];
  if (least === undefined) throw problem("count parameter should be of form min[:max] (e.g. 1 or 1:10)");
  if (text(parsed, "count") !== undefined || input.MinCount === undefined) input.MinCount = Number(least);
  if (text(parsed, "count") !== undefined || input.MaxCount === undefined) input.MaxCount = Number(most);
  if (typeof input.UserData === "string") input.UserData = toBase64(input.UserData);
  const isPublic = parsed.values.get("cli:public-ip");
  if (typeof isPublic !== "boolean") return input;
  const { SubnetId, SecurityGroupIds, ...rest } = input;
  const own = {
    DeviceIndex: 0,
    AssociatePublicIpAddress: isPublic,
    ...(SubnetId === undefined ? {} : { SubnetId }),
    ...(SecurityGroupIds === undefined ? {} : { Groups: SecurityGroupIds }),
  };
  return { ...rest, NetworkInterfaces: [own] };
}

function ruleInput(parsed: Parsed, input: Input): Input {
  const [protocol, port, cidr, group] = ["protocol", "port", "cidr", "source-group"].map((name) => text(parsed, name));
  const used = [protocol, port, cidr, group].some((value) => value !== undefined);
  if (!used) return input;
  if (input.IpPermissions !== undefined) {
    const name = ["protocol", "port", "cidr", "source_group"].find(
      (key) => text(parsed, key.replace("_", "-")) !== undefined,
    );
    throw problem(`The --${name} option is not compatible with the --ip-permissions option `);
  }
  const permission: Input = {
    ...(protocol === undefined ? {} : { IpProtocol: readProtocol(protocol) }),
    ...(port === undefined ? {} : readPorts(port)),
    ...(cidr === undefined ? {} : { IpRanges: [{ CidrIp: cidr }] }),
    ...(group === undefined
      ? {}
      : { UserIdGroupPairs: [group.startsWith("sg-") ? { GroupId: group } : { GroupName: group }] }),
  };
  return { ...input, IpPermissions: [permission] };
}

function readProtocol(value: string): string {
  if (value === "all") return "-1";
  if (["tcp", "udp", "icmp", "-1"].includes(value) || /^\d{1,3}$/.test(value)) return value;
  throw problem("protocol parameter should be one of: tcp|udp|icmp|all or any valid protocol number.");
}

function readPorts(value: string): Input {
  if (value === "-1" || value === "all") return { FromPort: -1, ToPort: -1 };
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(value) ?? [];
  if (from === undefined) throw problem("port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)");
  return { FromPort: Number(from), ToPort: Number(to) };
}

function problem(message: string): CliFailure {
  return new CliFailure("general", message);
}

function toBase64(value: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(value)));
}
