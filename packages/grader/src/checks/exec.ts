/** Conditions about ECS Exec: whether its agent came to run, and what was run in its sessions. */
import type { FactsOf } from "@quayside/simulator";
import type { CheckView, Condition } from "../condition.ts";
import { type TaskMatch, tasksMatching, titleOf } from "./tasks.ts";
import { say } from "./texts/index.ts";
import { failed, passed } from "./verdict.ts";

/** Which lines of sessions. What is left out does not matter. */
export interface ExecLineMatch extends TaskMatch {
  /** Name of the container. */
  readonly container?: string;
  /** Part of the line, or of the command of a session that is no shell. */
  readonly line?: string;
  readonly exitCode?: number;
}

/** Passes when the agent of ECS Exec was RUNNING in a container of a task that fits. */
export function execAgentRunning(match: TaskMatch = {}): Condition {
  return (view) => {
    const tasks = tasksMatching(view, match);
    for (const { latest: task } of tasks) {
      for (const arn of task.row.spec.containerArns) {
        const running = view.history.story("execAgents", arn)?.versions.find(({ row }) => row.lastStatus === "RUNNING");
        if (running !== undefined) return passed(say("execAgent", titleOf(task.row)), [running.seq]);
      }
    }
    const asked = tasks.findLast(({ latest }) => latest.row.spec.enableExecuteCommand)?.latest;
    if (asked === undefined) return failed(say("noExecAgent"));
    return failed(say("execAgentNotYet", titleOf(asked.row)), [asked.seq]);
  };
}

/** Passes when such a line was run in a session of ECS Exec in a container of a task that fits. */
export function execLineRun(match: ExecLineMatch = {}): Condition {
  return (view) => {
    let other: { readonly seq: number; readonly facts: FactsOf<"EXEC_LINE_RUN"> } | undefined;
    for (const { seq, kind, subject, facts } of view.journal) {
      if (kind !== "EXEC_LINE_RUN") continue;
      if (fits(view, facts, subject, match)) return passed(say("execLine", facts.line, facts.exitCode), [seq]);
      other = { seq, facts };
    }
    if (other === undefined) return failed(say("noExecLine"));
    return failed(say("otherExecLine", other.facts.line, other.facts.exitCode), [other.seq]);
  };
}

function fits(view: CheckView, facts: FactsOf<"EXEC_LINE_RUN">, containerArn: string, match: ExecLineMatch): boolean {
  const { container, line = "", exitCode } = match;
  const row = view.history.story("containers", containerArn)?.latest.row;
  if (!facts.line.includes(line) || (exitCode !== undefined && facts.exitCode !== exitCode)) return false;
  if (row === undefined || (container !== undefined && row.name !== container)) return false;
  return tasksMatching(view, match).some(({ key }) => key === row.taskArn);
}
