/** Inputs of ECS's operations that used to be taken and ignored: each is checked, acted upon or refused with a sentence. */
import { beforeEach, describe, expect, test } from "vitest";
import { ECS_VALUES } from "./model/generated/ecs-values.ts";
import type { ServiceName } from "./operations/service-names.ts";
import type { Session } from "./session.ts";
import { beginning, keyOf, RUN_WEB } from "./testing/refusal-scenery.ts";

let session: Session;

beforeEach(() => {
  session = beginning();
});

const told = (operation: string, input: object, service: ServiceName = "ecs") => {
  const outcome = session.call(service, operation, input);
  return outcome.ok ? outcome.output : outcome.error.message;
};
const web = () => keyOf(session.tables.tasks, ({ spec }) => spec.launchType === "FARGATE");
const place = "arn:aws:ecs:us-east-1:123456789012:";

describe("values that AWS lists", () => {
  test.each([
    [
      "RunTask",
      { ...RUN_WEB, launchType: "fargate" },
      "launch type should be one of [EC2,FARGATE,EXTERNAL,FMI,MANAGED_INSTANCES]",
    ],
    ["DescribeTasks", { tasks: ["x"], include: ["TAGS", "FOO"] }, "include should be one of [TAGS]"],
    ["ListTaskDefinitions", { sort: "UP" }, "sort should be one of [ASC,DESC]"],
    ["ListTaskDefinitionFamilies", { status: "DELETE_IN_PROGRESS" }, "status should be one of [ACTIVE,INACTIVE,ALL]"],
    ["ListTasks", { desiredStatus: "running" }, "desiredStatus should be one of [RUNNING,PENDING,STOPPED]"],
    [
      "StartTask",
      { taskDefinition: "pair", containerInstances: ["x"], propagateTags: "YES" },
      "propagateTags should be one of [TASK_DEFINITION,SERVICE,NONE]",
    ],
  ])("%s says which it takes", (operation, input, message) => {
    expect(told(operation, input)).toBe(message);
  });

  test("each of them is refused when it is another, wherever it stands", () => {
    const open = Object.entries(ECS_VALUES).flatMap(([operation, members]) =>
      members
        .filter(([path]) => {
          const input = path.split(".").reduceRight<unknown>((value, member) => [{ [member]: value }], "no such value");
          return session.call("ecs", operation, { ...required(operation), ...(input as readonly object[])[0] }).ok;
        })
        .map(([path]) => `${operation} ${path}`),
    );
    expect(open).toEqual([]);
  });

  test("INACTIVE instances can be listed although the list has no such status", () => {
    expect(told("ListContainerInstances", { status: "INACTIVE" })).toMatchObject({ containerInstanceArns: [] });
  });
});

/** What an operation needs before it looks at anything else. */
function required(operation: string): object {
  const tasks: Readonly<Record<string, object>> = {
    RunTask: RUN_WEB,
    DescribeClusters: { clusters: ["machines"] },
    DescribeTaskDefinition: { taskDefinition: "web" },
    UpdateContainerInstancesState: { containerInstances: ["x"] },
  };
  return tasks[operation] ?? {};
}

describe("ARNs", () => {
  const other = "Invalid identifier: Identifier is for cluster machines. Your cluster is default";

  test.each([
    ["StopTask", { task: `${place}task/machines/0` }],
    ["DescribeTasks", { tasks: [`${place}task/machines/0`] }],
    ["DescribeContainerInstances", { containerInstances: [`${place}container-instance/machines/0`] }],
    ["DeregisterContainerInstance", { containerInstance: `${place}container-instance/machines/0` }],
    ["UpdateContainerAgent", { containerInstance: `${place}container-instance/machines/0` }],
    ["ListTasks", { containerInstance: `${place}container-instance/machines/0` }],
  ])("%s looks at the cluster of an ARN", (operation, input) => {
    expect(told(operation, input)).toBe(other);
  });

  test("a task of the call's cluster is stopped by its ARN", () => {
    expect(told("StopTask", { task: web() })).toMatchObject({ task: { desiredStatus: "STOPPED" } });
  });

  test("of another Region or account are refused, a definition's is not found", () => {
    const task = web().replace("us-east-1", "eu-west-1");
    expect(told("StopTask", { task })).toMatch(
      /for account 123456789012 in eu-west-1\. Yours is 123456789012 in us-east-1/,
    );
    const taskDefinition = "arn:aws:ecs:us-east-1:210987654321:task-definition/web:1";
    expect(told("RunTask", { ...RUN_WEB, taskDefinition })).toBe("TaskDefinition not found.");
    expect(told("DescribeTaskDefinition", { taskDefinition })).toBe("Unable to describe task definition.");
  });
});

