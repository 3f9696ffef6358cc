/**
 * PutAttributes, DeleteAttributes, ListAttributes: words that a container instance carries, for placement to read. They
 * act on placements from now on; tasks that run stay. A call is taken as a whole or not at all.
 * Source: API Reference, PutAttributes, DeleteAttributes, ListAttributes, Attribute (checked 2026-11-21). The limits and the
 * exceptions are AWS's, with the API Reference's sentences where it has one; the other wordings are ours.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { Attributes, ContainerInstanceRow } from "../../model/container-instances.ts";
import type { ClusterRow } from "../../model/ecs.ts";
import { answer, command, invalid, type Outcome, query, type Refusal, refuse } from "../outcome.ts";
import { cutPage, type PageRequest } from "../pages.ts";
import { clusterNotFound, findCluster } from "./find-cluster.ts";
import { findContainerInstance } from "./find-container-instance.ts";

/** Attributes of one call, and custom ones of one instance. @source API Reference, PutAttributes (checked 2026-11-21) */
const MAX_ATTRIBUTES = 10;

/** @source API Reference, Attribute, name (checked 2026-11-21) */
const NAME = /^[A-Za-z0-9_.\\/-]{1,128}$/;

/** It cannot begin or end with a space. @source API Reference, Attribute, value (checked 2026-11-21) */
const VALUE = /^(?! )[A-Za-z0-9_.@:\\/ -]{1,128}(?<! )$/;

/** Names that ECS and its agent give; they do not count as custom. */
const BUILT_IN = /^(com\.amazonaws\.)?ecs\./;

interface AttributeInput {
  readonly name: string;
  readonly value?: string;
  readonly targetType?: string;
  readonly targetId?: string;
}

interface ChangeInput {
  readonly cluster?: string;
  readonly attributes: readonly AttributeInput[];
}

export const putAttributes = command((sim: Cloud, input: ChangeInput): Outcome => {
  const found = findTargets(sim, input);
  if (!found.ok) return found;
  for (const { name, value } of input.attributes) {
    const problem = nameProblem(name) ?? valueProblem(value);
    if (problem !== undefined) return invalid(problem);
  }
  const changed = new Map<ContainerInstanceRow, Attributes>();
  for (const { attribute, row } of found.targets) {
    const { name, value = null } = attribute;
    changed.set(row, { ...(changed.get(row) ?? row.attributes), [name]: value });
  }
  for (const attributes of changed.values()) {
    if (customCount(attributes) > MAX_ATTRIBUTES) {
      return refuse("AttributeLimitExceededException", LIMIT_EXCEEDED);
    }
  }
  writeAll(sim, changed, "ATTRIBUTES_PUT", found);
  return answer({ attributes: found.targets.map(described) });
});

export const deleteAttributes = command((sim: Cloud, input: ChangeInput): Outcome => {
  const found = findTargets(sim, input);
  if (!found.ok) return found;
  const changed = new Map<ContainerInstanceRow, Attributes>();
  for (const { attribute, row } of found.targets) {
    const { name, value } = attribute;
    if (value !== undefined) return invalid("Attribute value should not be specified.");
    const { [name]: _gone, ...others } = changed.get(row) ?? row.attributes;
    changed.set(row, others);
  }
  writeAll(sim, changed, "ATTRIBUTES_DELETED", found);
  return answer({ attributes: found.targets.map(described) });
});

interface ListInput extends PageRequest {
  readonly cluster?: string;
  readonly targetType: string;
  readonly attributeName?: string;
  readonly attributeValue?: string;
}

export const listAttributes = query((sim: Cloud, input: ListInput): Outcome => {
  const cluster = findCluster(sim, input.cluster);
  if (cluster === undefined) return clusterNotFound();
  const { attributeName, attributeValue } = input;
  if (attributeName === undefined && attributeValue !== undefined) {
    return invalid("An attribute value needs the attribute name that goes with it.");
  }
  const listed = new Map<string, Record<string, unknown>>();
  for (const key of sim.tables.containerInstances.bucket("cluster", cluster.clusterArn)) {
    const row = sim.tables.containerInstances.get(key) as ContainerInstanceRow;
    for (const [name, value] of Object.entries(row.attributes)) {
      const fits = (attributeName ?? name) === name && (attributeValue ?? value) === value;
      if (fits) listed.set(`${key} ${name}`, { name, targetId: key, ...(value === null ? {} : { value }) });
    }
  }
  const cut = cutPage([...listed.keys()], input);
  if (!cut.ok) return cut;
  const { items, nextToken } = cut.page;
  return answer({ attributes: items.map((item) => listed.get(item)), nextToken });
});

/** @source API Reference, PutAttributes, errors (checked 2026-11-21) */
const LIMIT_EXCEEDED =
  "You can apply up to 10 custom attributes for each resource. You can view the attributes of a resource with ListAttributes. You can remove existing attributes on a resource with DeleteAttributes.";

/** @source API Reference, PutAttributes, errors (checked 2026-11-21) */
const TARGET_NOT_FOUND =
  "The specified target wasn't found. You can view your available container instances with ListContainerInstances. Amazon ECS container instances are cluster-specific and Region-specific.";

interface Target {
  readonly attribute: AttributeInput;
  readonly row: ContainerInstanceRow;
}

interface Targets {
  readonly ok: true;
  readonly targets: readonly Target[];
}

/** The instance of each attribute of a call. */
function findTargets(sim: Cloud, { cluster: name, attributes }: ChangeInput): Targets | Refusal {
  const cluster = findCluster(sim, name);
  if (cluster === undefined) return clusterNotFound();
  if (attributes.length === 0) return invalid("Attributes cannot be empty.");
  if (attributes.length > MAX_ATTRIBUTES) {
    return invalid(`Attributes cannot have more than ${MAX_ATTRIBUTES} elements.`);
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
  { targetId, targetType }: AttributeInput,
): ContainerInstanceRow | Refusal {
  if (targetId === undefined) return invalid("Attribute target ID must be specified.");
  if (!targetId.startsWith("arn:") && targetType === undefined) {
    return invalid("A target ID in its short form needs the target type.");
  }
  const { row } = findContainerInstance(sim, cluster, targetId);
  if (row === undefined || row.status === "INACTIVE") return refuse("TargetNotFoundException", TARGET_NOT_FOUND);
  return row;
}

function nameProblem(name: string): string | undefined {
  if (BUILT_IN.test(name)) return `Attribute name '${name}' begins with a prefix that is reserved.`;
  if (NAME.test(name)) return undefined;
  return `Attribute name '${name}' is invalid: 1 to 128 letters, digits, hyphens, underscores, slashes, back slashes and periods.`;
}

function valueProblem(value: string | undefined): string | undefined {
  if (value === undefined || VALUE.test(value)) return undefined;
  return `Attribute value '${value}' is invalid: 1 to 128 letters, digits, hyphens, underscores, periods, at signs, slashes, back slashes, colons and spaces, with no space at the ends.`;
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

function described({ attribute: { name, value }, row }: Target): Record<string, unknown> {
  return { name, ...(value === undefined ? {} : { value }), targetId: row.containerInstanceArn };
}
