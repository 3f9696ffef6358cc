// Keeps a lesson's steps and questions in step with what the learner did: the lab reports its checks, the store
// remembers them. Brings the lab's sheet on narrow windows.

import type { ProgressDetail } from "@quayside/widgets";
import { sharesRun } from "./islands.ts";
import type { Known } from "./lesson-live.ts";
import { watchMarkedWords } from "./marked-words.ts";
import { readLesson } from "./progress.ts";

const root = document.documentElement;
const lab = document.querySelector<HTMLElement>("quayside-lab");
const lessonId = lab?.getAttribute("lab") ?? "";
/** What is known of each check. */
const known = new Map<string, Known>();

const UNKNOWN: Known = { passed: false, before: false };

/** What only a lesson that is being done needs, once it has come. */
let live: typeof import("./lesson-live.ts") | undefined;

async function come(): Promise<typeof import("./lesson-live.ts")> {
  live ??= await import("./lesson-live.ts");
  return live;
}

/** Shows a step as the run in the lab has it; the lab's dots and marks say the same. @returns how far it is */
function showStep(step: HTMLElement): "done" | "before" | "open" {
  const checks = (step.dataset.checks ?? "").split(" ").map((id) => known.get(id) ?? UNKNOWN);
  const done = checks.every(({ passed }) => passed);
  const state = done ? "done" : checks.every(({ passed, before }) => passed || before) ? "before" : "open";
  step.toggleAttribute("data-done", done);
  step.toggleAttribute("data-before", state === "before");
  const badge = step.querySelector<HTMLElement>("[data-state]");
  if (badge) badge.textContent = badge.dataset[state] ?? "";
  live?.showObserved(step, checks);
  return state;
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
  live?.showPredictions(known);
  root.toggleAttribute("data-lesson-done", steps.length > 0 && !states.includes("open"));
}

function followLab(): void {
  document.addEventListener("quayside-progress", (event) => {
    const { detail } = event as CustomEvent<ProgressDetail>;
    if (detail.labId !== lessonId) return;
    for (const check of detail.checks) known.set(check.id, check);
    showSteps();
    // The lab has words from its first touch on.
    if (live === undefined && detail.checks.some(({ observed }) => observed !== "")) void come().then(showSteps);
  });
}

/** What somebody does in the text. */
function followText(): void {
  document.addEventListener("click", ({ target }) => {
    const command = (target as Element).closest<HTMLElement>("[data-run]")?.dataset.run;
    if (command !== undefined) void come().then(({ runInLab }) => runInLab(command));
  });
  document.addEventListener("change", () => void come().then(({ showPredictions }) => showPredictions(known)));
  const opened = ({ target }: Event) => {
    if (target instanceof HTMLDetailsElement && target.open)
      void come().then(({ noteAnswer }) => noteAnswer(lessonId, target));
  };
  document.addEventListener("toggle", opened, { capture: true });
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

/** The lab's sheet in narrow windows; what it does comes when it is opened, or when the lab below it has begun. */
function labSheet(): void {
  const bring = () => import("./lab-sheet.ts");
  // A lab that fills the page covers the text beside it, which stays where it was read.
  document.addEventListener("quayside-fill", (event) => {
    const { on } = (event as CustomEvent<{ on: boolean }>).detail;
    for (const behind of document.querySelectorAll<HTMLElement>(".prose, .site-footer")) behind.inert = on;
    document.body.style.overflow = on ? "hidden" : "";
  });
  const open = () => void bring().then(({ openSheet }) => openSheet());
  document.querySelector(".sheet-open")?.addEventListener("click", open);
  const isWide = matchMedia("(min-width: 1100px)");
  for (const link of document.querySelectorAll<HTMLElement>("[data-skip-to]"))
    link.addEventListener("click", (event) => {
      const panel = () =>
        link.dataset.skipTo === "panels"
          ? lab?.shadowRoot?.querySelector<HTMLElement>("[role=tab][tabindex='0']")
          : undefined;
      if (isWide.matches && !panel()) return;
      event.preventDefault();
      if (isWide.matches) panel()?.focus();
      else
        void bring().then(({ setSheet }) => {
          setSheet("full");
          panel()?.focus();
        });
    });
  if (isWide.matches) return;
  document.addEventListener("quayside-begun", () => void bring(), { once: true });
  // A shared run is about the lab: all of it is shown.
  if (sharesRun()) void bring().then(({ setSheet }) => setSheet("full"));
}

async function restore(): Promise<void> {
  const stored = await readLesson(lessonId);
  for (const id of stored.checks) if (!known.has(id)) known.set(id, { passed: false, before: true });
  showSteps();
}

showSteps();
followLab();
followText();
reachWideTables();
labSheet();
if (lab) watchMarkedWords(lab);
void restore();
