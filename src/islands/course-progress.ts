// Shows stored progress on the course map and in the course drawer, and turns "start" into "continue".

import { onProgress, type Progress, readProgress } from "@quayside/widgets/progress";
import { lessonDone } from "./progress.ts";

const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-lesson-link]")];

function show(progress: Progress): void {
  let touched = false;
  let next: HTMLAnchorElement | undefined;
  for (const link of links) {
    const { done, total, finished } = lessonDone(progress, link.dataset.lessonLink ?? "", link);
    touched ||= done > 0;
    if (!finished && link.closest("[data-course-progress]")) next ??= link;
    link.toggleAttribute("data-finished", finished);
    link.style.setProperty("--filled", `${total === 0 ? 0 : Math.round((done / total) * 100)}%`);
    const words = link.querySelector("[data-done]");
    if (words) words.textContent = finished ? `(${link.dataset.doneText ?? ""})` : "";
  }
  if (touched && next) offerToContinue(next);
}

function offerToContinue(link: HTMLAnchorElement): void {
  const button = document.querySelector<HTMLAnchorElement>("[data-continue]");
  const text = button?.querySelector("span");
  if (!button || !text) return;
  button.href = link.href;
  const title = link.querySelector("[data-title]")?.textContent?.trim() ?? "";
  text.textContent = (button.dataset.continueText ?? "").replace("{lesson}", title);
}

onProgress(show);
void readProgress().then(show);
