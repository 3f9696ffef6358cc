/**
 * What is shared: a saved run, as `quayside replay` reads it, with the lab it belongs to, the editor's files and the view.
 * Everything that comes from outside is read here, member by member, before any of it reaches a lab. Leaves out what only
 * a replay can tell: whether the run comes to the same end.
 */
import { inputProblems, operationModel } from "@quayside/api";
import { isServiceName, type OperationEntry, type SavedRun, serviceOperations } from "@quayside/simulator";
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

/** A run with its beginning left out, as a link holds it: the lab has it. */
export type RunOfLab = Omit<SavedRun, "scenario">;

/** What was read: without `shared` it is a plain run, such as `quayside serve` gives, without `scenario` a link's. */
export interface SharedRun {
  readonly run: RunOfLab;
  readonly scenario: unknown;
  readonly shared: Shared | undefined;
}

/** How much a run may hold, so that opening one ends in seconds at worst. */
export interface RunLimits {
  readonly commands: number;
  readonly steps: number;
}

/** Of a link. Ours: a hundred times what a lesson needs. */
export const LINK_LIMITS: RunLimits = { commands: 2_000, steps: 200_000 };
/** Of a file, which somebody chose with their own hands. Ours. */
export const FILE_LIMITS: RunLimits = { commands: 20_000, steps: 1_000_000 };

/** Longest run, in simulated milliseconds: a year. Ours. */
const MAX_MS = 366 * 24 * 3_600_000;
const MAX_SEED = 0xffff_ffff;
const MAX_DEPTH = 64;
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
  refuseTricks(value);
  const fields = fieldsOf(value, "the run");
  const { version, seed, nowMs, steps, scenario } = fields;
  if (typeof version === "number" && version > 1) throw new ShareRefused("newer");
  if (version !== 1) refuse("version");
  const end = numberUpTo(nowMs, Number.MAX_SAFE_INTEGER, "nowMs");
  const lastStep = wholeUpTo(steps, Number.MAX_SAFE_INTEGER, "steps");
  if (end > MAX_MS || lastStep > limits.steps) throw new ShareRefused("too-long");
  const run: RunOfLab = {
    version,
    seed: wholeUpTo(seed, MAX_SEED, "seed"),
    commands: listOf(fields.commands, limits.commands, "commands").map((command, index) =>
      readCommand(command, { atMs: end, steps: lastStep }, `commands[${index}]`),
    ),
    nowMs: end,
    steps: lastStep,
  };
  return { run, scenario, shared: fields.shared === undefined ? undefined : readShared(fields.shared, end) };
}

/** Refuses what no program of ours writes and some programs stumble over: prototypes as members, deep nesting. */
function refuseTricks(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) refuse("nesting");
    const objects = level.filter((each): each is object => typeof each === "object" && each !== null);
    if (objects.some((each) => Object.hasOwn(each, "__proto__"))) refuse("__proto__");
    level = objects.flatMap((each) => Object.values(each) as unknown[]);
  }
}

function readCommand(
  value: unknown,
  end: { readonly atMs: number; readonly steps: number },
  place: string,
): RunOfLab["commands"][number] {
  const { service, operation, input, atMs, afterSteps } = fieldsOf(value, place);
  if (!isServiceName(service) || typeof operation !== "string") return refuse(`${place}.operation`);
  const table: Readonly<Record<string, OperationEntry>> = serviceOperations[service];
  const entry = Object.hasOwn(table, operation) ? table[operation] : undefined;
  if (entry === undefined || !entry.modelled || entry.readOnly) return refuse(`${place}.operation`);
  if (!isInputOf(service, operation, input)) refuse(`${place}.input`);
  return {
    service,
    operation,
    input,
    atMs: numberUpTo(atMs, end.atMs, `${place}.atMs`),
    afterSteps: wholeUpTo(afterSteps, end.steps, `${place}.afterSteps`),
  };
}

/** What the front door would let in: AWS's shapes; for events from outside an object of plain values. */
function isInputOf(service: keyof typeof serviceOperations, operation: string, input: unknown): boolean {
  if (service !== "quayside") {
    const model = operationModel(operation, service);
    return model !== undefined && inputProblems(model.input, input).length === 0;
  }
  const members = Object.values(fieldsOf(input, "input"));
  return members.every((member) => ["string", "number", "boolean"].includes(typeof member));
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

function listOf(value: unknown, most: number, place: string): readonly unknown[] {
  if (!Array.isArray(value)) return refuse(place);
  if (value.length > most) throw new ShareRefused("too-long");
  return value;
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
