/** Services: a thousand tasks on a hundred instances rolled out, and a day of fifty services that have nothing to do. */
import { createClient } from "@quayside/api";
import { Session } from "@quayside/simulator";
import type { Row } from "./bench-calls.ts";
import { LARGE_SCENARIO, runTaskInput, seconds } from "./bench-world.ts";

const [INSTANCES, TASKS, SERVICES, DAY_MS, SEEKS] = [100, 1_000, 50, 24 * 60 * 60_000, 100];

export function benchServices(): Row[] {
  return [...rollout(), ...quietDay()];
}

function rollout(): Row[] {
  const session = Session.start();
  const { send } = createClient(session);
  session.call("quayside", "ProvideContainerInstances", { count: INSTANCES, instanceType: "m5.xlarge" });
  const containerDefinitions = [{ name: "web", image: "nginx:1.29", memory: 256, cpu: 64 }];
  send("RegisterTaskDefinition", { family: "web", containerDefinitions });
  send("CreateService", { serviceName: "web", taskDefinition: "web", desiredCount: TASKS });
  const created = seconds(() => session.advance({ untilSettled: true }));
  send("UpdateService", { service: "web", forceNewDeployment: true });
  const rolledOut = seconds(() => session.advance({ untilSettled: true }));
  const wanted = [...session.tables.tasks.values()].filter(({ desiredStatus }) => desiredStatus === "RUNNING").length;
  if (wanted !== TASKS) throw new Error(`${wanted} of ${TASKS} tasks run after the rollout`);
  const what = `a service of ${TASKS} tasks on ${INSTANCES} instances`;
  return [
    { what: `${what}: created`, value: milliseconds(created) },
    { what: `${what}: a new deployment`, value: milliseconds(rolledOut) },
  ];
}

function quietDay(): Row[] {
  const session = Session.start({ scenario: LARGE_SCENARIO });
  const { send } = createClient(session);
  const { networkConfiguration } = runTaskInput(1);
  send("RegisterTaskDefinition", {
    family: "checked",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [
      { name: "web", image: "nginx:latest", healthCheck: { command: ["CMD-SHELL", "curl -f http://localhost/"] } },
    ],
  });
  for (let made = 0; made < SERVICES; made += 1) {
    const service = { serviceName: `web-${made}`, taskDefinition: "checked", desiredCount: 4, launchType: "FARGATE" };
    send("CreateService", { ...service, networkConfiguration });
  }
  const took = seconds(() => session.advance({ byMs: DAY_MS }));
  const seeks = Array.from({ length: SEEKS }, (_, index) => {
    return seconds(() => session.seek((((index * 7_919) % 1_000) / 1_000) * DAY_MS));
  }).sort((one, other) => one - other);
  const at = (share: number) => milliseconds(seeks[Math.floor(SEEKS * share)] ?? 0);
  return [
    { what: `a day of ${SERVICES} steady services of 4 checked tasks`, value: milliseconds(took) },
    { what: "going to a moment of that day", value: `${at(0.5)} (median), ${at(0.95)} (95 %)` },
  ];
}

function milliseconds(value: number): string {
  return `${(1000 * value).toFixed(1)} ms`;
}
