/** `aws ecs execute-command` opens the shell of a container, with the plugin's words, and comes back. */
import { Session } from "@quayside/simulator";
import { beforeEach, expect, test } from "vitest";
import { completeCommandLine } from "./complete.ts";
import { runCommandLine } from "./run-line.ts";

let session: Session;
let task: string;

const run = (line: string, machine?: string) => runCommandLine(line, { session, machine });
const EXECUTE = "aws ecs execute-command --interactive";

beforeEach(() => {
  session = Session.start();
  const call = (operation: string, input: object) => {
    const outcome = session.call("ecs", operation, input);
    if (!outcome.ok) throw new Error(outcome.error.message);
  };
  call("CreateCluster", {});
  call("RegisterTaskDefinition", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    taskRoleArn: "execTaskRole",
    containerDefinitions: [{ name: "web", image: "nginx" }],
  });
  const awsvpcConfiguration = { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" };
  call("RunTask", {
    taskDefinition: "web",
    launchType: "FARGATE",
    enableExecuteCommand: true,
    networkConfiguration: { awsvpcConfiguration },
  });
  session.stepUntilQuiet();
  task = [...session.tables.tasks.values()][0]?.spec.taskId ?? "";
});

test("opens a shell, types into it as the line is, and leaves it", () => {
  const opened = run(`${EXECUTE} --task ${task} --container web --command "/bin/sh"`);
  expect(opened.stdout).toMatch(
    /^\nThe Session Manager plugin was installed successfully\. Use the AWS CLI to start a session\.\n\n\nStarting session with SessionId: ecs-execute-command-[0-9a-f]{17}\n$/,
  );
  expect(opened.machine).toMatchObject({ prompt: "#" });
  const at = opened.machine?.at;
  expect(run("env | grep ECS_CONTAINER; echo $?", at).stdout).toContain("quayside:");
  expect(run("env | grep -c ECS_CONTAINER", at)).toMatchObject({ stdout: "1\n", exitCode: 0 });
  expect(run("echo 'a > b' > /tmp/x && cat /tmp/x", at).stdout).toBe("a > b\n");
  expect(run("aws ecs list-tasks", at)).toMatchObject({
    exitCode: 127,
    stdout: "sh: 1: aws: not found\n",
    stderr: "quayside: you are in a container; exit leaves it.\n",
  });
  expect(completeCommandLine("cu", 2, { session, machine: at }).options.map(({ text }) => text)).toEqual(["curl"]);
  const left = run("exit", at);
  expect(left).toMatchObject({ exitCode: 0, machine: null });
  expect(left.stdout).toMatch(/Exiting session with sessionId: ecs-execute-command-/);
});

test("a command that is no shell prints, and is over", () => {
  const done = run(`${EXECUTE} --task ${task} --command "ls /usr/share/nginx/html"`);
  expect(done.machine).toBeUndefined();
  expect(done.stdout).toMatch(/index\.html\n\n\nExiting session/);
  expect(run(`${EXECUTE} --task ${task} --command /bin/zsh`).stdout).toContain("Unable to start command");
});

test("says what the plugin says also in front of a refusal", () => {
  const refused = run(`${EXECUTE} --task nope --command sh`);
  expect(refused).toMatchObject({ exitCode: 254, stdout: expect.stringContaining("Session Manager plugin") });
  expect(refused.stderr).toContain(
    "(InvalidParameterException) when calling the ExecuteCommand operation: task length",
  );
  expect(run(`aws ecs execute-command --non-interactive --task ${task} --command sh`).stderr).toContain(
    "Interactive is the only mode supported currently.",
  );
});

test("a session whose container has stopped is over at the next line", () => {
  const at = run(`${EXECUTE} --task ${task} --command sh`).machine?.at;
  run(`aws ecs stop-task --task ${task}`);
  session.stepUntilQuiet();
  const calls = session.journal.length;
  expect(run("ls", at)).toMatchObject({ machine: null, stdout: expect.stringContaining("Exiting session") });
  expect(session.journal.length).toBe(calls);
});
