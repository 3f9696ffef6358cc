/** Sharing without a page: what goes out comes back, what is hostile is refused with a reason, an opening changes nothing half-way. */
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { createClient } from "@quayside/api";
import { DEFAULT_SUBNETS, LEARNER, Session } from "@quayside/simulator";
import { describe, expect, test } from "vitest";
import { arriving } from "../i18n/by-language.ts";
import { LabRun } from "../run/lab-run.ts";
import { sandboxLab } from "../run/sandbox-lab.ts";
import { FRAGMENT, MAX_LINK_CHARS, MAX_UNPACKED_BYTES, packLink, unpackLink } from "./link-text.ts";
import { replayRun } from "./replay-run.ts";
import { ShareRefused } from "./share-problem.ts";
import { FILE_LIMITS, LINK_LIMITS, readSharedRun } from "./shared-run.ts";
import { type FileRun, fileNameOf, fileTextOf, linkOf, takeRun } from "./take-run.ts";
import { problemText, shareTexts } from "./texts/index.ts";

const PAGE = { origin: "https://example.org", pathname: "/sandbox/", search: "?lab=x" };
const HOST = { clock: () => 0, pause: () => Promise.resolve() };

/** A sandbox in which a web server was run and looked at ten seconds later, from where it is now. */
function taken(): FileRun {
  const run = new LabRun(sandboxLab, Session.start(sandboxLab), { files: { "webserver.json": "{}\n" } });
  const client = createClient(run.session);
  client.send("RegisterTaskDefinition", JSON.parse(sandboxLab.files[0]?.text ?? ""));
  client.send("RunTask", {
    taskDefinition: "webserver",
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  });
  run.session.advance({ byMs: 12_345.678 });
  client.send("CreateCluster", { clusterName: "blue" });
  run.session.stepUntilQuiet();
  run.look(10_000.5);
  const selection = { table: "tasks", key: [...run.session.tables.tasks.keys()][0] ?? "" } as const;
  const share = takeRun({
    engine: { run, definition: sandboxLab } as never,
    shown: { panel: "journal", activeFile: "stubborn.json", selection } as never,
  });
  if (share === undefined) throw new Error("a lab that runs can be shared");
  return share;
}

const copyOf = (value: unknown): Record<string, never> => JSON.parse(JSON.stringify(value)) as Record<string, never>;

/** The problem that reading something ends with; undefined when it is read. */
async function problemOf(action: () => unknown): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (error instanceof ShareRefused) return error.problem;
    throw error;
  }
}

