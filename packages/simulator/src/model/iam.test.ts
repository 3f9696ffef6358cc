/** Judging a request against a role: allow, deny, nobody said anything, and what patterns stand for. */
import { describe, expect, test } from "vitest";
import { denialText, judgeRequest, type PolicyStatement, type RoleRow, roleArnOf } from "./iam.ts";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe";
const read = { action: "secretsmanager:GetSecretValue", resource: SECRET };

function roleWith(...statements: PolicyStatement[]): RoleRow {
  const policies = statements.map((statement) => ({ policyName: "p", statements: [statement] }));
  return { roleArn: roleArnOf("r"), roleName: "r", description: "", trustedServices: [], policies };
}

const allow = (action: string, resource: string): PolicyStatement => ({
  effect: "Allow",
  actions: [action],
  resources: [resource],
});
const deny = (action: string, resource: string): PolicyStatement => ({ ...allow(action, resource), effect: "Deny" });

describe("a request", () => {
  test("is denied when nobody allows it", () => {
    expect(judgeRequest(roleWith(), read)).toBe("implicitly-denied");
    expect(judgeRequest(roleWith(allow("ssm:GetParameters", "*")), read)).toBe("implicitly-denied");
  });

  test.each([
    ["secretsmanager:GetSecretValue", SECRET],
    ["secretsmanager:*", "*"],
    ["SecretsManager:get*", "arn:aws:secretsmanager:*:*:secret:shop/*"],
    ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-??????"],
  ])("is allowed by %s on %s", (action, resource) => {
    expect(judgeRequest(roleWith(allow(action, resource)), read)).toBe("allowed");
  });

  test.each([
    ["secretsmanager:GetSecretValues", "*"],
    ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database"],
    ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:Shop/*"],
  ])("is not allowed by %s on %s", (action, resource) => {
    expect(judgeRequest(roleWith(allow(action, resource)), read)).toBe("implicitly-denied");
  });

  test("is denied by a Deny, whatever allows it", () => {
    const role = roleWith(allow("*", "*"), deny("secretsmanager:*", "*"));
    expect(judgeRequest(role, read)).toBe("explicitly-denied");
  });

  test("without a resource level is allowed on * only", () => {
    const token = { action: "ecr:GetAuthorizationToken", resource: "*" };
    expect(judgeRequest(roleWith(allow("ecr:*", "*")), token)).toBe("allowed");
    const one = "arn:aws:ecr:us-east-1:123456789012:repository/api";
    expect(judgeRequest(roleWith(allow("ecr:*", one)), token)).toBe("implicitly-denied");
  });
});

test("a denial names the session, the action, the resource and the kind of denial", () => {
  const who = "User: arn:aws:sts::123456789012:assumed-role/r/task-1 is not authorized to perform:";
  expect(denialText(roleWith(), "task-1", read)).toBe(
    `${who} secretsmanager:GetSecretValue on resource: ${SECRET} because no identity-based policy allows the secretsmanager:GetSecretValue action`,
  );
  expect(denialText(roleWith(deny("*", "*")), "task-1", read)).toBe(
    `${who} secretsmanager:GetSecretValue on resource: ${SECRET} with an explicit deny in an identity-based policy`,
  );
});
