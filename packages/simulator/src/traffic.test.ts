/** Traffic in a whole session: clients send, targets answer, hang and go, and time can be travelled in as ever. */
import { describe, expect, test } from "vitest";
import { describeWorld } from "./kernel/world.ts";
import { TRAFFIC_COLUMNS } from "./model/traffic-ledger.ts";
import { Session } from "./session.ts";
import { endsOf, servedWorld } from "./testing/traffic-scenery.ts";

const rowsOf = ({ traffic }: Session) =>
  Array.from({ length: traffic.length }, (_, row) =>
    TRAFFIC_COLUMNS.map((column) => traffic.get(row, column)).join(" "),
  );
const kindsOf = ({ journal }: Session, ...kinds: string[]) =>
  journal.records.filter(({ kind }) => kinds.includes(kind));

describe("requests", () => {
  test("come to the targets of a load balancer and are answered", () => {
    const { session, send, pass } = servedWorld();
    send(100);
    pass(120);
    const { came = 0, ok = 0, ...lost } = endsOf(session);
    expect(lost).toEqual({});
    expect(Math.abs(came - 12_000)).toBeLessThan(500);
    expect(came - ok).toBeLessThan(10);
  });

  test("do not keep anybody waiting, and stop when their client does", () => {
    const { session, send, pass, outside } = servedWorld();
    send(100);
    expect(session.settled).toBe(true);
    pass(30);
    outside("StopTraffic", { name: "shoppers" });
    pass(120);
    const before = session.traffic.length;
    expect(session.world.flows.size).toBe(0);
    pass(600);
    expect(session.traffic.length).toBe(before);
    const { came, ok } = endsOf(session);
    expect(ok).toBe(came);
  });

  test("change with their client", () => {
    const { session, send, pass, outside } = servedWorld();
    send(100);
    pass(60);
    const { came: before = 0 } = endsOf(session);
    outside("ChangeTraffic", { name: "shoppers", profile: "ramp", perSecond: 100, toPerSecond: 300, forSeconds: 60 });
    pass(60);
    expect(Math.abs((endsOf(session).came ?? 0) - before - 12_000)).toBeLessThan(500);
  });

  test("find a full queue where a program is too slow", () => {
    const { session, send, pass } = servedWorld({
      environment: { QUAYSIDE_SERVICE_MS: "500", QUAYSIDE_PLACES: "2", QUAYSIDE_QUEUE: "10" },
    });
    send(100);
    pass(120);
    const { came = 0, rejected = 0 } = endsOf(session);
    expect(rejected / came).toBeGreaterThan(0.85);
    expect(kindsOf(session, "LOSSES_BEGAN").map(({ facts }) => (facts as { end: string }).end)).toEqual(["rejected"]);
  });
});

describe("StartTraffic", () => {
  const start = (input: object) => {
    const outcome = servedWorld({ tasks: 1 }).session.call("quayside", "StartTraffic", {
      name: "a",
      loadBalancer: "shop",
      perSecond: 1,
      ...input,
    });
    return outcome.ok ? (outcome.output as { profile: object }).profile : outcome.id;
  };

  test.each([
    [
      { profile: "ramp", toPerSecond: 9, forSeconds: 60 },
      { kind: "ramp", perSecond: 1, toPerSecond: 9 },
    ],
    [{ profile: "spike", toPerSecond: 9, afterSeconds: 5, forSeconds: 60 }, { kind: "spike" }],
    [
      { profile: "daily", perSecond: 0.5, peakHour: 20 },
      { kind: "daily", perSecond: 0.5, swing: 0.5 },
    ],
    [
      { profile: "recorded", rates: [1, 2.5, 0] },
      { kind: "recorded", everyMs: 60_000, perSecond: [1, 2.5, 0] },
    ],
    [{ from: "subnet-0bbb1111222233334", method: "post" }, { kind: "constant" }],
  ])("takes %o", (input, expected) => {
    expect(start(input)).toMatchObject(expected);
  });

  test.each([
    { perSecond: "many" },
    { perSecond: 2_000_000 },
    { perSecond: Number.NaN },
    { profile: "ramp" },
    { profile: "spike", toPerSecond: 9, forSeconds: 1.5 },
    { profile: "daily", swing: 2 },
    { profile: "recorded", rates: [] },
    { profile: "recorded", rates: [1, -1] },
    { profile: "recorded", rates: [1], everySeconds: 0 },
    { profile: "waves" },
    { port: 0 },
    { path: "cart" },
    { from: "subnet-nowhere" },
    { name: "" },
  ])("has a sentence for %o", (input) => {
    expect(start(input)).toBe("quayside.input");
  });

  test("takes a hundred clients and no more", () => {
    const { session } = servedWorld({ tasks: 1 });
    const ids = Array.from({ length: 101 }, (_, index) => {
      const outcome = session.call("quayside", "StartTraffic", {
        name: `client ${index}`,
        loadBalancer: "shop",
        perSecond: 0,
      });
      return outcome.ok ? "" : outcome.id;
    });
    expect(ids.filter((id) => id !== "")).toEqual(["traffic.too-many"]);
  });
});

