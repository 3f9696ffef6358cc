/** Another lab or scenario in the same element: at once, or after a question when the learner would lose something. */
import type { LabContext } from "../run/lab-context.ts";

/** Opens a lab by its id. What the learner did to the cloud goes with the old one; files are kept per lab. */
export function openLab(lab: LabContext, id: string): void {
  const { engine, page } = lab;
  const go = (): void => {
    lab.show({ notice: undefined });
    page.lab = id;
  };
  const { run } = engine;
  if (run === undefined || run.isPicture || run.session.save().commands.length === 0) {
    go();
    return;
  }
  lab.show({ notice: { kind: "reset", another: true, go } });
  void page.drawn().then(() => page.root.querySelector<HTMLElement>(".notice button")?.focus());
}
