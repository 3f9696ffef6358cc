/** The AWS SDK for JavaScript, unmodified, against a server: shapes, types, errors, pages, waiters. */
import {
  ClusterNotFoundException,
  CreateClusterCommand,
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DeleteServiceCommand,
  DescribeCapacityProvidersCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ExecuteCommandCommand,
  type ExecuteCommandCommandInput,
  InvalidParameterException,
  ListClustersCommand,
  ListServiceDeploymentsCommand,
  ListServicesByNamespaceCommand,
  NamespaceNotFoundException,
  paginateListClusters,
  paginateListServices,
  paginateListServicesByNamespace,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  type RunTaskCommandInput,
  ServiceNotActiveException,
  ServiceNotFoundException,
  StopTaskCommand,
  TargetNotConnectedException,
  type TaskOverride,
  UpdateClusterCommand,
  UpdateServiceCommand,
  waitUntilServicesInactive,
  waitUntilServicesStable,
  waitUntilTasksRunning,
  waitUntilTasksStopped,
} from "@aws-sdk/client-ecs";
import { afterAll, describe, expect, test } from "vitest";
import { serve } from "./served.ts";

const WEBSERVER: RegisterTaskDefinitionCommandInput = {
  family: "webserver",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "web", image: "nginx", portMappings: [{ containerPort: 80 }] }],
};
const RUN: RunTaskCommandInput = {
  taskDefinition: "webserver",
  launchType: "FARGATE",
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ["subnet-0aaa1111222233334"], assignPublicIp: "ENABLED" },
  },
};

const SERVICE: CreateServiceCommandInput = {
  serviceName: "web",
  taskDefinition: "webserver",
  launchType: "FARGATE",
  networkConfiguration: RUN.networkConfiguration,
};

function clientOf(endpoint: string): ECSClient {
  const credentials = { accessKeyId: "any", secretAccessKey: "any" };
  const client = new ECSClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
  afterAll(() => client.destroy());
  return client;
}

