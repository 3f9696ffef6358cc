/** What a task definition must hold, as data: the field, what is wanted, what is there. */
import type { RowIn } from "../history.ts";

export type TaskDefinition = RowIn<"taskDefinitions">["definition"];
type Container = TaskDefinition["containerDefinitions"][number];

/** One thing that a task definition must hold. */
export interface Requirement {
  /** The field as the JSON spells it. */
  readonly field: string;
  /** What it should say, as the JSON would. */
  readonly wanted: string;
  /** What it says; undefined when the field is absent. */
  readonly found: (definition: TaskDefinition) => string | undefined;
  readonly holds: (definition: TaskDefinition) => boolean;
}

/** The requirements that a definition does not meet. */
export function unmet(definition: TaskDefinition, requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter((requirement) => !requirement.holds(definition));
}

/** `requiresCompatibilities` holds this launch type; others may stand beside it. */
export function requiresCompatibility(launchType: "FARGATE" | "EC2"): Requirement {
  return {
    field: "requiresCompatibilities",
    wanted: launchType,
    found: (definition) => definition.requiresCompatibilities?.join(", "),
    holds: (definition) => definition.requiresCompatibilities?.includes(launchType) === true,
  };
}

/** Task-level fields that hold one text. */
type TextField = "cpu" | "memory" | "networkMode" | "family" | "executionRoleArn" | "taskRoleArn";

/** A task-level field equals a value. Sizes are compared as ECS keeps them: `"0.5GB"` was stored as `"512"`. */
export function field(name: TextField, wanted: string): Requirement {
  return {
    field: name,
    wanted,
    found: (definition) => definition[name],
    holds: (definition) => definition[name] === wanted,
  };
}

/** The definition brings a memberOf constraint along, whatever its expression says: checks look where its tasks lie. */
export function constrainsPlacement(): Requirement {
  return {
    field: "placementConstraints",
    wanted: "memberOf",
    found: ({ placementConstraints = [] }) => placementConstraints.map(({ type }) => type).join(", ") || undefined,
    holds: ({ placementConstraints = [] }) => placementConstraints.some(({ type }) => type === "memberOf"),
  };
}

/** A volume of the definition is this EFS file system, and a container mounts it. */
export function mountsFileSystem(fileSystemId: string): Requirement {
  const mounted = (definition: TaskDefinition) => {
    const names = new Set(
      definition.containerDefinitions.flatMap(({ mountPoints = [] }) => mountPoints.map((each) => each.sourceVolume)),
    );
    return (definition.volumes ?? []).flatMap(({ name, efsVolumeConfiguration }) => {
      const efs = efsVolumeConfiguration as { fileSystemId?: string } | undefined;
      return efs !== undefined && names.has(name) ? [efs.fileSystemId ?? ""] : [];
    });
  };
  return {
    field: "fileSystemId",
    wanted: fileSystemId,
    found: (definition) => mounted(definition).join(", ") || undefined,
    holds: (definition) => mounted(definition).includes(fileSystemId),
  };
}

/** Which container is meant. */
export interface ContainerMatch {
  /** Its name in the definition. */
  readonly name?: string;
  /** An official image by its short name, from Docker Hub or Amazon ECR Public, with any tag or digest. */
  readonly officialImage?: string;
  /** The image is named by this digest, `repository@sha256:...`. */
  readonly imageDigest?: string;
  readonly containerPort?: number;
  readonly essential?: boolean;
  /** Hard limit, MiB. */
  readonly memory?: number;
  /** Soft limit, MiB. */
  readonly memoryReservation?: number;
  /** It waits for this container until this condition holds, whatever else it waits for. */
  readonly dependsOn?: { readonly containerName: string; readonly condition: string };
  /** Repository of the image, with any tag or digest, as the reference spells it. */
  readonly repository?: string;
  /** ARN of the secret with user name and password of the image's registry; its name is as good. */
  readonly registrySecret?: string;
  /**
   * A secret or parameter under this name from this place. What stands behind the ARN makes no difference, unless
   * `jsonKey` says which key of the secret it must be.
   */
  readonly secret?: { readonly name: string; readonly valueFrom: string; readonly jsonKey?: string };
  /** A mount point at this path of the container, whatever volume it is. */
  readonly mountPath?: string;
  readonly logDriver?: string;
  /** Options of the log driver with their values; others may stand beside them. */
  readonly logOptions?: Readonly<Record<string, string>>;
}

/** One container fits in every point. The report speaks of the container that fits best. */
export function hasContainer(match: ContainerMatch): Requirement {
  const points = pointsOf(match);
  return {
    field: "container",
    wanted: points.map((point) => point.wanted).join(", "),
    found: (definition) => {
      const { containerDefinitions: all } = definition;
      const named = all.filter((each) => each.name === match.name);
      const closest = (named.length > 0 ? named : all).toSorted((a, b) => score(b, points) - score(a, points))[0];
      return closest && points.map((point) => point.found(closest)).join(", ");
    },
    holds: (definition) => definition.containerDefinitions.some((each) => score(each, points) === points.length),
  };
}

interface Point {
  readonly wanted: string;
  readonly found: (container: Container) => string;
  readonly holds: (container: Container) => boolean;
}

