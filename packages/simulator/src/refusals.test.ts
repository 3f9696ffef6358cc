/** Every refusal of CloudWatch Logs, of our own operations and of any call is met by a call. */
import { expect, test } from "vitest";
import { CALL_REFUSALS } from "./operations/call-refusals.ts";
import { LOGS_REFUSALS } from "./operations/logs/refusals.ts";
import { QUAYSIDE_REFUSALS } from "./operations/quayside/refusals.ts";
import type { Session } from "./session.ts";
import { balance } from "./testing/balancing-scenery.ts";
import { keyOf, met, must, toMeet, type Way } from "./testing/refusal-scenery.ts";

const group = { logGroupName: "/ecs/web" };
const withGroup = (operation: string, input: object): Way => {
  return (session) => {
    must(session, "logs", "CreateLogGroup", group);
    return session.call("logs", operation, { ...group, ...input });
  };
};
const pair = (session: Session) => keyOf(session.tables.tasks, ({ spec }) => spec.launchType === "EC2");
const web = (session: Session) => keyOf(session.tables.tasks, ({ spec }) => spec.launchType === "FARGATE");
const agent = (operation: string): Way => {
  return (session) =>
    session.call("quayside", operation, { containerInstance: keyOf(session.tables.ec2Instances), cluster: "machines" });
};

/** Somebody sends requests already. */
const sendingTwice: Way = (session) => {
  balance(session);
  const input = { name: "shoppers", loadBalancer: "shop", perSecond: 5 };
  must(session, "quayside", "StartTraffic", input);
  return session.call("quayside", "StartTraffic", input);
};

test("every refusal of any call is met", () => {
  const ways: Record<string, Way> = {
    "call.unknown-operation": ["Nope", {}],
    "call.not-modelled": ["CreateCapacityProvider", {}],
    "call.unreadable-input": ["StartTask", { taskDefinition: "own" }],
    "page.size": ["ListTasks", { maxResults: 0 }],
    "page.too-large": ["ListServices", { maxResults: 101 }],
    "page.token": ["ListTasks", { nextToken: "nope" }],
  };
  expect(met("ecs", ways)).toEqual(toMeet(CALL_REFUSALS));
});

test("every refusal of CloudWatch Logs is met", () => {
  const ways: Record<string, Way> = {
    "log-group.name": ["CreateLogGroup", { logGroupName: "no blanks" }],
    "log-group.exists": withGroup("CreateLogGroup", {}),
    "log-group.not-found": ["DeleteLogGroup", group],
    "log-group.retention": withGroup("PutRetentionPolicy", { retentionInDays: 2 }),
    "logs.limit": ["DescribeLogGroups", { limit: 51 }],
    "logs.value": ["CreateLogGroup", { logGroupName: "x", logGroupClass: "CHEAP" }],
    "log-stream.not-found": withGroup("GetLogEvents", { logStreamName: "nope" }),
    "log-streams.order": withGroup("DescribeLogStreams", { logStreamNamePrefix: "x", orderBy: "LastEventTime" }),
    "log-events.token": (session) => {
      must(session, "ecs", "RegisterTaskDefinition", {
        family: "told",
        containerDefinitions: [
          {
            name: "told",
            image: "nginx",
            memory: 64,
            logConfiguration: {
              logDriver: "awslogs",
              options: { "awslogs-group": "/ecs/web", "awslogs-region": "us-east-1" },
            },
          },
        ],
      });
      must(session, "logs", "CreateLogGroup", group);
      must(session, "ecs", "RunTask", { taskDefinition: "told", cluster: "machines" });
      session.stepUntilQuiet();
      const stream = [...session.tables.logStreams.values()][0]?.logStreamName;
      return session.call("logs", "GetLogEvents", { ...group, logStreamName: stream, nextToken: "nope" });
    },
  };
  expect(met("logs", ways)).toEqual(toMeet(LOGS_REFUSALS));
});

test("every refusal of our own operations is met", () => {
  const ways: Record<string, Way> = {
    "quayside.input": ["KillContainer", {}],
    "quayside.filter": ["DisconnectAgent", { cluster: "machines", filter: "what is" }],
    "quayside.filter-leaves": ["DisconnectAgent", { cluster: "default", filter: "attribute:x exists" }],
    "quayside.agent-connected": agent("ReconnectAgent"),
    "quayside.agent-not-connected": (session) => {
      const input = { containerInstance: keyOf(session.tables.ec2Instances), cluster: "machines" };
      must(session, "quayside", "DisconnectAgent", input);
      return session.call("quayside", "DisconnectAgent", input);
    },
    "quayside.machine-not-running": (session) => {
      const containerInstance = keyOf(session.tables.containerInstances);
      must(session, "ec2", "StopInstances", { InstanceIds: [keyOf(session.tables.ec2Instances)] });
      session.advance({ byMs: 600_000 });
      return session.call("quayside", "ReconnectAgent", { containerInstance, cluster: "machines" });
    },
    "quayside.container": (session) =>
      session.call("quayside", "KillContainer", { task: pair(session), cluster: "machines" }),
    "quayside.container-not-running": (session) => {
      must(session, "ecs", "StopTask", { task: web(session) });
      session.stepUntilQuiet();
      return session.call("quayside", "KillContainer", { task: web(session) });
    },
    "quayside.no-machine": (session) => session.call("quayside", "StopContainer", { task: web(session) }),
    "quayside.instance-type": ["ProvideContainerInstances", { instanceType: "nope" }],
    "quayside.subnet": ["ProvideContainerInstances", { subnets: ["nope"] }],
    "quayside.no-address": ["ProvideContainerInstances", { subnets: ["public-b"], count: 50 }],
    "quayside.not-limited": ["FailPulls", { registry: "quay.io", why: "rate-limit" }],
    "quayside.end": ["TestConnection", { from: "nope", to: "internet" }],
    "quayside.port": (session) => session.call("quayside", "TestConnection", { from: "internet", to: web(session) }),
    "quayside.session-over": ["TypeInSession", { sessionId: "ecs-execute-command-0" }],
    "traffic.balancer": ["StartTraffic", { name: "shoppers", loadBalancer: "nowhere", perSecond: 5 }],
    "traffic.exists": sendingTwice,
    "traffic.unknown": ["StopTraffic", { name: "nobody" }],
    "quayside.hook": ["DeclareHook", { function: "check" }],
    "quayside.hook-functions": (session) => {
      const declare = (number: number) =>
        session.call("quayside", "DeclareHook", {
          function: `arn:aws:lambda:us-east-1:123456789012:function:f${number}`,
        });
      for (let number = 0; number < 100; number += 1) declare(number);
      return declare(100);
    },
    "object.input": ["PutObject", { bucket: "Shop", key: "api.env" }],
    "declare.member": ["DeclareImage", { image: "" }],
    "declare.exists": ["DeclareImage", { image: "nginx" }],
    "push.reference": ["PushImage", { image: "" }],
    "push.digest": ["PushImage", { image: `quayside/flaky@sha256:${"a".repeat(64)}` }],
    "push.denied": ["PushImage", { image: "nginx" }],
  };
  // A thousand builds of one repository, two hundred images, a hundred clients: tests of their own make them.
  const elsewhere = ["push.too-many", "declare.too-many", "traffic.too-many"];
  expect(met("quayside", ways)).toEqual(toMeet(QUAYSIDE_REFUSALS, elsewhere));
});
