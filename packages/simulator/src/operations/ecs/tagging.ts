/** TagResource, UntagResource, ListTagsForResource for clusters, task definitions, tasks, container instances and services; AWS tags no service deployments and revisions. */
import type { Cloud } from "../../model/cloud.ts";
import type { Refusal } from "../../model/refusal.ts";
import { MAX_TAGS, mergeTags, type Tag } from "../../model/tags.ts";
import { answer, command, query } from "../operation.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuse } from "./refusals.ts";
import { refuseTags } from "./refuse-tags.ts";

interface Tagged {
  readonly tags: readonly Tag[];
  readonly replace: (tags: readonly Tag[]) => void;
}

export const tagResource = command<"ecs", "TagResource">((sim, input) => {
  const resource = find(sim, input.resourceArn);
  if (!resource.ok) return resource;
  const problem = refuseTags(input.tags);
  if (problem !== undefined) return problem;
  const tags = mergeTags(resource.tagged.tags, input.tags);
  if (tags.length > MAX_TAGS) {
    return refuse("tags.limit", { most: MAX_TAGS });
  }
  resource.tagged.replace(tags);
  sim.record("RESOURCE_TAGGED", input.resourceArn, { tags: input.tags });
  return answer({});
});

export const untagResource = command<"ecs", "UntagResource">((sim, input) => {
  const resource = find(sim, input.resourceArn);
  if (!resource.ok) return resource;
  resource.tagged.replace(resource.tagged.tags.filter((tag) => !input.tagKeys.includes(tag.key ?? "")));
  sim.record("RESOURCE_UNTAGGED", input.resourceArn, { tagKeys: input.tagKeys });
  return answer({});
});

export const listTagsForResource = query<"ecs", "ListTagsForResource">((sim, input) => {
  const resource = find(sim, input.resourceArn);
  if (sim.tables.tasks.get(input.resourceArn)?.lastStatus === "STOPPED") return refuse("resource.stopped-task");
  return resource.ok ? answer({ tags: resource.tagged.tags }) : resource;
});

/** The resource that an ARN names. */
function find(sim: Cloud, resourceArn: string): { ok: true; tagged: Tagged } | Refusal {
  const kind = /^arn:aws:ecs:[^:]*:[^:]*:([a-z-]+)\//.exec(resourceArn)?.[1];
  if (kind === "cluster") {
    const row = sim.tables.clusters.get(resourceArn);
    if (row?.status !== "ACTIVE") return refuse("cluster.not-found");
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("clusters", { ...row, tags }) } };
  }
  if (kind === "task-definition") {
    const row = findPresentDefinition(sim, resourceArn);
    if (row === undefined) return refuse("resource.no-definition");
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("taskDefinitions", { ...row, tags }) } };
  }
  if (kind === "task") {
    const row = sim.tables.tasks.get(resourceArn);
    if (row === undefined) return refuse("resource.no-task");
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("tasks", { ...row, tags }) } };
  }
  if (kind === "container-instance") {
    const row = sim.tables.containerInstances.get(resourceArn);
    if (row === undefined) return refuse("resource.no-instance");
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("containerInstances", { ...row, tags }) } };
  }
  if (kind === "service") {
    const row = sim.tables.services.get(resourceArn);
    if (row === undefined || row.status === "INACTIVE") return refuse("resource.no-service");
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("services", { ...row, tags }) } };
  }
  return refuse("resource.arn");
}
