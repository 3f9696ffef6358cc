/** Volumes and where containers mount them. Whether a file system exists is no matter of registration. */
import type { Definition, Volume } from "../definition.ts";
import { at, containerRule, type Evidence, type Rule, type RuleText, rule, type Violation } from "../rule.ts";
import { documented, pasted, QUOTED, RECORDED } from "../sources.ts";

const KINDS = [
  "host",
  "dockerVolumeConfiguration",
  "efsVolumeConfiguration",
  "s3filesVolumeConfiguration",
  "fsxWindowsFileServerVolumeConfiguration",
] as const;

export const volumeRules: readonly Rule[] = [
  rule(
    { id: "vol-dup", evidence: "ours", source: documented("API Reference, Volume"), hint: "Rename one of them." },
    function* ({ volumes = [] }) {
      const names = new Set<string>();
      for (const [index, { name }] of volumes.entries()) {
        if (name === undefined) continue;
        if (names.has(name)) {
          yield at(`Volume names must be unique within a task definition: '${name}'.`, "volumes", index, "name");
        }
        names.add(name);
      }
    },
  ),
  volumeRule(
    {
      id: "vol-kinds",
      evidence: "exact",
      source: pasted("cloudposse/terraform-aws-ecs-alb-service-task#185"),
      hint: "Keep one kind of volume in each entry.",
    },
    function* (volume) {
      const kinds = KINDS.filter((kind) => volume[kind] !== undefined).length + (volume.configuredAtLaunch ? 1 : 0);
      if (kinds < 2) return;
      yield at("When the volume parameter is specified, only one volume configuration type should be used.");
    },
  ),
  volumeRule(
    {
      id: "vol-blankpath",
      evidence: "exact",
      source: pasted("aws/amazon-ecs-cli#11"),
      hint: "Leave sourcePath out for an empty volume.",
    },
    function* ({ host }) {
      if (host?.sourcePath === "") yield at("host.sourcePath should not be blank.", "host", "sourcePath");
    },
  ),
  containerRule(
    { id: "vol-unknown", evidence: "exact", source: RECORDED, hint: "Name a volume of the definition." },
    function* ({ mountPoints = [] }, { volumes = [] }) {
      if (mountPoints.length === 0) return;
      const names = new Set(volumes.map((volume) => volume.name));
      for (const [index, { sourceVolume }] of mountPoints.entries()) {
        if (sourceVolume !== undefined && names.has(sourceVolume)) continue;
        yield at(`Unknown volume '${sourceVolume ?? "null"}'.`, "mountPoints", index, "sourceVolume");
      }
    },
  ),
  rule(
    { id: "volfrom", evidence: "near", source: QUOTED, hint: "Name a container of the definition.", judgesNames: true },
    function* ({ containerDefinitions }) {
      const names = new Set(containerDefinitions.map((container) => container.name));
      for (const [place, { volumesFrom = [] }] of containerDefinitions.entries()) {
        for (const [index, { sourceContainer }] of volumesFrom.entries()) {
          if (sourceContainer === undefined || names.has(sourceContainer)) continue;
          const message = `Invalid 'volumesFrom' setting. Unknown container: '${sourceContainer}'`;
          yield at(message, "containerDefinitions", place, "volumesFrom", index, "sourceContainer");
        }
      }
    },
  ),
  rule(
    {
      id: "vol-ebs2",
      evidence: "ours",
      certain: true,
      source: documented("Developer Guide, Amazon EBS volumes with Amazon ECS"),
      hint: "Keep one volume that is configured at launch.",
    },
    function* ({ volumes = [] }) {
      const second = volumes.map((volume) => volume.configuredAtLaunch === true).indexOf(true, firstEbs(volumes) + 1);
      if (second > 0) yield at("Only one volume can be configured at launch.", "volumes", second, "configuredAtLaunch");
    },
  ),
  rule(
    { id: "vol-unused", evidence: "near", source: QUOTED, hint: "Add a mount point for the volume." },
    function* ({ volumes = [], containerDefinitions }) {
      const used = new Set(
        containerDefinitions.flatMap(({ mountPoints = [] }) => mountPoints.map((m) => m.sourceVolume)),
      );
      const idle = volumes.filter(({ name, configuredAtLaunch }) => configuredAtLaunch === true && !used.has(name));
      const [first] = idle;
      if (first === undefined) return;
      const message = `Volumes [${idle.map(({ name }) => name).join(", ")}] are not referenced by any of the containers`;
      yield at(message, "volumes", volumes.indexOf(first));
    },
  ),
  efsRule("efs-iam", "near", QUOTED, function* ({ transitEncryption, authorizationConfig }) {
    if (authorizationConfig?.iam !== "ENABLED" || transitEncryption === "ENABLED") return;
    yield at("EFS IAM authorization requires TransitEncryption to be enabled.", "transitEncryption");
  }),
  efsRule("efs-port", "near", QUOTED, function* ({ transitEncryption, transitEncryptionPort }) {
    if (transitEncryptionPort === undefined || transitEncryption === "ENABLED") return;
    yield at("TransitEncryptionPort requires that TransitEncryption is enabled.", "transitEncryptionPort");
  }),
  efsRule(
    "efs-encryption",
    "ours",
    documented("API Reference, EFSAuthorizationConfig"),
    function* ({ transitEncryption, authorizationConfig }) {
      if (!authorizationConfig?.accessPointId || transitEncryption === "ENABLED") return;
      yield at("An EFS access point requires TransitEncryption to be enabled.", "transitEncryption");
    },
  ),
  efsRule("efs-root", "near", QUOTED, function* ({ authorizationConfig, rootDirectory = "/" }) {
    if (!authorizationConfig?.accessPointId || rootDirectory === "/") return;
    const message = 'When using an EFS access point, the root directory must either be set to "/" or be omitted.';
    yield at(message, "rootDirectory");
  }),
  volumeRule(
    {
      id: "s3f-role",
      evidence: "ours",
      source: documented("Developer Guide, S3 Files volumes"),
      hint: "Add taskRoleArn: the task mounts the bucket with its own role.",
    },
    function* ({ s3filesVolumeConfiguration }, { taskRoleArn }) {
      if (s3filesVolumeConfiguration === undefined || taskRoleArn !== undefined) return;
      yield at("S3 Files volumes require a value for 'taskRoleArn'.", "s3filesVolumeConfiguration");
    },
  ),
];

