/** Forks of a moment: what a random walk rarely meets, made on purpose. */
import { expect, test } from "vitest";
import { DEFAULT_SUBNETS, Session } from "./index.ts";

const register = {
  family: "web",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  // A probe every five seconds: enough steps for the session to keep copies on the way.
  containerDefinitions: [
    {
      name: "web",
      image: "nginx:1.29",
      essential: true,
      healthCheck: { command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], interval: 5 },
    },
  ],
};

function runTasks(session: Session, count: number): void {
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
  const input = { taskDefinition: "web", launchType: "FARGATE", count, networkConfiguration: { awsvpcConfiguration } };
  expect(session.call("ecs", "RunTask", input).ok).toBe(true);
}

function start(): Session {
  const session = Session.start({ seed: 3 });
  expect(session.call("ecs", "RegisterTaskDefinition", register).ok).toBe(true);
  return session;
}

test("a fork of the present takes no step that is due at once and that its parent has not taken", () => {
  const session = start();
  for (let round = 0; round < 30; round += 1) runTasks(session, 10);
  for (let steps = 0; steps < 5_000 && session.nextDueMs !== session.nowMs; steps += 1)
    session.advance({ maxSteps: 1 });
  expect(session.nextDueMs).toBe(session.nowMs);
  const fork = session.forkAt(session.nowMs);
  expect(fork.steps).toBe(session.steps);
  expect(fork.journal.length).toBe(session.journal.length);
});

test("a fork goes back over its own run, never over what its parent did later", () => {
  const session = start();
  runTasks(session, 1);
  session.advance({ untilMs: 60_000 });
  runTasks(session, 8);
  session.advance({ untilMs: 600_000 });
  const fork = session.forkAt(30_000);
  fork.advance({ untilMs: 600_000 });
  fork.seek(300_000);
  expect(fork.tables.tasks.size).toBe(1);
  expect(session.tables.tasks.size).toBe(9);
});
