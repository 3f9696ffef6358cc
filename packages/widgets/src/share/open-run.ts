/**
 * Opens a shared run in a lab: read, checked, played again, and only then shown, as a visit that keeps nothing. A link or
 * a file that is refused has changed nothing.
 */

import type { Lab } from "@quayside/grader";
import type { SavedRun } from "@quayside/simulator";
import { selectedRow } from "../base/cloud.ts";
import { arriving } from "../i18n/by-language.ts";
import type { LabContext } from "../run/lab-context.ts";
import { LabRun } from "../run/lab-run.ts";
import { FRAGMENT, unpackLink } from "./link-text.ts";
import { replayRun } from "./replay-run.ts";
import { ShareRefused } from "./share-problem.ts";
import { FILE_LIMITS, LINK_LIMITS, readSharedRun, type SharedRun } from "./shared-run.ts";
import { problemText, shareTexts } from "./texts/index.ts";
import "./quayside-visit.ts";

/** Largest file that is read, in bytes. Ours. */
export const MAX_FILE_BYTES = 8 * 1_024 * 1_024;

/** Thrown inside an opening that a newer one has replaced, or whose lab is gone. */
class Replaced extends Error {}

/** Opens what stands behind `#run=`; says in the lab why when it cannot. */
export async function openFragment(lab: LabContext, fragment: string): Promise<void> {
  await arriving(lab.page.language);
  try {
    const value = await unpackLink(fragment.slice(FRAGMENT.length));
    await openRun(lab, readSharedRun(value, LINK_LIMITS));
  } catch (error) {
    if (error instanceof Replaced) return;
    const text = problemText(error, "link", lab.page.language);
    lab.show({ notice: { kind: "problem", title: shareTexts(lab.page.language).linkRefused, text } });
  }
}

/**
 * Opens a file that the learner chose.
 * @throws ShareRefused when it cannot be opened
 */
export async function openFile(lab: LabContext, file: Pick<File, "size" | "text">): Promise<void> {
  if (file.size > MAX_FILE_BYTES) throw new ShareRefused("too-long");
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch {
    throw new ShareRefused("damaged");
  }
  try {
    await openRun(lab, readSharedRun(value, FILE_LIMITS));
  } catch (error) {
    if (!(error instanceof Replaced)) throw error;
  }
}

async function openRun(lab: LabContext, read: SharedRun): Promise<void> {
  const isWanted = lab.opening();
  const definition = await labOf(lab, read);
  const { shared } = read;
  const saved: SavedRun = { ...read.run, scenario: definition.scenario };
  await definition.bringChecks?.();
  const session = await replayRun(saved, shared?.records, {
    clock: () => performance.now(),
    pause: async () => {
      lab.show({ notice: { kind: "news", text: shareTexts(lab.page.language).opening } });
      await new Promise((resolve) => setTimeout(resolve));
      if (!isWanted()) throw new Replaced();
    },
  });
  if (!isWanted()) throw new Replaced();
  const run = new LabRun(definition, session, { files: shared?.files ?? {} });
  if (shared !== undefined) run.look(shared.view.atMs);
  lab.engine.visit(definition, run);
  show(lab, definition, shared?.view);
}

/** The lab that a run belongs to, when this page may show it and it still begins as it did. */
async function labOf(lab: LabContext, { shared, scenario }: SharedRun): Promise<Lab> {
  const here = lab.engine.home;
  if (here === undefined) throw new Replaced();
  const id = shared?.lab ?? here.id;
  if (id !== here.id && !lab.page.sandbox) throw new ShareRefused("other-lab", id);
  const definition = id === here.id ? here : await findLab(lab, id);
  if (scenario !== undefined && !isSame(scenario, definition.scenario)) throw new ShareRefused("other-beginning");
  return definition;
}

async function findLab({ page }: LabContext, id: string): Promise<Lab> {
  try {
    return await page.source.loadLab(id);
  } catch {
    // The course has no such lab, or not any more.
    throw new ShareRefused("other-lab", id);
  }
}

function show(lab: LabContext, definition: Lab, view: NonNullable<SharedRun["shared"]>["view"] | undefined): void {
  if (view === undefined) {
    lab.page.draw();
    return;
  }
  const { selection, panel, file } = view;
  const tables = lab.engine.run?.moment.tables;
  const isThere = selection !== undefined && tables !== undefined && selectedRow(tables, selection) !== undefined;
  lab.show({
    panel: panel === "checks" && definition.checks.length === 0 ? "editor" : panel,
    selection: isThere ? selection : undefined,
    ...(definition.files.some(({ name }) => name === file) ? { activeFile: file } : {}),
  });
}

/** Whether two JSON values are the same, whatever the order of their members. */
function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, inOrder(member)]));
}
