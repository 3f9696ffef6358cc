/** Conditions about log streams, over journals made by hand. */
import { expect, test } from "vitest";
import { HandMadeJournal } from "../testing/hand-made.ts";
import { told } from "../testing/told.ts";
import { taskHasLogStream } from "./logs.ts";

const journal = () => new HandMadeJournal().task(0, "t1", {});

test("a task has a log stream when one of its containers has, in the group and under the name that is wanted", () => {
  const view = journal().logStream("t1", "/ecs/a", "web/app/t1").view();
  expect(taskHasLogStream()(view)).toMatchObject({ passed: true, evidence: [1] });
  expect(taskHasLogStream({ family: "web", group: "/ecs/a", stream: "web/app/" })(view).passed).toBe(true);
  expect(taskHasLogStream({ stream: "job/" })(view).passed).toBe(false);
  expect(told(taskHasLogStream({ group: "/ecs/b" })(view))).toMatchObject({
    passed: false,
    observed: { en: "There is the stream web/app/t1 in /ecs/a, not the one that is wanted." },
  });
});

test("without a task, or with a stream of another task, it fails", () => {
  expect(taskHasLogStream()(new HandMadeJournal().view()).passed).toBe(false);
  expect(told(taskHasLogStream()(journal().logStream("t2", "/ecs/a", "web/app/t2").view()))).toMatchObject({
    passed: false,
    observed: { en: "Task t1 has no log stream." },
  });
});
