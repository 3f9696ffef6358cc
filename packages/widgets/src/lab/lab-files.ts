/** The learner's files: what the editor shows of them, and what typing does to them. */
import type { EditorFile } from "../editor/buffers.ts";
import type { LabContext } from "../run/lab-context.ts";

export class LabFiles {
  readonly #lab: LabContext;
  #key = "";
  #list: readonly EditorFile[] = [];

  constructor(lab: LabContext) {
    this.#lab = lab;
    lab.begun.on(() => this.#begin());
  }

  /** The editor's tabs; the same list while nothing changed, so that the editor is left alone. */
  get list(): readonly EditorFile[] {
    const { run, definition } = this.#lab.engine;
    const files = run?.attempt.files ?? {};
    const key = JSON.stringify(files);
    if (key !== this.#key)
      this.#list = Object.entries(files).map(([name, text]) => {
        const original = definition?.files.find((file) => file.name === name)?.text;
        return original === undefined ? { name, text } : { name, text, original };
      });
    this.#key = key;
    return this.#list;
  }

  /** Text of the file in the editor. */
  get activeText(): string {
    return this.#lab.engine.run?.attempt.files[this.#lab.shown.activeFile] ?? "";
  }

  edit = ({ detail: { file, text } }: CustomEvent<{ readonly file: string; readonly text: string }>): void => {
    const { run, keeper } = this.#lab.engine;
    if (run === undefined) return;
    run.attempt.files[file] = text;
    keeper.noteFile(file, text);
    this.#look(file);
  };

  open = ({ detail }: CustomEvent<{ readonly file: string }>): void => this.#look(detail.file);

  /** Another file, or another text of it: what was compared is not there any more. */
  #look(activeFile: string): void {
    this.#lab.show({ activeFile, comparison: undefined });
  }

  #begin(): void {
    const files = this.#lab.engine.definition?.files ?? [];
    const known = files.some(({ name }) => name === this.#lab.shown.activeFile);
    if (!known) this.#lab.show({ activeFile: files[0]?.name ?? "" });
  }
}
