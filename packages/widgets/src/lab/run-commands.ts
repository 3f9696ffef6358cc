/** Commands of a lesson's prose, run in the lab's terminal when somebody presses the button beside them. */
import { nameTask } from "../run/name-task.ts";
import type { LabDesk } from "./lab-desk.ts";
import { terminalOf } from "./terminal-of.ts";

/** Shows the terminal and runs what the text says. A task that the text cannot name is the selected one, or the newest. */
export async function runCommands(desk: LabDesk, text: string): Promise<void> {
  const { lab } = desk;
  if (lab.engine.run === undefined) await new Promise<void>((resolve) => lab.begun.on(resolve));
  lab.show({ panel: "terminal" });
  lab.page.say("quayside-dock", {});
  const terminal = await terminalOf(lab, desk.parts);
  await terminal?.executeAll(nameTask(lab, text));
}