describe("a link", () => {
  test("brings back the run, the files and the view, and replays to the same journal", async () => {
    const share = taken();
    const link = new URL(await linkOf(share, PAGE));
    expect(link.href.startsWith("https://example.org/sandbox/?lab=x#run=1.")).toBe(true);
    expect(link.hash.length).toBeLessThan(1_500);
    const read = readSharedRun(await unpackLink(link.hash.slice(FRAGMENT.length)), LINK_LIMITS);
    expect(read.shared).toEqual(share.shared);
    expect(read.shared?.files).toEqual({ "webserver.json": "{}\n" });
    expect(read.shared?.view).toMatchObject({ atMs: 10_000.5, panel: "journal", file: "stubborn.json" });
    const session = await replayRun({ ...read.run, scenario: sandboxLab.scenario }, read.shared?.records, HOST);
    expect(session.save()).toEqual(copyOf({ ...share, shared: undefined }));
    expect(JSON.stringify(session.journal.records)).toBe(JSON.stringify(Session.load(share).journal.records));
  });

  test("that was made when calls did not say who asked still opens", async () => {
    const hash = readFileSync(new URL("testing/link-1.txt", import.meta.url), "utf8").trim();
    const read = readSharedRun(await unpackLink(hash.slice(FRAGMENT.length)), LINK_LIMITS);
    const session = await replayRun({ ...read.run, scenario: sandboxLab.scenario }, read.shared?.records, HOST);
    expect(session.save().commands.map(({ operation }) => operation)).toContain("PushImage");
    expect(session.save().commands.every(({ caller }) => caller === LEARNER.caller)).toBe(true);
  });

  test("that would be too long is not made", async () => {
    const share = taken();
    const noise = Array.from({ length: 9_000 }, (_, index) => ((index * 7_919) % 1_000_003).toString(36)).join("");
    const long = { ...share, shared: { ...share.shared, files: { "webserver.json": noise } } };
    expect(await problemOf(() => linkOf(long, PAGE))).toBe("too-long");
    const huge = { ...share, shared: { ...share.shared, files: { "webserver.json": " ".repeat(MAX_UNPACKED_BYTES) } } };
    expect(await problemOf(() => linkOf(huge, PAGE))).toBe("too-long");
    expect(await problemOf(() => linkOf({ ...share, steps: LINK_LIMITS.steps + 1 }, PAGE))).toBe("too-long");
  });

  test.each([
    ["", "damaged"],
    ["1", "damaged"],
    ["1.", "damaged"],
    ["1.A", "damaged"],
    ["1.!!!!", "damaged"],
    ["1.AAAA", "damaged"],
    ["0.AAAA", "damaged"],
    ["2.AAAA", "newer"],
    ["x.AAAA", "damaged"],
    [`1.${"A".repeat(MAX_LINK_CHARS)}`, "too-long"],
  ])("%s is refused as %s", async (text, problem) => {
    expect(await problemOf(() => unpackLink(text))).toBe(problem);
  });

  test("that was cut off anywhere, or has something behind its end, is refused", async () => {
    const text = await packLink(taken());
    for (let length = 2; length < text.length; length += 7) {
      expect(await problemOf(() => unpackLink(text.slice(0, length)))).toBe("damaged");
    }
    expect(await problemOf(() => unpackLink(`${text}AAAAAAAA`))).toBe("damaged");
  });

  test("that unpacks to a bomb is given up at the bound", async () => {
    const bomb = deflateRawSync(Buffer.alloc(5_000_000, " ")).toString("base64url");
    expect(bomb.length).toBeLessThan(MAX_LINK_CHARS);
    expect(await problemOf(() => unpackLink(`1.${bomb}`))).toBe("too-long");
  });

  test("of bytes that are no text, or of text that is no JSON, is refused", async () => {
    const packed = (bytes: Buffer) => `1.${deflateRawSync(bytes).toString("base64url")}`;
    expect(await problemOf(() => unpackLink(packed(Buffer.from([0x22, 0xff, 0x22]))))).toBe("damaged");
    expect(await problemOf(() => unpackLink(packed(Buffer.from("{"))))).toBe("damaged");
  });
});

