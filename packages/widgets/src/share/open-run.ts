/**
 * Opens a shared run in a lab: read, checked, played again, and only then shown, as a visit that keeps nothing. A link or
 * a file that is refused has changed nothing.
 */

import type { Lab } from "@quayside/grader";
import type { SavedRun } from "@quayside/simulator";
import { selectedRow } from "../base/cloud.ts";
import { loadLab } from "../run/lab-loader.ts";
import { LabRun } from "../run/lab-run.ts";
import { FRAGMENT, unpackLink } from "./link-text.ts";
import { replayRun } from "./replay-run.ts";
import type { ShareHost } from "./share-host.ts";
import { ShareRefused } from "./share-problem.ts";
import { FILE_LIMITS, LINK_LIMITS, readSharedRun, type SharedRun } from "./shared-run.ts";
import { problemText, shareTexts } from "./texts.ts";
import "./quayside-visit.ts";

/** Largest file that is read, in bytes. Ours. */
export const MAX_FILE_BYTES = 8 * 1_024 * 1_024;

/** The last opening asked for, by lab: an older one that is still at work gives up. */
const latest = new WeakMap<ShareHost, object>();

/** Thrown inside an opening that a newer one has replaced, or whose lab is gone. */
class Replaced extends Error {}

/** Opens what stands behind `#run=`; says in the lab why when it cannot. */
export async function openFragment(host: ShareHost, fragment: string): Promise<void> {
  const t = shareTexts(host.language);
  try {
    const value = await unpackLink(fragment.slice(FRAGMENT.length));
    await openRun(host, readSharedRun(value, LINK_LIMITS));
  } catch (error) {
    if (error instanceof Replaced) return;
    host.notice = { kind: "problem", title: t.linkRefused, text: problemText(error, "link", host.language) };
  }
}

/**
 * Opens a file that the learner chose.
 * @throws ShareRefused when it cannot be opened
 */
export async function openFile(host: ShareHost, file: Pick<File, "size" | "text">): Promise<void> {
  if (file.size > MAX_FILE_BYTES) throw new ShareRefused("too-long");
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch {
    throw new ShareRefused("damaged");
  }
  try {
    await openRun(host, readSharedRun(value, FILE_LIMITS));
  } catch (error) {
    if (!(error instanceof Replaced)) throw error;
  }
}

async function openRun(host: ShareHost, read: SharedRun): Promise<void> {
  const turn = {};
  latest.set(host, turn);
  const definition = await labOf(host, read);
  const { shared } = read;
  const saved: SavedRun = { ...read.run, scenario: definition.scenario };
  const session = await replayRun(saved, shared?.records, {
    clock: () => performance.now(),
    pause: async () => {
      host.notice = { kind: "news", text: shareTexts(host.language).opening };
      await new Promise((resolve) => setTimeout(resolve));
      if (latest.get(host) !== turn || !host.isConnected) throw new Replaced();
    },
  });
  if (latest.get(host) !== turn || !host.isConnected) throw new Replaced();
  const run = new LabRun(definition, session, { files: shared?.files ?? {} });
  if (shared !== undefined) run.look(shared.view.atMs);
  host.engine.visit(definition, run);
  show(host, definition, shared?.view);
}

/** The lab that a run belongs to, when this page may show it and it still begins as it did. */
async function labOf(host: ShareHost, { shared, scenario }: SharedRun): Promise<Lab> {
  const here = host.engine.home;
  if (here === undefined) throw new Replaced();
  const id = shared?.lab ?? here.id;
  if (id !== here.id && !host.sandbox) throw new ShareRefused("other-lab", id);
  const definition = id === here.id ? here : await findLab(id);
  if (scenario !== undefined && !isSame(scenario, definition.scenario)) throw new ShareRefused("other-beginning");
  return definition;
}

async function findLab(id: string): Promise<Lab> {
  try {
    return await loadLab(id);
  } catch {
    // The course has no such lab, or not any more.
    throw new ShareRefused("other-lab", id);
  }
}

function show(host: ShareHost, definition: Lab, view: NonNullable<SharedRun["shared"]>["view"] | undefined): void {
  if (view !== undefined) {
    const { selection, panel, file } = view;
    host.panel = panel === "checks" && definition.checks.length === 0 ? "editor" : panel;
    if (definition.files.some(({ name }) => name === file)) host.activeFile = file;
    const tables = host.engine.run?.moment.tables;
    host.selection =
      selection !== undefined && tables !== undefined && selectedRow(tables, selection) ? selection : undefined;
  }
  host.requestUpdate();
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
