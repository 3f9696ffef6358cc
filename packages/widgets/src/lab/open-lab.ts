/** Another lab or scenario in the same element: at once, or after a question when the learner would lose something. */
import type { LitElement } from "lit";
import type { LabRun } from "../run/lab-run.ts";
import type { Notice } from "../run/notices.ts";

/** What of the lab is needed here. */
interface Opener extends LitElement {
  lab: string;
  notice: Notice | undefined;
  readonly run: LabRun | undefined;
}

/** Opens a lab by its id. What the learner did to the cloud goes with the old one; files are kept per lab. */
export function openLab(host: Opener, id: string): void {
  const go = (): void => {
    host.notice = undefined;
    host.lab = id;
  };
  const { run } = host;
  if (run === undefined || run.isPicture || run.session.save().commands.length === 0) {
    go();
    return;
  }
  host.notice = { kind: "reset", another: true, go };
  void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(".notice button")?.focus());
}
