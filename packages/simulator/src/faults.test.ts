/** What happens from outside of ECS: killed processes, slow registries, pulls that fail; what each means and how it ends. */
import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import type { ContainerRow } from "./model/ecs.ts";
import { Session } from "./session.ts";
import { whyOf } from "./why/why.ts";

let session: Session;

const outside = (operation: string, input: unknown) => session.call("quayside", operation, input);
const register = (containerDefinitions: unknown[]) =>
  session.call("ecs", "RegisterTaskDefinition", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions,
  });

/** Runs one task of the newest revision; gives its ARN. */
function runTask(): string {
  const outcome = session.call("ecs", "RunTask", {
    taskDefinition: "app",
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" },
    },
  });
  return outcome.ok ? ((outcome.output.tasks as { taskArn: string }[])[0]?.taskArn ?? "") : "";
}

const containers = (task: string): ContainerRow[] =>
  (session.tables.tasks.get(task)?.spec.containerArns ?? []).map(
    (arn) => session.tables.containers.get(arn) as ContainerRow,
  );
const kinds = (task: string) =>
  whyOf(session.journal, { key: task })?.chain.map(({ record }) => record.kind) as readonly string[];

/** Milliseconds that the latest pull takes. */
function pullOf(image: string): number {
  register([{ name: "app", image }]);
  const [container] = containers(pulled(runTask()));
  return (container?.pullEndsAtMs ?? 0) - (container?.pullStartedAtMs ?? 0);
}

/** Lets time pass until the first pull of a task has begun. */
function pulled(task: string): string {
  while (containers(task)[0]?.phase !== "PULLING") session.advance({ maxSteps: 1 });
  return task;
}

beforeEach(() => {
  session = Session.start();
});

