/** ECS Exec: its agent, whom ExecuteCommand lets in, and what a session sees and does in a container. */
import { describe, expect, test } from "vitest";
import { DEFAULT_SUBNETS, type NetworkPlan } from "./default-network.ts";
import { EXEC_IDLE_MS } from "./model/exec.ts";
import type { ContainerDefinition } from "./model/task-definition.ts";
import type { Outcome } from "./operations/operation.ts";
import { Session } from "./session.ts";
import { must } from "./testing/refusal-scenery.ts";

interface Asked {
  readonly containers?: readonly (Partial<ContainerDefinition> & { readonly name: string })[];
  readonly role?: string;
  readonly exec?: boolean;
  readonly network?: NetworkPlan;
  readonly subnet?: keyof typeof DEFAULT_SUBNETS;
}

/** A task on Fargate that has settled, with Exec unless it says otherwise. */
function running({ containers = [{ name: "web" }], role = "execTaskRole", exec = true, network, subnet }: Asked = {}) {
  const scenario = { id: "exec", title: "", commands: [], ...(network && { network }) };
  const session = Session.start({ seed: 1, scenario });
  must(session, "ecs", "CreateCluster", { clusterName: "default" });
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    taskRoleArn: role,
    executionRoleArn: "ecsTaskExecutionRole",
    containerDefinitions: containers.map((container) => ({ image: "nginx", ...container })),
  });
  const awsvpcConfiguration = {
    subnets: [DEFAULT_SUBNETS[subnet ?? "public-a"]],
    assignPublicIp: subnet === undefined ? "ENABLED" : "DISABLED",
  };
  must(session, "ecs", "RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    enableExecuteCommand: exec,
    networkConfiguration: { awsvpcConfiguration },
  });
  return { session, task: [...session.tables.tasks.keys()][0] as string };
}

function execute({ session, task }: ReturnType<typeof running>, more: object = {}): Outcome {
  return session.call("ecs", "ExecuteCommand", { task, command: "/bin/sh", interactive: true, ...more });
}

/** Opens a session and gives a function that types into it: what was printed, line by line. */
function shell(world: ReturnType<typeof running>, more: object = {}) {
  const outcome = execute(world, more);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { sessionId } = (outcome.output as { session: { sessionId: string } }).session;
  const type = (line?: string) =>
    must(world.session, "quayside", "TypeInSession", { sessionId, ...(line !== undefined && { line }) }) as unknown as {
      printed: string[];
      exitCode: number;
      isOpen: boolean;
      prompt?: string;
    };
  return { sessionId, type, lines: (line?: string) => type(line).printed };
}

const agents = ({ session, task }: ReturnType<typeof running>) => {
  const { tasks } = must(session, "ecs", "DescribeTasks", { tasks: [task] }) as {
    tasks: { containers: { managedAgents?: { name: string; lastStatus: string; lastStartedAt?: number }[] }[] }[];
  };
  return tasks[0]?.containers.map(({ managedAgents }) => managedAgents);
};

