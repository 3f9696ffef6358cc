/** What is said of the map: changes only, gathered, and the last one is not lost. */
import { describe, expect, it } from "vitest";
import { en } from "../i18n/en.ts";
import { ANNOUNCE_EVERY_MS, Announcer } from "./announcer.ts";
import type { Scene } from "./scene.ts";

function scene(statuses: readonly string[]): Scene {
  const tasks = statuses.map((lastStatus, index) => ({ key: `t${index}`, shortId: `t${index}`, lastStatus }));
  const running = statuses.filter((status) => status === "RUNNING").length;
  return { tasks, counts: { running, waiting: 0, stopped: 0 } } as unknown as Scene;
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
});
