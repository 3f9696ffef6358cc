/** What a lab keeps, and that somebody else's run is kept nowhere. */
import type { CheckResult, Mark } from "@quayside/grader";
import { beforeEach, describe, expect, test } from "vitest";
import { LabKeeper } from "./lab-keeper.ts";
import { readLab, updateLab } from "./progress.ts";
import { resetProgress } from "./progress-transfer.ts";

const PASSED = [{ id: "running", passed: true }] as unknown as readonly CheckResult[];
const MARK = { score: 1, max: 1, passed: true } as Mark;

beforeEach(async () => {
  await resetProgress();
  await updateLab("01/01", (before) => ({ ...before, files: { "web.json": "mine" }, hints: 1, history: ["aws help"] }));
});

async function workIn(keeper: LabKeeper): Promise<void> {
  keeper.noteChecks(PASSED);
  keeper.noteFile("web.json", "changed");
  keeper.noteHint(3);
  keeper.noteMark(MARK);
  keeper.noteHistory(["aws ecs list-tasks"]);
  keeper.leave();
  await keeper.flush();
}

describe("a keeper", () => {
  test("keeps what happens in the learner's own lab", async () => {
    const keeper = new LabKeeper("01/01");
    await keeper.read();
    await workIn(keeper);
    expect(await readLab("01/01")).toMatchObject({ files: { "web.json": "changed" }, hints: 3, attempts: 1, best: 1 });
  });

  test("of somebody else's run knows what happened in it, and keeps nothing", async () => {
    const before = await readLab("01/01");
    const keeper = new LabKeeper("01/01", { keeps: false });
    await workIn(keeper);
    expect(keeper.saved).toMatchObject({ hints: 3, attempts: 1, history: ["aws ecs list-tasks"] });
    expect(await readLab("01/01")).toEqual(before);
  });
});
