/** Tour of lab 00/01: what the parts of the lab are, along one task from its start to its end. */
import { defineTour, runTask, stopTask, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./tour-texts/en.ts").then((module) => module.en),
  vi: () => import("./tour-texts/vi.ts").then((module) => module.vi),
});

const family = "hello-web";

export default defineTour(texts, {
  stops: [
    {
      shows: "subnet",
    },
    {
      shows: "lab:editor",
    },
    {
      does: [runTask({ family })],
      until: { kind: "TASK_CREATED", family },
      shows: "task",
    },
    {
      until: { kind: "ENI_ATTACHED", family },
      shows: "eni",
    },
    {
      until: { kind: "PULL_STARTED", family },
      shows: "registry",
    },
    {
      until: { kind: "TASK_RUNNING", family },
      shows: "status:RUNNING",
    },
    {
      shows: "lab:time",
    },
    {
      shows: "lab:inspector",
    },
    {
      does: [stopTask(family)],
      until: { kind: "TASK_STOPPED", family },
      shows: "tray",
    },
    {
      shows: "lab:checks",
    },
  ],
});
