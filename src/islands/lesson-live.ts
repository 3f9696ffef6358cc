// What a lesson does once somebody has touched it: what each check observes, the way to the evidence, commands that run in the
// lab, predictions that came true, answers that are remembered. It comes with the first of them.

import type { CheckProgress } from "@quayside/widgets";
import type { QuaysideLab } from "@quayside/widgets/lab";
import { rememberAnswer } from "./progress.ts";

/** What is known of a check: what the lab said of its run last, or that it has passed at an earlier visit. */
export type Known = Pick<CheckProgress, "passed" | "before"> & Partial<CheckProgress>;

const lab = document.querySelector<QuaysideLab>("quayside-lab");

/** Does something to the lab, in sight; in a closed sheet it comes with the opening. */
function inLab(act: (lab: QuaysideLab) => void): void {
  if (lab?.checkVisibility({ visibilityProperty: true }) === false)
    document.querySelector<HTMLElement>(".sheet-open")?.click();
  void customElements.whenDefined("quayside-lab").then(() => lab && act(lab));
}

/** "Run" beside a command of the prose: the lab's terminal runs it. */
export function runInLab(command: string): void {
  inLab((there) => there.runCommands(command));
}

/** Under a step stands what its first open check observes, and the way to what shows it. */
export function showObserved(step: HTMLElement, checks: readonly Known[]): void {
  const told = checks.find(({ passed }) => !passed) ?? checks.at(-1);
  const live = step.querySelector<HTMLElement>("[data-observed]");
  if (live && live.textContent !== told?.observed) live.textContent = told?.observed ?? "";
  const evidence = checks.flatMap((check) => check.evidence ?? []);
  const show = step.querySelector<HTMLButtonElement>("[data-show]");
  if (show) {
    show.hidden = evidence.length === 0;
    show.onclick = () => inLab((there) => there.showEvidence(evidence));
  }
}

/** A prediction is told about once it was made and the lab has passed its check, in whatever order. */
export function showPredictions(known: ReadonlyMap<string, Known>): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-predict]:not([data-told])")) {
    const chosen = box.querySelector("label:has(:checked)");
    const said = box.querySelector<HTMLElement>("[data-said]");
    if (chosen === null || said === null) continue;
    const check = known.get(box.dataset.predict ?? "");
    const happened = check?.passed === true || check?.before === true;
    box.toggleAttribute("data-told", happened);
    const { noted, hit, miss } = said.dataset;
    said.textContent = (happened ? (chosen.hasAttribute("data-right") ? hit : miss) : noted) ?? "";
    if (!happened) continue;
    for (const input of box.querySelectorAll("input")) input.disabled = true;
    box.querySelector("details")?.toggleAttribute("open", true);
  }
}

/** An answer to a question was opened. */
export function noteAnswer(lessonId: string, choice: HTMLElement): void {
  const question = choice.closest<HTMLElement>("[data-question]")?.dataset.question;
  if (question !== undefined) void rememberAnswer(lessonId, question, choice.hasAttribute("data-right"));
}
