/** Links over random runs: what is shared comes back as it was; a link that somebody changed opens a sound run or none. */
import { deflateRawSync } from "node:zlib";
import { createClient } from "@quayside/api";
import { Session } from "@quayside/simulator";
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
function forged(value: unknown, path: readonly number[], hostile: unknown): unknown {
  const [share = 0, ...rest] = path;
  if (typeof value !== "object" || value === null || path.length === 0) return hostile;
  const keys = Object.keys(value);
  if (keys.length === 0) return hostile;
  const chosen = keys[Math.floor(share * keys.length)] ?? "";
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[chosen] = forged(copy[chosen], rest, hostile);
  return copy;
}

test("a forged link opens a sound run or is refused: nothing of it runs past the checks", async () => {
  const path = fc.array(part, { minLength: 1, maxLength: 6 });
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(cases, path, fc.constantFrom(...HOSTILE), async ({ run }, places, hostile) => {
      const { scenario: _left, ...rest } = run;
      const bytes = Buffer.from(JSON.stringify(forged(rest, places, hostile)));
      outcomes.add(await openOrRefuse(`1.${deflateRawSync(bytes).toString("base64url")}`));
    }),
    { ...RUNS, numRuns: Math.max(200, RUNS.numRuns) },
  );
  expect([...outcomes].sort()).toEqual(["opened", "refused"]);
});
