/** Tour of the sandbox that begins empty: one task that behaves, one that does not, and where to look for either. */
import { defineTour, registerFile, runTask, stopTask, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./sandbox-tour-texts/en.ts").then((module) => module.en),
  vi: () => import("./sandbox-tour-texts/vi.ts").then((module) => module.vi),
});

export const sandboxTour = defineTour(texts, {
  stops: [
    {
      shows: "lab:editor",
    },
    {
      does: [registerFile("webserver.json"), runTask({ family: "webserver" })],
      until: { kind: "TASK_CREATED", family: "webserver" },
      shows: "task",
    },
    {
      until: { kind: "TASK_RUNNING", family: "webserver" },
      shows: "family:webserver",
    },
    {
      does: [registerFile("stubborn.json"), runTask({ family: "stubborn" })],
      until: { kind: "TASK_RUNNING", family: "stubborn" },
      shows: "family:stubborn",
    },
    {
      does: [stopTask("stubborn")],
      until: { kind: "SIGTERM_SENT", family: "stubborn" },
      shows: "family:stubborn",
    },
    {
      until: { kind: "SIGKILL_SENT", family: "stubborn" },
      shows: "family:stubborn",
    },
    {
      until: { kind: "TASK_STOPPED", family: "stubborn" },
      shows: "tray",
    },
    {
      shows: "lab:journal",
    },
    {
      shows: "lab:time",
    },
  ],
});
