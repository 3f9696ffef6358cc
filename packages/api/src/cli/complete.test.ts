/** Completion at the cursor. */
import { Session } from "@quayside/simulator";
import { beforeAll, expect, test } from "vitest";
import { completeCommandLine } from "./complete.ts";
import type { CommandContext } from "./context.ts";
import { runCommandLine } from "./run-line.ts";

let context: CommandContext;

beforeAll(() => {
  context = { session: Session.start(), files: { "web.json": "{}" } };
  runCommandLine(
    "aws ecs register-task-definition --family web --container-definitions name=a,image=nginx,memory=64",
    context,
  );
});

const complete = (line: string, cursor = line.length) => completeCommandLine(line, cursor, context);
const texts = (line: string) => complete(line).options.map((option) => option.text);

test("begins with the program and the service", () => {
  expect(texts("")).toEqual(["aws"]);
  expect(texts("a")).toEqual(["aws"]);
  expect(texts("aws ")).toEqual(["ecs", "ec2", "elbv2", "logs", "events", "sns", "help"]);
  expect(texts("docker ")).toEqual([]);
});

test("offers simulated operations before the others", () => {
  const offered = texts("aws ecs create");
  expect(offered.indexOf("create-service")).toBeLessThan(offered.indexOf("create-capacity-provider"));
  expect(texts("aws ecs run")).toEqual(["run-task"]);
  expect(texts("aws --output json ecs stop-t")).toEqual(["stop-task"]);
});

test("offers options, the required ones first, and none twice", () => {
  expect(texts("aws ecs run-task --")[0]).toBe("--task-definition");
  expect(texts("aws ecs run-task --task-definition web --")).not.toContain("--task-definition");
  expect(texts("aws ecs list-tasks --max")).toEqual(["--max-items"]);
  expect(texts("aws ecs list-tasks --ou")).toEqual(["--output"]);
});

test("offers values: enums, choices, what exists, files", () => {
  expect(texts("aws ecs run-task --launch-type F")).toEqual(["FARGATE"]);
  expect(texts("aws ecs list-tasks --output ")).toEqual(["json", "text", "table", "yaml"]);
  expect(texts("aws ecs list-tasks --cluster ")).toEqual(["default"]);
  expect(texts("aws ecs run-task --task-definition ")).toEqual(["web:1"]);
  expect(texts("aws ecs register-task-definition --cli-input-json ")).toEqual(["file://web.json"]);
  expect(texts("aws ecs describe-clusters --clusters ")).toEqual(["default"]);
  expect(texts("aws ecs describe-clusters --clusters default ")).not.toContain("default");
  expect(texts("aws ecs run-task --network-configuration ")[0]).toMatch(/^awsvpcConfiguration=\{subnets=\[subnet-/);
});

test("offers services, their deployments and revisions", () => {
  const served = Session.start({ seed: 1 });
  const call = (operation: string, input: object) => served.call("ecs", operation, input);
  call("RegisterTaskDefinition", {
    family: "web",
    containerDefinitions: [{ name: "web", image: "nginx", memory: 64 }],
  });
  call("CreateService", { serviceName: "shop", taskDefinition: "web", desiredCount: 0 });
  const offered = (line: string) => {
    const options = completeCommandLine(line, line.length, { session: served, files: {} })?.options ?? [];
    return options.map((option) => option.text);
  };
  expect(offered("aws ecs update-service --service ")).toEqual(["shop"]);
  expect(offered("aws ecs wait services-stable --services ")).toEqual(["shop"]);
  expect(offered("aws ecs list-tasks --service-name ")).toEqual(["shop"]);
  const arn = /^arn:aws:ecs:us-east-1:123456789012:service-(deployment|revision)\/default\/shop\//;
  for (const line of [
    "aws ecs stop-service-deployment --service-deployment-arn ",
    "aws ecs describe-service-deployments --service-deployment-arns ",
    "aws ecs describe-service-revisions --service-revision-arns ",
  ]) {
    expect(offered(line)).toEqual([expect.stringMatching(arn)]);
  }
  expect(offered("aws ecs continue-service-deployment --hook-id ")).toEqual([]);
  const lifecycleHooks = [{ targetType: "PAUSE", lifecycleStages: ["PRE_SCALE_UP"] }];
  const deploymentConfiguration = { strategy: "BLUE_GREEN", lifecycleHooks };
  call("CreateService", { serviceName: "blue", taskDefinition: "web", desiredCount: 0, deploymentConfiguration });
  served.advance({ byMs: 20_000 });
  expect(offered("aws ecs continue-service-deployment --hook-id ")).toEqual([expect.stringMatching(/^ecs-pause-/)]);
});

test("offers waiters and their options", () => {
  expect(texts("aws ecs wait tasks-r")).toEqual(["tasks-running"]);
  expect(texts("aws ecs wait services-")).toEqual(["services-inactive", "services-stable"]);
  expect(texts("aws ecs wait tasks-running --clu")).toEqual(["--cluster"]);
});

test("works inside a substitution", () => {
  const line = "aws ecs stop-task --task $(aws ecs list-ta";
  expect(complete(line)).toMatchObject({ from: line.length - "list-ta".length });
  expect(texts(line)).toContain("list-tasks");
});

test("says where the completed word begins, and looks at what stands before the cursor only", () => {
  expect(complete("aws ecs run")).toMatchObject({ from: 8 });
  expect(complete("aws ecs run --cluster x", 11).options.map((option) => option.text)).toEqual(["run-task"]);
});

test("offers what stands around load balancers", () => {
  const session = Session.start();
  const subnets = ["subnet-0aaa1111222233334", "subnet-0bbb1111222233334"];
  expect(session.call("elbv2", "CreateLoadBalancer", { Name: "shop", Subnets: subnets }).ok).toBe(true);
  const offered = (line: string) => completeCommandLine(line, line.length, { session }).options.map(({ text }) => text);
  expect(offered("aws elbv2 create-listener --load-balancer-arn ")).toEqual([
    expect.stringContaining("loadbalancer/app/shop/"),
  ]);
  expect(offered("aws elbv2 describe-load-balancers --names ")).toEqual(["shop"]);
  expect(offered("aws elbv2 wait load-balancer-a")).toEqual(["load-balancer-available"]);
  expect(offered("aws elbv2 create-load-balancer --subnets subnet-0a")).toEqual([subnets[0]]);
});
