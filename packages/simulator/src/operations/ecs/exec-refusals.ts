/**
 * Refusals of ExecuteCommand. AWS has the same words for several causes; each has its own id here, so that somebody can say which.
 * Source: replies of the service pasted in public issues and code; the Developer Guide, "Troubleshoot Amazon ECS Exec issues"
 * (checked 2026-11-29).
 */
import { row } from "../../model/refusal.ts";

const PASTED =
  "Replies of ExecuteCommand pasted in public issues: e1s 206, aws-cli 8080 and 10057 (checked 2026-11-29)";
const CODE = "Reply of ExecuteCommand in public code of command line tools (checked 2026-11-29)";
const QUOTA = "Reply of ExecuteCommand in public notes; the number is the quota of today (checked 2026-11-29)";

// With AWS's typographic apostrophe.
const NOT_RUNNING =
  "The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.";
const NOT_CONNECTED = "The execute command failed due to an internal error. Try again later.";

const notRunning = row("InvalidParameterException", "observed", () => NOT_RUNNING, PASTED);
const notConnected = row("TargetNotConnectedException", "observed", () => NOT_CONNECTED, PASTED);

/** By their ids. */
export const EXEC_REFUSALS = {
  "exec.interactive": row(
    "InvalidParameterException",
    "observed",
    () => "Interactive is the only mode supported currently.",
    CODE,
  ),
  "exec.task-length": row(
    "InvalidParameterException",
    "observed",
    () => "task length should be one of [32,36]",
    PASTED,
  ),
  "exec.container-needed": row(
    "InvalidParameterException",
    "ours",
    ({ names }: { readonly names: readonly string[] }) =>
      `The task has more than one container: specify the container, one of [${names.join(",")}].`,
    "API Reference, ExecuteCommand, container; the sentence was not seen (checked 2026-11-29)",
  ),
  "exec.container": row(
    "InvalidParameterException",
    "ours",
    ({ name }: { readonly name: string }) => `The task has no container named ${name}.`,
    "API Reference, ExecuteCommand; the sentence was not seen (checked 2026-11-29)",
  ),
  "exec.not-enabled": notRunning,
  "exec.agent-pending": notRunning,
  "exec.agent-stopped": notRunning,
  "exec.role-denied": notConnected,
  "exec.no-route": notConnected,
  "exec.sessions": row(
    "ClientException",
    "observed",
    ({ most }: { readonly most: number }) =>
      `Unable to start new execute sessions because the maximum session limit of ${most} has been reached.`,
    QUOTA,
  ),
} as const;
