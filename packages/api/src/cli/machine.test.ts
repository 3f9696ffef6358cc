/** The shell of a container instance: how one gets there, what Docker shows and does, what the agent answers. */
import { DEFAULT_SUBNETS, Session } from "@quayside/simulator";
import { beforeEach, describe, expect, test } from "vitest";
import { completeCommandLine } from "./complete.ts";
import { runCommandLine } from "./run-line.ts";

let session: Session;
let instanceId: string;

const run = (line: string, machine?: string) => runCommandLine(line, { session, machine });
const on = (line: string) => run(line, instanceId);

function runTask(networkMode: string, container: object = {}, task: object = {}): void {
  const containerDefinitions = [{ name: "nginx", image: "nginx:1.27", memory: 128, ...container }];
  session.call("ecs", "RegisterTaskDefinition", { family: "web", networkMode, containerDefinitions, ...task });
  const awsvpcConfiguration = { subnets: [DEFAULT_SUBNETS["private-a"]] };
  const networkConfiguration = networkMode === "awsvpc" ? { awsvpcConfiguration } : undefined;
  const launchType = "requiresCompatibilities" in task ? "FARGATE" : "EC2";
  session.call("ecs", "RunTask", { taskDefinition: "web", launchType, networkConfiguration });
  session.stepUntilQuiet();
}

beforeEach(() => {
  session = Session.start();
  session.call("quayside", "ProvideContainerInstances", { count: 1 });
  instanceId = [...session.tables.ec2Instances.keys()][0] as string;
});

describe("ssh", () => {
  test("without a command leaves the terminal on the machine, until exit", () => {
    const { exitCode, stdout, machine } = run(`ssh ec2-user@${instanceId}`);
    expect([exitCode, machine]).toEqual([0, { at: instanceId, prompt: "ec2-user@ip-10-0-10-4 $" }]);
    expect(stdout).toContain("ECS Optimized");
    expect(on("hostname")).toEqual({ exitCode: 0, stdout: "ip-10-0-10-4.ec2.internal\n", stderr: "" });
    expect(on("exit")).toMatchObject({ exitCode: 0, machine: null });
  });

  test("with a command runs it there and comes back", () => {
    expect(run("ssh 10.0.10.4 whoami")).toEqual({ exitCode: 0, stdout: "ec2-user\n", stderr: "" });
    expect(run(`ssh ec2-user@${instanceId} cat /etc/ecs/ecs.config`).stdout).toBe("ECS_CLUSTER=default\n");
  });

  test.each([
    ["ssh", "usage: ssh"],
    ["ssh root@10.0.10.4", "root@10.0.10.4: Permission denied (publickey"],
    ["ssh ec2-user@nowhere", "Could not resolve hostname nowhere"],
  ])("%s does not get in", (line, words) => {
    expect(run(line)).toMatchObject({ exitCode: 255, stderr: expect.stringContaining(words) });
  });

  test("to a task on Fargate says why there is no machine", () => {
    const fargate = { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
    runTask("awsvpc", {}, fargate);
    const address = [...session.tables.tasks.values()][0]?.networkInterface?.privateIpv4Address;
    expect(run(`ssh ec2-user@${address}`)).toMatchObject({
      exitCode: 255,
      stderr: expect.stringContaining("Its machine is AWS's"),
    });
    expect(run("docker ps")).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("Fargate") });
  });

  test("to a task on EC2 names its machine", () => {
    runTask("awsvpc");
    const address = [...session.tables.tasks.values()][0]?.networkInterface?.privateIpv4Address;
    expect(run(`ssh ${address}`).stderr).toContain(`Its machine is ${instanceId}`);
  });

  test("ends with its machine", () => {
    expect(runCommandLine("docker ps", { session, machine: "i-gone" })).toMatchObject({ exitCode: 255, machine: null });
  });
});

