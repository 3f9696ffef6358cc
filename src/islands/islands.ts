// Islands without a framework: a custom element is imported when it comes near the window. An import that fails shows
// its reason in the element's own box, and the page goes on.

import type { SourceAsked } from "@quayside/widgets";

const registry: Record<string, (element: HTMLElement) => Promise<unknown>> = {
  "quayside-lab": async () => {
    const { loadLab } = await import("./lab-files.ts");
    const lessonLinks = async () => (await import("./lesson-links.ts")).lessonLink;
    const failures = async (language: string) => (await import("./failures.ts")).loadFailures(language);
    document.addEventListener("quayside-source", (event) => {
      (event as CustomEvent<SourceAsked>).detail.give({ loadLab, lessonLinks, failures });
    });
    await import("@quayside/widgets/lab");
  },
  "quayside-hero": async (element) => {
    const [{ default: film }] = await Promise.all([
      import("../course/story-film.ts?recorded"),
      import("@quayside/widgets/hero"),
    ]);
    Object.assign(element, { film });
  },
};

/**
 * Starts watching the page's custom elements; each is imported once, when it comes near the window. An element in a
 * closed sheet waits for the first sign that the reader is there, so that a phone shows the text first; one that is to
 * show a shared run does not wait.
 */
export function watchIslands(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        observer.unobserve(entry.target);
        void load(entry.target as HTMLElement);
      }
    },
    { rootMargin: "200px 0px" },
  );
  const sheet = matchMedia("(max-width: 1099.98px)").matches;
  for (const name of Object.keys(registry)) {
    for (const element of document.querySelectorAll<HTMLElement>(`${name}:not(:defined)`)) {
      if (sheet && !sharesRun() && element.closest(".lab-pane")) onFirstSign(() => void load(element));
      else observer.observe(element);
    }
  }
}

/** Whether the address holds a shared run, which the lab opens. */
export function sharesRun(): boolean {
  return location.hash.startsWith("#run=");
}

function onFirstSign(start: () => void): void {
  const signs = ["scroll", "pointerdown", "keydown"];
  const begin = () => {
    for (const sign of signs) removeEventListener(sign, begin);
    start();
  };
  for (const sign of signs) addEventListener(sign, begin, { passive: true });
}

async function load(element: HTMLElement): Promise<void> {
  try {
    await registry[element.localName]?.(element);
  } catch (error) {
    showFailure(element, error);
  }
}

function showFailure(element: HTMLElement, error: unknown): void {
  const box = document.createElement("div");
  box.className = "island-error";
  box.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = element.dataset.failed ?? "This part of the page could not be loaded.";
  const reason = document.createElement("pre");
  reason.textContent = error instanceof Error ? error.message : String(error);
  const retry = document.createElement("button");
  retry.type = "button";
  retry.textContent = element.dataset.retry ?? "Try again";
  retry.addEventListener("click", () => location.reload());
  box.append(text, reason, retry);
  element.replaceChildren(box);
}