describe("what is read", () => {
  const good = taken();
  const command = good.commands[0];
  const withCommand = (change: object) => ({ ...good, commands: [{ ...command, ...change }] });
  const withView = (view: object) => ({ ...good, shared: { ...good.shared, view: { ...good.shared.view, ...view } } });
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

  test("is a run of ours, with or without what is beside it", () => {
    expect(readSharedRun(copyOf(good), FILE_LIMITS).shared).toEqual(good.shared);
    expect(readSharedRun(copyOf({ ...good, shared: undefined }), FILE_LIMITS).shared).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ["The run", null],
    ["The run", []],
    ["The run", "run"],
    ["version", {}],
    ["version", { ...good, version: "1" }],
    ["seed", { ...good, seed: 1e300 }],
    ["seed", { ...good, seed: 1.5 }],
    ["nowMs", { ...good, nowMs: 1e300 }],
    ["nowMs", { ...good, nowMs: -1 }],
    ["steps", { ...good, steps: 1e300 }],
    ["commands", { ...good, commands: { length: 1 } }],
    ["commands[0]", { ...good, commands: [null] }],
    ["commands[0].service", withCommand({ service: "s3" })],
    ["commands[0].service", withCommand({ service: "constructor" })],
    ["commands[0].operation", withCommand({ operation: "LaunchRockets" })],
    ["commands[0].operation", withCommand({ operation: "__proto__" })],
    ["commands[0].operation", withCommand({ operation: "toString" })],
    ["commands[0].operation", withCommand({ operation: "DescribeTasks", input: { tasks: ["x"] } })],
    ["commands[0].operation", withCommand({ operation: "CreateCapacityProvider", input: {} })],
    ["commands[0].input.containerDefinitions", withCommand({ input: { family: 7 } })],
    ["commands[0].input", withCommand({ input: null })],
    ["commands[0].input.image", withCommand({ service: "quayside", operation: "PushImage", input: { image: ["x"] } })],
    ["commands[0].atMs", withCommand({ atMs: 1e15 })],
    ["commands[0].afterSteps", withCommand({ afterSteps: -1 })],
    ["shared", { ...good, shared: 1 }],
    ["shared.version", { ...good, shared: { ...good.shared, version: 0 } }],
    ["shared.lab", { ...good, shared: { ...good.shared, lab: "../secrets" } }],
    ["shared.lab", { ...good, shared: { ...good.shared, lab: ".*/.*" } }],
    ["shared.files", { ...good, shared: { ...good.shared, files: { a: 1 } } }],
    ["shared.records", { ...good, shared: { ...good.shared, records: 0.5 } }],
    ["shared.view.atMs", withView({ atMs: 1e12 })],
    ["shared.view.panel", withView({ panel: "<img>" })],
    ["shared.view.selection.table", withView({ selection: { table: "constructor", key: "x" } })],
    ["shared.view.selection.key", withView({ selection: { table: "tasks", key: "x".repeat(9_999) } })],
    ["__proto__", JSON.parse('{"version":1,"commands":[{"input":{"__proto__":{"polluted":true}}}]}')],
    ["nesting", { ...good, extra: nested(200) }],
  ])("is refused at %s", (place, value) => {
    expect(() => readSharedRun(value, LINK_LIMITS)).toThrow(new ShareRefused("no-run", place));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("is refused as newer, or as too long, in these words", async () => {
    expect(await problemOf(() => readSharedRun({ ...good, version: 3 }, LINK_LIMITS))).toBe("newer");
    const newer = { ...good, shared: { ...good.shared, version: 2 } };
    expect(await problemOf(() => readSharedRun(newer, LINK_LIMITS))).toBe("newer");
    const long = { ...good, steps: LINK_LIMITS.steps + 1 };
    expect(await problemOf(() => readSharedRun(long, LINK_LIMITS))).toBe("too-long");
    expect(await problemOf(() => readSharedRun(long, FILE_LIMITS))).toBeUndefined();
    expect(await problemOf(() => readSharedRun({ ...good, nowMs: 1e12 }, FILE_LIMITS))).toBe("too-long");
    const many = { ...good, commands: Array.from({ length: LINK_LIMITS.commands + 1 }, () => command) };
    expect(await problemOf(() => readSharedRun(many, LINK_LIMITS))).toBe("too-long");
  });
});

describe("a replay", () => {
  const good = taken();

  test.each<[string, object]>([
    ["another number of records", { shared: { ...good.shared, records: good.shared.records + 1 } }],
    ["more steps than happen", { steps: good.steps + 1_000 }],
    ["a call before the one that comes first", { commands: [...good.commands].reverse() }],
  ])("of a run with %s is refused", async (_what, change) => {
    const changed = { ...good, ...change };
    expect(await problemOf(() => replayRun(changed, changed.shared.records, HOST))).toBe("no-replay");
  });

  test("lets the page have its turn, and is given up when nobody waits any more", async () => {
    let ms = 0;
    const shares: number[] = [];
    const clock = () => (ms += 5);
    const session = await replayRun(good, good.shared.records, {
      clock,
      pause: async (share) => void shares.push(share),
    });
    expect(session.nowMs).toBe(good.nowMs);
    expect(shares.length).toBeGreaterThan(1);
    const gone = new Error("gone");
    await expect(replayRun(good, undefined, { clock, pause: () => Promise.reject(gone) })).rejects.toBe(gone);
  });
});

describe("a file", () => {
  test("is named after its lab and is a run that the simulator loads", () => {
    const share = taken();
    expect(fileNameOf(share)).toBe("quayside-sandbox.json");
    expect(fileNameOf({ ...share, shared: { ...share.shared, lab: "01/03" } })).toBe("quayside-01-03.json");
    const again = Session.load(JSON.parse(fileTextOf(share)));
    expect(again.journal.length).toBe(share.shared.records);
  });
});

await arriving("vi");

test("every problem has words in both languages, and none of them is missing its place", () => {
  const { problem } = shareTexts("en");
  for (const lang of ["en", "vi"]) {
    for (const name of Object.keys(problem) as (keyof typeof problem)[]) {
      for (const what of ["link", "file"] as const) {
        const text = problemText(new ShareRefused(name, "PLACE"), what, lang);
        expect(text).toMatch(/\.$/);
        expect(text.includes("PLACE")).toBe(name === "no-run" || name === "other-lab");
      }
    }
  }
  expect(problemText(new TypeError("odd"), "link", "vi")).toContain("odd");
});
