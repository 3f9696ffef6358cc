/** The lab's present state as something to share: a text for a link, or a file that `quayside replay` reads, too. */
import type { SavedRun } from "@quayside/simulator";
import type { LabContext } from "../run/lab-context.ts";
import { FRAGMENT, packLink } from "./link-text.ts";
import { LINK_LIMITS, readSharedRun, SHARED_VERSION, type Shared } from "./shared-run.ts";

/** A run with what is beside it: the shape of a saved file. */
export type FileRun = SavedRun & { readonly shared: Shared };

/** What a lab needs to have for its run to be shared. */
export type ShareSource = Pick<LabContext, "engine" | "shown">;

/** The run with its files and its view. Undefined before the lab is ready. */
export function takeRun({ engine, shown }: ShareSource): FileRun | undefined {
  const { run, definition } = engine;
  if (run === undefined || definition === undefined) return undefined;
  const own = new Map(definition.files.map((file) => [file.name, file.text]));
  const changed = Object.entries(run.attempt.files).filter(([name, text]) => own.get(name) !== text);
  const { activeFile: file } = shown;
  const panel = shown.panel === "differences" || shown.panel === "inspector" ? "editor" : shown.panel;
  const selection = shown.selection?.table === "records" ? undefined : shown.selection;
  return {
    ...run.session.save(),
    shared: {
      version: SHARED_VERSION,
      lab: definition.id,
      files: Object.fromEntries(changed),
      view: { atMs: run.moment.atMs, panel, file, selection },
      records: run.session.journal.length,
    },
  };
}

/**
 * The address that opens a run: this page's, with the run behind `#`. The beginning is left out, because the lab has it.
 * @throws ShareRefused `too-long` or `no-compression`; `no-run` when a call came past the front door
 */
export async function linkOf(taken: FileRun, page: Pick<Location, "origin" | "pathname" | "search">): Promise<string> {
  const { scenario: _ofTheLab, ...run } = taken;
  const text = await packLink(run);
  // No link is given away that would be refused.
  readSharedRun(JSON.parse(JSON.stringify(run)), LINK_LIMITS);
  return `${page.origin}${page.pathname}${page.search}${FRAGMENT}${text}`;
}

/** A name for the file: `quayside-01-01.json`. */
export function fileNameOf({ shared }: FileRun): string {
  return `quayside-${shared.lab.replace("/", "-")}.json`;
}

/** The file's text. */
export function fileTextOf(taken: FileRun): string {
  return `${JSON.stringify(taken, null, 2)}\n`;
}
