/** A container runs what its definition says, for every image: what starts, how it ends, what it prints, what is refused. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import type { ContainerDefinition } from "./model/task-definition.ts";
import { Session } from "./session.ts";
import { must, type Where } from "./testing/cause-scenery.ts";
import { dockerLog } from "./workloads/docker-view.ts";

type Containers = readonly Partial<ContainerDefinition>[];

/** One task, or several of them, some time after the start. */
function started(
  given: Containers,
  where: Where = "fargate",
  { mode = "bridge", count = 1, architecture = "X86_64" } = {},
) {
  const session = Session.start({ seed: 1, scenario: { id: "starts", title: "", commands: [] } });
  must(session, "ecs", "CreateCluster", { clusterName: "default" });
  const onFargate = where === "fargate";
  if (!onFargate) {
    const instanceType = architecture === "ARM64" ? "t4g.medium" : "t3.medium";
    must(session, "quayside", "ProvideContainerInstances", { instanceType });
  }
  const size = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  const platform = { runtimePlatform: { cpuArchitecture: architecture } };
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "app",
    ...(onFargate ? { ...size, ...platform } : { networkMode: mode }),
    containerDefinitions: given.map((more, at) => ({
      name: ["a", "b", "c"][at],
      image: "nginx:1.29",
      ...(onFargate ? {} : { memory: 64 }),
      ...more,
    })),
  });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
  const there = onFargate ? { launchType: "FARGATE", networkConfiguration: { awsvpcConfiguration } } : {};
  must(session, "ecs", "RunTask", { taskDefinition: "app", count, ...there });
  session.advance({ byMs: 180_000 });
  return session;
}

/** What DescribeTasks says of each task and of its containers. */
function told(session: Session): string[] {
  return [...session.tables.tasks.values()].flatMap((task) => {
    const { lastStatus, stopCode, stoppedReason } = task;
    const containers = task.spec.containerArns.map((arn) => {
      const { exitCode, reason } = session.tables.containers.get(arn) ?? {};
      return [exitCode, reason].filter((part) => part !== undefined).join(" ");
    });
    return [
      [lastStatus, stopCode, stoppedReason, `[${containers.join(", ")}]`]
        .filter((part) => part !== undefined)
        .join(" "),
    ];
  });
}

const printed = (session: Session) =>
  [...session.tables.containers.values()].flatMap((row) =>
    dockerLog(session.tables, row, session.nowMs).map(({ text }) => text),
  );
const on = (where: Where, container: Partial<ContainerDefinition>) => told(started([container], where))[0];

const FRAME =
  "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process:";
const FARGATE = `STOPPED TaskFailedToStart CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: ${FRAME}`;
const DOCKER = "STOPPED TaskFailedToStart Task failed to start";
const DAEMON = "CannotStartContainerError: Error response from daemon:";
const EXITED = "STOPPED EssentialContainerExited Essential container in task exited";

describe("what the runtime refuses, in Fargate's words and in Docker's", () => {
  test.each<[Partial<ContainerDefinition>, string, string]>([
    [
      { image: "busybox", command: ["npm start"] },
      `${FARGATE} exec: "npm start": executable file not found in $PATH: unknown []`,
      `${DOCKER} [127 ${DAEMON} failed to create task for container: ${FRAME} exec: "npm start": executable file not found in $PATH: unknown]`,
    ],
    [
      { entryPoint: ["/app/start.sh"] },
      `${FARGATE} exec: "/app/start.sh": stat /app/start.sh: no such file or directory: unknown []`,
      `${DOCKER} [127 ${DAEMON} failed to create task for container: ${FRAME} exec: "/app/start.sh": stat /app/start.sh: no such file or directory: unknown]`,
    ],
    [
      { image: "httpd", command: ["/etc/hosts"] },
      `${FARGATE} exec: "/etc/hosts": permission denied: unknown []`,
      `${DOCKER} [126 ${DAEMON} failed to create task for container: ${FRAME} exec: "/etc/hosts": permission denied: unknown]`,
    ],
    [
      { user: "nosuch" },
      `${FARGATE} unable to find user nosuch: no matching entries in passwd file: unknown []`,
      `${DOCKER} [${DAEMON} unable to find user nosuch: no matching entries in passwd file]`,
    ],
    [
      { memory: 5 },
      `${FARGATE} container init was OOM-killed (memory limit too low?): unknown []`,
      `${DOCKER} [CannotCreateContainerError: Error response from daemon: Minimum memory limit allowed is 6MB]`,
    ],
  ])("%j", (container, fargate, docker) => {
    expect(on("fargate", container)).toBe(fargate);
    expect(on("instance", container)).toBe(docker);
  });

  test.each<[string, Partial<ContainerDefinition>]>([
    ["a word of the shell is no program", { image: "busybox", command: ["exit", "3"] }],
    [
      "a folder of $PATH that is not searched",
      { image: "busybox", command: ["sleep", "9"], environment: [{ name: "PATH", value: "/opt" }] },
    ],
    ["an image without a shell", { image: "quayside/hello", entryPoint: ["bash"] }],
  ])("%s: not found", (_, container) => {
    expect(on("fargate", container)).toContain("executable file not found in $PATH");
  });
});

