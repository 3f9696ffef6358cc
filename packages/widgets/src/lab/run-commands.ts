/** Commands of a lesson's prose, run in the lab's terminal when somebody presses the button beside them. */
import { lastPart } from "../base/cloud.ts";
import type { QuaysideTerminal } from "../terminal/quayside-terminal.ts";
import type { LabDesk } from "./lab-desk.ts";

/** Where the prose cannot know an id. */
const TASK_ID = /\bTASK_ID\b/g;

/** Shows the terminal and runs what the text says. A task that the text cannot name is the selected one, or the newest. */
export async function runCommands({ lab, parts }: LabDesk, text: string): Promise<void> {
  if (lab.engine.run === undefined) await new Promise<void>((resolve) => lab.begun.on(resolve));
  lab.show({ panel: "terminal" });
  await parts.need("terminal");
  await lab.page.drawn();
  const terminal = lab.page.root.querySelector<QuaysideTerminal>("quayside-terminal");
  await terminal?.updateComplete;
  await terminal?.executeAll(text.replace(TASK_ID, (place) => taskMeant(lab) ?? place));
}

function taskMeant({ shown, engine }: LabDesk["lab"]): string | undefined {
  const { selection } = shown;
  if (selection?.table === "tasks") return lastPart(selection.key);
  const tasks = [...(engine.run?.moment.tables.tasks.values() ?? [])];
  const newest = tasks.sort((a, b) => a.spec.createdAtMs - b.spec.createdAtMs).at(-1);
  return newest && lastPart(newest.taskArn);
}
