/** Links over random runs: what is shared comes back as it was; a link that somebody changed opens a sound run or none. */
import { deflateRawSync } from "node:zlib";
import { createClient } from "@quayside/api";
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import {
  type FileRun,
  FRAGMENT,
  LINK_LIMITS,
  linkOf,
  readSharedRun,
  replayRun,
  ShareRefused,
  unpackLink,
} from "@quayside/widgets/share";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenInvariants } from "./invariants.ts";
import { type Action, action, perform, SCENARIO } from "./operations.ts";

const RUNS = { numRuns: Number(process.env.QUAYSIDE_RUNS ?? 60) };
const PAGE = { origin: "https://example.org", pathname: "/sandbox/", search: "" };
const HOST = { clock: () => 0, pause: () => Promise.resolve() };
/** A part of something; unlike fc.double's, evenly spread. */
const part = fc.nat(999).map((thousandths) => thousandths / 1_000);
const seeds = fc.nat(1_000);
const actions = fc.array(action, { minLength: 4, maxLength: 20, size: "max" });
const views = fc.record({
  share: part,
  panel: fc.constantFrom("editor" as const, "terminal" as const, "journal" as const),
  file: fc.string({ unit: "binary", maxLength: 20 }),
  text: fc.string({ unit: "binary", maxLength: 200 }),
});

interface Case {
  readonly session: Session;
  readonly run: FileRun;
}

/** A run with what stands beside it when it is shared. */
const cases: fc.Arbitrary<Case> = fc.tuple(seeds, actions, views).map(([seed, list, view]) => {
  const session = play(seed, list);
  const { share, panel, file, text } = view;
  const shared = {
    version: 1 as const,
    lab: "sandbox",
    files: { "web.json": text },
    view: { atMs: session.nowMs * share, panel, file, selection: undefined },
    records: session.journal.length,
  };
  return { session, run: { ...session.save(), shared } };
});

function play(seed: number, list: readonly Action[]): Session {
  const session = Session.start({ seed, scenario: SCENARIO });
  const client = createClient(session);
  // Calls come through the front door here, as they do in a lab: what it refuses is in no run.
  for (const each of list) {
    if (each.do === "call") client.send(each.operation, each.input);
    else perform(session, each);
  }
  return session;
}

const textOf = async (run: FileRun) => new URL(await linkOf(run, PAGE)).hash.slice(FRAGMENT.length);
const journalText = (session: Session) => JSON.stringify(session.journal.records);

async function open(text: string): Promise<{ session: Session; read: ReturnType<typeof readSharedRun> }> {
  const read = readSharedRun(await unpackLink(text), LINK_LIMITS);
  return { session: await replayRun({ ...read.run, scenario: SCENARIO }, read.shared?.records, HOST), read };
}

/** Opens a text that may be anything: a sound session, or a refusal of ours and nothing else. */
async function openOrRefuse(text: string): Promise<"opened" | "refused"> {
  try {
    const { session } = await open(text);
    expect(brokenInvariants(session)).toEqual([]);
    return "opened";
  } catch (error) {
    if (!(error instanceof ShareRefused)) throw error;
    return "refused";
  }
}

test("what is shared comes back: the same journal, files and view", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ session, run }) => {
      const opened = await open(await textOf(run));
      expect(journalText(opened.session)).toBe(journalText(session));
      expect(opened.session.nowMs).toBe(session.nowMs);
      expect(opened.read.shared).toEqual(run.shared);
    }),
    RUNS,
  );
});

/** A text in which some letters were changed, dropped or put in. */
function mistyped(text: string, edits: readonly { at: number; drop: number; letters: string }[]): string {
  let changed = text;
  for (const { at, drop, letters } of edits) {
    const place = Math.floor(at * changed.length);
    changed = changed.slice(0, place) + letters + changed.slice(place + drop);
  }
  return changed;
}