describe("a process that starts", () => {
  const RUNNING = "RUNNING []";
  test.each<[Partial<ContainerDefinition>, string]>([
    [{ command: ["sh", "-c", "exit 7"] }, `${EXITED} [7]`],
    [{ entryPoint: ["sh", "-c"], command: ["exit 7"] }, `${EXITED} [7]`],
    [{ image: "httpd", command: ["/bin/false"] }, `${EXITED} [1]`],
    [{ image: "quayside/hello", command: ["/bin/false"] }, `${EXITED} [1]`],
    // The image's own entry point takes the command as it is and looks for it itself.
    [{ command: ["npm start"] }, `${EXITED} [127]`],
    [{ command: ["nginx"] }, `${EXITED} [0]`],
    [{ entryPoint: ["nginx", "-g", "daemon off;"] }, RUNNING],
    [{ command: ["sh", "-c", "sleep 2 && exec nginx -g 'daemon off;'"] }, RUNNING],
    [{ image: "httpd", command: ["httpd", "-DFOREGROUND"] }, RUNNING],
    [{ image: "busybox", command: ["sleep", "infinity"] }, RUNNING],
    [{ image: "busybox", command: ["tail", "-f", "/dev/null"] }, RUNNING],
    [{ image: "busybox" }, `${EXITED} [0]`],
    [{ image: "busybox", interactive: true }, RUNNING],
    [{ readonlyRootFilesystem: true }, `${EXITED} [1]`],
    [{ readonlyRootFilesystem: true, image: "quayside/shop" }, RUNNING],
    [{ user: "1000" }, `${EXITED} [1]`],
    [{ user: "nobody", image: "quayside/shop" }, RUNNING],
    [{ image: "quayside/segfault" }, `${EXITED} [139]`],
    [{ image: "quayside/workers" }, `${EXITED} [0 OutOfMemoryError: Container killed due to memory usage]`],
  ])("%j", (container, expected) => {
    expect(on("fargate", container)).toBe(expected);
  });

  test("says why it gives up", () => {
    const nginx = { readonlyRootFilesystem: true };
    expect(printed(started([nginx], "instance"))).toEqual([
      'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (30: Read-only file system)',
    ]);
    expect(printed(started([{ image: "httpd", user: "daemon" }], "instance"))).toEqual([
      "[core:error] (13)Permission denied: AH00099: could not create /usr/local/apache2/logs/httpd.pid",
    ]);
    expect(printed(started([{ command: ["npm start"] }], "instance"))).toEqual([
      "/docker-entrypoint.sh: 47: exec: npm start: not found",
    ]);
    expect(
      printed(started([{ command: ["sh", "-c", "whoami; pwd; npm; grep x"], workingDirectory: "/srv" }], "instance")),
    ).toEqual([
      "root",
      "/srv",
      "sh: 1: npm: not found",
      "Quayside does not simulate grep: it does nothing and ends with 0",
    ]);
  });

  test("a read-only root file system with something writable where the image writes", () => {
    const linuxParameters = {
      tmpfs: ["/var/cache/nginx", "/var/run"].map((containerPath) => ({ containerPath, size: 8 })),
    };
    expect(on("instance", { readonlyRootFilesystem: true, linuxParameters })).toBe(RUNNING);
  });

  test("an image of one architecture without an index is pulled on the other, and cannot run there", () => {
    const only = { image: "quayside/x86-only" };
    const arm = started([only], "instance", { architecture: "ARM64" });
    expect(told(arm)).toEqual([`${EXITED} [1]`]);
    expect(printed(arm)).toEqual(["exec /app/main: exec format error"]);
    expect(told(started([only]))).toEqual([RUNNING]);
    expect(told(started([only], "fargate", { architecture: "ARM64" }))).toEqual([`${EXITED} [1]`]);
  });
});

describe("two servers on one port", () => {
  test("of one network namespace: the second one gives up", () => {
    expect(told(started([{}, { image: "httpd" }]))[0]).toMatch(/^STOPPED EssentialContainerExited .*\[(0, 1|1, 0)\]$/);
    const spare = started([{}, { essential: false }]);
    expect(told(spare)).toEqual(["RUNNING [, 1]"]);
  });

  test("of two tasks in host mode on one machine, but not in bridge mode", () => {
    const host = started([{}], "instance", { mode: "host", count: 2 });
    expect(told(host).sort()).toEqual(["RUNNING []", `${EXITED} [1]`]);
    expect(printed(host)).toContain("nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)");
    expect(told(started([{}], "instance", { count: 2 }))).toEqual(["RUNNING []", "RUNNING []"]);
  });

  test("servers with ports of their own, and jobs, share a namespace", () => {
    const command = ["sleep", "infinity"];
    expect(told(started([{}, { image: "quayside/cache" }, { image: "nginx", command }]))).toEqual(["RUNNING [, , ]"]);
  });
});

test("Docker leaves its own registry's name out, and no other's", () => {
  const missing = (image: string) => on("instance", { image });
  expect(missing("nginx:nope")).toContain("manifest for nginx:nope not found: manifest unknown: manifest unknown");
  expect(missing("quayside/shop:9")).toContain("manifest for quayside/shop:9 not found");
  expect(missing("public.ecr.aws/nginx/nginx:nope")).toContain(
    "manifest for public.ecr.aws/nginx/nginx:nope not found",
  );
});