describe("RunTask", () => {
  const run = (change: object) => told("RunTask", { ...RUN_WEB, ...change });
  const first = (answered: unknown) => (answered as { tasks: readonly object[] }).tasks[0];

  test("subnets and groups that are not there are named in AWS's frame", () => {
    const network = (subnets: string[], securityGroups: string[]) =>
      run({ networkConfiguration: { awsvpcConfiguration: { subnets, securityGroups } } });
    const { subnets } = RUN_WEB.networkConfiguration.awsvpcConfiguration;
    expect(network(["subnet-123"], [])).toBe(
      "Error retrieving subnet information for [subnet-123]: The subnet ID 'subnet-123' does not exist (ErrorCode: InvalidSubnetID.NotFound)",
    );
    expect(network([...subnets], ["sg-123"])).toMatch(/^Error retrieving security group information for \[sg-123\]: /);
  });

  test("a larger disk, and sizes in any unit, are those of the task", () => {
    const overrides = { cpu: "1 vCPU", memory: "2 GB", ephemeralStorage: { sizeInGiB: 50 } };
    expect(first(run({ overrides }))).toMatchObject({
      cpu: "1024",
      memory: "2048",
      ephemeralStorage: { sizeInGiB: 50 },
      fargateEphemeralStorage: { sizeInGiB: 50 },
    });
  });

  test("a variable has a name, and so has the container that is changed", () => {
    for (const variable of [{ value: "x" }, { name: "", value: "x" }, { name: " ", value: "x" }]) {
      expect(run({ overrides: { containerOverrides: [{ name: "web", environment: [variable] }] } })).toBe(
        "Environment variable name cannot be null or blank.",
      );
    }
    expect(run({ overrides: { containerOverrides: [{ command: ["x"] }] } })).toBe(
      "Override for container named null is not a container in the TaskDefinition.",
    );
  });

  test("a container cannot have more memory than the task, unless the call gives the task more", () => {
    const containerOverrides = [{ name: "web", memory: 1024 }];
    expect(run({ overrides: { containerOverrides } })).toBe(
      "Container web cannot have 1024 MiB of memory: the task has 512.",
    );
    expect(first(run({ overrides: { memory: "1024", containerOverrides } }))).toMatchObject({ memory: "1024" });
  });

  test("LATEST and 1.4.0 are the platform version, others are not taken", () => {
    for (const platformVersion of ["LATEST", "1.4.0"]) {
      expect(first(run({ platformVersion }))).toMatchObject({ platformVersion: "1.4.0" });
    }
    expect(run({ platformVersion: "1.3.0" })).toMatch(/no older one: it is 1\.3\.0/);
    expect(run({ platformVersion: "latest" })).toBe("The specified platform version does not exist.");
  });

  test("StartTask looks at the same members", () => {
    const start = (change: object) =>
      told("StartTask", { taskDefinition: "pair", cluster: "machines", containerInstances: ["x"], ...change });
    expect(start({ group: "service:a" })).toBe("Invalid namespace for group");
    expect(start({ enableExecuteCommand: true })).toMatch(/^The execute command failed because a valid task role/);
    expect(start({ overrides: { containerOverrides: [{ name: "no" }] } })).toMatch(/not a container/);
    expect(start({ startedBy: "x".repeat(37) })).toMatch(/at most 36/);
  });
});

