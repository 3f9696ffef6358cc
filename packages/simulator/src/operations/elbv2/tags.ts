/** AddTags, RemoveTags, DescribeTags, and tags in Elastic Load Balancing's spelling. */
import type { Cloud } from "../../model/cloud.ts";
import type { Refusal } from "../../model/refusal.ts";
import { MAX_TAGS, mergeTags, type Tag } from "../../model/tags.ts";
import { answer, command, query } from "../operation.ts";
import type { Shape } from "../shapes.ts";
import { findListener, findLoadBalancer, findRule, findTargetGroup } from "./find.ts";
import { refuse } from "./refusals.ts";

type ElbTag = Shape<"elbv2", "Tag">;

/** The tags of a call as rows keep them. */
export function readTags(tags: readonly ElbTag[] = []): Tag[] {
  return tags.map(({ Key, Value = "" }) => ({ key: Key, value: Value }));
}

/** The refusal of tags of a call, or undefined. */
export function tagProblem(tags: readonly ElbTag[] = []): Refusal | undefined {
  const twice = tags.find(({ Key }, index) => tags.findIndex((other) => other.Key === Key) < index);
  if (twice !== undefined) return refuse("elbv2-tag.duplicate", { key: twice.Key });
  return tags.length > MAX_TAGS ? refuse("elbv2-tag.too-many", { most: MAX_TAGS }) : undefined;
}

interface Tagged {
  readonly ok: true;
  readonly arn: string;
  readonly tags: readonly Tag[];
  readonly replace: (tags: readonly Tag[]) => void;
}

/** What carries the tags of an ARN. */
function find(sim: Cloud, arn: string): Tagged | Refusal {
  const kind = /^arn:aws:elasticloadbalancing:[^:]*:[^:]*:([a-z-]+)\//.exec(arn)?.[1];
  switch (kind) {
    case "loadbalancer": {
      const found = findLoadBalancer(sim, arn);
      return found.ok ? tagged(arn, found.row.tags, (tags) => sim.change("loadBalancers", found.row, { tags })) : found;
    }
    case "targetgroup": {
      const found = findTargetGroup(sim, arn);
      return found.ok ? tagged(arn, found.row.tags, (tags) => sim.change("targetGroups", found.row, { tags })) : found;
    }
    case "listener": {
      const found = findListener(sim, arn);
      return found.ok ? tagged(arn, found.row.tags, (tags) => sim.change("listeners", found.row, { tags })) : found;
    }
    case "listener-rule": {
      const found = findRule(sim, arn);
      return found.ok ? tagged(arn, found.row.tags, (tags) => sim.change("rules", found.row, { tags })) : found;
    }
    default:
      return refuse("elbv2-tag.resource", { arn });
  }
}

function tagged(arn: string, tags: readonly Tag[], replace: Tagged["replace"]): Tagged {
  return { ok: true, arn, tags, replace };
}

function findAll(sim: Cloud, arns: readonly string[]): { readonly ok: true; readonly things: Tagged[] } | Refusal {
  const things: Tagged[] = [];
  for (const arn of new Set(arns)) {
    const found = find(sim, arn);
    if (!found.ok) return found;
    things.push(found);
  }
  return { ok: true, things };
}

export const addTags = command<"elbv2", "AddTags">((sim, { ResourceArns, Tags }) => {
  const problem = tagProblem(Tags);
  if (problem !== undefined) return problem;
  const found = findAll(sim, ResourceArns);
  if (!found.ok) return found;
  const added = readTags(Tags);
  if (found.things.some(({ tags }) => mergeTags(tags, added).length > MAX_TAGS)) {
    return refuse("elbv2-tag.too-many", { most: MAX_TAGS });
  }
  for (const { arn, tags, replace } of found.things) {
    replace(mergeTags(tags, added));
    sim.record("RESOURCE_TAGGED", arn, { tags: added });
  }
  return answer({});
});

export const removeTags = command<"elbv2", "RemoveTags">((sim, { ResourceArns, TagKeys }) => {
  const found = findAll(sim, ResourceArns);
  if (!found.ok) return found;
  for (const { arn, tags, replace } of found.things) {
    replace(tags.filter(({ key = "" }) => !TagKeys.includes(key)));
    sim.record("RESOURCE_UNTAGGED", arn, { tagKeys: TagKeys });
  }
  return answer({});
});

export const describeTags = query<"elbv2", "DescribeTags">((sim, { ResourceArns }) => {
  const found = findAll(sim, ResourceArns);
  if (!found.ok) return found;
  const TagDescriptions = found.things.map(({ arn: ResourceArn, tags }) => ({
    ResourceArn,
    Tags: tags.map(({ key: Key = "", value: Value = "" }) => ({ Key, Value })),
  }));
  return answer({ TagDescriptions });
});
