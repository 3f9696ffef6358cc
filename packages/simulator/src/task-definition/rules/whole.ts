/**
 * Rules about the definition as a whole: placement constraints, tags, its size. Left out: permission to pass the roles
 * and races between registrations, which the content cannot show; keys and values of tags, which the operation checks.
 */
import { duplicateTagKey } from "../../model/tags.ts";
import { faultSentence, parseExpression } from "../../placement/query/parse.ts";
import { jsonSize } from "../json-size.ts";
import { at, type Rule, rule } from "../rule.ts";
import { documented, LOGGED, pasted } from "../sources.ts";

/** Largest definition, bytes of JSON; not adjustable. */
const MAX_BYTES = 65_536;
const MAX_TAGS = 50;

export const placementRules: readonly Rule[] = [
  rule(
    {
      id: "pc-expr",
      evidence: "ours",
      certain: true,
      valueByValue: true,
      source: `Beginning of the message: ${LOGGED}`,
      hint: "Write a subject, an operator and a value, such as attribute:ecs.instance-type == t3.small.",
    },
    function* ({ placementConstraints = [] }) {
      for (const [index, { expression }] of placementConstraints.entries()) {
        const parsed = expression === undefined ? undefined : parseExpression(expression);
        if (parsed === undefined || parsed.ok) continue;
        const message = `constraint.expression '${expression}' is not a valid expression. ${faultSentence(parsed)}`;
        yield at(message, "placementConstraints", index, "expression");
      }
    },
  ),
];

export const tagRules: readonly Rule[] = [
  rule(
    { id: "tags-empty", evidence: "exact", source: LOGGED, hint: "Leave tags out when there are none." },
    function* ({ tags }) {
      if (tags?.length === 0) yield at("Tags can not be empty.", "tags");
    },
  ),
  rule(
    {
      id: "tags-max",
      code: "InvalidParameterException",
      evidence: "ours",
      certain: true,
      source: documented("AWS General Reference, Amazon ECS quotas"),
      hint: "Use 50 tags at most.",
    },
    function* ({ tags = [] }) {
      if (tags.length <= MAX_TAGS) return;
      yield at(`A resource can have at most ${MAX_TAGS} tags; the request has ${tags.length}.`, "tags");
    },
  ),
  rule(
    {
      id: "tags-dup",
      code: "InvalidParameterException",
      evidence: "ours",
      certain: true,
      source: documented("AWS General Reference, tag naming limits"),
      hint: "Keep one tag of each key; keys differ by case.",
      valueByValue: true,
    },
    function* ({ tags = [] }) {
      const keys = new Set<string>();
      for (const [index, { key }] of tags.entries()) {
        if (key === undefined) continue;
        if (keys.has(key)) yield at(duplicateTagKey(key), "tags", index, "key");
        keys.add(key);
      }
    },
  ),
];

export const sizeRules: readonly Rule[] = [
  rule(
    {
      id: "size",
      evidence: "exact",
      source: pasted("awsdocs/amazon-ecs-developer-guide#149"),
      hint: "Move environment variables to files in S3 or to secrets.",
    },
    function* ({ json }) {
      const bytes = jsonSize(json);
      if (bytes <= MAX_BYTES) return;
      yield at(`Actual length: '${bytes}'. Max allowed length is '${MAX_BYTES}' bytes.`);
    },
  ),
];
