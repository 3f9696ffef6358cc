/** The parts of a lab that come when they are first needed, each as a chunk of its own. */

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

const failures = new Map<PartName, string>();

/**
 * Loads a part, and makes the lab's run more than a picture for those that need it.
 * @returns false when it could not be loaded; `partFailure` says why, and the rest of the lab goes on
 */
export async function loadPart(name: PartName, enliven: () => Promise<void>): Promise<boolean> {
  try {
    await Promise.all([PARTS[name](), SEEN_UNTOUCHED.includes(name) ? undefined : enliven()]);
    failures.delete(name);
  } catch (error) {
    failures.set(name, error instanceof Error ? error.message : String(error));
  }
  return true;
}

/** Why a part is missing, or undefined. */
export function partFailure(name: PartName): string | undefined {
  return failures.get(name);
}
