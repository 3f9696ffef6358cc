/** What Managed Instances refuse when a definition asks to be checked for them. AWS documents the list, not its messages. */
import { at, isWindows, onlyFor, type Rule, rule } from "../rule.ts";
import { documented } from "../sources.ts";
import { type MemberList, membersGiven } from "./refused-members.ts";

const MANAGED = documented("Developer Guide, task definition differences for Amazon ECS Managed Instances");

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

/** Also what decides whether a definition is compatible with Managed Instances when nobody asked. */
export const managedRules: readonly Rule[] = onlyFor("MANAGED_INSTANCES", [
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
      for (const { member, path } of membersGiven(definition, NOT_ON_MANAGED)) {
        yield at(`Managed Instances compatible task definitions do not support ${member}`, ...path);
      }
      for (const [index, { host }] of (definition.volumes ?? []).entries()) {
        if (!host?.sourcePath) continue;
        const message = "Managed Instances compatible task definitions do not support sourcePath";
        yield at(message, "volumes", index, "host", "sourcePath");
      }
    },
  ),
]);
