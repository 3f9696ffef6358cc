/** What the inspector says of load balancers and target groups: rules with what they do, targets with why they are as they are, AWS's own answers. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { expect, test } from "vitest";
import type { Moment, Selection } from "../base/cloud.ts";
import { describeAt } from "./describe.ts";
import { overviewOf, paneOf } from "./panes.ts";
import { inspectorTexts } from "./texts/index.ts";

const t = inspectorTexts("en");

function begin(): Session {
  const session = Session.start({
    scenario: {
      id: "balanced",
      title: "",
      commands: [
        {
          service: "elbv2",
          operation: "CreateLoadBalancer",
          input: { Name: "shop", Subnets: [DEFAULT_SUBNETS["public-a"], DEFAULT_SUBNETS["public-b"]] },
        },
        {
          service: "elbv2",
          operation: "CreateTargetGroup",
          input: { Name: "web", Protocol: "HTTP", Port: 80, VpcId: "vpc-0a1b2c3d4e5f60718", TargetType: "ip" },
        },
        {
          service: "elbv2",
          operation: "CreateListener",
          input: {
            LoadBalancerArn: "arn-of:loadBalancer/shop",
            Protocol: "HTTP",
            Port: 80,
            DefaultActions: [{ Type: "forward", TargetGroupArn: "arn-of:targetGroup/web" }],
          },
        },
        {
          service: "elbv2",
          operation: "CreateRule",
          input: {
            ListenerArn: "arn-of:listener/shop/80",
            Priority: 5,
            Conditions: [{ Field: "path-pattern", Values: ["/old/*"] }],
            Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "410" } }],
          },
        },
      ],
    },
  });
  return session;
}

function momentOf({ tables, nowMs, journal }: Session): Moment {
  return { tables, atMs: nowMs, headMs: nowMs, recordCount: journal.length };
}

const only = (session: Session, table: "loadBalancers" | "targetGroups"): Selection => {
  const [key = ""] = session.tables[table].keys();
  return { table, key };
};

test("rules stand in the order in which they are asked, the default one last", () => {
  const session = begin();
  const pane = paneOf(momentOf(session), only(session, "loadBalancers"), "listeners", t);
  expect(pane?.table?.rows).toEqual([
    ["HTTP:80", "5", "path-pattern /old/*", "fixed-response 410"],
    ["HTTP:80", "default", "*", "forward web"],
  ]);
  const overview = overviewOf(momentOf(session), only(session, "loadBalancers"), t);
  expect(overview?.facts[0]).toEqual({ name: "State", value: "provisioning" });
});

test("targets say how they are and why; a group leads to its load balancer", () => {
  const session = begin();
  const group = only(session, "targetGroups");
  expect(paneOf(momentOf(session), group, "targets", t)?.note).toBe(t.noTargets);
  const outcome = session.call("elbv2", "RegisterTargets", {
    TargetGroupArn: group.key,
    Targets: [{ Id: "10.0.0.77", Port: 80 }],
  });
  expect(outcome.ok).toBe(true);
  const [row] = paneOf(momentOf(session), group, "targets", t)?.table?.rows ?? [];
  expect(row?.slice(0, 3)).toEqual([
    "10.0.0.77:80",
    "initial",
    "Elb.RegistrationInProgress: Target registration is in progress",
  ]);
  expect(overviewOf(momentOf(session), group, t)?.facts).toContainEqual({
    name: "LoadBalancer",
    value: "shop",
    to: only(session, "loadBalancers"),
  });
});

test("JSON is what ELBv2 answers", () => {
  const session = begin();
  expect(JSON.parse(describeAt(session, only(session, "loadBalancers"), 0))).toMatchObject({
    LoadBalancers: [{ LoadBalancerName: "shop", State: { Code: "provisioning" } }],
  });
  expect(JSON.parse(describeAt(session, only(session, "targetGroups"), 0))).toEqual({ TargetHealthDescriptions: [] });
});
