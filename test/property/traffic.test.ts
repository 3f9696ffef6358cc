/**
 * The guard of traffic: whatever happens to targets, programs, rules and the network, after every step the plan in the books is
 * the one that follows from the rows. A change that forgets to close the books fails here.
 */
import { DEFAULT_SECURITY_GROUP_ID, type Session } from "@quayside/simulator";
import { brokenTraffic, servedWorld } from "@quayside/simulator/testing";
import fc from "fast-check";
import { expect, test } from "vitest";

const RUNS = Math.ceil(Number(process.env.QUAYSIDE_RUNS ?? 60) / 2);
type World = ReturnType<typeof servedWorld>;

const HTTP = [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];

/** What somebody may do; refusals are as good as answers. */
const ACTS: Readonly<Record<string, (world: World, pick: number) => void>> = {
  slower: ({ session, taskArns }, pick) => {
    session.call("quayside", "ChangeServing", { task: taskArns[pick % taskArns.length], serviceMs: 300 + pick });
  },
  hang: ({ session, taskArns }, pick) => {
    session.call("quayside", "HangContainer", { task: taskArns[pick % taskArns.length] });
  },
  kill: ({ session, taskArns }, pick) => {
    session.call("quayside", "KillContainer", { task: taskArns[pick % taskArns.length] });
  },
  stop: ({ session, taskArns }, pick) => {
    session.call("ecs", "StopTask", { task: taskArns[pick % taskArns.length] });
  },
  deregister: ({ deregister, taskArns }, pick) => void deregister([taskArns[pick % taskArns.length] as string]),
  register: ({ session, register, taskArns }, pick) => {
    const arn = taskArns[pick % taskArns.length] as string;
    if (session.tables.tasks.get(arn)?.lastStatus === "RUNNING") register([arn]);
  },
  shut: ({ session }) => {
    session.call("ec2", "RevokeSecurityGroupIngress", { GroupId: DEFAULT_SECURITY_GROUP_ID, IpPermissions: HTTP });
  },
  open: ({ session }) => {
    session.call("ec2", "AuthorizeSecurityGroupIngress", { GroupId: DEFAULT_SECURITY_GROUP_ID, IpPermissions: HTTP });
  },
  quickDrain: ({ session, arns }, pick) => {
    const Attributes = [{ Key: "deregistration_delay.timeout_seconds", Value: String(pick) }];
    session.call("elbv2", "ModifyTargetGroupAttributes", { TargetGroupArn: arns.group, Attributes });
  },
  answerFixed: ({ session, arns }) => {
    const FixedResponseConfig = { StatusCode: "503", ContentType: "text/plain", MessageBody: "closed" };
    const DefaultActions = [{ Type: "fixed-response", FixedResponseConfig }];
    session.call("elbv2", "ModifyListener", { ListenerArn: arns.listener, DefaultActions });
  },
  forward: ({ session, arns }) => {
    const DefaultActions = [{ Type: "forward", TargetGroupArn: arns.group }];
    session.call("elbv2", "ModifyListener", { ListenerArn: arns.listener, DefaultActions });
  },
  byLot: ({ session, arns }) => {
    const Attributes = [{ Key: "load_balancing.algorithm.type", Value: "weighted_random" }];
    session.call("elbv2", "ModifyTargetGroupAttributes", { TargetGroupArn: arns.group, Attributes });
  },
  addRule: ({ session, arns }, pick) => {
    const Actions = [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "200" } }];
    const Conditions = [{ Field: "path-pattern", Values: ["/*"] }];
    session.call("elbv2", "CreateRule", { ListenerArn: arns.listener, Priority: 1 + pick, Conditions, Actions });
  },
  movePort: ({ session, arns }, pick) => {
    session.call("elbv2", "ModifyListener", { ListenerArn: arns.listener, Port: pick % 2 === 0 ? 81 : 80 });
  },
  waitLess: ({ session, arns }, pick) => {
    const Attributes = [{ Key: "idle_timeout.timeout_seconds", Value: String(1 + pick) }];
    session.call("elbv2", "ModifyLoadBalancerAttributes", { LoadBalancerArn: arns.balancer, Attributes });
  },
  cutOff: ({ session }) => {
    for (const { routeTableId } of session.tables.routeTables.values()) {
      session.call("ec2", "DeleteRoute", { RouteTableId: routeTableId, DestinationCidrBlock: "0.0.0.0/0" });
    }
  },
  send: ({ session }, pick) => {
    session.call("quayside", "StartTraffic", { name: "more", loadBalancer: "shop", perSecond: pick });
  },
  spike: ({ session }, pick) => {
    const spike = { profile: "spike", perSecond: 20, toPerSecond: 10 * pick, afterSeconds: 3, forSeconds: 20 };
    session.call("quayside", "ChangeTraffic", { name: "shoppers", ...spike });
  },
  stopSending: ({ session }) => void session.call("quayside", "StopTraffic", { name: "more" }),
  deleteBalancer: ({ session, arns }, pick) => {
    if (pick < 5) session.call("elbv2", "DeleteLoadBalancer", { LoadBalancerArn: arns.balancer });
  },
};

const plays = fc.array(
  fc.record({
    act: fc.constantFrom(...Object.keys(ACTS)),
    pick: fc.integer({ min: 0, max: 60 }),
    thenMs: fc.constantFrom(0, 1, 700, 5_000, 20_000, 90_000),
  }),
  { minLength: 1, maxLength: 14 },
);

/** Lets time pass step by step, and looks after each. */
function walk(session: Session, untilMs: number): void {
  while ((session.nextDueMs ?? Number.POSITIVE_INFINITY) <= untilMs) {
    session.advance({ untilMs, maxSteps: 1 });
    expect(brokenTraffic(session)).toEqual([]);
  }
  session.advance({ untilMs });
}

test("the books are closed before anything changes, whatever happens", () => {
  fc.assert(
    fc.property(plays, (play) => {
      const world = servedWorld();
      world.send(30);
      for (const { act, pick, thenMs } of play) {
        ACTS[act]?.(world, pick);
        expect(brokenTraffic(world.session)).toEqual([]);
        walk(world.session, world.session.nowMs + thenMs);
      }
      walk(world.session, world.session.nowMs + 120_000);
    }),
    { numRuns: RUNS },
  );
});
