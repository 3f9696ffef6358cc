/** Conditions about targets, over what the simulator really registers and checks. */
import { expect, test } from "vitest";
import { Balanced } from "../testing/balanced.ts";
import { told } from "../testing/told.ts";
import { targetReached, targetsTogether } from "./targets.ts";

/** Two tasks behind `door`, so many seconds after their service was created. */
function serving(seconds: number): Balanced {
  const balanced = new Balanced();
  balanced.listen();
  balanced.serve();
  balanced.session.advance({ byMs: seconds * 1_000 });
  return balanced;
}

test("a target was in a state, whoever registered it", () => {
  const balanced = serving(240);
  const ofTask = targetReached({ group: "web", task: { family: "web", service: "shop" }, state: "healthy" });
  expect(told(ofTask(balanced.view()))).toMatchObject({
    passed: true,
    observed: { en: expect.stringMatching(/^Target 10\.0\.\d\.\d+:80 of the group web is healthy\.$/) },
  });
  for (const other of [{ group: "next" }, { task: { family: "api" } }, { port: 81 }, { targetType: "instance" }]) {
    expect(targetReached(other as { group: string })(balanced.view()).passed).toBe(false);
  }
  expect(targetReached({ task: false })(balanced.view()).observed("en")).toBe("No target group has such a target yet.");
  balanced.call("elbv2", "RegisterTargets", { TargetGroupArn: balanced.web, Targets: [{ Id: "10.0.0.99" }] });
  expect(targetReached({ task: false, state: "initial" })(balanced.view()).passed).toBe(true);
  const timedOut = targetReached({ task: false, reason: "Target.Timeout" });
  expect(told(timedOut(balanced.view()))).toMatchObject({
    passed: false,
    observed: { en: "Target 10.0.0.99:80 of the group web is initial (Elb.RegistrationInProgress)." },
  });
  balanced.session.advance({ byMs: 120_000 });
  expect(timedOut(balanced.view()).passed).toBe(true);
});

test("so many targets were so at the same moment, and so many on one", () => {
  const match = { task: { family: "web" }, state: "healthy" } as const;
  const none = targetsTogether({ ...match, count: 2 })(serving(5).view());
  expect(none.observed("vi")).toBe("Chưa target group nào có target.");
  const balanced = serving(240);
  const both = targetsTogether({ ...match, count: 2 })(balanced.view());
  expect(both.observed("en")).toMatch(/^Targets at the same moment: \S+:80 healthy, \S+:80 healthy\.$/);
  expect(balanced.view().journal[both.evidence[0] as number]?.kind).toBe("TARGET_HEALTH_CHANGED");
  expect(targetsTogether({ ...match, count: 3 })(balanced.view()).passed).toBe(false);
  expect(targetsTogether({ ...match, count: 2, onOne: 2 })(balanced.view()).passed).toBe(false);
  balanced.call("elbv2", "RegisterTargets", {
    TargetGroupArn: balanced.web,
    Targets: [
      { Id: "10.0.0.99", Port: 80 },
      { Id: "10.0.0.99", Port: 81 },
    ],
  });
  expect(targetsTogether({ task: false, count: 2, onOne: 2 })(balanced.view()).passed).toBe(true);
});
