/** TagResource, UntagResource, ListTagsForResource for clusters, task definitions and tasks. */
import type { Cloud } from "../../model/cloud.ts";

import { MAX_TAGS, mergeTags, type Tag } from "../../model/tags.ts";
import { answer, command, invalid, type Outcome, query, type Refusal, refuse } from "../outcome.ts";
import { clusterNotFound } from "./find-cluster.ts";
import { findPresentDefinition } from "./present-definitions.ts";
import { refuseTags } from "./refuse-tags.ts";

interface Tagged {
  readonly tags: readonly Tag[];
  readonly replace: (tags: readonly Tag[]) => void;
}

export const tagResource = command((sim: Cloud, input: { resourceArn: string; tags: readonly Tag[] }): Outcome => {
  const resource = find(sim, input.resourceArn);
  if (!resource.ok) return resource;
  const problem = refuseTags(input.tags);
  if (problem !== undefined) return problem;
  const tags = mergeTags(resource.tagged.tags, input.tags);
  if (tags.length > MAX_TAGS) {
    return refuse("LimitExceededException", `A resource can have at most ${MAX_TAGS} tags.`);
  }
  resource.tagged.replace(tags);
  sim.record("RESOURCE_TAGGED", input.resourceArn, { tags: input.tags });
  return answer({});
});

export const untagResource = command(
  (sim: Cloud, input: { resourceArn: string; tagKeys: readonly string[] }): Outcome => {
    const resource = find(sim, input.resourceArn);
    if (!resource.ok) return resource;
    resource.tagged.replace(resource.tagged.tags.filter((tag) => !input.tagKeys.includes(tag.key)));
    sim.record("RESOURCE_UNTAGGED", input.resourceArn, { tagKeys: input.tagKeys });
    return answer({});
  },
);

export const listTagsForResource = query((sim: Cloud, input: { resourceArn: string }): Outcome => {
  const resource = find(sim, input.resourceArn);
  return resource.ok ? answer({ tags: resource.tagged.tags }) : resource;
});

/** The resource that an ARN names. Ours: AWS's wording for one that cannot be tagged is not confirmed. */
function find(sim: Cloud, resourceArn: string): { ok: true; tagged: Tagged } | Refusal {
  const kind = /^arn:aws:ecs:[^:]*:[^:]*:([a-z-]+)\//.exec(resourceArn)?.[1];
  if (kind === "cluster") {
    const row = sim.tables.clusters.get(resourceArn);
    if (row?.status !== "ACTIVE") return clusterNotFound();
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("clusters", { ...row, tags }) } };
  }
  if (kind === "task-definition") {
    const row = findPresentDefinition(sim, resourceArn);
    if (row === undefined) return invalid("The specified task definition does not exist.");
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("taskDefinitions", { ...row, tags }) } };
  }
  if (kind === "task") {
    const row = sim.tables.tasks.get(resourceArn);
    if (row === undefined) return invalid("The specified task does not exist.");
    return { ok: true, tagged: { tags: row.tags, replace: (tags) => sim.put("tasks", { ...row, tags }) } };
  }
  return invalid("The specified resource ARN is not valid.");
}
