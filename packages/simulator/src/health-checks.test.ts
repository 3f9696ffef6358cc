/** Health checks are run: against the programs of the image, the servers of the namespace and the files of the container. */
import { expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import type { ContainerDefinition } from "./model/task-definition.ts";
import { Session } from "./session.ts";
import { must } from "./testing/cause-scenery.ts";

/** One task on Fargate, a check every five seconds, two tries. */
function checked(containers: readonly Partial<ContainerDefinition>[], command: readonly string[]): Session {
  const session = Session.start({ seed: 1, scenario: { id: "checks", title: "", commands: [] } });
  must(session, "ecs", "CreateCluster", { clusterName: "default" });
  const healthCheck = { command, interval: 5, timeout: 2, retries: 2 };
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: containers.map((more, at) => ({
      name: ["app", "other"][at],
      image: "nginx:1.29",
      ...(at === 0 ? { healthCheck } : {}),
      ...more,
    })),
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
  const networkConfiguration = { awsvpcConfiguration };
  must(session, "ecs", "RunTask", { taskDefinition: "app", launchType: "FARGATE", networkConfiguration });
  return session;
}

function healthAfter(session: Session, seconds: number): string | undefined {
  session.advance({ byMs: seconds * 1000 });
  return [...session.tables.containers.values()].find(({ name }) => name === "app")?.healthStatus;
}

const shell = (line: string) => ["CMD-SHELL", line];
const BUSY = ["sleep", "infinity"];

test.each<[Partial<ContainerDefinition>, readonly string[], string]>([
  [{}, shell("curl -f http://localhost/ || exit 1"), "HEALTHY"],
  [{}, ["CMD", "curl", "-f", "http://127.0.0.1:80/index.html"], "HEALTHY"],
  [{}, shell("curl -f http://localhost:3000/health || exit 1"), "UNHEALTHY"],
  // nginx has no such page: an error of HTTP is one of curl only when it is asked to say so.
  [{}, shell("curl -f http://localhost/health"), "UNHEALTHY"],
  [{}, shell("curl http://localhost/health"), "HEALTHY"],
  [{}, shell("curl -fk https://localhost/"), "UNHEALTHY"],
  [{}, ["CMD", "curl -f http://localhost/ || exit 1"], "UNHEALTHY"],
  // Without a shell nobody puts the number in.
  [{ environment: [{ name: "PORT", value: "80" }] }, ["CMD", "curl", "-f", "http://localhost:$PORT/"], "UNHEALTHY"],
  [{ environment: [{ name: "PORT", value: "80" }] }, shell("curl -f http://localhost:$PORT/"), "HEALTHY"],
  [{}, shell("curl -f http://localhost:80?a=b"), "HEALTHY"],
  [{ image: "httpd" }, shell("curl -f http://localhost/"), "UNHEALTHY"],
  [{ image: "httpd" }, shell("true"), "HEALTHY"],
  [
    { image: "quayside/shop", portMappings: [{ containerPort: 3000 }] },
    shell("wget -q --spider http://localhost:3000/health"),
    "HEALTHY",
  ],
  [{ image: "quayside/cache" }, shell("cache-cli ping || exit 1"), "HEALTHY"],
  [{ image: "quayside/cache" }, shell("cache-cli -p 6380 ping"), "UNHEALTHY"],
  [{ image: "quayside/cache" }, shell("nc -z localhost 6379"), "HEALTHY"],
  [{ image: "busybox", command: BUSY, portMappings: [{ containerPort: 80 }] }, shell("wget -q localhost"), "UNHEALTHY"],
  [{}, shell("sleep 3"), "UNHEALTHY"],
  [{}, shell("exit 1"), "UNHEALTHY"],
  [{}, shell("test -f /tmp/ready"), "UNHEALTHY"],
  [{}, ["NONE"], "UNKNOWN"],
])("%j, %j: %s", (container, command, expected) => {
  expect(healthAfter(checked([container], command), 90)).toBe(expected);
});

test("an application is healthy once it answers", () => {
  const session = checked([{ image: "quayside/slow-start" }], shell("curl -f http://localhost:8080/"));
  const hasStarted = () => [...session.tables.containers.values()].some(({ startedAtMs }) => startedAtMs !== undefined);
  while (!hasStarted()) session.advance({ byMs: 1_000 });
  expect(healthAfter(session, 38)).toBe("UNHEALTHY");
  expect(healthAfter(session, 8)).toBe("HEALTHY");
});

test("a check may ask another container of the task, and hears of its end", () => {
  const containers = [{ image: "busybox", command: BUSY }, { essential: false }];
  const session = checked(containers, shell("wget -q localhost"));
  expect(healthAfter(session, 60)).toBe("HEALTHY");
  const container = [...session.tables.containers.values()].find(({ name }) => name === "other");
  must(session, "quayside", "KillContainer", { task: container?.taskArn, container: "other" });
  expect(healthAfter(session, 30)).toBe("UNHEALTHY");
});

test("a check may look for a file that the application writes", () => {
  const command = ["sh", "-c", "sleep 30; touch /tmp/ready; sleep infinity"];
  const session = checked([{ image: "busybox", command }], shell("test -f /tmp/ready"));
  expect(healthAfter(session, 35)).toBe("UNHEALTHY");
  expect(healthAfter(session, 40)).toBe("HEALTHY");
});

test.each<[string, Partial<ContainerDefinition>, string]>([
  ["HEALTHY beside an essential container without a check", {}, "HEALTHY"],
  [
    "HEALTHY beside a container that is not essential and fails its check",
    { essential: false, healthCheck: { command: ["CMD", "false"], interval: 5 } },
    "HEALTHY",
  ],
  [
    "UNHEALTHY beside an essential container that fails its check",
    { healthCheck: { command: ["CMD", "false"], interval: 5 } },
    "UNHEALTHY",
  ],
])("the task is %s, and runs on", (_, other, expected) => {
  const session = checked([{}, { image: "busybox", command: BUSY, ...other }], shell("true"));
  session.advance({ byMs: 120_000 });
  const [task] = session.tables.tasks.values();
  expect([task?.healthStatus, task?.lastStatus, task?.desiredStatus]).toEqual([expected, "RUNNING", "RUNNING"]);
});

test("a task none of whose containers has a check is UNKNOWN", () => {
  const session = checked([{ healthCheck: undefined }], []);
  session.advance({ byMs: 120_000 });
  expect([...session.tables.tasks.values()][0]?.healthStatus).toBe("UNKNOWN");
});
