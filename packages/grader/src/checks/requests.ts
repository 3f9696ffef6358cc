/** Conditions about what becomes of a request to a load balancer: which rule of which listener it meets, and what that does. */
import { type RequestShape, ruleFor } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import type { RowIn } from "../history.ts";
import { joinTexts, type Text } from "../text.ts";
import { eventually, type Moment } from "./moments.ts";
import { say } from "./texts/index.ts";

type RuleRow = RowIn<"rules">;

/** A request, and what has to become of it. What is left out does not matter. */
export interface RequestMatch extends Partial<RequestShape> {
  /** Name of the load balancer; any that has such a listener. */
  readonly balancer?: string;
  /** Of the listener. Default 80. */
  readonly port?: number;
  /** Percent of such requests that each target group gets, by its name: `{ web: 90, next: 10 }`. */
  readonly shares?: Readonly<Record<string, number>>;
  /** Type of every group that gets any. */
  readonly targetType?: RowIn<"targetGroups">["targetType"];
  /** Name of a target group that must get none of them. */
  readonly without?: string;
  /** What the rule answers by itself: of a fixed response, or of a redirect. */
  readonly status?: string;
  /** Whether the default rule decides. */
  readonly byDefault?: boolean;
}

/** Passes when at some moment each of these requests would have met a rule that does what is wanted. */
export function requestMet(...matches: readonly RequestMatch[]): Condition {
  return (view) => {
    const holds = (moment: Moment) => {
      const met = matches.map((match) => [match, ruleFound(moment, match)] as const);
      const texts = met.flatMap(([match, rule]) => (rule === undefined ? [] : textOf(moment, match, rule)));
      return texts.length === matches.length ? joinTexts(texts) : undefined;
    };
    return eventually({ holds, otherwise: asItStands(view, matches) })(view);
  };
}

/** The rule that a request meets, if it does what is wanted. */
function ruleFound(moment: Moment, match: RequestMatch): RuleRow | undefined {
  return rulesMet(moment, match).find((rule) => does(moment, rule, match));
}

/** What becomes now of the first request with which something else is wanted. */
function asItStands({ history }: CheckView, matches: readonly RequestMatch[]): Text {
  const rows: Moment["rows"] = (table) =>
    history.stories(table).flatMap(({ removed, latest }) => (removed ? [] : latest.row));
  const now = { seq: 0, atMs: 0, rows };
  const match = matches.find((each) => ruleFound(now, each) === undefined) ?? {};
  const [rule] = rulesMet(now, match);
  return rule === undefined ? say("requestNotTaken", nameOf(match)) : textOf(now, match, rule);
}

function textOf(moment: Moment, match: RequestMatch, rule: RuleRow): Text {
  return say("requestMet", nameOf(match), rule.priority, actionOf(moment, rule));
}

function nameOf({ host = "", port = 80, path = "/" }: RequestMatch): string {
  return `${host} port ${port}, path ${path}`.trimStart();
}

/** The rule that a request meets at each listener of that port. */
function rulesMet({ rows }: Moment, { balancer, port = 80, host = "", path = "/", ...rest }: RequestMatch): RuleRow[] {
  const { method = "GET", headers = {}, query = {}, sourceIp = "203.0.113.99" } = rest;
  const balancers = rows("loadBalancers").filter(
    ({ loadBalancerName }) => balancer === undefined || loadBalancerName === balancer,
  );
  const arns = balancers.map(({ loadBalancerArn }) => loadBalancerArn);
  const listeners = rows("listeners").filter((row) => row.port === port && arns.includes(row.loadBalancerArn));
  return listeners.flatMap(({ listenerArn }) => {
    const rules = rows("rules").filter((rule) => rule.listenerArn === listenerArn);
    rules.sort((one, other) => placeOf(one) - placeOf(other));
    const met = ruleFor({ port, rules }, { host, path, method, headers, query, sourceIp });
    return rules.filter((rule) => rule === met);
  });
}

function placeOf({ priority }: RuleRow): number {
  return priority === "default" ? Number.POSITIVE_INFINITY : priority;
}

function does(
  moment: Moment,
  rule: RuleRow,
  { shares, targetType, without, status, byDefault }: RequestMatch,
): boolean {
  const { action, priority } = rule;
  if (byDefault !== undefined && (priority === "default") !== byDefault) return false;
  if (status !== undefined && (action.type === "forward" || !action.statusCode.endsWith(status))) return false;
  const groups = sharesOf(moment, rule);
  if (without !== undefined && groups.some(({ name }) => name === without)) return false;
  if (shares === undefined && targetType === undefined) return true;
  if (groups.length === 0) return false;
  if (targetType !== undefined && groups.some((group) => group.targetType !== targetType)) return false;
  if (shares === undefined) return true;
  const wanted = Object.entries(shares);
  return groups.length === wanted.length && groups.every(({ name, percent }) => shares[name] === percent);
}

/** The groups that get any requests of a rule, with whole percents. */
function sharesOf({ rows }: Moment, { action }: RuleRow) {
  if (action.type !== "forward") return [];
  const sum = action.groups.reduce((all, { weight }) => all + weight, 0);
  return action.groups.flatMap(({ targetGroupArn, weight }) => {
    const group = rows("targetGroups").find((row) => row.targetGroupArn === targetGroupArn);
    if (group === undefined || weight === 0) return [];
    const { targetGroupName: name, targetType } = group;
    return [{ name, targetType, percent: Math.round((100 * weight) / sum) }];
  });
}

/** What a rule does, in the words of the API. */
function actionOf(moment: Moment, rule: RuleRow): string {
  const { action } = rule;
  if (action.type !== "forward") return `${action.type} ${action.statusCode}`;
  const groups = sharesOf(moment, rule).map(({ name, percent }) => (percent === 100 ? name : `${name} ${percent} %`));
  return `forward ${groups.join(", ")}`;
}