describe("with a clock that is moved by hand", async () => {
  const server = await serve();
  const client = clientOf(server.url);

  test("a task runs and stops, with moments as Dates", async () => {
    const { taskDefinition } = await client.send(new RegisterTaskDefinitionCommand(WEBSERVER));
    expect(taskDefinition?.revision).toBe(1);
    expect(taskDefinition?.registeredAt).toEqual(new Date("2026-01-05T09:00:00Z"));
    const { tasks = [], failures } = await client.send(new RunTaskCommand(RUN));
    expect(failures).toEqual([]);
    const taskArn = tasks[0]?.taskArn ?? "";
    expect(tasks[0]?.lastStatus).toBe("PROVISIONING");
    await server.world.advance(60_000);
    const running = (await client.send(new DescribeTasksCommand({ tasks: [taskArn] }))).tasks?.[0];
    expect(running?.lastStatus).toBe("RUNNING");
    expect(running?.startedAt?.getTime()).toBeGreaterThan(running?.pullStoppedAt?.getTime() ?? Number.NaN);
    const stopped = await client.send(new StopTaskCommand({ task: taskArn, reason: "done" }));
    expect(stopped.task).toMatchObject({ desiredStatus: "STOPPED", stoppedReason: "done", stopCode: "UserInitiated" });
  });

  test("refusals are typed errors with a request id", async () => {
    const refused = client.send(new RunTaskCommand({ ...RUN, cluster: "nope" }));
    await expect(refused).rejects.toBeInstanceOf(ClusterNotFoundException);
    await expect(refused).rejects.toMatchObject({
      message: "Cluster not found.",
      $fault: "client",
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    });
    const badName = client.send(new CreateClusterCommand({ clusterName: "not a name" }));
    await expect(badName).rejects.toBeInstanceOf(InvalidParameterException);
  });

  test("an operation that is not simulated says so", async () => {
    const call = client.send(new DescribeCapacityProvidersCommand({}));
    await expect(call).rejects.toMatchObject({ name: "NotModelledException" });
    await expect(call).rejects.toThrow(/^Quayside does not simulate DescribeCapacityProviders: /);
  });

  test("a session of ECS Exec is opened, and what stands in its way is a typed error", async () => {
    const taskRoleArn = "execTaskRole";
    await client.send(new RegisterTaskDefinitionCommand({ ...WEBSERVER, family: "inside", taskRoleArn }));
    const run = async (overrides: TaskOverride) => {
      const input = { ...RUN, taskDefinition: "inside", enableExecuteCommand: true, overrides };
      return (await client.send(new RunTaskCommand(input))).tasks?.[0]?.taskArn ?? "";
    };
    const task = await run({});
    const denied = await run({ taskRoleArn: "shopTaskRole" });
    const execute = (input: Partial<ExecuteCommandCommandInput> = {}) =>
      client.send(new ExecuteCommandCommand({ task, command: "/bin/sh", interactive: true, ...input }));
    await expect(execute()).rejects.toBeInstanceOf(InvalidParameterException);
    await server.world.advance(120_000);
    const described = (await client.send(new DescribeTasksCommand({ tasks: [task] }))).tasks?.[0];
    const [agent] = described?.containers?.[0]?.managedAgents ?? [];
    expect(agent).toMatchObject({
      name: "ExecuteCommandAgent",
      lastStatus: "RUNNING",
      lastStartedAt: expect.any(Date),
    });
    expect(await execute()).toMatchObject({
      containerName: "web",
      interactive: true,
      taskArn: task,
      session: {
        sessionId: expect.stringMatching(/^ecs-execute-command-/),
        streamUrl: expect.stringMatching(/^wss:/),
        tokenValue: expect.any(String),
      },
    });
    await expect(execute({ task: denied })).rejects.toBeInstanceOf(TargetNotConnectedException);
  });

  test("the paginator walks all pages", async () => {
    for (const clusterName of ["a", "b", "c", "d", "e"]) await client.send(new CreateClusterCommand({ clusterName }));
    const pages: number[] = [];
    for await (const page of paginateListClusters({ client, pageSize: 2 }, {}))
      pages.push(page.clusterArns?.length ?? 0);
    expect(pages).toEqual([2, 2, 2]);
  });

  test("a service is made, rolled out, changed and deleted", async () => {
    await client.send(new RegisterTaskDefinitionCommand(WEBSERVER));
    const { service } = await client.send(new CreateServiceCommand({ ...SERVICE, desiredCount: 1 }));
    expect(service).toMatchObject({
      status: "ACTIVE",
      runningCount: 0,
      deployments: [{ rolloutState: "IN_PROGRESS" }],
    });
    expect(service?.createdAt).toBeInstanceOf(Date);
    await server.world.advance(180_000);
    const described = await client.send(new DescribeServicesCommand({ services: ["web", "none"] }));
    expect(described.failures).toMatchObject([{ reason: "MISSING" }]);
    expect(described.services?.[0]).toMatchObject({ runningCount: 1, deployments: [{ rolloutState: "COMPLETED" }] });
    expect(described.services?.[0]?.events?.[0]?.message).toBe("(service web) has reached a steady state.");
    await client.send(new UpdateServiceCommand({ service: "web", forceNewDeployment: true }));
    const { serviceDeployments = [] } = await client.send(new ListServiceDeploymentsCommand({ service: "web" }));
    expect(serviceDeployments.map(({ status }) => status)).toEqual(["PENDING", "SUCCESSFUL"]);
    await server.world.advance(180_000);
    const arns = [serviceDeployments[0]?.serviceDeploymentArn ?? ""];
    const history = await client.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns }));
    expect(history.serviceDeployments?.[0]).toMatchObject({ status: "SUCCESSFUL" });
    expect(history.serviceDeployments?.[0]?.finishedAt).toBeInstanceOf(Date);
    const draining = await client.send(new DeleteServiceCommand({ service: "web", force: true }));
    expect(draining.service?.status).toBe("DRAINING");
  });

  test("refusals about services are typed errors", async () => {
    const update = (service: string) => client.send(new UpdateServiceCommand({ service, desiredCount: 1 }));
    await expect(update("none")).rejects.toBeInstanceOf(ServiceNotFoundException);
    await expect(update("web")).rejects.toBeInstanceOf(ServiceNotActiveException);
    await expect(client.send(new DeleteServiceCommand({ service: "none" }))).rejects.toBeInstanceOf(
      ServiceNotFoundException,
    );
  });

  test("the paginator walks all services", async () => {
    for (let index = 0; index < 12; index += 1) {
      await client.send(new CreateServiceCommand({ ...SERVICE, serviceName: `web-${index}`, desiredCount: 0 }));
    }
    const pages: number[] = [];
    for await (const page of paginateListServices({ client }, {})) pages.push(page.serviceArns?.length ?? 0);
    expect(pages).toEqual([10, 2]);
  });

  test("the paginator walks the services of a namespace, and an unknown one is a typed error", async () => {
    const serviceConnectDefaults = { namespace: "shop" };
    await client.send(new UpdateClusterCommand({ cluster: "default", serviceConnectDefaults }));
    const serviceConnectConfiguration = { enabled: true };
    for (const serviceName of ["one", "two", "three"]) {
      await client.send(
        new CreateServiceCommand({ ...SERVICE, serviceName, desiredCount: 0, serviceConnectConfiguration }),
      );
    }
    const found: string[] = [];
    const config = { client, pageSize: 2 };
    for await (const { serviceArns = [] } of paginateListServicesByNamespace(config, { namespace: "shop" })) {
      found.push(...serviceArns.map((arn) => arn.split("/").at(-1) ?? ""));
    }
    expect(found).toEqual(["one", "two", "three"]);
    await expect(client.send(new ListServicesByNamespaceCommand({ namespace: "none" }))).rejects.toBeInstanceOf(
      NamespaceNotFoundException,
    );
  });

  test("many calls at once are all answered", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => client.send(new ListClustersCommand({}))));
    expect(new Set(answers.map((answer) => answer.$metadata.requestId)).size).toBe(100);
    expect(server.problems).toEqual([]);
  });
});

