/**
 * Roles of IAM and how a request is judged against them: identity policies with Allow and Deny, wildcards in actions and
 * resources. Source: IAM User Guide, "Policy evaluation logic" (checked 2026-11-21).
 * Simplified: no conditions, no resource policies, no permission boundaries; AWS evaluates all of them, too.
 */
import { ACCOUNT_ID } from "./place.ts";

/** One statement of an identity policy. Patterns may hold `*` and `?`. */
export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  /** `ecr:GetAuthorizationToken`, `secretsmanager:*`; upper and lower case do not matter. */
  readonly actions: readonly string[];
  /** ARNs, or `*`; upper and lower case matter. */
  readonly resources: readonly string[];
}

export interface Policy {
  readonly policyName: string;
  readonly statements: readonly PolicyStatement[];
}

export interface RoleRow {
  readonly roleArn: string;
  readonly roleName: string;
  readonly description: string;
  /** Service principals that the trust policy lets assume the role: `ecs-tasks.amazonaws.com`. */
  readonly trustedServices: readonly string[];
  readonly policies: readonly Policy[];
}

/** What a request is: the action, and the resource as a denial would write it. */
export interface Request {
  readonly action: string;
  /** An ARN; `*` for actions without a resource level. */
  readonly resource: string;
}

export type Judgement = "allowed" | "implicitly-denied" | "explicitly-denied";

/** A Deny that matches ends it; else an Allow that matches; else nobody allowed it. */
export function judgeRequest(role: RoleRow, request: Request): Judgement {
  const matching = role.policies.flatMap(({ statements }) => statements.filter((each) => matches(each, request)));
  if (matching.some(({ effect }) => effect === "Deny")) return "explicitly-denied";
  return matching.length > 0 ? "allowed" : "implicitly-denied";
}

/**
 * The sentence of a denial, as services put it behind `AccessDeniedException: `.
 * @param session name of the session in which the role was used: the task's id for execution and task role
 */
export function denialText(role: RoleRow, session: string, request: Request): string {
  const { action, resource } = request;
  const who = sessionArn(role.roleArn, session);
  return `User: ${who} is not authorized to perform: ${action} on resource: ${resource} ${denialReason(role, request)}`;
}

/** The end of that sentence: which policy is the reason. */
export function denialReason(role: RoleRow, request: Request): string {
  return judgeRequest(role, request) === "explicitly-denied"
    ? "with an explicit deny in an identity-based policy"
    : `because no identity-based policy allows the ${request.action} action`;
}

/** The session of a role, as denials and CloudTrail name who called. */
export function sessionArn(roleArn: string, session: string): string {
  return `${roleArn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/${session}`;
}

/** The ARN of a role of this account that was given by its ARN or by its name. */
export function roleArnOf(role: string): string {
  return role.startsWith("arn:") ? role : `arn:aws:iam::${ACCOUNT_ID}:role/${role}`;
}

function matches({ actions, resources }: PolicyStatement, { action, resource }: Request): boolean {
  return (
    actions.some((pattern) => fits(pattern.toLowerCase(), action.toLowerCase())) &&
    resources.some((pattern) => fits(pattern, resource))
  );
}

/** `*` stands for any text, across slashes and colons, too; `?` for one character. */
function fits(pattern: string, value: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "s").test(value);
}
