/** What is said of the map: changes only, gathered, and the last one is not lost. */
import { describe, expect, it } from "vitest";
import { ANNOUNCE_AT_LAST_MS, ANNOUNCE_EVERY_MS, Announcer } from "./announcer.ts";
import { en } from "./late-texts/en.ts";
import { vi } from "./late-texts/vi.ts";
import type { Scene } from "./scene.ts";

function scene(statuses: readonly string[]): Scene {
  const tasks = statuses.map((status, index) => ({
    key: `t${index}`,
    shortId: `t${index}`,
    lastStatus: status === "FAILED" ? "STOPPED" : status,
    look: { name: status === "FAILED" ? "failed" : "any" },
  }));
  const running = statuses.filter((status) => status === "RUNNING").length;
  return { tasks, counts: { all: tasks.length, running, waiting: 0, stopped: 0 } } as unknown as Scene;
}

describe("announcements", () => {
  it("name what changed, and say nothing when nothing did", () => {
    const announcer = new Announcer();
    expect(announcer.tell(scene(["PENDING", "RUNNING"]), en, 0)).toContain("t0 PENDING, t1 RUNNING");
    expect(announcer.tell(scene(["PENDING", "RUNNING"]), en, 9000)).toBeUndefined();
    expect(announcer.tell(scene(["RUNNING", "RUNNING"]), en, 9000)).toBe("t0 RUNNING. 2 of 2 tasks running.");
  });

  it("ask for patience after a message, and none before the first", () => {
    const announcer = new Announcer();
    expect(announcer.waitMs(0)).toBe(0);
    announcer.tell(scene(["PENDING"]), en, 100);
    expect(announcer.waitMs(600)).toBe(ANNOUNCE_EVERY_MS - 500);
    expect(announcer.waitMs(100_000)).toBe(0);
  });

  it("name three at most and count the others", () => {
    expect(new Announcer().tell(scene(Array(10).fill("RUNNING")), en, 0)).toContain("and 7 more");
  });

  it("name what failed first, in the language of the lab, and tell it from what stopped as it should", () => {
    const statuses = ["STOPPED", "RUNNING", "RUNNING", "RUNNING", "FAILED"];
    const first = new Announcer().tell(scene(statuses), en, 0);
    expect(first).toBe("t4 failed, STOPPED, t0 STOPPED, t1 RUNNING and 2 more. 3 of 5 tasks running.");
    expect(new Announcer().tell(scene(["FAILED"]), vi, 0)).toContain("t0 thất bại, STOPPED");
    const announcer = new Announcer();
    announcer.tell(scene(["STOPPED"]), en, 0);
    expect(announcer.tell(scene(["FAILED"]), en, 9000)).toContain("t0 failed");
  });

  it("grow rarer while changes keep coming, and are prompt again after a rest", () => {
    const announcer = new Announcer();
    const said: number[] = [];
    let flip = false;
    // A run at full speed: something is new at every look, ten times a second, for half a minute.
    for (let nowMs = 0; nowMs < 30_000; nowMs += 100) {
      if (announcer.waitMs(nowMs) > 0) continue;
      flip = !flip;
      if (announcer.tell(scene([flip ? "PENDING" : "RUNNING"]), en, nowMs) !== undefined) said.push(nowMs);
    }
    expect(said.slice(0, 4)).toEqual([0, 1500, 4500, 10_500]);
    expect(said.length).toBeLessThanOrEqual(7);
    expect(announcer.waitMs((said.at(-1) ?? 0) + 1)).toBe(ANNOUNCE_AT_LAST_MS - 1);
    announcer.tell(scene(["STOPPED"]), en, 60_000);
    expect(announcer.waitMs(60_000)).toBe(ANNOUNCE_EVERY_MS);
  });
});
