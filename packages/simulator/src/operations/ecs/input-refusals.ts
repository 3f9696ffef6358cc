/**
 * Refusals of members that many operations have: values that AWS does not know, and ARNs of somewhere else. The list of
 * values comes from AWS's model; the sentence is AWS's where an answer with that member was kept.
 */
import { row } from "../../model/refusal.ts";

const RECORDED = "Recorded answers of September 2026 (checked 2026-11-29)";

/** A value that is none of those which the member takes. */
interface WrongValue {
  readonly member: string;
  readonly allowed: readonly string[];
}

/** By their ids. */
export const INPUT_REFUSALS = {
  "input.include": row(
    "InvalidParameterException",
    "observed",
    ({ allowed }: WrongValue) => `include should be one of [${allowed.join(",")}]`,
    `${RECORDED}: of DescribeServices, in the same form of DescribeClusters`,
  ),
  "input.launch-type": row(
    "InvalidParameterException",
    "observed",
    (_: WrongValue) => "launch type should be one of [EC2,FARGATE,EXTERNAL,FMI,MANAGED_INSTANCES]",
    `${RECORDED}: of ListServices`,
  ),
  "input.value": row(
    "InvalidParameterException",
    "ours",
    ({ member, allowed }: WrongValue) => `${member} should be one of [${allowed.join(",")}]`,
    "The form is recorded of three other members; which name AWS gives this one was not seen (checked 2026-11-29)",
  ),
  "input.other-cluster": row(
    "InvalidParameterException",
    "observed",
    ({ cluster, other }: { cluster: string; other: string }) =>
      `Invalid identifier: Identifier is for cluster ${other}. Your cluster is ${cluster}`,
    "Replies pasted in docker-archive/compose-cli issue 2086 and aws/aws-toolkit-vscode issue 2915 (checked 2026-11-29)",
  ),
  "input.other-place": row(
    "InvalidParameterException",
    "ours",
    ({
      region,
      account,
      ourRegion,
      ourAccount,
    }: Readonly<Record<"region" | "account" | "ourRegion" | "ourAccount", string>>) =>
      `Invalid identifier: Identifier is for account ${account} in ${region}. Yours is ${ourAccount} in ${ourRegion}`,
    "That AWS refuses it is taken for granted, its words were not seen (checked 2026-11-29)",
  ),
  "input.identifier": row(
    "InvalidParameterException",
    "ours",
    ({ kind, reference }: { kind: string; reference: string }) =>
      `Invalid identifier: ${reference} is no ARN of a ${kind}`,
  ),
} as const;
