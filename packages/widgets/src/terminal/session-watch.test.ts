/** A session in a container ends by itself in the terminal when its container stops. */
import { Session } from "@quayside/simulator";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endOfSession } from "./session-watch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A run in which a session is open, and its task. */
function inside(): { readonly session: Session; readonly sessionId: string; readonly task: string } {
  const session = Session.start();
  const call = (operation: string, input: object) => {
    const outcome = session.call("ecs", operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
  };
  call("RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    taskRoleArn: "execTaskRole",
    containerDefinitions: [{ name: "web", image: "nginx" }],
  });
  const awsvpcConfiguration = { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" };
  const networkConfiguration = { awsvpcConfiguration };
  call("RunTask", { taskDefinition: "web", launchType: "FARGATE", enableExecuteCommand: true, networkConfiguration });
  session.stepUntilQuiet();
  const task = [...session.tables.tasks.keys()][0] ?? "";
  call("ExecuteCommand", { task, command: "sh", interactive: true });
  return { session, task, sessionId: [...session.tables.execSessions.keys()][0] ?? "" };
}

test("it waits while the session is open, and says that it is over when its container has stopped", async () => {
  const { session, sessionId, task } = inside();
  let said = "";
  const end = endOfSession(sessionId, () => session).then((block) => {
    said = block?.stdout ?? "nothing";
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said).toBe("");
  session.call("ecs", "StopTask", { task });
  session.stepUntilQuiet();
  await vi.advanceTimersByTimeAsync(1_000);
  await end;
  expect(said).toBe(`Exiting session with sessionId: ${sessionId}.\n`);
});

test("it says nothing once the terminal is somewhere else", async () => {
  const { sessionId } = inside();
  const end = endOfSession(sessionId, () => undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await end).toBeUndefined();
});
