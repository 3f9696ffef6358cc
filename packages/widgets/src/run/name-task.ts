/** Which task a command of the prose means in a lab: the selected one, or else the newest. */
import { withTask } from "@quayside/grader";
import { lastPart } from "../base/cloud.ts";
import type { LabContext } from "./lab-context.ts";

/** The command with the id of that task where the prose cannot know it. */
export function nameTask({ engine, shown }: LabContext, command: string): string {
  const { selection } = shown;
  const chosen = selection?.table === "tasks" ? lastPart(selection.key) : undefined;
  return engine.run === undefined ? command : withTask(command, engine.run.shown.tables, chosen);
}
