/** The parts of a lab that come when they are first needed, each as a chunk of its own; one lab's parts, and what failed of them. */
import type { QuaysideEditor } from "../editor/quayside-editor.ts";
import type { LabContext } from "../run/lab-context.ts";

const PARTS = {
  editor: () => Promise.all([import("../editor/quayside-editor.ts"), import("./quayside-splitter.ts")]),
  terminal: () => import("../terminal/quayside-terminal.ts"),
  journal: () => import("../journal/quayside-journal.ts"),
  checks: () => import("../checks/quayside-checks.ts"),
  inspector: () => import("../inspector/quayside-inspector.ts"),
  solution: () => import("../solution/quayside-solution.ts"),
  faults: () => import("../faults/quayside-faults.ts"),
  differences: () => import("../compare/comparing.ts"),
  resources: () => import("../resources/quayside-resources.ts"),
} as const;

export type PartName = keyof typeof PARTS;

/** These may stand on a page that nobody has touched; the others show what only the whole world has. */
const SEEN_UNTOUCHED: readonly PartName[] = ["checks", "resources"];

export class LabParts {
  /** Brings what draws the parts. */
  beside: () => Promise<void> = async () => {};
  readonly #lab: LabContext;
  readonly #here = new Set<PartName>();
  readonly #failed = new Set<PartName>();

  constructor(lab: LabContext) {
    this.#lab = lab;
  }

  has(name: PartName): boolean {
    return this.#here.has(name);
  }

  /** Whether a part could not be brought. */
  failed(name: PartName): boolean {
    return this.#failed.has(name);
  }

  /** Brings a part, once, with what draws it. One that cannot be loaded says so in its place, and the rest of the lab goes on. */
  async need(name: PartName): Promise<void> {
    if (this.#here.has(name)) return;
    try {
      await Promise.all([
        PARTS[name](),
        this.beside(),
        SEEN_UNTOUCHED.includes(name) ? this.#lab.engine.definition?.bringChecks?.() : this.#lab.engine.enliven(),
      ]);
      this.#failed.delete(name);
    } catch (error) {
      console.error(error);
      this.#failed.add(name);
    }
    const goOn = name === "editor" ? this.#focusCarrier() : undefined;
    this.#here.add(name);
    this.#lab.page.draw();
    if (goOn !== undefined) void this.#lab.page.drawn().then(goOn);
  }

  /** When the preview has the focus: what moves it, and the caret, into the editor once that stands there. */
  #focusCarrier(): (() => void) | undefined {
    const { page } = this.#lab;
    const preview = page.root.querySelector(".preview pre:focus");
    if (preview === null) return undefined;
    // Where somebody has clicked in the text; unknown where a browser does not tell of selections in a shadow root.
    const [range] = document.getSelection()?.getComposedRanges?.({ shadowRoots: [page.root as ShadowRoot] }) ?? [];
    const at = range?.endContainer.parentNode === preview ? range.endOffset : undefined;
    return () => {
      const editor = page.root.querySelector<QuaysideEditor>("quayside-editor");
      void editor?.updateComplete.then(() => editor.focus({ at }));
    };
  }
}
