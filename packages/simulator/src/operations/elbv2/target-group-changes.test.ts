/** A target group that is changed: its health check, and how long its targets drain. */
import { expect, test } from "vitest";
import { balancedWorld } from "../../testing/balancing-scenery.ts";

const DELAY = "deregistration_delay.timeout_seconds";
const delay = (TargetGroupArn: string, Value: string) => ({ TargetGroupArn, Attributes: [{ Key: DELAY, Value }] });

test("what a change leaves out stays as it was", () => {
  const { call, arns } = balancedWorld();
  const change = { TargetGroupArn: arns.group, HealthCheckPath: "/ready", HealthCheckIntervalSeconds: 10 };
  expect(call("ModifyTargetGroup", change).TargetGroups).toMatchObject([
    {
      HealthCheckPath: "/ready",
      HealthCheckIntervalSeconds: 10,
      HealthCheckTimeoutSeconds: 5,
      Matcher: { HttpCode: "200" },
    },
  ]);
});

test("an attribute that was set is what the next target to go gets, the others keep their defaults", () => {
  const { call, arns, session } = balancedWorld();
  const Targets = [{ Id: "10.0.10.99" }];
  call("RegisterTargets", { TargetGroupArn: arns.group, Targets });
  expect(call("ModifyTargetGroupAttributes", delay(arns.group, "30")).Attributes).toEqual(
    expect.arrayContaining([
      { Key: DELAY, Value: "30" },
      { Key: "slow_start.duration_seconds", Value: "0" },
    ]),
  );
  call("DeregisterTargets", { TargetGroupArn: arns.group, Targets });
  session.advance({ byMs: 29_000 });
  expect(session.tables.targets.size).toBe(1);
  session.advance({ byMs: 2_000 });
  expect(session.tables.targets.size).toBe(0);
});

test("refuses what is no attribute of such groups, or no value of it", () => {
  const { said, arns } = balancedWorld();
  const set = (Key: string, Value: string) =>
    said("ModifyTargetGroupAttributes", { TargetGroupArn: arns.group, Attributes: [{ Key, Value }] });
  expect(set(DELAY, "3601")).toContain("must be between '0-3600' inclusive");
  expect(set(DELAY, "soon")).toContain("value 'soon'");
  expect(set("slow_start.duration_seconds", "10")).toContain("must be between '30-900' inclusive");
  expect(set("stickiness.enabled", "yes")).toContain("must be one of [true, false]");
  expect(set("preserve_client_ip.enabled", "true")).toContain("is not recognized");
  for (const operation of ["ModifyTargetGroup", "DescribeTargetGroupAttributes"]) {
    expect(said(operation, { TargetGroupArn: "arn:nothing" })).toMatch(/^TargetGroupNotFound/);
  }
});
