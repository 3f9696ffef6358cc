/** Progress: merging two browsers' worth, reading foreign files, and living without storage. */
import { describe, expect, it } from "vitest";
import {
  onProgress,
  type Progress,
  readLab,
  readProgress,
  savingTrouble,
  updateLab,
  updateLesson,
} from "./progress.ts";
import { emptyLabProgress, emptyProgress, isNewer, parseProgress } from "./progress-shape.ts";
import { exportProgress, importProgress, mergeProgress, resetProgress } from "./progress-transfer.ts";

function withLab(lab: Partial<ReturnType<typeof emptyLabProgress>>): Progress {
  return { ...emptyProgress(), labs: { "01/01": { ...emptyLabProgress(), ...lab } } };
}

describe("merging", () => {
  it("keeps what either side passed, with the earlier moment", () => {
    const merged = mergeProgress(
      withLab({ checks: { a: 5, b: 9 }, passedAt: 20, updatedAt: 20 }),
      withLab({ checks: { b: 3, c: 7 }, updatedAt: 10 }),
    );
    expect(merged.labs["01/01"]?.checks).toEqual({ a: 5, b: 3, c: 7 });
    expect(merged.labs["01/01"]?.passedAt).toBe(20);
  });

  it("takes the files of the later edit and the higher counts", () => {
    const merged = mergeProgress(
      withLab({ files: { "a.json": "old" }, hints: 3, best: 0.2, updatedAt: 1 }),
      withLab({ files: { "a.json": "new" }, hints: 1, best: 0.9, updatedAt: 2 }),
    );
    expect(merged.labs["01/01"]).toMatchObject({ files: { "a.json": "new" }, hints: 3, best: 0.9 });
  });

  it("gives the same whichever side comes first, when the edits differ in time", () => {
    const left = withLab({ checks: { a: 1 }, updatedAt: 1, files: { x: "1" } });
    const right = withLab({ checks: { a: 2 }, updatedAt: 2, files: { x: "2" } });
    expect(mergeProgress(left, right)).toEqual(mergeProgress(right, left));
  });
});

describe("reading a foreign value", () => {
  it("drops fields of the wrong type and keeps the rest", () => {
    const parsed = parseProgress({
      version: 1,
      labs: { "01/01": { checks: { a: 4, b: "no" }, hints: -1, files: { f: "t", g: 3 }, history: ["x", 4] } },
      lessons: { "01/01": "nothing" },
    });
    expect(parsed?.labs["01/01"]).toMatchObject({ checks: { a: 4 }, hints: 0, files: { f: "t" }, history: ["x"] });
    expect(parsed?.lessons).toEqual({});
  });

  it("refuses another version", () => {
    expect(parseProgress({ version: 2, labs: {}, lessons: {} })).toBeUndefined();
    expect([2, 1, "2", undefined].map((version) => isNewer({ version }))).toEqual([true, false, false, false]);
  });

  it("does not let __proto__ reach an object's prototype", () => {
    const parsed = parseProgress(JSON.parse('{"version":1,"labs":{"__proto__":{"hints":1}},"lessons":{}}'));
    expect(({} as Record<string, unknown>).hints).toBeUndefined();
    expect(Object.getPrototypeOf(parsed?.labs)).toBe(Object.prototype);
  });
});

describe("without a store", () => {
  it("remembers in memory, says so, and exports what it has", async () => {
    let told = 0;
    const end = onProgress(() => {
      told += 1;
    });
    await updateLab("01/01", (lab) => ({ ...lab, hints: 2 }));
    await updateLesson("01/01", (lesson) => ({ ...lesson, questions: { q1: true } }));
    end();
    expect(savingTrouble()).toBe("refused");
    expect((await readLab("01/01")).hints).toBe(2);
    expect(told).toBe(2);
    const text = await exportProgress();
    await resetProgress();
    expect((await readProgress()).labs).toEqual({});
    await importProgress(text);
    expect((await readLab("01/01")).hints).toBe(2);
    expect((await readProgress()).lessons["01/01"]?.questions).toEqual({ q1: true });
  });

  it("refuses a file that is not an export, and changes nothing", async () => {
    const before = await readProgress();
    await expect(importProgress("not json")).rejects.toMatchObject({ fault: "not-json" });
    await expect(importProgress('{"version":9}')).rejects.toMatchObject({ fault: "not-progress" });
    expect(await readProgress()).toEqual(before);
  });
});
