/**
 * When a rule applies, read from a call and checked.
 * Source: Elastic Load Balancing API Reference, RuleCondition; Application Load Balancers guide, "Condition types" and quotas
 * (checked 2026-11-29). Simplified: conditions compare with wildcards; AWS takes regular expressions, too.
 */
import type { RuleCondition } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import { readBlock } from "../../network/blocks.ts";
import type { Shape } from "../shapes.ts";
import { refuse } from "./refusals.ts";

type Given = Shape<"elbv2", "RuleCondition">;
type Field = RuleCondition["field"];
type Read = { readonly ok: true; readonly condition: RuleCondition } | Refusal;

const FIELDS: readonly Field[] = [
  "http-header",
  "http-request-method",
  "host-header",
  "query-string",
  "source-ip",
  "path-pattern",
];

/** The member that holds the values of a field. */
const CONFIGS = {
  "http-header": "HttpHeaderConfig",
  "http-request-method": "HttpRequestMethodConfig",
  "host-header": "HostHeaderConfig",
  "query-string": "QueryStringConfig",
  "source-ip": "SourceIpConfig",
  "path-pattern": "PathPatternConfig",
} as const;

/** Fields that a rule may name more than once. */
const AGAIN: ReadonlySet<string> = new Set(["http-header", "query-string"]);
/** Fields whose values may stand beside the field itself. */
const OLD_FORM: ReadonlySet<string> = new Set(["host-header", "path-pattern"]);
const MOST_VALUES = 5;
const MOST_WILDCARDS = 6;
const LONGEST_VALUE = 128;
const LONGEST_NAME = 40;

/** Reads the conditions of a rule: at least one. */
export function readConditions(
  given: readonly Given[],
): { readonly ok: true; readonly conditions: readonly RuleCondition[] } | Refusal {
  if (given.length === 0) return refuse("listener-rule.no-condition");
  const conditions: RuleCondition[] = [];
  for (const each of given) {
    const read = readCondition(each);
    if (!read.ok) return read;
    const { field } = read.condition;
    if (!AGAIN.has(field) && conditions.some((other) => other.field === field))
      return refuse("condition.twice", { field });
    conditions.push(read.condition);
  }
  const values = conditions.flatMap(valuesOf);
  if (values.length > MOST_VALUES) return refuse("condition.too-many", { most: MOST_VALUES });
  const wildcards = conditions
    .filter(({ field }) => field !== "source-ip" && field !== "http-request-method")
    .flatMap(valuesOf);
  if (wildcards.join("").replace(/[^*?]/g, "").length > MOST_WILDCARDS) {
    return refuse("condition.wildcards", { most: MOST_WILDCARDS });
  }
  return { ok: true, conditions };
}

function valuesOf(condition: RuleCondition): readonly string[] {
  return condition.field === "query-string"
    ? condition.pairs.map(({ key = "", value }) => `${key}${value}`)
    : condition.values;
}

function isField(field: string): field is Field {
  return FIELDS.includes(field as Field);
}

function readCondition(given: Given): Read {
  const field = given.Field ?? "";
  if (!isField(field)) return refuse("condition.field", { field, allowed: FIELDS });
  const config = CONFIGS[field];
  const inConfig = given[config];
  if (given.RegexValues !== undefined || (inConfig !== undefined && "RegexValues" in inConfig)) {
    return refuse("elbv2.not-simulated", { what: "regular expressions in conditions" });
  }
  if (given.Values !== undefined) {
    if (!OLD_FORM.has(field)) return refuse("condition.values", { field });
    // Recorded answers carry both forms, and what was answered may be sent again.
    if (inConfig !== undefined && JSON.stringify(inConfig.Values) !== JSON.stringify(given.Values)) {
      return refuse("condition.both", { field, config });
    }
  } else if (inConfig === undefined) {
    return OLD_FORM.has(field) ? refuse("condition.no-value") : refuse("condition.config", { field, config });
  }
  if (field === "query-string") return readPairs(given);
  const values = (given.Values ?? inConfig?.Values ?? []) as readonly string[];
  if (values.length === 0) return refuse("condition.no-value");
  return readValues(given, field, values);
}

function readValues(given: Given, field: Exclude<Field, "query-string">, values: readonly string[]): Read {
  const most = field === "http-request-method" ? LONGEST_NAME : LONGEST_VALUE;
  if (values.some((value) => value.length > most)) return refuse("condition.too-long", { what: field, most });
  if (field === "http-request-method" && !values.every((value) => /^[A-Z_-]+$/.test(value))) {
    return refuse("condition.method");
  }
  if (field === "source-ip") {
    if (given.SourceIpConfig?.IpAddressType !== undefined) {
      return refuse("elbv2.not-simulated", { what: "rules of dual-stack Network Load Balancers" });
    }
    const broken = values.find((value) => readBlock(value) === undefined);
    if (broken !== undefined) return refuse("condition.source-ip", { value: broken });
  }
  if (field !== "http-header") return { ok: true, condition: { field, values } };
  const name = given.HttpHeaderConfig?.HttpHeaderName ?? "";
  if (name === "") return refuse("condition.no-value");
  if (name.length > LONGEST_NAME) return refuse("condition.too-long", { what: "HttpHeaderName", most: LONGEST_NAME });
  return { ok: true, condition: { field, name, values } };
}

function readPairs({ QueryStringConfig }: Given): Read {
  const pairs = QueryStringConfig?.Values ?? [];
  if (pairs.length === 0) return refuse("condition.no-value");
  const read: { key?: string; value: string }[] = [];
  for (const { Key, Value } of pairs) {
    if (Value === undefined) return refuse("condition.pair");
    const tooLong = [["Key", Key ?? ""] as const, ["Value", Value] as const].find(
      ([, text]) => text.length > LONGEST_VALUE,
    );
    if (tooLong !== undefined) return refuse("condition.too-long", { what: tooLong[0], most: LONGEST_VALUE });
    read.push({ ...(Key === undefined ? {} : { key: Key }), value: Value });
  }
  return { ok: true, condition: { field: "query-string", pairs: read } };
}