describe("the agent of ECS Exec", () => {
  test("is there for tasks that were started with it, PENDING, RUNNING and STOPPED with its container", () => {
    expect(agents(running({ exec: false }))).toEqual([undefined]);
    const world = running();
    expect(agents(world)).toEqual([[{ name: "ExecuteCommandAgent", lastStatus: "PENDING" }]]);
    world.session.stepUntilQuiet();
    expect(agents(world)).toEqual([
      [{ name: "ExecuteCommandAgent", lastStatus: "RUNNING", lastStartedAt: expect.any(Number) }],
    ]);
    const [startedAtMs] = [...world.session.tables.containers.values()].map((row) => row.startedAtMs ?? 0);
    const [agent] = world.session.tables.execAgents.values();
    const tookMs = (agent?.lastStartedAtMs ?? 0) - (startedAtMs ?? 0);
    expect(tookMs).toBeGreaterThanOrEqual(30_000);
    expect(tookMs).toBeLessThanOrEqual(60_000);
    must(world.session, "ecs", "StopTask", { task: world.task });
    world.session.stepUntilQuiet();
    expect(agents(world)?.[0]?.[0]).toMatchObject({ lastStatus: "STOPPED" });
    world.session.advance({ byMs: 2 * 3_600_000 });
    expect(world.session.tables.execAgents.size).toBe(0);
  });

  test("cannot run below a read-only root file system, but where it may write", () => {
    const readonlyRootFilesystem = true;
    const image = "busybox";
    const command = ["sleep", "infinity"];
    const world = running({ containers: [{ name: "web", image, command, readonlyRootFilesystem }] });
    world.session.stepUntilQuiet();
    expect(agents(world)).toEqual([
      [
        {
          name: "ExecuteCommandAgent",
          lastStatus: "STOPPED",
          reason: "ExecuteCommandAgent process exited with exit code: 1",
        },
      ],
    ]);
    expect(execute(world)).toMatchObject({ id: "exec.agent-stopped" });
  });

  test("does not come back when a restart policy starts the process again", () => {
    const restartPolicy = { enabled: true, restartAttemptPeriod: 60 };
    const world = running({
      containers: [{ name: "web", image: "busybox", command: ["sleep", "600"], restartPolicy }],
    });
    world.session.advance({ byMs: 180_000 });
    expect(execute(world)).toMatchObject({ ok: true });
    world.session.advance({ byMs: 600_000 });
    expect([...world.session.tables.containers.values()][0]?.restartCount).toBe(1);
    expect(execute(world)).toMatchObject({ id: "exec.agent-stopped" });
    expect(world.session.tables.execSessions.size).toBe(0);
  });
});

