/** `docker stop` on a container instance: ECS only sees that a container exited, and draws its conclusions. */
import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS } from "./default-network.ts";
import { dockerContainers, dockerLog } from "./machines.ts";
import type { ContainerRow, TaskRow } from "./model/ecs.ts";
import { Session } from "./session.ts";

let session: Session;

const outside = (operation: string, input: unknown) => session.call("quayside", operation, input);
const taskOf = (arn: string) => session.tables.tasks.get(arn) as TaskRow;
const container = (arn: string, at = 0) =>
  session.tables.containers.get(taskOf(arn).spec.containerArns[at] as string) as ContainerRow;

/** Runs a task in bridge mode on the instance until nothing more happens by itself. */
function running(...containers: object[]): string {
  const containerDefinitions = containers.map((definition) => ({ name: "app", memory: 128, ...definition }));
  session.call("ecs", "RegisterTaskDefinition", { family: "app", networkMode: "bridge", containerDefinitions });
  const outcome = session.call("ecs", "RunTask", { taskDefinition: "app", launchType: "EC2" });
  session.stepUntilQuiet();
  return outcome.ok ? ((outcome.output.tasks as { taskArn: string }[])[0]?.taskArn ?? "") : "";
}

beforeEach(() => {
  session = Session.start();
  outside("ProvideContainerInstances", { count: 1 });
});

describe("StopContainer", () => {
  test("of an essential container stops the task, with the exit code of a program that obeys", () => {
    const task = running({ image: "nginx" });
    expect(outside("StopContainer", { task })).toMatchObject({ ok: true, output: { container: "app" } });
    expect(container(task).phase).toBe("STOPPING");
    session.stepUntilQuiet();
    expect(container(task)).toMatchObject({ phase: "STOPPED", exitCode: 0 });
    expect(taskOf(task)).toMatchObject({ lastStatus: "STOPPED", stopCode: "EssentialContainerExited" });
    const requested = session.journal.records.find(({ kind }) => kind === "TASK_STOP_REQUESTED");
    const chain = session.journal.causesOf(requested?.seq ?? 0).map(({ kind }) => kind);
    expect(chain.slice(1)).toEqual(["CONTAINER_EXITED", "SIGTERM_SENT", "CONTAINER_STOP_BY_HAND", "CALL"]);
  });

  test.each([
    [{}, 10_000],
    [{ timeout: 3 }, 3_000],
    [{ timeout: 0 }, 0],
  ])("with %j kills a program that ignores SIGTERM after %d ms", (options, afterMs) => {
    const task = running({ image: "quayside/stubborn:1", stopTimeout: 90 });
    const orderedAtMs = session.nowMs;
    outside("StopContainer", { task, ...options });
    session.stepUntilQuiet();
    expect(container(task)).toMatchObject({ exitCode: 137, stoppedAtMs: orderedAtMs + afterMs });
  });

  test("of a container that is not essential leaves the task running", () => {
    const task = running({ image: "nginx" }, { name: "side", image: "quayside/shop:1.0", essential: false });
    outside("StopContainer", { task, container: "side" });
    session.stepUntilQuiet();
    expect(taskOf(task).lastStatus).toBe("RUNNING");
    expect([container(task).phase, container(task, 1).phase]).toEqual(["RUNNING", "STOPPED"]);
  });

  test("is an exit like any other for a restart policy, again and again", () => {
    const task = running({ image: "nginx", restartPolicy: { enabled: true, restartAttemptPeriod: 60 } });
    for (const restartCount of [1, 2, 3]) {
      session.advance({ byMs: 61_000 });
      outside("StopContainer", { task });
      session.advance({ byMs: 20_000 });
      expect(container(task)).toMatchObject({ phase: "RUNNING", restartCount });
    }
  });

  test("and StopTask in the middle of it end in one exit", () => {
    const task = running({ image: "quayside/stubborn:1" });
    outside("StopContainer", { task });
    session.call("ecs", "StopTask", { task });
    session.stepUntilQuiet();
    expect(taskOf(task)).toMatchObject({ lastStatus: "STOPPED", stopCode: "UserInitiated" });
    expect(session.journal.records.filter(({ kind }) => kind === "CONTAINER_EXITED")).toHaveLength(1);
  });

  test("a second time changes nothing, a stopped container has no process", () => {
    const task = running({ image: "quayside/stubborn:1" });
    outside("StopContainer", { task });
    const length = session.journal.length;
    expect(outside("StopContainer", { task, timeout: 600 }).ok).toBe(true);
    expect(session.journal.records.slice(length).map(({ kind }) => kind)).toEqual(["CALL"]);
    session.stepUntilQuiet();
    expect(outside("StopContainer", { task })).toMatchObject({ error: { code: "ContainerNotRunning" } });
  });

  test("is nothing for Fargate: there is no machine to do it on", () => {
    session.call("ecs", "RegisterTaskDefinition", {
      family: "web",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "web", image: "nginx" }],
    });
    const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["public-a"]], assignPublicIp: "ENABLED" };
    session.call("ecs", "RunTask", {
      taskDefinition: "web",
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration },
    });
    session.stepUntilQuiet();
    const [task] = [...session.tables.tasks.keys()];
    expect(outside("StopContainer", { task })).toMatchObject({ ok: false, error: { code: "NoMachine" } });
    expect(taskOf(task as string).lastStatus).toBe("RUNNING");
  });

  test.each([[{}], [{ task: 7 }], [{ task: "a", timeout: -1 }], [{ task: "a", timeout: 1.5 }], [undefined]])(
    "takes no %j",
    (input) => {
      expect(outside("StopContainer", input)).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining("StopContainer takes") },
      });
    },
  );
});