describe("CloudWatch Logs", () => {
  const logs = (operation: string, input: object) => told(operation, input, "logs");
  const constraint = (value: string, member: string, must: string) =>
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${must}`;

  test.each([
    ["DescribeLogGroups", 50],
    ["DescribeLogStreams", 50],
    ["GetLogEvents", 10_000],
    ["FilterLogEvents", 10_000],
  ])("%s gives %i at most", (operation, most) => {
    logs("CreateLogGroup", { logGroupName: "/x" });
    const ask = (limit: number) => logs(operation, { logGroupName: "/x", logStreamName: "none", limit });
    expect(ask(most + 1)).toBe(constraint(`${most + 1}`, "limit", `have value less than or equal to ${most}`));
    expect(ask(0)).toBe(constraint("0", "limit", "have value greater than or equal to 1"));
    expect(JSON.stringify(ask(most))).not.toMatch(/validation error/);
  });

  test("a class is one of three, is kept, and groups can be listed by it", () => {
    expect(logs("CreateLogGroup", { logGroupName: "/y", logGroupClass: "cheap" })).toBe(
      constraint("cheap", "logGroupClass", "satisfy enum value set: [STANDARD, INFREQUENT_ACCESS, DELIVERY]"),
    );
    logs("CreateLogGroup", { logGroupName: "/rare", logGroupClass: "INFREQUENT_ACCESS" });
    logs("CreateLogGroup", { logGroupName: "/usual" });
    const listed = (logGroupClass: string) => {
      const { logGroups } = logs("DescribeLogGroups", { logGroupClass }) as { logGroups: { logGroupName: string }[] };
      return logGroups.map(({ logGroupName }) => logGroupName);
    };
    expect(listed("INFREQUENT_ACCESS")).toEqual(["/rare"]);
    expect(listed("STANDARD")).toContain("/usual");
    expect(listed("STANDARD")).not.toContain("/rare");
  });

  test("an order is one of two", () => {
    expect(logs("DescribeLogStreams", { logGroupName: "/x", orderBy: "Name" })).toBe(
      constraint("Name", "orderBy", "satisfy enum value set: [LogStreamName, LastEventTime]"),
    );
  });
});

describe("lists", () => {
  test("a token is worth nothing in another call, nor beside other filters", () => {
    for (const family of ["one", "two"]) {
      const containerDefinitions = [{ name: "a", image: "nginx", memory: 64 }];
      told("RegisterTaskDefinition", { family, containerDefinitions });
    }
    const { nextToken } = told("ListTaskDefinitions", { maxResults: 1 }) as { nextToken: string };
    expect(told("ListTaskDefinitions", { maxResults: 2, nextToken })).toHaveProperty("taskDefinitionArns");
    expect(told("ListTaskDefinitionFamilies", { nextToken })).toBe("Invalid token.");
    expect(told("ListTaskDefinitions", { nextToken, sort: "DESC" })).toBe("Invalid token.");
  });

  test("startedBy stands alone among the filters, but beside the status", () => {
    expect(told("ListTasks", { startedBy: "me", desiredStatus: "STOPPED" })).toEqual({ taskArns: [] });
    expect(told("ListTasks", { startedBy: "me", launchType: "EC2" })).toMatch(/must be the only filter/);
  });
});

describe("settings of the account", () => {
  test("a new cluster begins with Container Insights as the account has it", () => {
    told("PutAccountSettingDefault", { name: "containerInsights", value: "enhanced" });
    const settings = [{ name: "containerInsights", value: "enhanced" }];
    expect(told("CreateCluster", { clusterName: "seen" })).toMatchObject({ cluster: { settings } });
  });

  test("come in pages", () => {
    const page = told("ListAccountSettings", { effectiveSettings: true, maxResults: 4 }) as Record<string, unknown>;
    expect(page.settings).toHaveLength(4);
    const rest = told("ListAccountSettings", { effectiveSettings: true, nextToken: page.nextToken });
    expect((rest as { settings: unknown[] }).settings.length).toBeGreaterThan(3);
  });
});
