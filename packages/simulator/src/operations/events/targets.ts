/** PutTargets, RemoveTargets, ListTargetsByRule: whom a rule calls. A target that is there is replaced by one of the same id. */
import { isPath } from "../../events/input.ts";
import type { EventRuleRow, EventTarget } from "../../model/event-rules.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import { cutPage } from "../pages.ts";
import { findRule } from "./find-rule.ts";
import { refuse } from "./refusals.ts";
import { pageOf } from "./rules.ts";

/** Targets that a rule can have. @source EventBridge User Guide, quotas: five (checked 2026-11-29) */
const MAX_TARGETS = 5;

export const putTargets = command<"events", "PutTargets">((sim, input) => {
  const found = findRule(sim, input.Rule, input.EventBusName);
  if (!found.ok) return found;
  for (const target of input.Targets) {
    const problem = targetProblem(target);
    if (problem !== undefined) return problem;
  }
  const targets = new Map(found.rule.targets.map((target) => [target.Id, target]));
  for (const target of input.Targets) targets.set(target.Id, target);
  if (targets.size > MAX_TARGETS) return refuse("event-target.limit");
  const { ruleArn } = found.rule;
  sim.put("eventRules", { ...found.rule, targets: [...targets.values()] });
  sim.record("EVENT_TARGETS_PUT", ruleArn, { targetIds: input.Targets.map(({ Id }) => Id) });
  return answer({ FailedEntryCount: 0, FailedEntries: [] });
});

/**
 * Simplified: whether AWS looks at the role's trust here is not known; here a role that EventBridge cannot assume shows when the rule
 * calls.
 */
function targetProblem(target: EventTarget): Refusal | undefined {
  const { Id: id, Arn: arn, RoleArn, EcsParameters } = target;
  const service = /^arn:aws:([a-z0-9-]+):[a-z0-9-]*:\d*:.+$/.exec(arn)?.[1];
  if (service === undefined) return refuse("event-target.arn", { arn });
  if (service === "ecs") {
    if (RoleArn === undefined) return refuse("event-target.role-required", { arn });
    if (EcsParameters === undefined) return refuse("event-target.ecs-parameters", { id });
  } else if (service !== "logs" && service !== "sns") return refuse("event-target.not-modelled", { arn });
  return inputProblem(target);
}

function inputProblem({ Id: id, Input, InputPath, InputTransformer }: EventTarget): Refusal | undefined {
  if ([Input, InputPath, InputTransformer].filter((each) => each !== undefined).length > 1) {
    return refuse("event-target.inputs", { id });
  }
  if (Input !== undefined && !isJson(Input)) return refuse("event-target.input", { id });
  for (const path of [InputPath, ...Object.values(InputTransformer?.InputPathsMap ?? {})]) {
    if (path !== undefined && !isPath(path)) return refuse("event-target.path", { id, path });
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Ids that are not there are no mistake. */
export const removeTargets = command<"events", "RemoveTargets">((sim, input) => {
  const found = findRule(sim, input.Rule, input.EventBusName);
  if (!found.ok) return found;
  const { rule } = found;
  const targetIds = rule.targets.flatMap(({ Id }) => (input.Ids.includes(Id) ? [Id] : []));
  if (targetIds.length > 0) {
    sim.put("eventRules", { ...rule, targets: rule.targets.filter(({ Id }) => !targetIds.includes(Id)) });
    sim.record("EVENT_TARGETS_REMOVED", rule.ruleArn, { targetIds });
  }
  return answer({ FailedEntryCount: 0, FailedEntries: [] });
});

export const listTargetsByRule = query<"events", "ListTargetsByRule">((sim, input) => {
  const found = findRule(sim, input.Rule, input.EventBusName);
  if (!found.ok) return found;
  const targets = new Map(found.rule.targets.map((target) => [target.Id, target]));
  const cut = cutPage("ListTargetsByRule", targets.keys(), pageOf(input));
  if (!cut.ok) return cut;
  const { items, nextToken } = cut.page;
  return answer({
    Targets: items.map((id) => targets.get(id) as EventRuleRow["targets"][number]),
    NextToken: nextToken,
  });
});
