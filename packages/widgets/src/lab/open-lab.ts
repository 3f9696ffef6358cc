/** Another lab or scenario in the same element: at once, or after a question when the learner would lose something. */
import type { LabContext } from "../run/lab-context.ts";
import { savingTrouble } from "../run/store.ts";

/** Opens a lab by its id. The run of the old one is kept for when it is opened again, where anything can be kept. */
export function openLab(lab: LabContext, id: string): void {
  const { engine, page } = lab;
  const go = (): void => {
    lab.show({ notice: undefined });
    page.lab = id;
  };
  const { run } = engine;
  const isKept = engine.keeper.keeps && savingTrouble() === undefined;
  if (isKept || run === undefined || run.isPicture || run.session.save().commands.length === 0) {
    go();
    return;
  }
  lab.show({ notice: { kind: "reset", another: true, go } });
  void page.drawn().then(() => page.root.querySelector<HTMLElement>(".notice button")?.focus());
}