describe("ExecuteCommand", () => {
  test("answers with the session, as AWS does", () => {
    const world = running();
    world.session.stepUntilQuiet();
    expect(execute(world)).toMatchObject({
      ok: true,
      output: {
        clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/default",
        containerName: "web",
        interactive: true,
        taskArn: world.task,
        session: {
          sessionId: expect.stringMatching(/^ecs-execute-command-[0-9a-f]{17}$/),
          streamUrl: expect.stringMatching(/^wss:\/\/ssmmessages\.us-east-1\.amazonaws\.com\/v1\/data-channel\/ecs-/),
          tokenValue: expect.stringMatching(/^AAEAA/),
        },
      },
    });
  });

  test("says the same of three causes, each with its own id", () => {
    const message = expect.stringMatching(/^The execute command failed because execute command was not enabled.*isn’t/);
    const without = running({ exec: false });
    expect(execute(without)).toMatchObject({ id: "exec.not-enabled", error: { message } });
    const early = running();
    expect(execute(early)).toMatchObject({ id: "exec.agent-pending", error: { message } });
    early.session.stepUntilQuiet();
    must(early.session, "ecs", "StopTask", { task: early.task });
    early.session.stepUntilQuiet();
    expect(execute(early)).toMatchObject({ id: "exec.agent-stopped", error: { message } });
  });

  test("is not connected without the rights of the task role or a way to Session Manager", () => {
    const error = {
      code: "TargetNotConnectedException",
      message: "The execute command failed due to an internal error. Try again later.",
    };
    const denied = running({ role: "shopTaskRole" });
    denied.session.stepUntilQuiet();
    expect(execute(denied)).toMatchObject({ id: "exec.role-denied", error });
    const endpoints = ["logs"].map((service) => ({ service }));
    const shut = running({
      subnet: "private-a",
      network: { natGateway: false, endpoints },
      containers: [{ name: "web", image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:1.0" }],
    });
    shut.session.stepUntilQuiet();
    expect(execute(shut).ok).toBe(false);
    const open = running({ subnet: "private-a" });
    open.session.stepUntilQuiet();
    expect(execute(open).ok).toBe(true);
  });

  test("names a container when there are several", () => {
    const containers = [{ name: "web" }, { name: "side", image: "busybox", command: ["sleep", "infinity"] }];
    const world = running({ containers });
    world.session.stepUntilQuiet();
    expect(execute(world)).toMatchObject({ id: "exec.container-needed" });
    expect(execute(world, { container: "nope" })).toMatchObject({ id: "exec.container" });
    expect(execute(world, { container: "side" }).ok).toBe(true);
  });

  test("opens a thousand sessions in a container, and no more", () => {
    const world = running();
    world.session.stepUntilQuiet();
    for (let count = 0; count < 1_000; count += 1) expect(execute(world).ok).toBe(true);
    expect(execute(world)).toMatchObject({ id: "exec.sessions", error: { code: "ClientException" } });
  });
});

describe("a session", () => {
  test("sees the container's variables, files and server as root", () => {
    const environment = [{ name: "COLOUR", value: "blue" }];
    const world = running({ containers: [{ name: "web", environment, user: "root" }] });
    world.session.stepUntilQuiet();
    const { type, lines } = shell(world);
    expect(type()).toMatchObject({ printed: [], isOpen: true, prompt: "#" });
    expect(lines("whoami; id")).toEqual(["root", "uid=0(root) gid=0(root) groups=0(root)"]);
    expect(lines("env | grep COLOUR")).toEqual(["COLOUR=blue"]);
    expect(lines("env | grep -c AWS_EXECUTION_ENV=AWS_ECS_FARGATE")).toEqual(["1"]);
    expect(lines("ps")).toEqual(["sh: 1: ps: not found"]);
    expect(lines("curl -s localhost | grep title")).toEqual(["<title>Welcome to nginx!</title>"]);
    expect(lines("cd /usr/share/nginx/html")).toEqual([]);
    expect(lines("pwd && ls")).toEqual(["/usr/share/nginx/html", "index.html"]);
    expect(lines("echo hello > index.html; curl -s localhost")).toEqual(["hello"]);
    expect(lines("curl localhost:81")[0]).toBe(
      "curl: (7) Failed to connect to localhost port 81: Could not connect to server",
    );
    expect(lines("nope")).toEqual(["sh: 1: nope: not found"]);
    expect(lines("echo $?")).toEqual(["127"]);
    expect(lines('X=1; echo "x$X"')).toEqual(["x1"]);
    expect(lines("echo $X")).toEqual(["1"]);
    expect(lines("sleep infinity")).toContain("^C");
    expect(lines("constructor")).toEqual(["sh: 1: constructor: not found"]);
    expect(lines("env | constructor")[0]).toContain("not simulated");
    expect(type("exit 3")).toMatchObject({ exitCode: 3, isOpen: false });
    expect(world.session.tables.execSessions.size).toBe(0);
  });

  test("asks the endpoint of the task about itself", () => {
    const world = running({ containers: [{ name: "web", image: "quayside/shop" }] });
    world.session.stepUntilQuiet();
    const { lines } = shell(world);
    expect(lines("curl -s $ECS_CONTAINER_METADATA_URI_V4/task | grep Family").join("")).toContain('"Family": "web"');
    const credentials = lines("curl -s 169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    expect(credentials.join("")).toContain("role/execTaskRole");
    expect(lines("ps | grep ssm-session-worker").join("")).toContain("ecs-execute-command-");
  });

  test("ends with its container, and after twenty minutes without a line", () => {
    const world = running();
    world.session.stepUntilQuiet();
    const idle = shell(world);
    world.session.advance({ byMs: EXEC_IDLE_MS + 1 });
    const over = { id: "quayside.session-over" };
    const line = (sessionId: string) => world.session.call("quayside", "TypeInSession", { sessionId, line: "ls" });
    expect(line(idle.sessionId)).toMatchObject(over);
    const { sessionId, type } = shell(world);
    expect(type("ls /").exitCode).toBe(0);
    must(world.session, "ecs", "StopTask", { task: world.task });
    world.session.stepUntilQuiet();
    expect(line(sessionId)).toMatchObject(over);
    expect(world.session.tables.execSessions.size).toBe(0);
  });

  test("of a command that is no shell is over at once; a program that is not there says so", () => {
    const world = running();
    world.session.stepUntilQuiet();
    expect(shell(world, { command: "ls /usr/share/nginx/html" }).type()).toMatchObject({
      printed: ["index.html"],
      isOpen: false,
    });
    expect(shell(world, { command: "/bin/zsh" }).type()).toMatchObject({
      printed: ["Unable to start command: Failed to start pty: fork/exec /bin/zsh: no such file or directory"],
      isOpen: false,
    });
    expect(shell(world, { command: "/bin/bash" }).type().prompt).toMatch(/^root@ip-10-.*:\/#$/);
  });
});
