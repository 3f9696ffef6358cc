/** Volumes of a task definition, and what a container mounts of them. */
import type { ContainerDefinition, RegisteredTaskDefinition } from "@quayside/simulator";
import { type Fact, type FactGroup, fact } from "./fact.ts";
import type { InspectorTexts } from "./texts/index.ts";

/** One group for each volume, with who mounts it where. */
export function volumeGroups(definition: RegisteredTaskDefinition, t: InspectorTexts): FactGroup[] {
  const { volumes = [], containerDefinitions, ephemeralStorage } = definition;
  const groups = volumes.map(({ name = "", ...how }) => ({
    title: name,
    facts: [
      ...Object.entries(how).flatMap(([key, value]) => fact(key, value)),
      ...containerDefinitions.flatMap((container) => mountedBy(container, name)),
    ],
  }));
  if (ephemeralStorage === undefined) return groups;
  return [...groups, { title: t.ephemeral, facts: fact("sizeInGiB", ephemeralStorage.sizeInGiB) }];
}

/** What a container mounts. */
export function mountFacts({ mountPoints = [] }: ContainerDefinition): Fact[] {
  return mountPoints.map(({ sourceVolume = "", containerPath = "", readOnly = false }) => ({
    name: "mountPoint",
    value: `${sourceVolume} → ${containerPath}`,
    ...(readOnly ? { aside: "readOnly" } : {}),
  }));
}

function mountedBy({ name = "", mountPoints = [] }: ContainerDefinition, volume: string): Fact[] {
  return mountPoints
    .filter(({ sourceVolume }) => sourceVolume === volume)
    .map(({ containerPath = "", readOnly = false }) => ({
      name,
      value: containerPath,
      ...(readOnly ? { aside: "readOnly" } : {}),
    }));
}
