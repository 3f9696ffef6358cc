/**
 * Tells Monaco where its two workers are: the JSON language service and the text engine. Both are bundled by Vite; the
 * look-up is set once a page and leaves another library's `MonacoEnvironment` alone.
 */
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import JsonWorker from "monaco-editor/language/json/json.worker?worker";

interface WorkerSource {
  getWorker?(moduleId: string, label: string): Worker;
}

/** Safe to call again; what is there already stays. */
export function provideWorkers(): void {
  const page = globalThis as { MonacoEnvironment?: WorkerSource };
  page.MonacoEnvironment ??= {};
  page.MonacoEnvironment.getWorker ??= (_moduleId, label) => (label === "json" ? new JsonWorker() : new EditorWorker());
}
