/**
 * A session of ECS Exec in the terminal: what the Session Manager plugin prints around it, and the lines that are typed into it.
 * Source: AWS CLI, `ecs execute-command`; output pasted in public guides (checked 2026-11-29).
 */
import type { Session } from "@quayside/simulator";
import { send } from "../door/send.ts";
import type { SshResult } from "./machine/ssh.ts";

/** What the plugin says before the call, whatever comes of it. */
export const PLUGIN_BANNER =
  "\nThe Session Manager plugin was installed successfully. Use the AWS CLI to start a session.\n\n";

const PREFIX = "ecs-execute-command-";

/** Programs of the learner's own computer. */
const OF_ONES_OWN = /^\s*(?:aws|quayside|ssh|docker)\s/;

/** What the shell of a container usually has, for completion. */
export const EXEC_COMMANDS: readonly (readonly [command: string, detail: string])[] = [
  ["env", "the variables that the process got"],
  ["ls", "files; cd goes into a folder"],
  ["cat", "/etc/os-release: what the image is built on"],
  ["ps", "processes, where the image has it"],
  ["curl", "-s localhost, or $ECS_CONTAINER_METADATA_URI_V4/task"],
  ["wget", "-qO- localhost, in images without curl"],
  ["id", "who you are: root"],
  ["exit", "back to your own terminal"],
];

/** Whether lines for a shell go into a session, and not onto a machine. */
export function isExecSession(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** The session begins: a shell asks for its first line, another command has run and is over. */
export function beginSession(session: Session, sessionId: string): SshResult {
  const begun = turn(session, sessionId, undefined);
  return { ...begun, stdout: `\nStarting session with SessionId: ${sessionId}\n${begun.stdout}` };
}

/** Types a line into a session; one that is over by now says so. */
export function typeInto(line: string, sessionId: string, session: Session): SshResult {
  if (!session.tables.execSessions.has(sessionId)) return gone(sessionId);
  const typed = turn(session, sessionId, line);
  if (typed.machine === null || !OF_ONES_OWN.test(line)) return typed;
  return { ...typed, stderr: "quayside: you are in a container; exit leaves it.\n" };
}

function turn(session: Session, sessionId: string, line: string | undefined): SshResult {
  const input = { sessionId, ...(line !== undefined && { line }) };
  const outcome = send(session, { service: "quayside", operation: "TypeInSession", input });
  if (!outcome.ok) return gone(sessionId);
  const { printed, exitCode, prompt } = outcome.output;
  const stdout = printed.map((text) => `${text}\n`).join("");
  // The plugin ends well, whatever the exit code was in the container.
  if (prompt === undefined) return { exitCode: 0, stdout: stdout + over(sessionId), stderr: "", machine: null };
  return { exitCode, stdout, stderr: "", machine: { at: sessionId, prompt } };
}

function gone(sessionId: string): SshResult {
  return { exitCode: 255, stdout: over(sessionId), stderr: "", machine: null };
}

function over(sessionId: string): string {
  return `\n\nExiting session with sessionId: ${sessionId}.\n\n`;
}
