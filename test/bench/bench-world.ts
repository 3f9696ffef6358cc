/** Worlds large enough to measure: room for hundreds of thousands of addresses, one definition, many tasks. */
import { type ContainerDefinition, DEFAULT_SUBNETS, type Scenario, Session } from "@quayside/simulator";

const NGINX: ContainerDefinition = { name: "web", image: "nginx:latest", portMappings: [{ containerPort: 80 }] };

/** A cluster and a web server in subnets of a million addresses each. */
export const LARGE_SCENARIO: Scenario = {
  id: "bench",
  title: "Room for many tasks",
  network: {
    cidrBlocks: {
      "public-a": "10.16.0.0/12",
      "public-b": "10.32.0.0/12",
      "private-a": "10.48.0.0/12",
      "private-b": "10.64.0.0/12",
    },
  },
  commands: [
    { service: "ecs", operation: "CreateCluster", input: {} },
    {
      service: "ecs",
      operation: "RegisterTaskDefinition",
      input: {
        family: "webserver",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        containerDefinitions: [NGINX],
      },
    },
  ],
};

/** Input of a RunTask that starts `count` tasks, 1 to 10. */
export function runTaskInput(count = 1): Record<string, unknown> {
  return {
    taskDefinition: "webserver:1",
    launchType: "FARGATE",
    count,
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  };
}

/** Starts tasks one call each; gives their ARNs. */
export function startTasks(session: Session, count: number): string[] {
  const input = runTaskInput();
  const arns: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const outcome = session.call("ecs", "RunTask", input);
    if (!outcome.ok) throw new Error(outcome.error.message);
    arns.push((outcome.output.tasks as { taskArn: string }[])[0]?.taskArn ?? "");
  }
  return arns;
}

export function largeSession(): Session {
  return Session.start({ scenario: LARGE_SCENARIO });
}

/** Lets time pass until only background work is due, however many steps that takes. */
export function settle(session: Session): void {
  while (!session.quiet) session.stepUntilQuiet();
}

/** Calls `run` and gives the seconds that it took. */
export function seconds(run: () => void): number {
  const began = performance.now();
  run();
  return (performance.now() - began) / 1000;
}

/** Calls `run` and gives the seconds that the processor worked for this thread: others on the machine do not count. */
export function cpuSeconds(run: () => void): number {
  const began = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1_000_000;
}

/** A rate with thousands separators: `312,000/s`. */
export function perSecond(count: number, took: number): string {
  return `${Math.round(count / took).toLocaleString("en")}/s`;
}