describe("docker ps", () => {
  test("shows the containers of tasks in Docker's columns, and the agent", () => {
    runTask("bridge", { portMappings: [{ containerPort: 80 }] });
    session.advance({ byMs: 120_000 });
    const [titles, web, agent, ...more] = on("docker ps").stdout.trimEnd().split("\n");
    const id = [...session.tables.containers.values()][0]?.runtimeId ?? "";
    expect(titles).toMatch(/^CONTAINER ID {3}IMAGE +COMMAND +CREATED +STATUS +PORTS +NAMES$/);
    expect(web?.split(/ {2,}/)).toEqual([
      id.slice(0, 12),
      "nginx:1.27",
      '"/docker-entrypoint.…"',
      "2 minutes ago",
      "Up 2 minutes",
      "0.0.0.0:32768->80/tcp",
      `ecs-web-1-nginx-${id.slice(12, 32)}`,
    ]);
    expect(web?.indexOf("nginx:1.27")).toBe(titles?.indexOf("IMAGE"));
    expect(agent).toMatch(/amazon\/amazon-ecs-agent:latest .*"\/agent" .*Up 2 minutes \(healthy\) +ecs-agent$/);
    expect(more).toEqual([]);
  });

  test("-a shows those that have exited, -q ids only", () => {
    runTask("bridge", { image: "busybox", command: ["sh", "-c", "exit 3"] });
    session.advance({ byMs: 5_000 });
    expect(on("docker ps").stdout).not.toContain("busybox");
    expect(on("docker ps -a").stdout).toMatch(/"sh -c 'exit 3'" .*Exited \(3\) \d+ seconds ago/);
    expect(on("docker ps -aq").stdout).toMatch(/^([0-9a-f]{12}\n){2}$/);
    expect(on("docker ps --wide")).toMatchObject({ exitCode: 125, stderr: expect.stringContaining("unknown flag") });
  });

  test("publishes nothing for a task with its own interface: there the pause container holds it", () => {
    runTask("awsvpc", { portMappings: [{ containerPort: 80 }] });
    const { stdout } = on("docker ps");
    expect(stdout).toContain("ecs-web-1-internalecspause-");
    expect(stdout).not.toContain("->80/tcp");
  });
});

describe("docker stop, kill, logs", () => {
  const idOf = () => [...session.tables.containers.values()][0]?.runtimeId?.slice(0, 12) ?? "";

  test("stop waits until the container has stopped; its task stops after it", () => {
    runTask("bridge", { image: "quayside/stubborn:1" });
    const beganAtMs = session.nowMs;
    expect(on(`docker stop ${idOf()}`)).toEqual({ exitCode: 0, stdout: `${idOf()}\n`, stderr: "" });
    expect(session.nowMs - beganAtMs).toBe(10_000);
    expect([...session.tables.containers.values()][0]).toMatchObject({ phase: "STOPPED", exitCode: 137 });
    session.stepUntilQuiet();
    expect([...session.tables.tasks.values()][0]).toMatchObject({ lastStatus: "STOPPED" });
    expect(on(`docker stop ${idOf()}`).exitCode).toBe(0);
    expect(on(`docker kill ${idOf()}`)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("is not running"),
    });
  });

  test("kill ends it at once; what is no container is refused in Docker's words", () => {
    runTask("bridge");
    const beganAtMs = session.nowMs;
    on(`docker kill ${idOf()}`);
    expect([...session.tables.containers.values()][0]).toMatchObject({ exitCode: 137, stoppedAtMs: beganAtMs });
    expect(on("docker stop nobody")).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: "Error response from daemon: No such container: nobody\n",
    });
    expect(on("docker stop ecs-agent").exitCode).toBe(1);
    expect(on("docker stop -t soon x")).toMatchObject({ exitCode: 125 });
  });

  test("logs prints what the container printed, with or without awslogs", () => {
    runTask("bridge");
    session.advance({ byMs: 1_000 });
    expect(on(`docker logs ${idOf()}`).stdout).toContain("start worker processes\n");
    expect(on(`docker logs -t --tail 1 ${idOf()}`).stdout).toMatch(/^2026-01-05T09:\S+Z .*start worker process 29\n$/);
    expect(on("docker logs")).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("exactly 1 argument") });
    expect(on("docker logs nobody").stderr).toBe("Error response from daemon: No such container: nobody\n");
  });

  test("images lists what was pulled, and what the AMI brings", () => {
    runTask("bridge");
    expect(on("docker images").stdout).toMatch(/^nginx +1\.27 +a{12} +3 weeks ago +72MB$/m);
    expect(on("docker images").stdout).toContain("amazon/amazon-ecs-agent");
  });

  test("other commands of Docker say that they are not simulated", () => {
    expect(on("docker exec -it x sh")).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("not simulated") });
  });
});

