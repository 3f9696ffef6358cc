/** The way to a lab's terminal, which may have to be brought first. */
import type { LabContext } from "../run/lab-context.ts";
import type { QuaysideTerminal } from "../terminal/quayside-terminal.ts";
import type { LabParts } from "./lab-parts.ts";

/** The terminal of a lab that shows it, once it stands there; null when it could not be brought, or another panel is shown by now. */
export async function terminalOf(lab: LabContext, parts: LabParts): Promise<QuaysideTerminal | null> {
  await parts.need("terminal");
  await lab.page.drawn();
  const terminal = lab.page.root.querySelector<QuaysideTerminal>("#panel-terminal:not([hidden]) quayside-terminal");
  await terminal?.updateComplete;
  return terminal;
}

/** Lets the learner type, once the terminal stands there. */
export async function focusTerminal(lab: LabContext, parts: LabParts): Promise<void> {
  (await terminalOf(lab, parts))?.focus();
}
