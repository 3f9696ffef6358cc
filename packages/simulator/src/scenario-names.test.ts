/** Scenarios name what they have made where a call wants an ARN that is drawn. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS, Session } from "./index.ts";
import type { Scenario } from "./scenario.ts";

const command = (operation: string, input: object) => ({ service: "elbv2" as const, operation, input });
const subnets = [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]];

const GROUP = command("CreateTargetGroup", {
  Name: "web",
  Protocol: "HTTP",
  Port: 80,
  VpcId: "vpc-0a1b2c3d4e5f60718",
  TargetType: "ip",
});
const LISTENER = command("CreateListener", {
  LoadBalancerArn: "arn-of:loadBalancer/web",
  Protocol: "HTTP",
  Port: 80,
  DefaultActions: [{ Type: "forward", TargetGroupArn: "arn-of:targetGroup/web" }],
});
const RULE = command("CreateRule", {
  ListenerArn: "arn-of:listener/web/80",
  Priority: 10,
  Conditions: [{ Field: "path-pattern", Values: ["/arn-of:listener/*"] }],
  Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "200" } }],
});

const begin = (commands: Scenario["commands"], seed: number) =>
  Session.start({ seed, scenario: { id: "named", title: "", commands } });

describe("a name in a scenario's input", () => {
  const all = [command("CreateLoadBalancer", { Name: "web", Subnets: subnets }), GROUP, LISTENER, RULE];

  test.each([1, 2])("stands for the ARN of what was made before, with seed %i", (seed) => {
    const { tables } = begin(all, seed);
    const [group] = tables.targetGroups.keys();
    const rules = [...tables.rules.values()];
    expect(rules.map(({ priority }) => priority)).toEqual(["default", 10]);
    expect(rules[0]?.action).toMatchObject({ type: "forward", groups: [{ targetGroupArn: group }] });
    expect(rules[1]?.conditions).toEqual([{ field: "path-pattern", values: ["/arn-of:listener/*"] }]);
  });

  test("that nothing has is refused with its place", () => {
    expect(() => begin([GROUP, LISTENER], 1)).toThrow(
      "scenario.commands[1]: nothing is called arn-of:loadBalancer/web so far",
    );
  });
});
