/** A call that meets each refusal of ExecuteCommand. */
import type { Session } from "../session.ts";
import { keyOf, must, RUN_WEB, type Way } from "./refusal-scenery.ts";

const SHELL = { command: "/bin/sh", interactive: true };

/** A task that was started for Exec with a role, and has settled unless it is to be early. */
function started(session: Session, role: string, early = false): string {
  const { tasks } = must(session, "ecs", "RunTask", {
    ...RUN_WEB,
    enableExecuteCommand: true,
    overrides: { taskRoleArn: role },
  }) as { tasks: { taskArn: string }[] };
  if (!early) session.stepUntilQuiet();
  return tasks[0]?.taskArn ?? "";
}

const execute = (session: Session, task: string) => session.call("ecs", "ExecuteCommand", { task, ...SHELL });
const pair = (session: Session) => keyOf(session.tables.tasks, ({ spec }) => spec.launchType === "EC2");
const inPair = (change: object): Way => {
  return (session) =>
    session.call("ecs", "ExecuteCommand", { cluster: "machines", task: pair(session), ...SHELL, ...change });
};

/** By the id of the refusal; a thousand sessions are opened in exec.test.ts. */
export const EXEC_WAYS: Readonly<Record<string, Way>> = {
  "exec.interactive": ["ExecuteCommand", { task: "x", command: "ls", interactive: false }],
  "exec.task-length": ["ExecuteCommand", { task: "x", ...SHELL }],
  "exec.container-needed": inPair({}),
  "exec.container": inPair({ container: "nope" }),
  "exec.not-enabled": (session) =>
    execute(
      session,
      keyOf(session.tables.tasks, ({ spec }) => spec.launchType === "FARGATE"),
    ),
  "exec.agent-pending": (session) => execute(session, started(session, "execTaskRole", true)),
  "exec.agent-stopped": (session) => {
    const task = started(session, "execTaskRole");
    must(session, "ecs", "StopTask", { task });
    session.stepUntilQuiet();
    return execute(session, task);
  },
  "exec.role-denied": (session) => execute(session, started(session, "shopTaskRole")),
  "exec.no-route": (session) => {
    const task = started(session, "execTaskRole");
    for (const NatGatewayId of session.tables.natGateways.keys())
      must(session, "ec2", "DeleteNatGateway", { NatGatewayId });
    session.stepUntilQuiet();
    return execute(session, task);
  },
};