describe("requests that are lost", () => {
  test("have their end and their cause when a program hangs, and again when it dies", () => {
    const { session, send, pass, outside, taskArns } = servedWorld();
    send(50);
    pass(30);
    outside("HangContainer", { task: taskArns[0] });
    const [hangs] = kindsOf(session, "CONTAINER_HANGS");
    pass(70);
    const [timedOut] = kindsOf(session, "LOSSES_BEGAN");
    expect(timedOut).toMatchObject({ cause: hangs?.seq, facts: { end: "timeout504" } });
    outside("KillContainer", { task: taskArns[1] });
    pass(3);
    const ends = kindsOf(session, "LOSSES_BEGAN").map(({ facts }) => (facts as { end: string }).end);
    expect(ends).toContain("refused502");
    expect(endsOf(session).timeout504 ?? 0).toBeGreaterThan(100);
  });

  test("never reach a balancer whose door is shut", () => {
    const { session, send, pass } = servedWorld();
    const groups = [...session.tables.securityGroups.values()].filter(({ ingress }) =>
      ingress.some(({ peer }) => peer === "0.0.0.0/0"),
    );
    for (const { groupId } of groups) {
      const rule = { IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
      session.call("ec2", "RevokeSecurityGroupIngress", { GroupId: groupId, IpPermissions: [rule] });
    }
    send(20);
    pass(60);
    const { came, unreached } = endsOf(session);
    expect(unreached).toBe(came);
    const [began] = kindsOf(session, "LOSSES_BEGAN");
    expect(session.journal.at(began?.cause ?? -1)?.kind).toBe("FLOW_STARTED");
  });

  test("are lost to whoever shut the door, whatever happens besides", () => {
    const { session, send, pass, outside, taskArns } = servedWorld();
    send(20);
    pass(30);
    outside("KillContainer", { task: taskArns[0] });
    pass(30);
    for (const { groupId, ingress } of session.tables.securityGroups.values()) {
      const rule = { IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
      if (ingress.some(({ peer }) => peer === "0.0.0.0/0")) {
        session.call("ec2", "RevokeSecurityGroupIngress", { GroupId: groupId, IpPermissions: [rule] });
      }
    }
    pass(200);
    const told = kindsOf(session, "LOSSES_BEGAN", "LOSSES_ENDED").map(({ kind, cause, facts }) => {
      return [kind, (facts as { end: string }).end, session.journal.at(cause)?.kind];
    });
    expect(told).toEqual([
      ["LOSSES_BEGAN", "refused502", "CONTAINER_EXITED"],
      ["LOSSES_BEGAN", "unreached", "SECURITY_GROUP_RULES_REMOVED"],
      ["LOSSES_ENDED", "refused502", "LOSSES_BEGAN"],
    ]);
  });

  test("find no target when all are gone", () => {
    const { session, send, pass, deregister, taskArns } = servedWorld();
    send(20);
    pass(30);
    deregister(taskArns);
    pass(60);
    expect(endsOf(session).none503 ?? 0).toBeGreaterThan(1_000);
  });
});

describe("a rollout of a service behind its load balancer", () => {
  function rolledOut(serviceMs: string, delaySeconds: string) {
    const environment = { QUAYSIDE_SERVICE_MS: serviceMs, QUAYSIDE_PLACES: "60", QUAYSIDE_CPU_MS: "1" };
    const { session, send, pass, elb, arns, taskArns, deregister } = servedWorld({ environment });
    const Attributes = [{ Key: "deregistration_delay.timeout_seconds", Value: delaySeconds }];
    elb("ModifyTargetGroupAttributes", { TargetGroupArn: arns.group, Attributes });
    deregister(taskArns);
    const loadBalancers = [{ targetGroupArn: arns.group, containerName: "app", containerPort: 80 }];
    const awsvpcConfiguration = { subnets: ["subnet-0ccc1111222233334"] };
    const service = { serviceName: "web", taskDefinition: "served", desiredCount: 2, launchType: "FARGATE" };
    const created = session.call("ecs", "CreateService", {
      ...service,
      loadBalancers,
      networkConfiguration: { awsvpcConfiguration },
    });
    expect(created).toMatchObject({ ok: true });
    pass(300);
    send(20);
    pass(60);
    session.call("ecs", "UpdateService", { service: "web", forceNewDeployment: true });
    pass(600);
    const { came = 0, ok = 0, ...lost } = endsOf(session);
    return { came, ok, lost };
  }

  test("loses no request that is answered within the deregistration delay", () => {
    const { came, ok, lost } = rolledOut("40", "30");
    expect(lost).toEqual({});
    expect(came - ok).toBeLessThan(20);
    expect(came).toBeGreaterThan(12_000);
  });

  test("cuts off the requests that are not", () => {
    const { lost } = rolledOut("4000", "0");
    expect(Object.keys(lost)).toEqual(["cut502"]);
    expect(lost.cut502).toBeGreaterThan(10);
  });
});

test("the interval that is not over yet can be looked at, and what is counted stays counted", () => {
  const { session, send, pass } = servedWorld();
  send(100);
  pass(61);
  let came = 0;
  for (let look = 0; look < 8; look += 1) {
    pass(5);
    const closed = rowsOf(session);
    const { came: now = 0 } = endsOf(session);
    expect(now).toBeGreaterThan(came);
    expect(rowsOf(session)).toEqual(closed);
    came = now;
  }
});

describe("time", () => {
  function story(): Session {
    const { session, send, pass, outside, taskArns } = servedWorld();
    send(100);
    pass(100);
    outside("ChangeServing", { task: taskArns[0], serviceMs: 2_000, places: 4, queue: 20 });
    pass(200);
    outside("StopTraffic", { name: "shoppers" });
    pass(100);
    return session;
  }

  test("can be travelled in to and fro: the same rows are come to again", () => {
    const session = story();
    const [rows, endMs] = [rowsOf(session), session.nowMs];
    session.seek(endMs - 250_000);
    expect(rowsOf(session).length).toBeLessThan(rows.length);
    expect(rowsOf(session)).toEqual(rows.slice(0, session.traffic.length));
    session.seek(endMs);
    expect(rowsOf(session)).toEqual(rows);
  });

  test("passes alike in pieces and in one, and in a saved run", () => {
    const session = story();
    const again = Session.load(JSON.parse(JSON.stringify(session.save())));
    expect(rowsOf(again)).toEqual(rowsOf(session));
    const fork = session.forkAt(session.nowMs - 300_000);
    const ahead = fork.fork();
    for (let piece = 0; piece < 40; piece += 1) fork.advance({ byMs: 3_777 });
    ahead.advance({ byMs: 40 * 3_777 });
    expect(rowsOf(fork)).toEqual(rowsOf(ahead));
    expect(describeWorld(fork.world)).toEqual(describeWorld(ahead.world));
  });
});
