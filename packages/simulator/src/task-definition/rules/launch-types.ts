/**
 * What EC2 and external instances refuse when a definition asks to be checked for them, and what Windows containers on
 * EC2 cannot use. AWS documents the lists; its messages are known only for EC2. Managed Instances are next door.
 */
import { asksFor, at, isWindows, onlyFor, type Rule, rule } from "../rule.ts";
import { documented, RECORDED } from "../sources.ts";
import { managedRules } from "./managed-instances.ts";
import { type MemberList, membersGiven } from "./refused-members.ts";

const EXTERNAL = documented("Developer Guide, Amazon ECS Anywhere considerations");
const WINDOWS = documented("Developer Guide, task definition differences for EC2 instances running Windows");
const PLATFORM = documented("API Reference, RuntimePlatform");

const NOT_ON_EXTERNAL: MemberList = {
  task: ["ephemeralStorage", "proxyConfiguration"],
  container: [],
  linuxParameters: [],
  volume: [
    "efsVolumeConfiguration",
    "s3filesVolumeConfiguration",
    "fsxWindowsFileServerVolumeConfiguration",
    "configuredAtLaunch",
  ],
};

const NOT_ON_WINDOWS: MemberList = {
  task: ["ipcMode", "pidMode", "proxyConfiguration"],
  container: [
    "disableNetworking",
    "dnsServers",
    "dnsSearchDomains",
    "extraHosts",
    "links",
    "linuxParameters",
    "privileged",
    "readonlyRootFilesystem",
    "user",
    "ulimits",
  ],
  linuxParameters: [],
  volume: [],
};

const ec2Rules = onlyFor("EC2", [
  rule(
    { id: "eph-ec2", evidence: "exact", source: RECORDED, hint: "Remove ephemeralStorage." },
    function* ({ ephemeralStorage }) {
      if (ephemeralStorage === undefined) return;
      yield at("Tasks using the EC2 launch type do not support EphemeralStorage.", "ephemeralStorage");
    },
  ),
]);

const externalRules = onlyFor("EXTERNAL", [
  rule(
    { id: "external-network", evidence: "ours", source: EXTERNAL, hint: "Set networkMode to bridge, host or none." },
    function* ({ networkMode }) {
      if (networkMode !== "awsvpc") return;
      yield at("Tasks using the EXTERNAL launch type do not support network mode 'awsvpc'.", "networkMode");
    },
  ),
  rule(
    { id: "external-refused", evidence: "ours", source: EXTERNAL, hint: "Remove it, or leave EXTERNAL out." },
    function* (definition) {
      for (const { member, path } of membersGiven(definition, NOT_ON_EXTERNAL)) {
        yield at(`Tasks using the EXTERNAL launch type do not support ${member}.`, ...path);
      }
    },
  ),
]);

const platformRules: readonly Rule[] = [
  rule(
    {
      // Recorded: AWS registers it, for EC2 and FARGATE.
      id: "platform-arch",
      severity: "warning",
      evidence: "ours",
      source: PLATFORM,
      hint: "Windows containers need X86_64.",
    },
    function* (definition) {
      if (!isWindows(definition) || definition.runtimePlatform?.cpuArchitecture !== "ARM64") return;
      yield at("Windows containers do not support cpuArchitecture ARM64.", "runtimePlatform", "cpuArchitecture");
    },
  ),
  rule(
    {
      // AWS says that these do not work; nothing says that it refuses to register them.
      id: "windows-unsupported",
      severity: "warning",
      evidence: "ours",
      source: WINDOWS,
      hint: "Remove it: Windows containers do not support it.",
    },
    function* (definition) {
      if (!isWindows(definition) || asksFor(definition, "FARGATE")) return;
      for (const { member, path } of membersGiven(definition, NOT_ON_WINDOWS)) {
        yield at(`Windows containers on EC2 do not support ${member}.`, ...path);
      }
    },
  ),
  rule(
    {
      id: "windows-size",
      severity: "warning",
      evidence: "ours",
      source: WINDOWS,
      hint: "Set cpu and memory on the containers.",
    },
    function* (definition) {
      if (!isWindows(definition) || asksFor(definition, "FARGATE")) return;
      for (const member of ["cpu", "memory"] as const) {
        if (definition[member] !== undefined) yield at(`Windows tasks on EC2 ignore the task's ${member}.`, member);
      }
    },
  ),
];

export const launchTypeRules: readonly Rule[] = [...ec2Rules, ...[...externalRules, ...managedRules, ...platformRules]];
