/** Restart policies at their edges: the period to the second, a stop in the middle of a restart, what the API shows. */
import { expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import type { ContainerRow } from "./model/ecs.ts";
import { Session } from "./session.ts";

function run(restartPolicy: object | undefined, script: string, more: object = {}): Session {
  const session = Session.start({ seed: 1 });
  session.call("ecs", "RegisterTaskDefinition", {
    family: "worker",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [
      { name: "worker", image: "busybox", command: ["sh", "-c", script], restartPolicy, ...more },
      { name: "web", image: "nginx", essential: false },
    ],
  });
  const subnets = [DEFAULT_SUBNETS["private-a"]];
  const networkConfiguration = { awsvpcConfiguration: { subnets } };
  session.call("ecs", "RunTask", { taskDefinition: "worker", launchType: "FARGATE", networkConfiguration });
  return session;
}

const worker = (session: Session) =>
  [...session.tables.containers.values()].find(({ name }) => name === "worker") as ContainerRow;
const exits = (session: Session) => session.journal.records.filter(({ kind }) => kind === "CONTAINER_EXITED");
const task = (session: Session) => [...session.tables.tasks.values()][0];
const MINUTE_POLICY = { enabled: true, restartAttemptPeriod: 60 };

test("a container that ran exactly as long as the period is started again, one that ran less is not", () => {
  const enough = run(MINUTE_POLICY, "sleep 60; exit 1");
  enough.advance({ untilMs: 100_000 });
  expect(worker(enough)).toMatchObject({ lastStatus: "RUNNING", restartCount: 1, exitCode: undefined });
  const short = run(MINUTE_POLICY, "sleep 59; exit 1");
  short.advance({ untilMs: 100_000 });
  expect(worker(short)).toMatchObject({ lastStatus: "STOPPED", restartCount: 0, exitCode: 1 });
  expect(exits(short)[0]?.facts).toMatchObject({
    restart: { restarts: false, because: "ran-too-short", ranForMs: 59_000, restartAttemptPeriod: 60 },
  });
});

test.each([
  ["no policy", undefined],
  ["a policy that is off", { enabled: false, restartAttemptPeriod: 60 }],
])("%s: no restart, and the record speaks of none", (_, policy) => {
  const session = run(policy, "sleep 90");
  session.advance({ untilMs: 150_000 });
  expect(worker(session).restartCount).toBe(0);
  expect(exits(session)[0]?.facts).not.toHaveProperty("restart");
});

test("a restart begins a new run: same container, new start, and its own period", () => {
  const session = run(MINUTE_POLICY, "sleep 70; exit 1");
  session.advance({ untilMs: 60_000 });
  const before = worker(session);
  session.advance({ untilMs: 120_000 });
  const after = worker(session);
  expect([after.runtimeId, after.imageDigest]).toEqual([before.runtimeId, before.imageDigest]);
  expect(after.startedAtMs).toBeGreaterThan((before.startedAtMs ?? 0) + 70_000);
  expect(task(session)).toMatchObject({ lastStatus: "RUNNING", executionStoppedAtMs: undefined });
  expect(session.journal.records.filter(({ kind }) => kind === "PULL_STARTED")).toHaveLength(2);
});

test("a task that is told to stop in the middle of a restart keeps the exit code and stops", () => {
  const session = run(MINUTE_POLICY, "sleep 60; exit 7");
  while (worker(session).phase !== "RESTARTING" && session.nowMs < 200_000) session.advance({ maxSteps: 1 });
  expect(worker(session)).toMatchObject({ phase: "RESTARTING", lastStatus: "RUNNING" });
  session.call("ecs", "StopTask", { task: task(session)?.taskArn });
  session.stepUntilQuiet();
  expect(worker(session)).toMatchObject({ phase: "STOPPED", exitCode: 7, restartCount: 0 });
  expect(task(session)).toMatchObject({ lastStatus: "STOPPED", stopCode: "UserInitiated" });
});

test("an endless crash does not keep the run busy, and is not quiet either: it says when it restarts again", () => {
  const session = run(MINUTE_POLICY, "sleep 60; exit 1");
  expect(session.stepUntilQuiet().ended).toBe("repeating");
  expect(worker(session).restartCount).toBe(1);
  expect([session.settled, session.quiet]).toEqual([true, false]);
  const nextAtMs = session.nextDueMs as number;
  const [first, ...more] = session.repeating;
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    kind: "CONTAINER_EXITED",
    way: "restart",
    subject: worker(session).containerArn,
    nextAtMs,
  });
  session.advance({ untilMs: nextAtMs - 12_000 });
  expect(session.repeating[0]?.sentence).toBe("worker restarts again in 12 s");
});

test("a wait ends when what is waited for is there, or at its bound, and says which", () => {
  const session = run(MINUTE_POLICY, "sleep 60; exit 1");
  const restarted = (times: number) => () => worker(session).restartCount >= times;
  expect(session.advance({ until: restarted(3) }).ended).toBe("met");
  const { nowMs } = session;
  expect(session.advance({ until: restarted(9), byMs: 120_000 })).toMatchObject({
    ended: "bound",
    nowMs: nowMs + 120_000,
  });
  expect(session.advance({ until: restarted(9), maxSteps: 1 })).toMatchObject({ ended: "steps", steps: 1 });
  expect(session.advance({ byMs: 1000 }).ended).toBe("moment");
  const later = session.nowMs;
  expect(session.advance({ until: () => false })).toMatchObject({ ended: "bound", nowMs: later + 24 * 3_600_000 });
});

test("a wait until settled ends after a day, whatever is still on its way", () => {
  const session = run(undefined, "sleep 100000");
  expect(session.stepUntilQuiet()).toMatchObject({ ended: "bound", nowMs: 24 * 3_600_000 });
  expect(session.stepUntilQuiet().ended).toBe("settled");
});

test("the API does not show restarts: the container is RUNNING, and that is all", () => {
  const session = run(MINUTE_POLICY, "sleep 60; exit 1");
  session.advance({ untilMs: 100_000 });
  const outcome = session.call("ecs", "DescribeTasks", { tasks: [task(session)?.taskArn] });
  const text = JSON.stringify(outcome);
  expect(text).toContain('"lastStatus":"RUNNING"');
  expect(text).not.toMatch(/restart/i);
});

test("its health is unknown again until the next check", () => {
  const session = run(MINUTE_POLICY, "sleep 65; exit 1", { healthCheck: { command: ["CMD", "true"], interval: 10 } });
  session.advance({ untilMs: 70_000 });
  expect([worker(session).healthStatus, task(session)?.healthStatus]).toEqual(["HEALTHY", "HEALTHY"]);
  while (worker(session).restartCount === 0 && session.nowMs < 200_000) session.advance({ maxSteps: 1 });
  expect([worker(session).healthStatus, task(session)?.healthStatus]).toEqual(["UNKNOWN", "UNKNOWN"]);
  session.advance({ byMs: 11_000 });
  expect([worker(session).healthStatus, task(session)?.healthStatus]).toEqual(["HEALTHY", "HEALTHY"]);
});
