/** ModifyTargetGroup, ModifyTargetGroupAttributes, DescribeTargetGroupAttributes. */
import { type AttributeValues, TARGET_GROUP_ATTRIBUTES, targetGroupAttribute } from "../../balancing/attributes.ts";
import type { TargetGroupRow } from "../../model/elb.ts";
import type { Refusal } from "../../model/refusal.ts";
import { answer, command, query } from "../operation.ts";
import type { Input, Shape } from "../shapes.ts";
import { readHealthCheck } from "./health-check.ts";
import { presentTargetGroup } from "./present.ts";
import { refuse } from "./refusals.ts";

/** Another health check. What the call leaves out stays as it was; its targets are looked at anew. */
export const modifyTargetGroup = command<"elbv2", "ModifyTargetGroup">((sim, input) => {
  const group = sim.tables.targetGroups.get(input.TargetGroupArn);
  if (group === undefined) return refuse("target-group.none-found");
  const read = readHealthCheck(input, group, group.healthCheck);
  if (!read.ok) return read;
  const what = Object.keys(input).filter((member) => member !== "TargetGroupArn");
  const changed = sim.change("targetGroups", group, { healthCheck: read.check });
  sim.record("TARGET_GROUP_CHANGED", group.targetGroupArn, { what });
  return answer({ TargetGroups: [presentTargetGroup(changed)] });
});

type AttributesInput = Input<"elbv2", "ModifyTargetGroupAttributes">;

/** Sets attributes; the others stay as they were. The answer shows all of them. */
export const modifyTargetGroupAttributes = command<"elbv2", "ModifyTargetGroupAttributes">((sim, input) => {
  const { TargetGroupArn: arn, Attributes } = input;
  const group = sim.tables.targetGroups.get(arn);
  if (group === undefined) return refuse("target-group.none-found");
  const problem = attributesProblem(group, Attributes);
  if (problem !== undefined) return problem;
  const set = Object.fromEntries(Attributes.map(({ Key = "", Value = "" }) => [Key, Value]));
  const changed = sim.change("targetGroups", group, { attributes: { ...group.attributes, ...set } });
  sim.record("TARGET_GROUP_CHANGED", arn, { what: Object.keys(set) });
  return answer({ Attributes: presentAttributes(changed) });
});

export const describeTargetGroupAttributes = query<"elbv2", "DescribeTargetGroupAttributes">((sim, input) => {
  const group = sim.tables.targetGroups.get(input.TargetGroupArn);
  if (group === undefined) return refuse("target-group.none-found");
  return answer({ Attributes: presentAttributes(group) });
});

function presentAttributes(group: TargetGroupRow): Shape<"elbv2", "TargetGroupAttribute">[] {
  return TARGET_GROUP_ATTRIBUTES.flatMap(({ key: Key }) => {
    const Value = targetGroupAttribute(group, Key);
    return Value === undefined ? [] : [{ Key, Value }];
  });
}

function attributesProblem(group: TargetGroupRow, attributes: AttributesInput["Attributes"]): Refusal | undefined {
  for (const { Key = "", Value = "" } of attributes) {
    const rule = TARGET_GROUP_ATTRIBUTES.find(({ key }) => key === Key);
    if (rule?.usual(group) === undefined) return refuse("target-group.attribute-key", { key: Key });
    if (!isAllowed(rule.values, Value)) {
      return refuse("target-group.attribute-value", { key: Key, value: Value, allowed: inWords(rule.values) });
    }
  }
  return undefined;
}

function isAllowed(values: AttributeValues, value: string): boolean {
  if (values === "text") return true;
  if ("oneOf" in values) return values.oneOf.includes(value);
  const isWithin = /^\d{1,9}$/.test(value) && Number(value) >= values.from && Number(value) <= values.to;
  return isWithin || (values.orOneOf ?? []).includes(value);
}

function inWords(values: AttributeValues): string {
  if (values === "text") return "text";
  if ("oneOf" in values) return values.oneOf.join(", ");
  return [`${values.from}-${values.to}`, ...(values.orOneOf ?? [])].join(", ");
}
