/** The command line in the manner of version 2, and what only the page has. */
import { Session } from "@quayside/simulator";
import { beforeEach, describe, expect, test } from "vitest";
import { apiDocs } from "../docs.ts";
import type { CommandContext } from "./context.ts";
import type { CommandResult } from "./run.ts";
import { runCommandLine } from "./run-line.ts";

const DEFINITION = JSON.stringify({
  family: "webserver",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "web", image: "nginx" }],
});
const NETWORK = "awsvpcConfiguration={subnets=[subnet-0aaa1111222233334],assignPublicIp=ENABLED}";

let context: CommandContext;
const run = (line: string, more: Partial<CommandContext> = {}): CommandResult =>
  runCommandLine(line, { ...context, ...more });

beforeEach(() => {
  context = { session: Session.start(), files: { "webserver.json": DEFINITION } };
});

describe("a task from its file to its end", () => {
  test("is registered, run, waited for, stopped", () => {
    expect(run("aws ecs register-task-definition --cli-input-json file://webserver.json").exitCode).toBe(0);
    expect(
      run(`aws ecs run-task --task-definition webserver --launch-type FARGATE --network-configuration ${NETWORK}`)
        .exitCode,
    ).toBe(0);
    const first = "$(aws ecs list-tasks --query 'taskArns[0]' --output text)";
    expect(run(`aws ecs wait tasks-running --tasks ${first}`)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(context.session.nowMs).toBeGreaterThan(6000);
    expect(run(`aws ecs describe-tasks --tasks ${first} --query 'tasks[0].lastStatus'`).stdout).toBe('"RUNNING"\n');
    expect(run(`aws ecs stop-task --task ${first}`).exitCode).toBe(0);
  });

  test("has timestamps in ISO 8601", () => {
    run("aws ecs register-task-definition --cli-input-json file://./webserver.json");
    context.session.advance({ byMs: 1234 });
    const { stdout } = run(
      "aws ecs register-task-definition --cli-input-json file://webserver.json --query taskDefinition.registeredAt",
    );
    expect(stdout).toBe('"2026-01-05T09:00:01.234000+00:00"\n');
  });

  test("waits in vain for a hundred polls of six simulated seconds", () => {
    run("aws ecs register-task-definition --cli-input-json file://webserver.json");
    const id = "$(aws ecs list-tasks --query 'taskArns[0]' --output text)";
    run(`aws ecs run-task --task-definition webserver --launch-type FARGATE --network-configuration ${NETWORK}`);
    const before = context.session.nowMs;
    expect(run(`aws ecs wait tasks-stopped --tasks ${id}`)).toEqual({
      exitCode: 255,
      stdout: "",
      stderr: "\nWaiter TasksStopped failed: Max attempts exceeded\n",
    });
    expect(context.session.nowMs - before).toBe(99 * 6000);
  });
});

describe("exit codes of version 2", () => {
  test.each([
    ["aws ecs run-taks", 252, /Invalid choice: 'run-taks', maybe you meant:\n\n {2}\* run-task/],
    ["aws ecs run-task", 252, /aws: error: the following arguments are required: --task-definition/],
    ["aws ecs list-clusters --nope", 252, /Unknown options: --nope/],
    ["aws ecs run-task --task-definition x --network-configuration '{'", 252, /Invalid JSON: Expecting property name/],
    ["aws ecs run-task --task-definition x --tags key=", 252, /Invalid length for parameter tags\[0\]\.key/],
    [
      "aws ecs delete-cluster --cluster nope",
      254,
      /An error occurred \(ClusterNotFoundException\) when calling the DeleteCluster/,
    ],
    ["aws ecs list-clusters --query 'a['", 255, /Bad value for --query a\[: Invalid jmespath expression: /],
    ["aws ecs list-clusters --query 'length(`1`)'", 255, /length\(\)/],
    ["aws ecss list-clusters", 252, /argument command: Invalid choice/],
    ["aws s3 ls", 255, /Quayside does not simulate aws s3\. It simulates parts of Amazon ECS/],
    ["aws", 252, /required: command/],
  ])("%s", (line, exitCode, stderr) => {
    const result = run(line);
    expect(result).toMatchObject({ exitCode, stdout: "" });
    expect(result.stderr).toMatch(stderr);
  });
});

describe("the line itself", () => {
  test("of another program names the one that is here", () => {
    expect(run("kubectl get pods")).toMatchObject({
      exitCode: 127,
      stderr: expect.stringContaining("aws ecs help") as string,
    });
  });

  test("that a shell would not take as one command is refused", () => {
    expect(run("aws ecs list-clusters | jq .")).toMatchObject({ exitCode: 2 });
  });

  test("with a value nested without end is refused", () => {
    const deep = "[".repeat(50_000);
    for (const text of [deep, deep + "]".repeat(50_000), `{"family":${deep}${"]".repeat(50_000)}}`]) {
      const files = { "deep.json": text };
      const result = run("aws ecs register-task-definition --cli-input-json file://deep.json", { files });
      expect([252, 255]).toContain(result.exitCode);
    }
    expect(run(`aws ecs run-task --task-definition x --overrides a=${deep}`).exitCode).toBe(255);
  });

  test("that is empty does nothing", () => {
    expect(run("  # nothing")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test("shows the refusal of an inner command instead of a consequence", () => {
    const result = run("aws ecs stop-task --task $(aws ecs list-tasks --cluster nope)");
    expect(result).toMatchObject({ exitCode: 254, stderr: expect.stringContaining("calling the ListTasks") as string });
  });

  test("may continue on the next line", () => {
    expect(run("aws ecs list-clusters \\\n  --output text").stdout).toMatch(/^CLUSTERARNS\t/);
  });

  test("accepts the options that only matter on a network", () => {
    const options = "--region us-east-1 --profile p --no-cli-pager --endpoint-url http://x --no-verify-ssl --color off";
    expect(run(`aws ${options} ecs list-clusters`).exitCode).toBe(0);
  });

  test("prints yaml", () => {
    expect(run("aws ecs list-clusters --output yaml").stdout).toBe(
      "clusterArns:\n- arn:aws:ecs:us-east-1:123456789012:cluster/default\n",
    );
  });
});

describe("help", () => {
  test("lists what is simulated and why the rest is not", () => {
    const { stdout } = run("aws ecs help");
    expect(stdout).toContain("o run-task\n");
    expect(stdout).toContain("o wait services-inactive | services-stable | tasks-running | tasks-stopped\n");
    expect(stdout).toMatch(/NOT SIMULATED[\s\S]*create-capacity-provider/);
  });

  test("explains an operation with AWS's descriptions, when the page has loaded them", () => {
    const { stdout } = run("aws ecs run-task help", { docs: apiDocs });
    expect(stdout).toContain("Starts a new task using the specified task definition.");
    expect(stdout).toMatch(/ {7}--launch-type \(string\)/);
    expect(stdout).toMatch(/Possible values:\n {10}o EC2/);
    expect(stdout.split("\n").filter((line) => line.length > 120 && !line.includes("="))).toEqual([]);
    expect(run("aws ecs run-task help").stdout).not.toContain("Starts a new task");
  });

  test("says of an operation that is not simulated that it is not", () => {
    expect(run("aws ecs create-capacity-provider help").stdout).toContain("Not simulated here: ");
  });

  test("of the program", () => {
    expect(run("aws help").stdout).toContain("--query");
  });
});

describe("--region", () => {
  test.each([
    [
      "eu-west-1",
      "Quayside simulates one Region in this terminal, us-east-1. In quayside serve, eu-west-1 has a world of its own.",
    ],
    ["mars-1", 'Could not connect to the endpoint URL: "https://ecs.mars-1.amazonaws.com/"'],
    ["eu_west", "Provided region_name 'eu_west' doesn't match a supported format."],
  ])("%s is not where this world is", (region, message) => {
    expect(run(`aws --region ${region} ecs list-clusters`)).toEqual({
      exitCode: 255,
      stdout: "",
      stderr: `\n${message}\n`,
    });
    expect(run(`aws ecs create-cluster --region ${region}`).exitCode).toBe(255);
    expect(run(`aws ecs help --region ${region}`).exitCode).toBe(0);
  });

  test("of the world itself changes nothing", () => {
    const away = Session.start({ scenario: { id: "x", title: "X", region: "eu-west-1", commands: [] } });
    const line = "aws ecs create-cluster --region eu-west-1 --query cluster.clusterArn";
    expect(run(line, { session: away }).stdout).toContain("arn:aws:ecs:eu-west-1:");
  });
});

describe("variables", () => {
  test("keep what a command prints for later lines", () => {
    const variables = new Map<string, string>();
    const line = (text: string) => run(text, { variables });
    expect(
      line("NAME=$(aws ecs create-cluster --cluster-name shop --query cluster.clusterName --output text)"),
    ).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
    expect(line(`echo "$NAME" and \${NAME}s`).stdout).toBe("shop and shops\n");
    expect(line('aws ecs describe-clusters --clusters "$NAME" --query "clusters[0].status"').stdout).toBe('"ACTIVE"\n');
    expect(line("A=1 aws ecs list-clusters")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("set A on a line of its own"),
    });
    expect(line("B=$(aws ecs describe-tasks)").exitCode).toBe(252);
    expect(line("echo $B")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("B is not set here") });
  });
});
