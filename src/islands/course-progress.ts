// Shows stored progress on the course map and in the course drawer, on the home page's doors, and turns "start" into "continue".

import { onProgress, type Progress, readProgress } from "@quayside/widgets/progress";
import { lessonDone } from "./progress.ts";

const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-lesson-link]")];
const onTheMap = links.filter((link) => link.closest("[data-course-progress]"));

function show(progress: Progress): void {
  let touched = false;
  let next: HTMLAnchorElement | undefined;
  for (const link of links) {
    const { done, right, finished } = lessonDone(progress, link.dataset.lessonLink ?? "", link);
    const begun = !finished && (done > 0 || right > 0);
    touched ||= done > 0;
    if (!finished && onTheMap.includes(link)) next ??= link;
    link.toggleAttribute("data-finished", finished);
    link.toggleAttribute("data-begun", begun);
    const words = link.querySelector("[data-done]");
    const { doneText, begunText } = link.dataset;
    if (words) words.textContent = finished ? `(${doneText})` : begun ? `(${begunText})` : "";
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
const first = readProgress();
void first.then(show);
if (document.querySelector("[data-door]")) {
  void import("./doors.ts").then(async ({ showOnDoors, showSandbox }) => {
    onProgress((progress) => showOnDoors(progress, onTheMap));
    showOnDoors(await first, onTheMap);
    await showSandbox();
  });
}
