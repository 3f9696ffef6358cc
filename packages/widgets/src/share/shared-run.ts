/**
 * What is shared: a saved run, as `quayside replay` reads it, with the lab it belongs to, the editor's files and the view.
 * Everything that comes from outside is read here, member by member, before any of it reaches a lab. Leaves out what only
 * a replay can tell: whether the run comes to the same end.
 */
import { type RunLimits, type RunOfLab, readRunOfLab } from "@quayside/api";
import { RunRefused } from "@quayside/simulator";
import { SELECTABLE, type Selection } from "../base/cloud.ts";
import { ShareRefused } from "./share-problem.ts";

/** Rises when what is beside the run changes its meaning. */
export const SHARED_VERSION = 1;

/** Panels that a view can have open. */
const PANELS = ["editor", "terminal", "journal", "checks", "resources", "faults"] as const;

/** What the sharer looked at. */
export interface SharedView {
  /** The moment, in simulated milliseconds. */
  readonly atMs: number;
  readonly panel: (typeof PANELS)[number];
  /** The editor's tab. */
  readonly file: string;
  readonly selection: Selection | undefined;
}

/** What a shared run has beside the run. */
export interface Shared {
  readonly version: typeof SHARED_VERSION;
  /** Id of the lab: "01/01", "sandbox", or "scenario/web-running" for the sandbox with that scenario. */
  readonly lab: string;
  /** Texts of the editor's tabs that differ from the lab's own, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly view: SharedView;
  /** Records of the journal at the end: a run that replays has as many. */
  readonly records: number;
}

/** What was read: without `shared` it is a plain run, such as `quayside serve` gives, without `scenario` a link's. */
export interface SharedRun {
  readonly run: RunOfLab;
  readonly scenario: unknown;
  readonly shared: Shared | undefined;
}

/** Longest run, in simulated milliseconds. Ours. */
const A_YEAR_MS = 366 * 24 * 3_600_000;

/** Of a link. Ours: a hundred times what a lesson needs. */
export const LINK_LIMITS: RunLimits = { commands: 2_000, steps: 200_000, ms: A_YEAR_MS };
/** Of a file, which somebody chose with their own hands. Ours. */
export const FILE_LIMITS: RunLimits = { commands: 20_000, steps: 1_000_000, ms: A_YEAR_MS };

const MAX_FILES = 32;
const MAX_NAME = 200;
const MAX_KEY = 2_048;
const LAB_ID = /^(?:sandbox|scenario\/[a-z0-9-]{1,40}|\d{2}\/\d{2})$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what came from a link or a file.
 * @throws ShareRefused, with the place of the mistake
 */
export function readSharedRun(value: unknown, limits: RunLimits): SharedRun {
  const run = runIn(value, limits);
  const { scenario, shared } = value as Fields;
  return { run, scenario, shared: shared === undefined ? undefined : readShared(shared, run.nowMs) };
}

/** The run through the one door for saved runs; what is refused there is told in the page's own words. */
function runIn(value: unknown, limits: RunLimits): RunOfLab {
  try {
    return readRunOfLab(value, limits);
  } catch (problem) {
    if (!(problem instanceof RunRefused) || problem.fault === "no-replay") throw problem;
    throw new ShareRefused(problem.fault, problem.fault === "no-run" ? problem.place : "");
  }
}

function readShared(value: unknown, endMs: number): Shared {
  const { version, lab, files, view, records } = fieldsOf(value, "shared");
  if (typeof version === "number" && version > SHARED_VERSION) throw new ShareRefused("newer");
  if (version !== SHARED_VERSION) refuse("shared.version");
  if (typeof lab !== "string" || !LAB_ID.test(lab)) return refuse("shared.lab");
  return {
    version: SHARED_VERSION,
    lab,
    files: readFiles(files),
    view: readView(view, endMs),
    records: wholeUpTo(records, Number.MAX_SAFE_INTEGER, "shared.records"),
  };
}

function readFiles(value: unknown): Record<string, string> {
  const files = Object.entries(fieldsOf(value, "shared.files"));
  if (files.length > MAX_FILES) refuse("shared.files");
  for (const [name, text] of files) {
    if (name.length > MAX_NAME || typeof text !== "string") refuse("shared.files");
  }
  return Object.fromEntries(files) as Record<string, string>;
}

function readView(value: unknown, endMs: number): SharedView {
  const { atMs, panel, file, selection } = fieldsOf(value, "shared.view");
  const known = PANELS.find((each) => each === panel);
  if (known === undefined) return refuse("shared.view.panel");
  return {
    atMs: numberUpTo(atMs, endMs, "shared.view.atMs"),
    panel: known,
    file: textUpTo(file, MAX_NAME, "shared.view.file"),
    selection: selection === undefined ? undefined : readSelection(selection),
  };
}

function readSelection(value: unknown): Selection {
  const { table, key } = fieldsOf(value, "shared.view.selection");
  const known = SELECTABLE.find((each) => each === table);
  if (known === undefined) return refuse("shared.view.selection.table");
  return { table: known, key: textUpTo(key, MAX_KEY, "shared.view.selection.key") };
}

function refuse(place: string): never {
  throw new ShareRefused("no-run", place);
}

function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(place);
  return value as Fields;
}

function textUpTo(value: unknown, most: number, place: string): string {
  return typeof value === "string" && value.length <= most ? value : refuse(place);
}

function numberUpTo(value: unknown, most: number, place: string): number {
  return typeof value === "number" && value >= 0 && value <= most ? value : refuse(place);
}

function wholeUpTo(value: unknown, most: number, place: string): number {
  return Number.isInteger(value) ? numberUpTo(value, most, place) : refuse(place);
}
