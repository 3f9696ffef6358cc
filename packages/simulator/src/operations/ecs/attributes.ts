/**
 * PutAttributes, DeleteAttributes, ListAttributes: words that a container instance carries, for placement to read. They
 * act on placements from now on; tasks that run stay. A call is taken as a whole or not at all.
 * Source: API Reference, PutAttributes, DeleteAttributes, ListAttributes, Attribute (checked 2026-11-21). The limits and the
 * exceptions are AWS's.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { Attributes, ContainerInstanceRow } from "../../model/container-instances.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import type { Input, Shape } from "../shapes.ts";
import { findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";
import { refuse } from "./refusals.ts";

/** Attributes of one call, and custom ones of one instance. @source API Reference, PutAttributes (checked 2026-11-21) */
const MAX_ATTRIBUTES = 10;

/** @source API Reference, Attribute, name (checked 2026-11-21) */
const NAME = /^[A-Za-z0-9_.\\/-]{1,128}$/;

/** It cannot begin or end with a space. @source API Reference, Attribute, value (checked 2026-11-21) */
const VALUE = /^(?! )[A-Za-z0-9_.@:\\/ -]{1,128}(?<! )$/;

/** Names that ECS and its agent give; they do not count as custom. */
const BUILT_IN = /^(com\.amazonaws\.)?ecs\./;

export const putAttributes = command<"ecs", "PutAttributes">((sim, input) => {
  const found = findTargets(sim, input);
  if (!found.ok) return found;
  for (const { name, value } of input.attributes) {
    const problem = nameProblem(name) ?? valueProblem(value);
    if (problem !== undefined) return problem;
  }
  const changed = new Map<ContainerInstanceRow, Attributes>();
  for (const { attribute, row } of found.targets) {
    const { name, value = null } = attribute;
    changed.set(row, { ...(changed.get(row) ?? row.attributes), [name]: value });
  }
  for (const attributes of changed.values()) {
    if (customCount(attributes) > MAX_ATTRIBUTES) {
      return refuse("attributes.limit");
    }
  }
  writeAll(sim, changed, "ATTRIBUTES_PUT", found);
  return answer({ attributes: found.targets.map(described) });
});

export const deleteAttributes = command<"ecs", "DeleteAttributes">((sim, input) => {
  const found = findTargets(sim, input);
  if (!found.ok) return found;
  const changed = new Map<ContainerInstanceRow, Attributes>();
  for (const { attribute, row } of found.targets) {
    const { name, value } = attribute;
    if (value !== undefined) return refuse("attribute.value-to-delete");
    const { [name]: _gone, ...others } = changed.get(row) ?? row.attributes;
    changed.set(row, others);
  }
  writeAll(sim, changed, "ATTRIBUTES_DELETED", found);
  return answer({ attributes: found.targets.map(described) });
});

export const listAttributes = query<"ecs", "ListAttributes">((sim, input) => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return refuse("cluster.not-found");
  const { attributeName, attributeValue } = input;
  if (attributeName === undefined && attributeValue !== undefined) {
    return refuse("attribute.value-without-name");
  }
  const listed = new Map<string, Attribute>();
  for (const key of sim.tables.containerInstances.bucket("cluster", cluster.clusterArn)) {
    const row = sim.tables.containerInstances.get(key) as ContainerInstanceRow;
    for (const [name, value] of Object.entries(row.attributes)) {
      const fits = (attributeName ?? name) === name && (attributeValue ?? value) === value;
      if (fits) listed.set(`${key} ${name}`, { name, targetId: key, ...(value === null ? {} : { value }) });
    }
  }
  const cut = cutPage("ListAttributes", [...listed.keys()], input);
  if (!cut.ok) return cut;
  const { items, nextToken } = cut.page;
  return answer({ attributes: items.map((item) => listed.get(item) as Attribute), nextToken });
});

type Attribute = Shape<"ecs", "Attribute">;

interface Target {
  readonly attribute: Attribute;
  readonly row: ContainerInstanceRow;
}

interface Targets {
  readonly ok: true;
  readonly targets: readonly Target[];
}

/** The instance of each attribute of a call. */
function findTargets(sim: Cloud, { cluster: name, attributes }: Input<"ecs", "PutAttributes">): Targets | Refusal {
  const cluster = findCluster(sim, name);
  if (cluster === undefined) return refuse("cluster.not-found");
  if (attributes.length === 0) return refuse("attributes.empty");
  if (attributes.length > MAX_ATTRIBUTES) {
    return refuse("attributes.too-many", { most: MAX_ATTRIBUTES });
  }
  const targets: Target[] = [];
  for (const attribute of attributes) {
    const row = findTarget(sim, cluster, attribute);
    if ("ok" in row) return row;
    targets.push({ attribute, row });
  }
  return { ok: true, targets };
}

function findTarget(
  sim: Cloud,
  cluster: ClusterRow,
  { targetId, targetType }: Attribute,
): ContainerInstanceRow | Refusal {
  if (targetId === undefined) return refuse("attribute.no-target");
  if (!targetId.startsWith("arn:") && targetType === undefined) {
    return refuse("attribute.no-target-type");
  }
  const { row } = findContainerInstance(sim, cluster, targetId);
  if (row === undefined || row.status === "INACTIVE") return refuse("attribute.target-not-found");
  return row;
}

function nameProblem(name: string): Refusal | undefined {
  if (BUILT_IN.test(name)) return refuse("attribute.reserved", { name });
  return NAME.test(name) ? undefined : refuse("attribute.name", { name });
}

function valueProblem(value: string | undefined): Refusal | undefined {
  return value === undefined || VALUE.test(value) ? undefined : refuse("attribute.value", { value });
}

function customCount(attributes: Attributes): number {
  return Object.keys(attributes).filter((name) => !BUILT_IN.test(name)).length;
}

function writeAll(
  sim: Cloud,
  changed: ReadonlyMap<ContainerInstanceRow, Attributes>,
  kind: "ATTRIBUTES_PUT" | "ATTRIBUTES_DELETED",
  { targets }: Targets,
): void {
  for (const [row, attributes] of changed) {
    sim.put("containerInstances", { ...row, attributes });
    const own = targets.filter((target) => target.row === row).map(({ attribute }) => attribute);
    sim.record(kind, row.containerInstanceArn, {
      attributes: own.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)),
    });
  }
}

function described({ attribute: { name, value }, row }: Target): Attribute {
  return { name, ...(value === undefined ? {} : { value }), targetId: row.containerInstanceArn };
}
