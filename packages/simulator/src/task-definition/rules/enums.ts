/**
 * Members with a fixed set of values, as one table. AWS's wording for a value outside of the set is not confirmed.
 * Left out: log drivers on Fargate, which have a message of their own, and conditions of `dependsOn`.
 */
import type { Container, Definition, Volume } from "../definition.ts";
import { asksFor, at, type Path, type Rule, rule, type Violation } from "../rule.ts";
import { documented } from "../sources.ts";

const WINDOWS = ["2016_FULL", "2019_FULL", "2019_CORE", "2004_CORE", "20H2_CORE"].concat(
  ...["2022", "2025"].map((year) => [`${year}_CORE`, `${year}_FULL`]),
);
const ON_OFF = ["ENABLED", "DISABLED"];
const ULIMITS = [
  "core",
  "cpu",
  "data",
  "fsize",
  "locks",
  "memlock",
  "msgqueue",
  "nice",
  "nofile",
  "nproc",
  "rss",
].concat(["rtprio", "rttime", "sigpending", "stack"]);
const LOG_DRIVERS = ["json-file", "syslog", "journald", "gelf", "fluentd", "awslogs", "splunk", "awsfirelens"];

/** A value that is there, the set it must come from, and the way to it. */
type Chosen = readonly [value: string | undefined, allowed: readonly string[], ...path: Path];

function* ofTask(task: Definition): Iterable<Chosen> {
  yield [task.networkMode, ["bridge", "host", "awsvpc", "none"], "networkMode"];
  for (const [index, value] of (task.requiresCompatibilities ?? []).entries()) {
    yield [value, ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"], "requiresCompatibilities", index];
  }
  yield [task.pidMode, ["host", "task"], "pidMode"];
  yield [task.ipcMode, ["host", "task", "none"], "ipcMode"];
  const { operatingSystemFamily, cpuArchitecture } = task.runtimePlatform ?? {};
  const systems = ["LINUX", ...WINDOWS.map((edition) => `WINDOWS_SERVER_${edition}`)];
  yield [operatingSystemFamily, systems, "runtimePlatform", "operatingSystemFamily"];
  yield [cpuArchitecture, ["X86_64", "ARM64"], "runtimePlatform", "cpuArchitecture"];
  yield [task.proxyConfiguration?.type, ["APPMESH"], "proxyConfiguration", "type"];
  for (const [index, { type }] of (task.placementConstraints ?? []).entries()) {
    yield [type, ["memberOf"], "placementConstraints", index, "type"];
  }
}

function* ofContainer(container: Container): Iterable<Chosen> {
  for (const [index, { protocol, appProtocol }] of (container.portMappings ?? []).entries()) {
    // Not documented: http is taken, and kept as tcp. Source: hashicorp/terraform-provider-aws#3645 (checked 2026-11-29)
    yield [protocol === "http" ? "tcp" : protocol, ["tcp", "udp"], "portMappings", index, "protocol"];
    yield [appProtocol, ["http", "http2", "grpc"], "portMappings", index, "appProtocol"];
  }
  for (const [index, { type }] of (container.environmentFiles ?? []).entries()) {
    yield [type, ["s3"], "environmentFiles", index, "type"];
  }
  for (const [index, { name }] of (container.ulimits ?? []).entries()) yield [name, ULIMITS, "ulimits", index, "name"];
  for (const [index, { type }] of (container.resourceRequirements ?? []).entries()) {
    yield [type, ["GPU", "InferenceAccelerator"], "resourceRequirements", index, "type"];
  }
  for (const [index, { permissions = [] }] of (container.linuxParameters?.devices ?? []).entries()) {
    for (const [place, value] of permissions.entries()) {
      yield [value, ["read", "write", "mknod"], "linuxParameters", "devices", index, "permissions", place];
    }
  }
  yield [container.firelensConfiguration?.type, ["fluentd", "fluentbit"], "firelensConfiguration", "type"];
  yield [container.versionConsistency, ["enabled", "disabled"], "versionConsistency"];
}

function* ofVolume({ dockerVolumeConfiguration, efsVolumeConfiguration: efs }: Volume): Iterable<Chosen> {
  yield [dockerVolumeConfiguration?.scope, ["task", "shared"], "dockerVolumeConfiguration", "scope"];
  yield [efs?.transitEncryption, ON_OFF, "efsVolumeConfiguration", "transitEncryption"];
  yield [efs?.authorizationConfig?.iam, ON_OFF, "efsVolumeConfiguration", "authorizationConfig", "iam"];
}

/** The values that are none of their set, with their paths behind `before`. */
function* wrong(choices: Iterable<Chosen>, ...before: Path): Iterable<Violation> {
  for (const [value, allowed, ...path] of choices) {
    if (value === undefined || allowed.includes(value)) continue;
    const member = path.findLast((part) => typeof part === "string");
    yield at(`${member} should be one of [${allowed.join(",")}]`, ...before, ...path);
  }
}

export const enumRules: readonly Rule[] = [
  rule(
    {
      id: "enum",
      evidence: "ours",
      certain: true,
      source: documented("API Reference, valid values of the member"),
      hint: "Use one of the values that the API lists; they are case-sensitive.",
      valueByValue: true,
    },
    function* (definition) {
      yield* wrong(ofTask(definition));
      for (const [index, container] of definition.containerDefinitions.entries()) {
        yield* wrong(ofContainer(container), "containerDefinitions", index);
      }
      for (const [index, volume] of (definition.volumes ?? []).entries())
        yield* wrong(ofVolume(volume), "volumes", index);
    },
  ),
  rule(
    {
      id: "log-driver",
      evidence: "ours",
      certain: true,
      source: documented("API Reference, LogConfiguration"),
      hint: "Use awslogs, or another driver of the list.",
    },
    function* (definition) {
      if (asksFor(definition, "FARGATE")) return;
      for (const [index, { logConfiguration }] of definition.containerDefinitions.entries()) {
        const driver = logConfiguration?.logDriver;
        if (driver === undefined || LOG_DRIVERS.includes(driver)) continue;
        const message = `${driver} is not a valid log driver. Must be one of [${LOG_DRIVERS.join(",")}]`;
        yield at(message, "containerDefinitions", index, "logConfiguration", "logDriver");
      }
    },
  ),
];
