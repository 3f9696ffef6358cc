// The one script of every page: theme, search, the islands of custom elements, and a lesson's steps. Whatever is large
// is imported when it is needed.

import { watchIslands } from "./islands.ts";

function themeToggle(): void {
  const root = document.documentElement;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-toggle]")) {
    button.addEventListener("click", () => {
      const theme = root.dataset.theme === "light" ? "dark" : "light";
      root.dataset.theme = theme;
      try {
        localStorage.setItem("starlight-theme", theme);
      } catch {
        // Storage is blocked: the choice holds for this page only.
      }
    });
  }
}

function searchOpener(): void {
  const dialog = document.querySelector<HTMLDialogElement>("[data-search]");
  if (!dialog) return;
  const open = async () => {
    if (!dialog.open) dialog.showModal();
    const { startSearch } = await import("./search.ts");
    await startSearch(dialog);
  };
  document.querySelector("[data-search-open]")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      void open();
    }
  });
}

/** Pages that were visited open without a network; nothing of it may compete with the page itself. */
function offlineLater(): void {
  const start = () => void import("./offline.ts").then(({ keepForOffline }) => keepForOffline());
  const whenIdle = () => (globalThis.requestIdleCallback ?? setTimeout)(start);
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}

themeToggle();
searchOpener();
watchIslands();
if (import.meta.env.PROD) offlineLater();
if (document.querySelector("[data-step], [data-question]")) void import("./lesson.ts");
if (document.querySelector("[data-course-progress]")) void import("./course-progress.ts");
document
  .querySelector("#course-menu")
  ?.addEventListener("toggle", () => void import("./course-progress.ts"), { once: true });