test("ss shows what listens on the machine: docker-proxy for bridge, the program itself for host, nothing for awsvpc", () => {
  runTask("bridge", { portMappings: [{ containerPort: 80 }] });
  runTask("host", { portMappings: [{ containerPort: 80 }] });
  runTask("awsvpc", { portMappings: [{ containerPort: 8080 }] });
  const lines = on("sudo ss -ltnp").stdout.trimEnd().split("\n");
  const listening = lines.slice(1).map((line) => line.split(/ {2,}/).slice(3));
  expect(listening).toEqual([
    ["0.0.0.0:22", "0.0.0.0:*", 'users:(("sshd"))'],
    ["0.0.0.0:80", "0.0.0.0:*", 'users:(("nginx"))'],
    ["0.0.0.0:32768", "0.0.0.0:*", 'users:(("docker-proxy"))'],
    ["*:51678", "*:*", 'users:(("agent"))'],
    ["127.0.0.1:51679", "0.0.0.0:*", 'users:(("agent"))'],
  ]);
  expect(on("netstat -ltn").stdout).toMatch(/^tcp +0 +0 +0\.0\.0\.0:32768 +0\.0\.0\.0:\* +LISTEN$/m);
});

describe("curl", () => {
  test("asks the agent who it is and what it runs", () => {
    runTask("bridge", { portMappings: [{ containerPort: 80 }] });
    const [instance] = [...session.tables.containerInstances.values()];
    const metadata = JSON.parse(on("curl -s http://localhost:51678/v1/metadata").stdout);
    expect(metadata).toMatchObject({
      Cluster: "default",
      ContainerInstanceArn: instance?.containerInstanceArn,
      Version: expect.stringMatching(/^Amazon ECS Agent - v1\./),
    });
    const tasks = JSON.parse(on("curl localhost:51678/v1/tasks").stdout);
    expect(tasks.Tasks[0]).toMatchObject({
      KnownStatus: "RUNNING",
      Family: "web",
      Containers: [{ Name: "nginx", Ports: [{ HostPort: 32_768, BindIp: "0.0.0.0" }] }],
    });
  });

  test("reaches a published port on the machine, and no other", () => {
    runTask("bridge", { portMappings: [{ containerPort: 80 }] });
    expect(on("curl localhost:32768").stdout).toContain("200 OK");
    expect(on("curl localhost:80")).toMatchObject({ exitCode: 7, stderr: expect.stringContaining("port 80") });
    expect(on("curl no-such-host")).toMatchObject({ exitCode: 6 });
  });
});

test("what a machine does not have is said in the words of its shell", () => {
  expect(on("aws ecs list-tasks").stderr).toContain("exit leaves it");
  expect(on("podman ps")).toEqual({ exitCode: 127, stdout: "", stderr: "-bash: podman: command not found\n" });
  expect(on("cat /etc/passwd")).toMatchObject({ exitCode: 1, stderr: "cat: /etc/passwd: No such file or directory\n" });
  expect(on("systemctl status ecs").stdout).toContain("active (running)");
});

test("the agent stops and starts with its unit, and its containers run on", () => {
  runTask("bridge");
  const connected = () => [...session.tables.containerInstances.values()].map(({ agentConnected }) => agentConnected);
  expect(on("sudo systemctl stop ecs")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  expect(on("systemctl status ecs")).toMatchObject({ exitCode: 3, stdout: expect.stringContaining("inactive (dead)") });
  expect(on("docker ps").stdout).toContain("nginx:1.27");
  expect(connected()).toEqual([false]);
  on("sudo systemctl stop ecs");
  on("sudo systemctl start ecs.service");
  expect(connected()).toEqual([true]);
  on("sudo systemctl restart ecs");
  expect(connected()).toEqual([true]);
  expect(on("systemctl stop sshd").exitCode).toBe(1);
  expect(on("systemctl reboot ecs").exitCode).toBe(1);
});

test("an agent that cannot register says why", () => {
  const call = { ImageId: "ami-0ec5a1b2c3d4e5f60", InstanceType: "t3.medium", MinCount: 1, MaxCount: 1 };
  session.call("ec2", "RunInstances", call);
  session.stepUntilQuiet();
  const machine = [...session.tables.ec2Instances.keys()].at(-1);
  expect(run("systemctl status ecs", machine).stdout).toContain("no valid providers in chain");
});

test("completion knows machines, the commands on them, and their containers", () => {
  runTask("bridge");
  const texts = (line: string, machine?: string) =>
    completeCommandLine(line, line.length, { session, machine }).options.map(({ text }) => text);
  const id = [...session.tables.containers.values()][0]?.runtimeId?.slice(0, 12);
  expect(texts("ssh ")).toEqual([`ec2-user@${instanceId}`]);
  expect(texts(`ssh ${instanceId} docker stop `)).toEqual([id]);
  expect(texts("docker s", instanceId)).toEqual(["stop"]);
  expect(texts("docker logs ", instanceId)).toEqual([id]);
  expect(texts("ex", instanceId)).toEqual(["exit"]);
});
