// The progress page's behaviour: shows the stored progress of each lesson, exports, imports, and resets after asking.

import type { Progress } from "@quayside/widgets/progress";
import { lessonDone } from "./progress.ts";

class ProgressPage extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const [store, transfer] = await Promise.all([
      import("@quayside/widgets/progress"),
      import("@quayside/widgets/progress-transfer"),
    ]);
    const tellTrouble = () => {
      const trouble = store.savingTrouble();
      this.#say(trouble === undefined ? "" : trouble === "newer" ? this.dataset.newer : this.dataset.notSaved);
    };
    store.onSavingTrouble(tellTrouble);
    store.onProgress((progress) => this.#show(progress));
    this.#show(await store.readProgress());

    this.querySelector("[data-export]")?.addEventListener("click", async () => {
      saveFile("quayside-progress.json", await transfer.exportProgress());
    });
    const file = this.querySelector<HTMLInputElement>('input[type="file"]');
    this.querySelector("[data-import]")?.addEventListener("click", () => file?.click());
    file?.addEventListener("change", async () => {
      const chosen = file.files?.[0];
      file.value = "";
      if (!chosen) return;
      try {
        await transfer.importProgress(await chosen.text());
        if (store.savingTrouble() === undefined) this.#say(this.dataset.imported);
      } catch (error) {
        if (!(error instanceof transfer.ProgressRefused)) throw error;
        this.#say(error.fault === "not-json" ? this.dataset.notJson : this.dataset.notProgress);
      }
    });
    const dialog = this.querySelector("dialog");
    this.querySelector("[data-reset]")?.addEventListener("click", () => dialog?.showModal());
    dialog?.addEventListener("close", async () => {
      if (dialog.returnValue !== "yes") return;
      dialog.returnValue = "";
      await transfer.resetProgress();
      if (store.savingTrouble() === undefined) this.#say(this.dataset.wasReset);
    });
  }

  #show(progress: Progress): void {
    let finished = 0;
    let touched = false;
    for (const row of this.querySelectorAll<HTMLElement>("[data-lesson]")) {
      const id = row.dataset.lesson ?? "";
      const { done: checks, total, right, finished: isFinished } = lessonDone(progress, id, row);
      if (isFinished) finished += 1;
      touched ||= checks > 0 || right > 0;
      row.toggleAttribute("data-finished", isFinished);
      row.style.setProperty("--filled", `${total === 0 ? 0 : Math.round((checks / total) * 100)}%`);
      const figures = row.querySelector("[data-figures]");
      if (figures) {
        figures.textContent = `${fill(this.dataset.checks, { done: checks, total })} · ${fill(this.dataset.questions, { done: right })}`;
      }
    }
    const summary = this.querySelector("p[data-summary]");
    if (summary) {
      summary.textContent = touched ? fill(this.dataset.summary, { done: finished }) : (this.dataset.empty ?? "");
    }
  }

  #say(text: string | undefined, values: Record<string, string> = {}): void {
    const message = this.querySelector("[data-message]");
    if (message) message.textContent = fill(text, values);
  }
}

function fill(text: string | undefined, values: Record<string, string | number>): string {
  return (text ?? "").replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

customElements.define("quayside-progress-page", ProgressPage);
