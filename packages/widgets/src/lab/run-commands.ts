/** Commands of a lesson's prose, run in the lab's terminal when somebody presses the button beside them. */
import { lastPart } from "../base/cloud.ts";
import type { QuaysideTerminal } from "../terminal/quayside-terminal.ts";
import type { LabDesk } from "./lab-desk.ts";

/** Shows the terminal and runs what the text says. A task that the text cannot name is the selected one, or the newest. */
export async function runCommands({ lab, parts }: LabDesk, text: string): Promise<void> {
  if (lab.engine.run === undefined) await new Promise<void>((resolve) => lab.begun.on(resolve));
  lab.show({ panel: "terminal" });
  await parts.need("terminal");
  await lab.page.drawn();
  const terminal = lab.page.root.querySelector<QuaysideTerminal>("quayside-terminal");
  await terminal?.updateComplete;
  const { selection } = lab.shown;
  const chosen = selection?.table === "tasks" ? lastPart(selection.key) : undefined;
  await terminal?.executeAll(lab.engine.run?.attempt.named(text, chosen) ?? text);
}
