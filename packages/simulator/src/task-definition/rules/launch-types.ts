/**
 * What EC2, external instances and Managed Instances refuse when a definition asks to be checked for them, and what
 * Windows containers on EC2 cannot use. AWS documents the lists; its messages are known only for EC2.
 */
import type { Container, Definition } from "../definition.ts";
import { asksFor, at, isGiven, isWindows, onlyFor, type Path, type Rule, rule, taughtIn } from "../rule.ts";
import { documented, RECORDED } from "../sources.ts";

const MANAGED = documented("Developer Guide, task definition differences for Amazon ECS Managed Instances");
const EXTERNAL = documented("Developer Guide, Amazon ECS Anywhere considerations");
const WINDOWS = documented("Developer Guide, task definition differences for EC2 instances running Windows");
const PLATFORM = documented("API Reference, RuntimePlatform");

/** Members by where they stand in a definition. */
interface MemberList {
  readonly task: readonly (keyof Definition & string)[];
  readonly container: readonly (keyof Container & string)[];
  readonly linuxParameters: readonly (keyof NonNullable<Container["linuxParameters"]> & string)[];
  readonly volume: readonly (keyof NonNullable<Definition["volumes"]>[number] & string)[];
}

const NOT_ON_MANAGED: MemberList = {
  task: ["ephemeralStorage", "inferenceAccelerators", "ipcMode", "proxyConfiguration"],
  container: [
    "disableNetworking",
    "dnsSearchDomains",
    "dnsServers",
    "dockerLabels",
    "dockerSecurityOptions",
    "extraHosts",
    "hostname",
    "links",
  ],
  linuxParameters: ["maxSwap", "sharedMemorySize", "swappiness"],
  volume: ["dockerVolumeConfiguration", "fsxWindowsFileServerVolumeConfiguration"],
};

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
    { id: "eph-ec2", evidence: "exact", source: RECORDED, lesson: "01/06", hint: "Remove ephemeralStorage." },
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
      for (const { member, path } of given(definition, NOT_ON_EXTERNAL)) {
        yield at(`Tasks using the EXTERNAL launch type do not support ${member}.`, ...path);
      }
    },
  ),
]);

/** Also what decides whether a definition is compatible with Managed Instances when nobody asked. */
export const managedRules: readonly Rule[] = taughtIn(
  "03/01",
  onlyFor("MANAGED_INSTANCES", [
    rule(
      { id: "mi-network", evidence: "ours", source: MANAGED, hint: "Set networkMode to awsvpc or host." },
      function* ({ networkMode }) {
        if (networkMode === "awsvpc" || networkMode === "host") return;
        yield at("Managed Instances only support network modes 'awsvpc' and 'host'.", "networkMode");
      },
    ),
    rule({ id: "mi-platform", evidence: "ours", source: MANAGED, hint: "Use LINUX." }, function* (definition) {
      if (!isWindows(definition)) return;
      yield at("Managed Instances only support Linux.", "runtimePlatform", "operatingSystemFamily");
    }),
    rule(
      { id: "mi-refused", evidence: "ours", source: MANAGED, hint: "Remove it, or leave MANAGED_INSTANCES out." },
      function* (definition) {
        for (const { member, path } of given(definition, NOT_ON_MANAGED)) {
          yield at(`Managed Instances compatible task definitions do not support ${member}`, ...path);
        }
        for (const [index, { host }] of (definition.volumes ?? []).entries()) {
          if (!host?.sourcePath) continue;
          const message = "Managed Instances compatible task definitions do not support sourcePath";
          yield at(message, "volumes", index, "host", "sourcePath");
        }
      },
    ),
  ]),
);

const platformRules: readonly Rule[] = [
  rule(
    { id: "platform-arch", evidence: "ours", source: PLATFORM, hint: "Windows containers need X86_64." },
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
      for (const { member, path } of given(definition, NOT_ON_WINDOWS)) {
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

export const launchTypeRules: readonly Rule[] = [
  ...ec2Rules,
  ...taughtIn("03/01", [...externalRules, ...managedRules, ...platformRules]),
];

/** The members of a list that the definition has. */
function* given(definition: Definition, list: MemberList): Iterable<{ member: string; path: Path }> {
  for (const member of list.task) if (isGiven(definition[member])) yield { member, path: [member] };
  for (const [index, container] of definition.containerDefinitions.entries()) {
    const path: Path = ["containerDefinitions", index];
    for (const member of list.container) if (isGiven(container[member])) yield { member, path: [...path, member] };
    for (const member of list.linuxParameters) {
      if (isGiven(container.linuxParameters?.[member])) yield { member, path: [...path, "linuxParameters", member] };
    }
  }
  for (const [index, volume] of (definition.volumes ?? []).entries()) {
    for (const member of list.volume) if (isGiven(volume[member])) yield { member, path: ["volumes", index, member] };
  }
}
