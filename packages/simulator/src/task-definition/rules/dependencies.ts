/** `dependsOn`: which container waits for which, and until when. */
import type { Container } from "../definition.ts";
import { firstOfCycle } from "../graph.ts";
import { at, forgetUnknowns, type Rule, type RuleText, rule } from "../rule.ts";
import { documented, KEPT, pasted, RECORDED } from "../sources.ts";

const DEPENDENCY = documented("API Reference, ContainerDependency");
const CONDITIONS = ["START", "COMPLETE", "SUCCESS", "HEALTHY"];

interface Dependency {
  readonly containerName: string;
  readonly condition: string;
  readonly target: Container | undefined;
}

export const dependencyRules: readonly Rule[] = [
  dependencyRule(
    {
      id: "dep-cond",
      evidence: "ours",
      certain: true,
      source: DEPENDENCY,
      hint: "Use START, COMPLETE, SUCCESS or HEALTHY.",
    },
    "condition",
    ({ condition }) =>
      CONDITIONS.includes(condition) ? undefined : `condition should be one of [${CONDITIONS.join(",")}]`,
  ),
  dependencyRule(
    {
      id: "dep-unknown",
      evidence: "exact",
      source: pasted("eagletmt/hako#99"),
      hint: "Name a container of the definition.",
      judgesNames: true,
    },
    "containerName",
    // The stray plus sign is AWS's own.
    ({ target, containerName }) =>
      target === undefined ? `Cannot depend on container + '${containerName}' because it does not exist` : undefined,
  ),
  dependencyRule(
    {
      id: "dep-essential",
      evidence: "exact",
      source: `${RECORDED}; ${pasted("boto/boto3#2436")}`,
      hint: "Set essential to false on the container waited for; it is true when left out.",
    },
    "condition",
    ({ target, condition }) =>
      target !== undefined && target.essential !== false && (condition === "SUCCESS" || condition === "COMPLETE")
        ? "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container"
        : undefined,
  ),
  dependencyRule(
    {
      id: "dep-health",
      evidence: "exact",
      source: KEPT,
      hint: "Give the container waited for a healthCheck; the image's own HEALTHCHECK does not count.",
    },
    "condition",
    ({ target, condition }) =>
      target !== undefined && condition === "HEALTHY" && target.healthCheck === undefined
        ? "A dependency container with HEALTHY condition must have health check configured"
        : undefined,
  ),
  rule(
    { id: "dep-cycle", evidence: "exact", source: KEPT, hint: "Remove one of the dependencies." },
    function* ({ containerDefinitions }) {
      const edges = containerDefinitions.map(
        ({ name, dependsOn = [] }) => [name ?? "", dependsOn.map((each) => each.containerName ?? "")] as const,
      );
      const index = firstOfCycle(edges);
      if (index === undefined) return;
      yield at("Container dependsOn contains a cycle", "containerDefinitions", index, "dependsOn");
    },
  ),
];

/** A rule that looks at one dependency after the other and points at one of its members. */
function dependencyRule(
  text: RuleText,
  member: "containerName" | "condition",
  judge: (dependency: Dependency) => string | undefined,
): Rule {
  return rule(text, function* ({ containerDefinitions }, context) {
    const byName = new Map(containerDefinitions.map((container) => [container.name, container]));
    // A container that is not known may be the missing one; it changes nothing about one that is there.
    const someHidden = context.unknowns?.wereRead === true || context.unknowns?.namesWereRead === true;
    for (const [place, { dependsOn = [] }] of containerDefinitions.entries()) {
      forgetUnknowns(context);
      for (const [index, { containerName = "", condition = "" }] of dependsOn.entries()) {
        const message = judge({ containerName, condition, target: byName.get(containerName) });
        if (message === undefined || (someHidden && text.judgesNames === true)) continue;
        yield at(message, "containerDefinitions", place, "dependsOn", index, member);
      }
    }
  });
}
