/** The forms of `valueFrom`, and the variables that a container gets from them. */
import { describe, expect, test } from "vitest";
import { environmentOf } from "./environment.ts";
import { readValueFrom } from "./value-from.ts";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/database-Rq7kZe";
const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/shop/log-level";

describe("valueFrom", () => {
  test.each([
    [SECRET, {}],
    [`${SECRET}:password::`, { jsonKey: "password" }],
    [`${SECRET}:password:AWSPREVIOUS:`, { jsonKey: "password", stage: "AWSPREVIOUS" }],
    [`${SECRET}:password::5d0f4a2e`, { jsonKey: "password", versionId: "5d0f4a2e" }],
    [`${SECRET}:::5d0f4a2e`, { versionId: "5d0f4a2e" }],
  ])("reads the secret %s", (valueFrom, more) => {
    expect(readValueFrom(valueFrom, "us-east-1")).toEqual({ kind: "secret", secretArn: SECRET, ...more });
  });

  test.each([`${SECRET}:password`, `${SECRET}:password:`, `${SECRET}:a:b:c:d`])(
    "does not understand %s",
    (valueFrom) => {
      expect(readValueFrom(valueFrom, "us-east-1")).toEqual({ kind: "malformed", asWritten: valueFrom });
    },
  );

  test.each([
    [PARAMETER, "/shop/log-level"],
    ["/shop/log-level", "/shop/log-level"],
    ["shop/log-level", "shop/log-level"],
  ])("takes %s for the parameter %s", (valueFrom, name) => {
    const parameter = { kind: "parameter", parameterArn: PARAMETER, name, asWritten: valueFrom };
    expect(readValueFrom(valueFrom, "us-east-1")).toEqual(parameter);
  });

  test("reads a name without slashes from an ARN", () => {
    expect(readValueFrom("arn:aws:ssm:us-east-1:123456789012:parameter/level", "us-east-1")).toMatchObject({
      name: "level",
    });
  });

  test("takes the bare name of a secret for a parameter, too", () => {
    expect(readValueFrom("database", "us-east-1").kind).toBe("parameter");
  });
});

test("RunTask's variables replace those of the definition; a secret shows where it comes from", () => {
  const container = {
    environment: [
      { name: "MODE", value: "test" },
      { name: "REGION", value: "eu" },
    ],
    secrets: [{ name: "PASSWORD", valueFrom: SECRET }],
  };
  expect(environmentOf(container, { environment: [{ name: "MODE", value: "live" }] })).toEqual([
    { name: "MODE", source: "override", shown: "live" },
    { name: "REGION", source: "environment", shown: "eu" },
    { name: "PASSWORD", source: "secret", shown: SECRET },
  ]);
});
