/** A lab from loading to its first touch: what failed is told and tried again, and what was sent early is heard. */
import type { Lab } from "@quayside/grader";
import { beginningOf, Session } from "@quayside/simulator";
import { expect, test, vi } from "vitest";
import { LabEngine } from "./lab-engine.ts";
import { sandboxLab } from "./sandbox-lab.ts";

const begun: Lab = { ...sandboxLab, beginning: beginningOf(Session.start(sandboxLab)) };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Waits until something is so; the engine is a file that is loaded, and a busy machine may take its time. */
async function until(isSo: () => boolean): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 20_000, interval: 5 });
}

function engineOf(loadLab: (id: string) => Promise<Lab>): LabEngine {
  const engine = new LabEngine({
    changed: () => {},
    begun: () => {},
    clashed: () => {},
    loadLab,
    lastRun: async () => undefined,
  });
  // Frames need a window; these tests look at states.
  engine.show(false);
  return engine;
}

test("says that a lab could not be loaded, and tries again", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  let calls = 0;
  const engine = engineOf(() => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error("no such lab")) : Promise.resolve(begun);
  });
  engine.begin("");
  expect(engine.phase).toEqual({ name: "loading" });
  await until(() => engine.phase.name === "failed");
  expect(engine.phase).toEqual({ name: "failed" });
  expect(logged).toHaveBeenCalledWith(new Error("no such lab"));
  logged.mockRestore();
  engine.begin("");
  await until(() => engine.phase.name === "ready");
});

test("what is sent to a picture shows at once and is heard when the engine has come; a pause takes it back", async () => {
  const engine = engineOf(async () => begun);
  engine.begin("");
  await until(() => engine.phase.name === "ready");
  expect([engine.playing, engine.speed, engine.run?.isPicture]).toEqual([false, 5, true]);
  engine.send({ type: "SPEED", speed: 30 });
  engine.send({ type: "PLAY", quiet: true });
  expect([engine.playing, engine.speed, engine.run?.isPicture]).toEqual([true, 30, true]);
  engine.send({ type: "PAUSE" });
  expect([engine.playing, engine.speed]).toEqual([false, 30]);
  engine.send({ type: "PLAY", quiet: true });
  await until(() => engine.run?.isPicture === false);
  expect([engine.playing, engine.speed]).toEqual([true, 30]);
  engine.end();
});

test("of two labs that were asked for, the later one is shown, however long the first takes", async () => {
  let give: (lab: Lab) => void = () => {};
  const slow = new Promise<Lab>((resolve) => {
    give = resolve;
  });
  const engine = engineOf((id) => (id === "slow" ? slow : Promise.resolve({ ...begun, id: "quick" })));
  engine.begin("slow");
  engine.begin("quick");
  await until(() => engine.phase.name === "ready");
  give({ ...begun, id: "slow" });
  await turn();
  await turn();
  expect(engine.definition?.id).toBe("quick");
});
