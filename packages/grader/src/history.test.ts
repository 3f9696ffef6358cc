/** The journal arranged by row. */
import { describe, expect, test } from "vitest";
import { History } from "./history.ts";
import { HandMadeJournal } from "./testing/hand-made.ts";

const KEY = "arn:aws:ecs:us-east-1:123456789012:task/default/abc";

describe("history", () => {
  test("keeps every version of a row, and the row after it was removed", () => {
    const journal = new HandMadeJournal().task(0, "abc", {}).task(5, "abc", { lastStatus: "PENDING" });
    journal.remove(9, "tasks", KEY);
    const story = History.of(journal.records).story("tasks", KEY);
    expect(story?.versions.map((version) => [version.seq, version.row.lastStatus])).toEqual([
      [0, "PROVISIONING"],
      [1, "PENDING"],
    ]);
    expect(story).toMatchObject({ removed: true, latest: { seq: 1 } });
  });

  test("knows nothing of rows that never were", () => {
    expect(History.of([]).story("tasks", KEY)).toBeUndefined();
    expect(History.of([]).stories("clusters")).toEqual([]);
  });

  test("takes in only what is new", () => {
    const journal = new HandMadeJournal().task(0, "abc", {});
    const history = History.of(journal.records);
    expect(history.follow(journal.records)).toBe(false);
    journal.task(5, "abc", { lastStatus: "PENDING" });
    expect(history.follow(journal.records)).toBe(true);
    expect(history.story("tasks", KEY)?.versions).toHaveLength(2);
  });

  test("groups rows by what they are now, also after the journal has grown", () => {
    const journal = new HandMadeJournal().task(0, "abc", {}).task(0, "def", {});
    const history = History.of(journal.records);
    const statusOf = (row: { lastStatus: string }) => row.lastStatus;
    const sizes = () => [...history.grouped("tasks", statusOf)].map(([status, stories]) => [status, stories.length]);
    expect(sizes()).toEqual([["PROVISIONING", 2]]);
    history.follow(journal.task(5, "abc", { lastStatus: "PENDING" }).records);
    expect(sizes()).toEqual([
      ["PENDING", 1],
      ["PROVISIONING", 1],
    ]);
  });

  test("starts again when the journal became shorter, or another one of the same length", () => {
    const journal = new HandMadeJournal().task(0, "abc", {}).task(5, "abc", { lastStatus: "PENDING" });
    const history = History.of(journal.records);
    expect(history.follow(journal.records.slice(0, 1))).toBe(true);
    expect(history.story("tasks", KEY)?.latest.row.lastStatus).toBe("PROVISIONING");
    const other = new HandMadeJournal().task(0, "def", {});
    expect(history.follow(other.records)).toBe(true);
    expect(history.story("tasks", KEY)).toBeUndefined();
  });

  test("starts again when the journal became empty", () => {
    const history = History.of(new HandMadeJournal().task(0, "abc", {}).records);
    expect(history.follow([])).toBe(true);
    expect(history.stories("tasks")).toEqual([]);
    expect(history.follow([])).toBe(false);
  });
});
