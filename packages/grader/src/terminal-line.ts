/** What a command of a lesson's prose is, for the button beside it, for command files and for the tests that follow the prose. */
import type { RunView } from "@quayside/simulator";

/** Whether a fence of the prose is run by the lab's terminal: commands of one's own computer, and `sh`, what is typed into a container. */
export function isRun(language: string, code: string): boolean {
  return language === "sh" || (language === "bash" && TERMINAL_LINE.test(code));
}

/** A line, or a block of lines, that the lab's terminal runs. What aws prints may go into a variable: `ALB=$(aws ...)`. */
export const TERMINAL_LINE = /^(?:(?:[A-Za-z_]\w*=\$\()?aws|docker|quayside|ssh)\s/;

/** Where the prose cannot know an id. */
const TASK_ID = /\bTASK_ID\b/g;

/**
 * A command of the prose with the task that it means: the chosen one, or else the newest. As it stands when there is none.
 * @param chosen id of the task that is selected
 */
export function withTask(text: string, tables: Pick<RunView["tables"], "tasks">, chosen?: string): string {
  if (!text.includes("TASK_ID")) return text;
  const tasks = [...tables.tasks.values()].sort((a, b) => a.spec.createdAtMs - b.spec.createdAtMs);
  return text.replace(TASK_ID, (place) => chosen ?? tasks.at(-1)?.spec.taskId ?? place);
}