describe("KillContainer", () => {
  test("of an essential container stops the task, with 137 and no word of memory", () => {
    register([{ name: "app", image: "nginx" }]);
    const task = runTask();
    session.stepUntilQuiet();
    expect(outside("KillContainer", { task, container: "app" })).toMatchObject({ ok: true });
    expect(containers(task)[0]).toMatchObject({ phase: "STOPPED", exitCode: 137, stoppedAtMs: session.nowMs });
    expect(containers(task)[0]?.reason).toBeUndefined();
    session.stepUntilQuiet();
    expect(session.tables.tasks.get(task)).toMatchObject({
      lastStatus: "STOPPED",
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
    });
    expect(kinds(task)).toEqual(["TASK_STOP_REQUESTED", "CONTAINER_EXITED", "CONTAINER_KILLED", "CALL"]);
  });

  test("of another container leaves the task running", () => {
    register([
      { name: "app", image: "nginx" },
      { name: "helper", image: "quayside/shop:1.0", essential: false },
    ]);
    const task = runTask();
    session.stepUntilQuiet();
    expect(containers(task).map(({ phase }) => phase)).toEqual(["RUNNING", "RUNNING"]);
    outside("KillContainer", { task, container: "helper" });
    session.stepUntilQuiet();
    expect(session.tables.tasks.get(task)?.lastStatus).toBe("RUNNING");
    expect(containers(task).map(({ phase }) => phase)).toEqual(["RUNNING", "STOPPED"]);
  });

  test("is an exit like any other for a restart policy, also a second time", () => {
    register([{ name: "app", image: "nginx", restartPolicy: { enabled: true, restartAttemptPeriod: 60 } }]);
    const task = runTask();
    session.advance({ byMs: 120_000 });
    for (const restartCount of [1, 2]) {
      outside("KillContainer", { task });
      session.advance({ byMs: 90_000 });
      expect(containers(task)[0]).toMatchObject({ phase: "RUNNING", restartCount });
    }
    outside("KillContainer", { task });
    session.advance({ byMs: 30_000 });
    outside("KillContainer", { task });
    session.stepUntilQuiet();
    expect(containers(task)[0]).toMatchObject({ phase: "STOPPED", exitCode: 137, restartCount: 3 });
  });

  test("ends the wait for a container that ignores SIGTERM", () => {
    register([{ name: "app", image: "quayside/stubborn:1", stopTimeout: 120 }]);
    const task = runTask();
    session.stepUntilQuiet();
    session.call("ecs", "StopTask", { task });
    while (containers(task)[0]?.phase !== "STOPPING") session.advance({ maxSteps: 1 });
    outside("KillContainer", { task });
    const killedAtMs = session.nowMs;
    session.stepUntilQuiet();
    expect(session.tables.tasks.get(task)).toMatchObject({ lastStatus: "STOPPED", stopCode: "UserInitiated" });
    expect((session.tables.tasks.get(task)?.stoppedAtMs ?? 0) - killedAtMs).toBeLessThan(60_000);
    expect(session.journal.records.map(({ kind }) => kind)).not.toContain("SIGKILL_SENT");
  });

  test("takes back what the process would have done by itself", () => {
    register([{ name: "app", image: "busybox", command: ["sleep", "600"] }]);
    const task = runTask();
    session.advance({ byMs: 60_000 });
    outside("KillContainer", { task });
    session.stepUntilQuiet();
    expect(containers(task)[0]?.exitCode).toBe(137);
    expect(session.nowMs).toBeLessThan(300_000);
  });

  test.each([
    [{ task: "none" }, "The referenced task was not found."],
    [{ task: "none", cluster: "missing" }, "Cluster not found."],
    [{}, 'KillContainer takes {"task": "its id or ARN", "container": "its name", "cluster": "its name"}.'],
    [undefined, 'KillContainer takes {"task": "its id or ARN", "container": "its name", "cluster": "its name"}.'],
  ])("of %j is refused", (input, message) => {
    expect(outside("KillContainer", input)).toMatchObject({ ok: false, error: { message } });
  });

  test("is refused before the process runs, and without a name among several", () => {
    register([
      { name: "app", image: "nginx" },
      { name: "helper", image: "busybox", essential: false },
    ]);
    const task = runTask();
    const early = outside("KillContainer", { task, container: "app" });
    expect(early).toMatchObject({ ok: false, error: { code: "ContainerNotRunning" } });
    const unnamed = outside("KillContainer", { task });
    expect(unnamed).toMatchObject({ ok: false, error: { message: "Name one of the task's containers: app, helper." } });
  });
});

describe("SlowRegistry", () => {
  test("multiplies the time of pulls that begin later, until it is over", () => {
    const usual = pullOf("nginx");
    outside("SlowRegistry", { timesSlower: 10 });
    const slow = pullOf("nginx");
    expect(slow).toBeGreaterThan(4 * usual);
    outside("SlowRegistry", { timesSlower: 1 });
    expect(pullOf("nginx")).toBeLessThan(slow / 4);
    expect(session.tables.registryFaults.size).toBe(0);
  });

  test("concerns only the registry that it names, by any of its hosts", () => {
    outside("SlowRegistry", { registry: "registry-1.docker.io", timesSlower: 10 });
    pullOf("nginx");
    expect(session.journal.records.at(-1)).toMatchObject({ kind: "PULL_STARTED", facts: { timesSlower: 10 } });
    outside("SlowRegistry", { registry: "docker.io", timesSlower: 1 });
    outside("SlowRegistry", { registry: "public.ecr.aws", timesSlower: 10 });
    pullOf("nginx");
    expect(session.journal.records.at(-1)?.facts).not.toHaveProperty("timesSlower");
  });

  test.each([
    {},
    { timesSlower: 0 },
    { timesSlower: 101 },
    { timesSlower: 1.5 },
    { timesSlower: 2, registry: "A b" },
    7,
  ])("refuses %j", (input) => {
    expect(outside("SlowRegistry", input)).toMatchObject({ ok: false, error: { code: "InvalidParameterException" } });
    expect(session.tables.registryFaults.size).toBe(0);
  });
});

