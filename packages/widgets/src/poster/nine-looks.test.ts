/** No state is told by its colour alone: drawn in one grey, the nine looks are nine different pictures at every level. */
import { describe, expect, it } from "vitest";
import { type LookName, lookOf } from "../base/state-look.ts";
import { drawTask } from "../map/kinds/task-drawing.ts";
import type { TaskMark } from "../map/kinds/task-mark.ts";
import { templateText } from "./template-text.ts";

const NAMES: readonly LookName[] = [
  "provisioning",
  "pending",
  "activating",
  "running",
  "deactivating",
  "stopping",
  "deprovisioning",
  "stopped",
  "failed",
];

function markOf(name: LookName, detail: TaskMark["detail"], w: number, h: number): TaskMark {
  const task = { kind: "task", key: "arn", where: "subnet", label: "web:1", shortId: "a1b2c3", subnetId: "private-a" };
  // The word is left out: the picture alone has to tell.
  const state = {
    look: lookOf(name),
    lastStatus: "",
    desiredStatus: "RUNNING",
    attachmentStatus: undefined,
    stripe: undefined,
    badge: undefined,
  };
  return { ...task, ...state, x: 0, y: 0, w, h, detail, containers: [] } as TaskMark;
}

/** A drawing without its colours and the names of its patterns. */
function inGrey(mark: TaskMark): string {
  return templateText(drawTask(mark, mark))
    .replaceAll(/var\(--qs-[\w-]+\)/g, "grey")
    .replaceAll(/url\(#stripes-\w+\)/g, "stripes");
}

describe.each([
  ["near", "box", 208, 80],
  ["mid", "cell", 92, 24],
  ["short", "cell", 46, 18],
  ["far", "spot", 14, 14],
] as const)("at the level %s", (_level, detail, w, h) => {
  it("the nine looks are nine pictures in grey", () => {
    const pictures = NAMES.map((name) => inGrey(markOf(name, detail, w, h)));
    expect(new Set(pictures).size).toBe(NAMES.length);
    expect(pictures.every((picture) => !picture.includes("--qs-"))).toBe(true);
  });
});