/** A rule that looks at one volume after the other; its paths begin at the volume. */
function volumeRule(text: RuleText, check: (volume: Volume, definition: Definition) => Iterable<Violation>): Rule {
  return rule(text, function* (definition) {
    for (const [index, volume] of (definition.volumes ?? []).entries()) {
      for (const { message, path } of check(volume, definition)) yield at(message, "volumes", index, ...path);
    }
  });
}

type EfsVolume = NonNullable<Volume["efsVolumeConfiguration"]>;

function efsRule(id: string, evidence: Evidence, source: string, check: (efs: EfsVolume) => Iterable<Violation>): Rule {
  const hint =
    id === "efs-root" ? "Drop rootDirectory: the access point decides." : "Set transitEncryption to ENABLED.";
  // Documented with "must", like the demands whose words are known.
  const certain = evidence === "ours" ? ({ certain: true } as const) : {};
  return volumeRule({ id, evidence, ...certain, source, hint }, function* ({ efsVolumeConfiguration }) {
    if (efsVolumeConfiguration === undefined) return;
    for (const { message, path } of check(efsVolumeConfiguration)) yield at(message, "efsVolumeConfiguration", ...path);
  });
}

function firstEbs(volumes: readonly Volume[]): number {
  const first = volumes.findIndex((volume) => volume.configuredAtLaunch === true);
  return first === -1 ? volumes.length : first;
}
