/**
 * Rows of ECS Exec: the agent beside the process of a container, and the sessions that are open in it.
 * Source: API Reference, ManagedAgent and ExecuteCommand; Developer Guide, "Monitor Amazon ECS containers with ECS Exec" (checked 2026-11-29).
 */

/** `lastStatus` of the agent. */
export type ExecAgentStatus = "PENDING" | "RUNNING" | "STOPPED";

/** The agent of ECS Exec in a container: of tasks only that were started with `enableExecuteCommand`. */
export interface ExecAgentRow {
  readonly containerArn: string;
  readonly lastStatus: ExecAgentStatus;
  readonly lastStartedAtMs?: number | undefined;
  /** Why it stopped, when it did so by itself. */
  readonly reason?: string | undefined;
}

/** A session that is open. It ends with its container, and its row with it. */
export interface ExecSessionRow {
  /** `ecs-execute-command-` and 17 hexadecimal digits. */
  readonly sessionId: string;
  readonly containerArn: string;
  /** As it was asked for: `/bin/sh`. */
  readonly command: string;
  readonly startedAtMs: number;
  /** When somebody last typed a line: twenty minutes later it is over. */
  readonly usedAtMs: number;
  /** Of the shell: variables, PWD among them, and the exit code of the last command. */
  readonly variables: Readonly<Record<string, string>>;
  readonly status: number;
}

/** The name that the API gives it; there is no other one. @source API Reference, ManagedAgent (checked 2026-11-29) */
export const EXEC_AGENT_NAME = "ExecuteCommandAgent";

/** What the task role must allow. @source Developer Guide, "Task IAM role", permissions for ECS Exec (checked 2026-11-29) */
export const EXEC_ACTIONS: readonly string[] = [
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/**
 * Where the agent writes: a read-only root file system stops it, unless something writable is mounted in each of them.
 * @source containers-roadmap issue 1359, amazon-ecs-exec-checker issue 71 (checked 2026-11-29)
 */
export const EXEC_AGENT_FOLDERS: readonly string[] = ["/var/lib/amazon/ssm", "/var/log/amazon/ssm"];

/**
 * How the agent ends when it may not write.
 * @source Form: source of the public agent, agent/engine/execcmd; the exit code is ours (checked 2026-11-29)
 */
export const EXEC_AGENT_EXITED = "ExecuteCommandAgent process exited with exit code: 1";

/** After so long without a line a session is over. @source Developer Guide, ECS Exec, considerations (checked 2026-11-29) */
export const EXEC_IDLE_MS = 20 * 60_000;

/** Whether nobody has typed into a session for too long. */
export function isExecIdle({ usedAtMs }: ExecSessionRow, nowMs: number): boolean {
  return nowMs - usedAtMs > EXEC_IDLE_MS;
}