describe("with a clock that runs a thousand times as fast", async () => {
  const server = await serve({ clock: { kind: "follow", speed: 1000 } });
  const client = clientOf(server.url);

  test("the SDK's waiters see the task start and stop", async () => {
    await client.send(new RegisterTaskDefinitionCommand(WEBSERVER));
    const { tasks = [] } = await client.send(new RunTaskCommand(RUN));
    const target = { tasks: [tasks[0]?.taskArn ?? ""] };
    const patience = { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 };
    await expect(waitUntilTasksRunning(patience, target)).resolves.toMatchObject({ state: "SUCCESS" });
    await client.send(new StopTaskCommand({ task: target.tasks[0] }));
    await expect(waitUntilTasksStopped(patience, target)).resolves.toMatchObject({ state: "SUCCESS" });
  });

  test("the SDK's waiters see a service become stable and inactive", async () => {
    await client.send(new RegisterTaskDefinitionCommand(WEBSERVER));
    await client.send(new CreateServiceCommand({ ...SERVICE, desiredCount: 2 }));
    const target = { services: ["web"] };
    const patience = { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 };
    await expect(waitUntilServicesStable(patience, target)).resolves.toMatchObject({ state: "SUCCESS" });
    await client.send(new DeleteServiceCommand({ service: "web", force: true }));
    await expect(waitUntilServicesStable(patience, target)).rejects.toThrow(/FAILURE/);
    await expect(waitUntilServicesInactive(patience, target)).resolves.toMatchObject({ state: "SUCCESS" });
  });
});
