/** Rules of load balancers in short: when a rule applies, and what it does. AWS's own words; nothing to translate. */
import type { RowIn } from "@quayside/grader";
import type { Tables } from "./cloud.ts";

type RuleRow = RowIn<"rules">;

/** When a rule applies: `path /api/*, host a.example`; `*` for the default rule. */
export function conditionText({ conditions }: RuleRow): string {
  return conditions.length === 0 ? "*" : conditions.map(oneCondition).join(", ");
}

function oneCondition(condition: RuleRow["conditions"][number]): string {
  if (condition.field === "query-string")
    return `query-string ${condition.pairs.map(({ key, value }) => (key === undefined ? value : `${key}=${value}`)).join(" | ")}`;
  const name = condition.field === "http-header" ? `http-header ${condition.name}:` : condition.field;
  return `${name} ${condition.values.join(" | ")}`;
}

/** What a rule does: `forward web-blue 90, web-green 10`. */
export function actionText({ targetGroups }: Tables, { action }: RuleRow): string {
  switch (action.type) {
    case "forward": {
      const single = action.groups.length === 1;
      const named = action.groups.map(({ targetGroupArn, weight }) => {
        const name = targetGroups.get(targetGroupArn)?.targetGroupName ?? targetGroupArn;
        return single ? name : `${name} ${weight}`;
      });
      return `forward ${named.join(", ")}`;
    }
    case "redirect":
      return `redirect ${action.statusCode} ${action.protocol}://${action.host}:${action.port}${action.path}?${action.query}`;
    case "fixed-response":
      return `fixed-response ${action.statusCode}`;
  }
}
