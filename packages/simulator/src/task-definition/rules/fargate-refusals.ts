/**
 * What Fargate refuses, one rule a member. Links, host names, DNS and extra hosts are missing here: they go with no
 * awsvpc task, and Fargate has no other.
 */
import type { Definition } from "../definition.ts";
import { at, containerRule, isGiven, isWindows, onlyFor, type Rule, rule } from "../rule.ts";
import { documented, FARGATE_DIFFERENCES, LOGGED, pasted, QUOTED, RECORDED } from "../sources.ts";

const COMPATIBLE = "Fargate compatible task definitions do not support";
/** Capabilities that may be added on Fargate. Any may be dropped. */
const ADDABLE = ["SYS_PTRACE"];
/** Windows editions that Fargate has never had; whether it has 2025 is not confirmed, so that is let pass. */
const NO_FARGATE_WINDOWS = /^WINDOWS_SERVER_(?:2016|2004|20H2)_/;
/** A port that Windows containers on Fargate cannot use. */
const RESERVED_WINDOWS_PORT = 3150;

type LinuxMember = "devices" | "sharedMemorySize" | "maxSwap" | "swappiness";
type VolumeMember = "dockerVolumeConfiguration" | "fsxWindowsFileServerVolumeConfiguration";

export const fargateRefusals: readonly Rule[] = onlyFor("FARGATE", [
  containerRule(
    { id: "fargate-priv", evidence: "near", source: QUOTED, hint: "Remove privileged." },
    function* ({ privileged }) {
      if (privileged === true) yield at("Fargate requires that the 'privileged' setting be 'false'.", "privileged");
    },
  ),
  rule(
    {
      id: "fargate-ipc",
      evidence: "near",
      source: `${QUOTED}; ${pasted("strvcom/terraform-aws-ecs-fargate#2")}`,
      hint: "Remove ipcMode.",
    },
    function* ({ ipcMode }) {
      if (ipcMode !== undefined) yield at(`${COMPATIBLE} ipcMode`, "ipcMode");
    },
  ),
  rule(
    { id: "fargate-pid", evidence: "exact", source: QUOTED, hint: "Set pidMode to task, or remove it." },
    function* ({ pidMode }) {
      if (pidMode === undefined || pidMode === "task") return;
      const message = `Tasks using the Fargate launch type do not support pidMode '${pidMode}'. The supported value for pidMode is 'task'.`;
      yield at(message, "pidMode");
    },
  ),
  containerRule(
    { id: "fargate-gpu", evidence: "near", source: QUOTED, hint: "Use EC2 or Managed Instances for GPUs." },
    function* ({ resourceRequirements = [] }) {
      const index = resourceRequirements.findIndex(({ type }) => type === "GPU");
      if (index === -1) return;
      const message = "Tasks using the Fargate launch type do not support GPU resource requirements.";
      yield at(message, "resourceRequirements", index);
    },
  ),
  rule(
    { id: "fargate-placement", evidence: "exact", source: RECORDED, hint: "Remove placementConstraints." },
    function* ({ placementConstraints = [] }) {
      if (placementConstraints.length > 0) yield at(`${COMPATIBLE} constraints`, "placementConstraints");
    },
  ),
  volumeKind("fargate-dockervol", "dockerVolumeConfiguration", "near"),
  volumeKind("fargate-fsx", "fsxWindowsFileServerVolumeConfiguration", "ours"),
  rule(
    {
      id: "fargate-sourcepath",
      evidence: "exact",
      source: `${QUOTED}; public logs`,
      hint: "Remove sourcePath: the instance is not yours.",
    },
    function* ({ volumes = [] }) {
      for (const [index, { host }] of volumes.entries()) {
        if (host?.sourcePath !== undefined)
          yield at(`${COMPATIBLE} sourcePath`, "volumes", index, "host", "sourcePath");
      }
    },
  ),
  linuxMember("fargate-devices", "devices", "exact", RECORDED, "Remove devices."),
  linuxMember("fargate-shm", "sharedMemorySize", "exact", RECORDED, "Mount a tmpfs on /dev/shm instead."),
  linuxMember("fargate-swap", "maxSwap", "exact", RECORDED, "Remove maxSwap."),
  linuxMember("fargate-swappiness", "swappiness", "ours", FARGATE_DIFFERENCES, "Remove swappiness."),
  containerRule(
    { id: "fargate-secopt", evidence: "near", source: QUOTED, hint: "Remove dockerSecurityOptions." },
    function* ({ dockerSecurityOptions = [] }) {
      if (dockerSecurityOptions.length > 0) yield at(`${COMPATIBLE} dockerSecurityOptions`, "dockerSecurityOptions");
    },
  ),
  containerRule(
    {
      id: "fargate-cap",
      evidence: "exact",
      source: RECORDED,
      hint: "Remove the capability; only SYS_PTRACE can be added.",
    },
    function* ({ linuxParameters }) {
      for (const [index, name] of (linuxParameters?.capabilities?.add ?? []).entries()) {
        if (ADDABLE.includes(name)) continue;
        yield at(`${name} is not allowed on Fargate.`, "linuxParameters", "capabilities", "add", index);
      }
    },
  ),
  containerRule(
    {
      id: "fargate-firelens-s3",
      evidence: "exact",
      source: LOGGED,
      hint: "Put the file into the router's image and use config-file-type file.",
    },
    function* ({ firelensConfiguration }) {
      if (firelensConfiguration?.options?.get("config-file-type") !== "s3") return;
      const message = "Fargate launch type does not support FirelensConfiguration config file from 's3'";
      yield at(message, "firelensConfiguration", "options", "config-file-type");
    },
  ),
  rule(
    {
      id: "fargate-platform",
      evidence: "ours",
      certain: true,
      source: FARGATE_DIFFERENCES,
      hint: "Use LINUX, or Windows Server 2019 or 2022.",
    },
    function* ({ runtimePlatform }) {
      const family = runtimePlatform?.operatingSystemFamily ?? "";
      if (!NO_FARGATE_WINDOWS.test(family)) return;
      yield at(`${COMPATIBLE} operatingSystemFamily ${family}`, "runtimePlatform", "operatingSystemFamily");
    },
  ),
  containerRule(
    {
      id: "fargate-win-port",
      evidence: "ours",
      source: documented("API Reference, PortMapping, containerPort"),
      hint: "Use another port: 3150 is reserved on Windows.",
    },
    function* ({ name = "null", portMappings = [] }, definition: Definition) {
      if (!isWindows(definition)) return;
      for (const [index, { containerPort }] of portMappings.entries()) {
        if (containerPort !== RESERVED_WINDOWS_PORT) continue;
        const message = `Port ${RESERVED_WINDOWS_PORT} is reserved for Windows containers on Fargate: container '${name}'.`;
        yield at(message, "portMappings", index, "containerPort");
      }
    },
  ),
]);

function linuxMember(id: string, member: LinuxMember, evidence: Rule["evidence"], source: string, hint: string): Rule {
  // AWS refuses the other members of the list, in words that are known.
  const certain = evidence === "ours" ? ({ certain: true } as const) : {};
  return containerRule({ id, evidence, ...certain, source, hint }, function* ({ linuxParameters }) {
    if (isGiven(linuxParameters?.[member])) yield at(`${COMPATIBLE} ${member}`, "linuxParameters", member);
  });
}

function volumeKind(id: string, member: VolumeMember, evidence: "near" | "ours"): Rule {
  const source = evidence === "near" ? QUOTED : FARGATE_DIFFERENCES;
  return rule({ id, evidence, source, hint: "Use EFS, EBS or an empty volume." }, function* ({ volumes = [] }) {
    for (const [index, volume] of volumes.entries()) {
      if (volume[member] !== undefined) yield at(`${COMPATIBLE} ${member}`, "volumes", index, member);
    }
  });
}
