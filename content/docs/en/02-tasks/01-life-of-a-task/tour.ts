/** Tour of lab 02/01: one task through every status, and who does what in each. */
import { defineTour, runTask, stopTask, textsOf } from "@quayside/grader";

const texts = textsOf({
  en: () => import("./tour-texts/en.ts").then((module) => module.en),
  vi: () => import("./tour-texts/vi.ts").then((module) => module.vi),
});

const family = "webserver";

export default defineTour(texts, {
  stops: [
    {
      does: [runTask({ family })],
      until: { kind: "TASK_CREATED", family },
      shows: "status:PROVISIONING",
    },
    {
      until: { kind: "AGENT_CONNECTED", family },
      shows: "task",
    },
    {
      until: { kind: "ENI_ATTACHED", family },
      shows: "eni",
    },
    {
      until: { kind: "PULL_STOPPED", family },
      shows: "container",
    },
    {
      until: { kind: "TASK_RUNNING", family },
      shows: "status:RUNNING",
    },
    {
      does: [stopTask(family)],
      until: { kind: "TASK_STOP_REQUESTED", family },
      shows: "status:RUNNING",
    },
    {
      until: { kind: "CONTAINER_EXITED", family },
      shows: "container",
    },
    {
      until: { kind: "CONTAINERS_STOPPED", family },
      shows: "status:DEPROVISIONING",
    },
    {
      until: { kind: "TASK_STOPPED", family },
      shows: "tray",
    },
    {
      shows: "lab:inspector",
    },
  ],
});
