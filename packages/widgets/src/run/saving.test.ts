/** Saving in a store that refuses, that another tab writes to, and that a newer Quayside has written. */
import { beforeEach, expect, test, vi } from "vitest";
import { LabKeeper } from "./lab-keeper.ts";

/** The browser's store: what it holds, and whether it takes anything. */
const shelf = vi.hoisted(() => ({ value: undefined as unknown, refuses: false }));

vi.mock("idb-keyval", () => ({
  createStore: () => undefined,
  get: async () => {
    if (shelf.refuses) throw new Error("refused");
    return shelf.value;
  },
  update: async (_key: string, change: (value: unknown) => unknown) => {
    const after = structuredClone(change(structuredClone(shelf.value)));
    if (shelf.refuses) throw new Error("refused");
    shelf.value = after;
  },
}));

const { onSavingTrouble, readLab, readProgress, savingTrouble, updateLab } = await import("./progress.ts");
const { resetProgress } = await import("./progress-transfer.ts");

beforeEach(async () => {
  shelf.refuses = false;
  shelf.value = undefined;
  await resetProgress();
});

/** Another tab of this browser writes into a lab. */
function elsewhere(files: Record<string, string>, history: readonly string[] = []): void {
  const lab = { checks: {}, best: 0, attempts: 0, hints: 0, files, history, updatedAt: 1 };
  shelf.value = { version: 1, labs: { "01/01": lab }, lessons: {} };
}

const stored = () =>
  (shelf.value as { labs: Record<string, { files: unknown; attempts: number; history: unknown }> }).labs["01/01"];

test("a refused write does not end saving, and is made up for, once", async () => {
  const told: unknown[] = [];
  const end = onSavingTrouble(() => told.push(savingTrouble()));
  const attempt = () => updateLab("01/01", (lab) => ({ ...lab, attempts: lab.attempts + 1 }));
  await attempt();
  shelf.refuses = true;
  await Promise.all([attempt(), attempt()]);
  expect([(await readLab("01/01")).attempts, stored()?.attempts, savingTrouble()]).toEqual([3, 1, "refused"]);
  shelf.refuses = false;
  expect((await readLab("01/01")).attempts).toBe(3);
  await attempt();
  end();
  expect([(await readLab("01/01")).attempts, stored()?.attempts]).toEqual([4, 4]);
  expect(told).toEqual(["refused", undefined]);
});

test("what a newer Quayside has stored stays as it is, and the page says so", async () => {
  const newer = { version: 2, labs: { "01/01": { anything: true } }, lessons: {}, more: 1 };
  shelf.value = structuredClone(newer);
  await updateLab("01/01", (lab) => ({ ...lab, hints: 2 }));
  expect((await readLab("01/01")).hints).toBe(2);
  await readProgress();
  expect([shelf.value, savingTrouble()]).toEqual([newer, "newer"]);
  shelf.value = undefined;
  await resetProgress();
  expect(savingTrouble()).toBeUndefined();
});

test("a file that another tab has changed is not written over, until the learner says so", async () => {
  elsewhere({ "web.json": "before" });
  const clashed = vi.fn();
  const keeper = new LabKeeper("01/01", { clashed });
  await keeper.read();
  elsewhere({ "web.json": "theirs", "other.json": "theirs" });
  keeper.noteFile("web.json", "mine");
  keeper.noteFile("third.json", "mine");
  await keeper.flush();
  expect(clashed.mock.calls).toEqual([[["web.json"]]]);
  expect(stored()?.files).toEqual({ "web.json": "theirs", "other.json": "theirs", "third.json": "mine" });
  keeper.noteFile("web.json", "mine, longer");
  await keeper.flush();
  expect(clashed).toHaveBeenCalledTimes(1);
  await keeper.keepMine();
  expect(stored()?.files).toMatchObject({ "web.json": "mine, longer" });
  keeper.noteFile("web.json", "mine, at last");
  await keeper.flush();
  expect([stored()?.files, clashed.mock.calls.length]).toMatchObject([{ "web.json": "mine, at last" }, 1]);
});

test("a tab that writes alone, or the same, has no clash", async () => {
  const clashed = vi.fn();
  const keeper = new LabKeeper("01/01", { clashed });
  await keeper.read();
  for (const text of ["one", "two", "three"]) {
    keeper.noteFile("web.json", text);
    await keeper.flush();
  }
  elsewhere({ "web.json": "four" });
  keeper.noteFile("web.json", "four");
  await keeper.flush();
  expect([stored()?.files, clashed.mock.calls]).toEqual([{ "web.json": "four" }, []]);
});

test("the lines of two terminals are all kept", async () => {
  elsewhere({}, ["one"]);
  const keeper = new LabKeeper("01/01");
  await keeper.read();
  elsewhere({}, ["one", "theirs"]);
  keeper.noteHistory(["one", "mine"]);
  keeper.noteHistory(["one", "mine", "more"]);
  await readProgress();
  await keeper.keepMine();
  expect(stored()?.history).toEqual(["one", "theirs", "mine", "more"]);
});

test("typing that an older visit left unsaved does not undo what another tab has saved since", async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  const left = JSON.stringify({ "web.json": { text: "unsaved", over: "old" }, "broken.json": 7 });
  const key = "quayside-unsaved:01/01";
  for (const [there, afterwards] of [
    ["old", "unsaved"],
    ["newer", "newer"],
  ] as const) {
    kept.set(key, left);
    elsewhere({ "web.json": there });
    expect((await new LabKeeper("01/01").read()).files).toEqual({ "web.json": afterwards });
    await readProgress();
    await updateLab("01/01", (lab) => lab);
    expect([stored()?.files, kept.size]).toEqual([{ "web.json": afterwards }, 0]);
  }
  // A store that refuses leaves the typing beside it for the next visit.
  const keeper = new LabKeeper("01/01");
  await keeper.read();
  shelf.refuses = true;
  keeper.noteFile("web.json", "last words");
  keeper.leave();
  await keeper.flush();
  await updateLab("01/01", (lab) => lab);
  expect(JSON.parse(kept.get(key) ?? "")).toEqual({ "web.json": { text: "last words", over: "newer" } });
  vi.unstubAllGlobals();
});
