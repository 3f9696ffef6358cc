/** A quiet week: 200 tasks with a health check that stay as they are. Nothing happens, so nothing should cost anything. */
import { createClient } from "@quayside/api";
import { Session } from "@quayside/simulator";
import type { Row } from "./bench-calls.ts";
import { LARGE_SCENARIO, runTaskInput, seconds } from "./bench-world.ts";

const TASKS = 200;
const WEEK_MS = 7 * 24 * 60 * 60_000;

export function benchWeek(): Row[] {
  const session = Session.start({ scenario: LARGE_SCENARIO });
  const { send } = createClient(session);
  const healthCheck = { command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], interval: 30 };
  send("RegisterTaskDefinition", {
    family: "checked",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "web", image: "nginx:latest", healthCheck }],
  });
  for (let started = 0; started < TASKS; started += 10) {
    send("RunTask", { ...runTaskInput(10), taskDefinition: "checked" });
  }
  const took = seconds(() => session.advance({ untilMs: WEEK_MS, maxSteps: Number.POSITIVE_INFINITY }));
  const healthy = [...session.tables.tasks.values()].filter((task) => task.healthStatus === "HEALTHY").length;
  if (healthy !== TASKS) throw new Error(`${healthy} of ${TASKS} tasks are HEALTHY after the week`);
  return [
    { what: `${TASKS} tasks with a health check`, value: `${(1000 * took).toFixed(0)} ms, ${session.steps} steps` },
  ];
}