function pointsOf(match: ContainerMatch): Point[] {
  const { officialImage, imageDigest, repository, registrySecret, containerPort, essential } = match;
  const { secret, logDriver, logOptions = {} } = match;
  const points: Point[] = [];
  if (match.name !== undefined) points.push(equalPoint("name", match.name, (container) => container.name));
  if (officialImage !== undefined)
    points.push(imagePoint(officialImage, (image) => isOfficialImage(image, officialImage)));
  if (repository !== undefined) points.push(imagePoint(repository, (image) => repositoryOf(image) === repository));
  if (imageDigest !== undefined)
    points.push(imagePoint(`@${imageDigest}`, (image) => image.endsWith(`@${imageDigest}`)));
  if (registrySecret !== undefined) points.push(registrySecretPoint(registrySecret));
  if (containerPort !== undefined) {
    points.push({
      wanted: `containerPort ${containerPort}`,
      found: (container) => `containerPort ${portsOf(container).join("+") || "-"}`,
      holds: (container) => portsOf(container).includes(containerPort),
    });
  }
  if (essential !== undefined) {
    points.push({
      wanted: `essential ${essential}`,
      found: (container) => `essential ${container.essential}`,
      holds: (container) => container.essential === essential,
    });
  }
  for (const name of ["memory", "memoryReservation"] as const) {
    const wanted = match[name];
    if (wanted !== undefined) points.push(equalPoint(name, String(wanted), (container) => container[name]?.toString()));
  }
  if (match.dependsOn !== undefined) points.push(dependencyPoint(match.dependsOn));
  if (secret !== undefined) points.push(secretPoint(secret));
  if (match.mountPath !== undefined) points.push(mountPoint(match.mountPath));
  if (logDriver !== undefined) {
    points.push(equalPoint("logDriver", logDriver, (container) => container.logConfiguration?.logDriver));
  }
  for (const [option, wanted] of Object.entries(logOptions)) {
    points.push(equalPoint(option, wanted, (container) => container.logConfiguration?.options?.[option]));
  }
  return points;
}

function mountPoint(wanted: string): Point {
  const paths = ({ mountPoints = [] }: Container) => mountPoints.map(({ containerPath = "" }) => containerPath);
  return {
    wanted: `mount at ${wanted}`,
    found: (container) => `mount at ${paths(container).join("+") || "-"}`,
    holds: (container) => paths(container).includes(wanted),
  };
}

function imagePoint(wanted: string, holds: (image: string) => boolean): Point {
  return {
    wanted: `image ${wanted}`,
    found: (container) => `image ${container.image}`,
    holds: (container) => holds(container.image),
  };
}

function equalPoint(name: string, wanted: string, read: (container: Container) => string | undefined): Point {
  return {
    wanted: `${name} ${wanted}`,
    found: (container) => `${name} ${read(container) ?? "-"}`,
    holds: (container) => read(container) === wanted,
  };
}

function dependencyPoint(wanted: NonNullable<ContainerMatch["dependsOn"]>): Point {
  const shown = (each: typeof wanted) => `${each.containerName} ${each.condition}`;
  return {
    wanted: `dependsOn ${shown(wanted)}`,
    found: ({ dependsOn = [] }) => `dependsOn ${dependsOn.map(shown).join("+") || "-"}`,
    holds: ({ dependsOn = [] }) => dependsOn.some((each) => shown(each) === shown(wanted)),
  };
}

function secretPoint({ name, valueFrom, jsonKey }: NonNullable<ContainerMatch["secret"]>): Point {
  const read = (container: Container) => container.secrets?.find((secret) => secret.name === name)?.valueFrom;
  return {
    wanted: `secrets.${name} ${valueFrom}${jsonKey === undefined ? "" : `:${jsonKey}::`}`,
    found: (container) => `secrets.${name} ${read(container) ?? "-"}`,
    holds: (container) => {
      const found = read(container);
      if (jsonKey !== undefined) return found?.startsWith(`${valueFrom}:${jsonKey}:`) === true;
      return found === valueFrom || found?.startsWith(`${valueFrom}:`) === true;
    },
  };
}

function registrySecretPoint(secretArn: string): Point {
  const name = secretArn.replace(/^.*:secret:/, "").replace(/-\w{6}$/, "");
  const read = (container: Container) => container.repositoryCredentials?.credentialsParameter;
  return {
    wanted: `repositoryCredentials ${secretArn}`,
    found: (container) => `repositoryCredentials ${read(container) ?? "-"}`,
    holds: (container) => [secretArn, name].includes(read(container) ?? ""),
  };
}

function score(container: Container, points: readonly Point[]): number {
  return points.filter((point) => point.holds(container)).length;
}

function portsOf(container: Container): number[] {
  return (container.portMappings ?? []).flatMap(({ containerPort }) =>
    containerPort === undefined ? [] : [containerPort],
  );
}

const OFFICIAL_PREFIXES = ["", "library/", "docker.io/", "docker.io/library/", "public.ecr.aws/docker/library/"];

function isOfficialImage(image: string, name: string): boolean {
  const repository = repositoryOf(image);
  return (
    repository === `public.ecr.aws/${name}/${name}` || OFFICIAL_PREFIXES.some((prefix) => repository === prefix + name)
  );
}

function repositoryOf(image: string): string {
  return image.split("@")[0]?.replace(/:[^/:]*$/, "") ?? "";
}
