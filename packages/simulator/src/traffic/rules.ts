/**
 * Which rule of a listener a request meets: the first one whose conditions all match. Patterns have `*` for any letters and `?`
 * for one; paths, values of headers and query strings as the API describes them. Leaves out regular expressions and IPv6.
 */
import type { RuleCondition } from "../model/elb.ts";
import { blockContains } from "../network/blocks.ts";
import type { ListenerView, RequestShape, RuleView } from "./view.ts";

/** The rule that a request meets; undefined when none matches, as on a listener that has no default rule. */
export function ruleFor({ rules }: ListenerView, request: RequestShape): RuleView | undefined {
  return rules.find(({ conditions }) => conditions.every((condition) => matches(condition, request)));
}

function matches(condition: RuleCondition, request: RequestShape): boolean {
  switch (condition.field) {
    case "host-header":
      return condition.values.some((pattern) => isLike(request.host, pattern, "any-case"));
    case "path-pattern":
      return condition.values.some((pattern) => isLike(request.path, pattern, "exact-case"));
    case "source-ip":
      return condition.values.some((block) => blockContains(block, request.sourceIp));
    case "http-request-method":
      return condition.values.includes(request.method);
    case "http-header": {
      const value = headerOf(request, condition.name);
      return value !== undefined && condition.values.some((pattern) => isLike(value, pattern, "any-case"));
    }
    case "query-string":
      return condition.pairs.some(({ key, value }) =>
        Object.entries(request.query).some(
          ([name, is]) => (key === undefined || isLike(name, key, "any-case")) && isLike(is, value, "any-case"),
        ),
      );
  }
}

function headerOf({ headers }: RequestShape, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([each]) => each.toLowerCase() === wanted)?.[1];
}

/** Whether a text is like a pattern. Walks back to the last star only, so that no pattern takes for ever. */
function isLike(text: string, pattern: string, letters: "any-case" | "exact-case"): boolean {
  const [is, wanted] = letters === "any-case" ? [text.toLowerCase(), pattern.toLowerCase()] : [text, pattern];
  let [at, star, starAt] = [0, -1, 0];
  let place = 0;
  while (at < is.length) {
    if (wanted[place] === "*") [star, starAt, place] = [place, at, place + 1];
    else if (place < wanted.length && (wanted[place] === "?" || wanted[place] === is[at]))
      [at, place] = [at + 1, place + 1];
    else if (star >= 0) [starAt, at, place] = [starAt + 1, starAt + 1, star + 1];
    else return false;
  }
  return [...wanted.slice(place)].every((letter) => letter === "*");
}