describe("FailPulls", () => {
  const stoppedReason = (): string => {
    const task = runTask();
    session.stepUntilQuiet();
    return session.tables.tasks.get(task)?.stoppedReason ?? "";
  };

  test.each([
    [
      "server-error",
      "HEAD request to https://registry-1.docker.io/v2/library/nginx/manifests/latest: 503 Service Unavailable",
    ],
    [
      "unreachable",
      'Head "https://registry-1.docker.io/v2/library/nginx/manifests/latest": dial tcp 3.94.224.37:443: i/o timeout',
    ],
    ["rate-limit", "429 Too Many Requests - Server message: toomanyrequests"],
  ])("%s gives the registry's words", (why, words) => {
    register([{ name: "app", image: "nginx" }]);
    outside("FailPulls", { image: "nginx:latest", why });
    expect(stoppedReason()).toContain(words);
    expect(stoppedReason()).toMatch(/^CannotPullContainerError: pull image manifest has been retried 5 time\(s\): /);
  });

  test("for two pulls, then no more; the fault is the cause of the failed ones", () => {
    register([{ name: "app", image: "nginx" }]);
    outside("FailPulls", { count: 2 });
    const tasks = [runTask(), runTask(), runTask()];
    session.stepUntilQuiet();
    const status = tasks.map((arn) => session.tables.tasks.get(arn)?.lastStatus);
    expect(status.sort()).toEqual(["RUNNING", "STOPPED", "STOPPED"]);
    expect(session.tables.registryFaults.size).toBe(0);
    const failed = tasks.find((arn) => session.tables.tasks.get(arn)?.lastStatus === "STOPPED") ?? "";
    expect(kinds(failed)).toEqual(["TASK_STOP_REQUESTED", "PULL_FAILED", "PULLS_BROKEN", "CALL"]);
  });

  test("ends with a count of 0 and leaves the registry as slow as it was", () => {
    register([{ name: "app", image: "nginx" }]);
    outside("SlowRegistry", { timesSlower: 3 });
    outside("FailPulls", {});
    outside("FailPulls", { count: 0 });
    expect([...session.tables.registryFaults.values()]).toEqual([{ scope: "*", timesSlower: 3 }]);
    expect(stoppedReason()).toBe("");
  });

  test("leaves other images alone, and is not used up by a pull that never reaches the registry", () => {
    register([{ name: "app", image: "quayside/shop:1.0" }]);
    outside("FailPulls", { image: "nginx", count: 1 });
    expect(stoppedReason()).toBe("");
    register([{ name: "app", image: "nginx" }]);
    session.call("ecs", "RunTask", {
      taskDefinition: "app",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["public-a"]] } },
    });
    session.stepUntilQuiet();
    expect(session.tables.registryFaults.get("docker.io/library/nginx")?.failing?.pullsLeft).toBe(1);
  });

  test.each([
    { why: "nonsense" },
    { count: -1 },
    { count: 1_001 },
    { image: "nginx", registry: "docker.io" },
    { image: "" },
    { why: "rate-limit", registry: "public.ecr.aws" },
    { why: "rate-limit", image: "public.ecr.aws/nginx/nginx" },
  ])("refuses %j", (input) => {
    expect(outside("FailPulls", input)).toMatchObject({ ok: false, error: { code: "InvalidParameterException" } });
    expect(session.tables.registryFaults.size).toBe(0);
  });
});

test("a run with every fault is saved, loaded and taken back like any other", () => {
  register([{ name: "app", image: "nginx" }]);
  const task = runTask();
  session.stepUntilQuiet();
  outside("SlowRegistry", { timesSlower: 5 });
  outside("FailPulls", { count: 1 });
  outside("KillContainer", { task });
  runTask();
  session.stepUntilQuiet();
  const loaded = Session.load(JSON.parse(JSON.stringify(session.save())));
  expect(loaded.journal.records).toEqual(session.journal.records);
  session.seek(1_000);
  expect(session.tables.registryFaults.size).toBe(0);
});