test("a mistyped link opens or is refused, and the run that it came from stays", async () => {
  const edit = fc.record({
    at: part,
    drop: fc.nat(3),
    letters: fc.string({ maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, fc.array(edit, { minLength: 1, maxLength: 4 }), async ({ session, run }, edits) => {
      const before = journalText(session);
      await openOrRefuse(mistyped(await textOf(run), edits));
      expect(journalText(session)).toBe(before);
    }),
    RUNS,
  );
});

const HOSTILE: readonly unknown[] = [
  null,
  -1,
  0.5,
  1e300,
  "__proto__",
  "x".repeat(5_000),
  [],
  {},
  { constructor: 1 },
  [[[[]]]],
  true,
];

/** Puts something else in a place of a JSON value; the place is chosen by shares of the members on the way. */
function forged(value: unknown, path: readonly number[], change: (member: unknown) => unknown): unknown {
  const [share = 0, ...rest] = path;
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (path.length === 0 || keys.length === 0) return change(value);
  const chosen = keys[Math.floor(share * keys.length)] ?? "";
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[chosen] = forged(copy[chosen], rest, change);
  return copy;
}

const path = fc.array(part, { minLength: 1, maxLength: 6 });
/** Long enough to end at a leaf. */
const deepPath = fc.array(part, { minLength: 9, maxLength: 9 });
const twist = fc.record({
  text: fc.constantFrom(
    "",
    "__proto__",
    "constructor",
    "web:99",
    "default",
    "x".repeat(300),
    "\u0000\ud800",
    "../../etc",
  ),
  number: fc.constantFrom(0, 1, 7, 2 ** 31, 2 ** 53, 1e300, -1, 0.5),
  times: fc.constantFrom(0, 2, 9),
});

/** Another value of the same kind: what the checks of kinds let in. */
const twisted = (by: { text: string; number: number; times: number }) => (member: unknown) => {
  if (typeof member === "string") return by.text;
  if (typeof member === "number") return by.number;
  if (typeof member === "boolean") return !member;
  return Array.isArray(member) ? Array.from({ length: by.times }, () => member).flat() : member;
};

type Forgery = (run: FileRun) => unknown;

/** Ways to change a run by hand: from what no check can let in to a run that comes to the end that it names. */
const forgeries: Readonly<Record<string, fc.Arbitrary<Forgery>>> = {
  "anything anywhere": fc.tuple(path, fc.constantFrom(...HOSTILE)).map(
    ([places, hostile]) =>
      (run) =>
        forged(run, places, () => hostile),
  ),
  "another view": fc.tuple(deepPath, twist).map(([places, by]) => (run) => ({
    ...run,
    shared: forged(run.shared, places, twisted(by)),
  })),
  "another input": fc.tuple(fc.nat(50), deepPath, twist).map(([pick, places, by]) => (run) => ({
    ...run,
    commands: withInput(run.commands, pick, places, by),
  })),
  "other calls at the same moments": fc.tuple(fc.nat(50), fc.nat(50)).map(([from, to]) => (run) => ({
    ...run,
    commands: exchanged(run.commands, from, to),
  })),
  "another input, played to its end": fc.tuple(fc.nat(50), deepPath, twist).map(
    ([pick, places, by]) =>
      (run) =>
        played({ ...run, commands: withInput(run.commands, pick, places, by) }),
  ),
  "other calls, played to their end": fc.tuple(fc.nat(50), fc.nat(50)).map(
    ([from, to]) =>
      (run) =>
        played({ ...run, commands: exchanged(run.commands, from, to) }),
  ),
};

type Commands = FileRun["commands"];

function withInput(commands: Commands, pick: number, places: number[], by: Parameters<typeof twisted>[0]): Commands {
  const at = pick % Math.max(1, commands.length);
  return commands.map((each, index) =>
    index === at ? { ...each, input: forged(each.input, places, twisted(by)) } : each,
  );
}

/** Two calls change places, and the moments stay as they were. */
function exchanged(commands: Commands, from: number, to: number): Commands {
  const [left, right] = [from % Math.max(1, commands.length), to % Math.max(1, commands.length)];
  const call = (at: number) => {
    const { service, operation, input } = commands[at] as Commands[number];
    return { service, operation, input };
  };
  return commands.map((each, at) => ({ ...each, ...call(at === left ? right : at === right ? left : at) }));
}

/** The run that these calls make, with the steps and records of its own end: a forger can play, too. */
function played(run: FileRun): FileRun {
  const session = Session.start({ seed: run.seed, scenario: SCENARIO });
  const client = createClient(session);
  for (const { service, operation, input, atMs } of run.commands) {
    session.advance({ byMs: atMs - session.nowMs });
    if (service === "ecs") client.send(operation, input);
    else session.call(service, operation, input);
  }
  session.advance({ byMs: run.nowMs - session.nowMs });
  return { ...run, ...session.save(), shared: { ...run.shared, records: session.journal.length } };
}

/** At least this share of the forged links passes the checks of the text, and of those that pass at least so many open. */
const LEAST = { replayed: 0.5, opened: 0.3 };

test("a forged link opens a sound run or is refused: nothing of it runs past the checks", async () => {
  const outcomes = { unread: 0, "no-replay": 0, opened: 0 };
  const forgery = fc.oneof(...Object.values(forgeries));
  await fc.assert(
    fc.asyncProperty(cases, forgery, async ({ run }, forge) => {
      const { scenario: _left, ...rest } = forge(run) as FileRun;
      const outcome = await openForged(`1.${deflateRawSync(JSON.stringify(rest)).toString("base64url")}`);
      outcomes[outcome] += 1;
    }),
    { ...RUNS, numRuns: Math.max(200, RUNS.numRuns) },
  );
  const all = outcomes.unread + outcomes["no-replay"] + outcomes.opened;
  expect(outcomes.unread).toBeGreaterThan(0);
  expect(outcomes["no-replay"]).toBeGreaterThan(0);
  expect((all - outcomes.unread) / all).toBeGreaterThan(LEAST.replayed);
  expect(outcomes.opened / (all - outcomes.unread)).toBeGreaterThan(LEAST.opened);
});

/** Opens a forged link as a page would: refused by its text, by its replay, or open and sound, also an hour later. */
async function openForged(text: string): Promise<"unread" | "no-replay" | "opened"> {
  try {
    const { session } = await open(text);
    expect(brokenInvariants(session)).toEqual([]);
    session.advance({ byMs: 3_600_000, maxSteps: 5_000 });
    expect(brokenInvariants(session)).toEqual([]);
    return "opened";
  } catch (error) {
    if (!(error instanceof ShareRefused)) throw error;
    if (error.problem !== "no-replay") return "unread";
    // The run is refused in words: a call that the checks let in never makes the simulator stumble.
    expect(error.detail).toBe("");
    return "no-replay";
  }
}

test("a run that leaves out what was due before its end does not replay", () => {
  const session = Session.start({ scenario: SCENARIO });
  const subnets = [DEFAULT_SUBNETS["public-a"]];
  const networkConfiguration = { awsvpcConfiguration: { subnets, assignPublicIp: "ENABLED" } };
  session.call("ecs", "RunTask", { taskDefinition: "web", launchType: "FARGATE", networkConfiguration });
  expect(() => Session.load({ ...session.save(), nowMs: 3_600_000 })).toThrow("does not replay");
});