describe("what Docker keeps", () => {
  const machine = () => [...session.tables.ec2Instances.values()][0] as never;
  const docker = () => dockerContainers(session.tables, machine(), session.nowMs);
  const printed = (task: string) => dockerLog(session.tables, container(task), session.nowMs).map(({ text }) => text);

  test("a container without log configuration writes into Docker's own file, which goes with its task", () => {
    const task = running({ image: "nginx" });
    session.advance({ byMs: 1_000 });
    expect(printed(task).at(-1)).toMatch(/start worker process 29$/);
    outside("StopContainer", { task });
    session.stepUntilQuiet();
    expect(printed(task).at(-1)).toMatch(/\[notice\] 1#1: exit$/);
    expect(session.tables.dockerLogs.size).toBe(1);
    session.advance({ byMs: 3_700_000 });
    expect(session.tables.dockerLogs.size).toBe(0);
  });

  test("a program that uses files writes there as well, line by line", () => {
    const command = ["sh", "-c", "echo one > /tmp/a; cat /tmp/a; sleep 5; echo two"];
    const task = running({ image: "busybox", command });
    expect(printed(task)).toEqual(["one", "two"]);
  });

  test("a task in awsvpc mode has a pause container beside its own, as long as it has its interface", () => {
    session.call("ecs", "RegisterTaskDefinition", {
      family: "own",
      networkMode: "awsvpc",
      containerDefinitions: [{ name: "app", image: "nginx", memory: 128 }],
    });
    session.call("ecs", "RunTask", {
      taskDefinition: "own",
      launchType: "EC2",
      networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } },
    });
    session.stepUntilQuiet();
    expect(docker().map(({ name }) => name.replace(/-[0-9a-f]{20}$/, ""))).toEqual([
      "ecs-own-1-app",
      "ecs-own-1-internalecspause",
      "ecs-agent",
    ]);
    session.call("ecs", "StopTask", { task: [...session.tables.tasks.keys()][0] });
    session.stepUntilQuiet();
    expect(
      docker()
        .filter(({ state }) => state === "running")
        .map(({ name }) => name),
    ).toEqual(["ecs-agent"]);
  });
});
