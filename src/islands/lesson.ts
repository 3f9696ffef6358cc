// Keeps a lesson's steps and questions in step with what the learner did: the lab reports its checks, the store
// remembers them. Also opens and closes the lab's sheet on narrow windows.

import type { CheckProgress, ProgressDetail } from "@quayside/widgets";
import type { QuaysideLab } from "@quayside/widgets/lab";
import { sharesRun } from "./islands.ts";
import { watchMarkedWords } from "./marked-words.ts";
import { readLesson, rememberAnswer } from "./progress.ts";

const root = document.documentElement;
const lab = document.querySelector<HTMLElement>("quayside-lab");
const lessonId = lab?.getAttribute("lab") ?? "";
/** What is known of each check: what the lab said of its run last, or that it has passed at an earlier visit. */
const known = new Map<string, Known>();

type Known = Pick<CheckProgress, "passed" | "before"> & Partial<CheckProgress>;

const UNKNOWN: Known = { passed: false, before: false };

/** Shows a step as the run in the lab has it; the lab's dots and marks say the same. @returns how far it is */
function showStep(step: HTMLElement): "done" | "before" | "open" {
  const checks = (step.dataset.checks ?? "").split(" ").map((id) => known.get(id) ?? UNKNOWN);
  const done = checks.every(({ passed }) => passed);
  const state = done ? "done" : checks.every(({ passed, before }) => passed || before) ? "before" : "open";
  step.toggleAttribute("data-done", done);
  step.toggleAttribute("data-before", state === "before");
  const badge = step.querySelector<HTMLElement>("[data-state]");
  if (badge) badge.textContent = badge.dataset[state] ?? "";
  const told = checks.find(({ passed }) => !passed) ?? checks.at(-1);
  const live = step.querySelector<HTMLElement>("[data-observed]");
  if (live && live.textContent !== told?.observed) live.textContent = told?.observed ?? "";
  const evidence = checks.flatMap((check) => check.evidence ?? []);
  const show = step.querySelector<HTMLButtonElement>("[data-show]");
  if (show) {
    show.hidden = evidence.length === 0;
    show.onclick = () => inLab((there) => there.showEvidence(evidence));
  }
  return state;
}

/** Does something to the lab, in sight; in a closed sheet it comes with the opening. */
function inLab(act: (lab: QuaysideLab) => void): void {
  if (lab?.checkVisibility({ visibilityProperty: true }) === false)
    document.querySelector<HTMLElement>(".sheet-open")?.click();
  void customElements.whenDefined("quayside-lab").then(() => lab && act(lab as QuaysideLab));
}

/** "Run" beside a command of the prose: the lab's terminal runs it. */
function followRuns(): void {
  document.addEventListener("click", ({ target }) => {
    const command = (target as Element).closest<HTMLElement>("[data-run]")?.dataset.run;
    if (command !== undefined) inLab((there) => there.runCommands(command));
  });
}

function showSteps(): void {
  const steps = [...document.querySelectorAll<HTMLElement>('[data-step="check"]')];
  const states = steps.map(showStep);
  const next = states.findIndex((state) => state !== "done");
  for (const [index, step] of steps.entries()) step.toggleAttribute("data-next", index === next);
  const done = states.filter((state) => state === "done").length;
  for (const summary of document.querySelectorAll<HTMLElement>("[data-steps-summary]")) {
    const text = summary.dataset.stepsSummary ?? "";
    summary.textContent = text.replace("{done}", String(done)).replace("{total}", String(steps.length));
  }
  showPredictions();
  root.toggleAttribute("data-lesson-done", steps.length > 0 && !states.includes("open"));
  for (const count of document.querySelectorAll("[data-steps-count]")) count.textContent = `${done}/${steps.length}`;
}

function followLab(): void {
  document.addEventListener("quayside-progress", (event) => {
    const { detail } = event as CustomEvent<ProgressDetail>;
    if (detail.labId !== lessonId) return;
    for (const check of detail.checks) known.set(check.id, check);
    showSteps();
  });
}

function followQuestions(): void {
  for (const question of document.querySelectorAll<HTMLElement>("[data-question]")) {
    const id = question.dataset.question ?? "";
    for (const choice of question.querySelectorAll("details")) {
      choice.addEventListener("toggle", () => {
        if (choice.open) void rememberAnswer(lessonId, id, choice.hasAttribute("data-right"));
      });
    }
  }
}

/** A prediction is told about once it was made and the lab has passed its check, in whatever order. */
function showPredictions(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-predict]:not([data-told])")) {
    const chosen = box.querySelector("label:has(:checked)");
    const said = box.querySelector<HTMLElement>("[data-said]");
    if (chosen === null || said === null) continue;
    const { passed, before } = known.get(box.dataset.predict ?? "") ?? UNKNOWN;
    const happened = passed || before;
    box.toggleAttribute("data-told", happened);
    const { noted, hit, miss } = said.dataset;
    said.textContent = (happened ? (chosen.hasAttribute("data-right") ? hit : miss) : noted) ?? "";
    if (!happened) continue;
    for (const input of box.querySelectorAll("input")) input.disabled = true;
    box.querySelector("details")?.toggleAttribute("open", true);
  }
}

/** A table that is wider than its place is scrolled by keyboard, too; one that fits is no stop on the way. */
function reachWideTables(): void {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const table of document.querySelectorAll(".prose table")) watch.observe(table);
}

function labSheet(): void {
  const opener = document.querySelector<HTMLButtonElement>(".sheet-open");
  const closer = document.querySelector<HTMLButtonElement>(".sheet-close");
  const show = (open: boolean) => {
    root.toggleAttribute("data-lab-open", open);
    opener?.setAttribute("aria-expanded", String(open));
    for (const behind of document.querySelectorAll<HTMLElement>(".prose, .header, .site-footer")) behind.inert = open;
    document.body.style.overflow = open ? "hidden" : "";
    (open ? closer : opener)?.focus({ preventScroll: true });
  };
  opener?.addEventListener("click", () => show(true));
  closer?.addEventListener("click", () => show(false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.hasAttribute("data-lab-open") && !event.defaultPrevented) show(false);
  });
  const isWide = matchMedia("(min-width: 1100px)");
  if (sharesRun() && !isWide.matches) show(true);
  isWide.addEventListener("change", (media) => {
    if (media.matches && root.hasAttribute("data-lab-open")) show(false);
  });
}

async function restore(): Promise<void> {
  const stored = await readLesson(lessonId);
  for (const id of stored.checks) if (!known.has(id)) known.set(id, { passed: false, before: true });
  showSteps();
}

showSteps();
followLab();
followRuns();
followQuestions();
document.addEventListener("change", showPredictions);
reachWideTables();
labSheet();
if (lab) watchMarkedWords(lab);
void restore();
