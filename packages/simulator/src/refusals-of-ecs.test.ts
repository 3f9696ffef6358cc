/** Every refusal of ECS's operations is met by a call, and so is every exception that AWS's model declares for them. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ECS_REFUSALS } from "./operations/ecs/refusals.ts";
import { ecsOperations } from "./operations/ecs/table.ts";
import { ECS_WAYS } from "./testing/ecs-ways.ts";
import { lastCall, met, must, RUN_WEB, toMeet, type Way } from "./testing/refusal-scenery.ts";

test("every refusal of ECS is met", () => {
  // There is one VPC, and no operation makes another.
  expect(met("ecs", ECS_WAYS)).toEqual(toMeet(ECS_REFUSALS, ["network.other-vpc", "exec.sessions"]));
});

/** Exceptions that no call can meet, of all operations or of one, and why. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  ServerException: "The simulated service does not break.",
  AccessDeniedException: "What the caller may do is not simulated.",
  BlockedException: "No account is blocked.",
  NamespaceNotFoundException: "Service Connect is not simulated.",
  MissingVersionException: "The version of every agent is known.",
  LimitExceededException: "Quotas of an account are not simulated; too many tags are an InvalidParameterException.",
  "DeleteCluster ClusterContainsCapacityProviderException": "Capacity providers are not simulated yet.",
  "DeleteCluster ClientException": "A name of any form is that of a cluster that is not there.",
  "DeleteCluster InvalidParameterException": "A name of any form is that of a cluster that is not there.",
  "DiscoverPollEndpoint ClientException": "It has no input that is wrong.",
  "DiscoverPollEndpoint InvalidParameterException": "It has no input that is wrong.",
  "ListAccountSettings ClientException": "What no setting has gives an empty list.",
  "ListAccountSettings InvalidParameterException": "What no setting has gives an empty list.",
  PlatformTaskDefinitionIncompatibilityException: "What a platform version lacks is not simulated.",
  "ContinueServiceDeployment UnsupportedFeatureException": "It has nothing to go on with here.",
  "DescribeServiceDeployments ClusterNotFoundException": "What is not there is a failure, MISSING.",
  "DescribeServiceDeployments ServiceNotFoundException": "What is not there is a failure, MISSING.",
  "DescribeServiceDeployments UnsupportedFeatureException": "No deployment controller lacks it here.",
  "DescribeServiceRevisions UnsupportedFeatureException": "No deployment controller lacks it here.",
  "ListServiceDeployments UnsupportedFeatureException": "No deployment controller lacks it here.",
  "DeleteTaskSet UnsupportedFeatureException": "It takes nothing that is not simulated and refused.",
  "DescribeTaskSets UnsupportedFeatureException": "It takes nothing that is not simulated and refused.",
  "UpdateServicePrimaryTaskSet UnsupportedFeatureException": "It takes nothing that is not simulated and refused.",
  "UpdateTaskSet UnsupportedFeatureException": "It takes nothing that is not simulated and refused.",
  "GetTaskProtection UnsupportedFeatureException": "Every agent has it.",
  "UpdateTaskProtection UnsupportedFeatureException": "Every agent has it.",
  "StartTask UnsupportedFeatureException": "StartTask takes nothing that is not simulated and refused.",
  ResourceNotFoundException:
    "Gap: a tagged thing that is not there is refused in words of its kind; AWS's were not seen.",
  "UpdateClusterSettings UpdateInProgressException": "Changes of capacity providers are not simulated yet.",
  "DeleteCluster UpdateInProgressException": "Changes of capacity providers are not simulated yet.",
};

const none = { cluster: "none" };
const SERVICE = { serviceName: "pair", taskDefinition: "pair", desiredCount: 0 };
const ON_FARGATE = { ...SERVICE, ...RUN_WEB };
const missing: Readonly<Record<string, object>> = {
  DeleteAttributes: { attributes: [{ name: "a" }] },
  CreateService: SERVICE,
  CreateTaskSet: { service: "x", taskDefinition: "x" },
  DeleteTaskSet: { service: "x", taskSet: "x" },
  DescribeTaskSets: { service: "x" },
  UpdateServicePrimaryTaskSet: { service: "x", primaryTaskSet: "x" },
  UpdateTaskSet: { service: "x", taskSet: "x", scale: {} },
  DeleteCluster: {},
  DeleteService: { service: "x" },
  DeregisterContainerInstance: { containerInstance: "x" },
  DescribeContainerInstances: { containerInstances: ["x"] },
  DescribeServices: { services: ["x"] },
  DescribeTasks: { tasks: ["x"] },
  ExecuteCommand: { task: "x", command: "ls", interactive: true },
  GetTaskProtection: {},
  ListAttributes: { targetType: "container-instance" },
  ListContainerInstances: {},
  ListServiceDeployments: { service: "x" },
  ListServices: {},
  ListTasks: {},
  PutAttributes: { attributes: [{ name: "a" }] },
  RegisterContainerInstance: {},
  RunTask: RUN_WEB,
  StartTask: { taskDefinition: "pair", containerInstances: ["x"] },
  StopTask: { task: "x" },
  UpdateCluster: {},
  UpdateClusterSettings: { settings: [] },
  UpdateContainerAgent: { containerInstance: "x" },
  UpdateContainerInstancesState: { containerInstances: ["x"], status: "ACTIVE" },
  UpdateService: { service: "x" },
  UpdateTaskProtection: { tasks: [], protectionEnabled: true },
};
const ON_NO_CLUSTER = Object.entries(missing).map(([operation, input]): Way => [operation, { ...input, ...none }]);

const ON_NO_SERVICE = Object.entries(missing)
  .filter(([operation]) => operation.includes("TaskSet"))
  .map(([operation, input]): Way => [operation, { ...input, cluster: "machines" }]);
const ON_DRAINING = Object.entries(missing)
  .filter(([operation]) => operation.includes("TaskSet"))
  .map(([operation, input]): Way => {
    return (session) => {
      const service = { cluster: "machines", service: "pair" };
      must(session, "ecs", "CreateService", { ...SERVICE, cluster: "machines" });
      must(session, "ecs", "DeleteService", service);
      return session.call("ecs", operation, { ...input, ...service });
    };
  });
const EXTERNAL = { serviceName: "x", cluster: "machines", deploymentController: { type: "EXTERNAL" } };
const ON_NO_SET = (["DeleteTaskSet", "UpdateServicePrimaryTaskSet", "UpdateTaskSet"] as const).map((operation): Way => {
  return (session) => {
    must(session, "ecs", "CreateService", EXTERNAL);
    return session.call("ecs", operation, { ...missing[operation], cluster: "machines" });
  };
});
const onExternal = (input: object): Way => {
  return (session) => {
    must(session, "ecs", "CreateService", EXTERNAL);
    return session.call("ecs", "CreateTaskSet", { service: "x", cluster: "machines", taskDefinition: "web", ...input });
  };
};

const CLASSIC = { loadBalancerName: "x" };

/** Calls that are refused otherwise, for operations with no refusal of their own. */
const MORE: readonly Way[] = [
  ["DeleteAccountSetting", { name: "none" }],
  ["ListTagsForResource", { resourceArn: "arn:aws:ecs:us-east-1:123456789012:cluster/none" }],
  ["TagResource", { resourceArn: "arn:aws:ecs:us-east-1:123456789012:cluster/none", tags: [] }],
  ["TagResource", { resourceArn: "arn:aws:ecs:us-east-1:123456789012:task/default/none", tags: [] }],
  ["UntagResource", { resourceArn: "arn:aws:ecs:us-east-1:123456789012:cluster/none", tagKeys: [] }],
  ["UntagResource", { resourceArn: "arn:aws:ecs:us-east-1:123456789012:task/default/none", tagKeys: [] }],
  ["UntagResource", { resourceArn: "none", tagKeys: [] }],
  ["DescribeTaskDefinition", { taskDefinition: "none" }],
  ["ListClusters", { maxResults: 0 }],
  ["ListTasks", { maxResults: 0 }],
  ["ListTasks", { serviceName: "none" }],
  ["ListServices", { maxResults: 0 }],
  ["ListServicesByNamespace", { namespace: "shop", maxResults: 0 }],
  ["ListServiceDeployments", { service: "none" }],
  ["ListServiceDeployments", { service: "none", status: ["DONE"] }],
  ["StopServiceDeployment", { serviceDeploymentArn: "none", stopType: "NOW" }],
  ["ContinueServiceDeployment", { serviceDeploymentArn: "none", hookId: "ecs-pause-1" }],
  [
    "DescribeServiceRevisions",
    { serviceRevisionArns: ["arn:aws:ecs:us-east-1:123456789012:service-revision/default/none/1"] },
  ],
  ["CreateService", { ...ON_FARGATE, platformVersion: "9.9.9" }],
  (session) => {
    must(session, "ecs", "CreateService", ON_FARGATE);
    return session.call("ecs", "UpdateService", { service: "pair", platformVersion: "9.9.9" });
  },
  (session) => {
    must(session, "ecs", "CreateService", ON_FARGATE);
    return session.call("ecs", "UpdateService", { service: "pair", loadBalancers: [CLASSIC] });
  },
  (session) => {
    must(session, "ecs", "CreateService", { ...SERVICE, cluster: "machines" });
    return session.call("ecs", "DescribeTaskSets", { service: "pair", cluster: "machines" });
  },
  onExternal({ capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] }),
  onExternal({ ...RUN_WEB, platformVersion: "9.9.9" }),
  ["UpdateCluster", { cluster: "default", settings: [{ name: "containerInsights", value: "perhaps" }] }],
  ["UpdateClusterSettings", { cluster: "default", settings: [{ name: "containerInsights", value: "perhaps" }] }],
  ["ListTaskDefinitions", { sort: "UP" }],
  ["StartTask", { taskDefinition: "pair", containerInstances: [], cluster: "machines" }],
  [
    "DeleteAttributes",
    { cluster: "machines", attributes: [{ name: "a", targetId: "none", targetType: "container-instance" }] },
  ],
  ["ListTaskDefinitionFamilies", { maxResults: 0 }],
  ["ListAttributes", { targetType: "container-instance", maxResults: 0, cluster: "machines" }],
  ["PutAccountSettingDefault", { name: "none", value: "enabled" }],
  ["RegisterTaskDefinition", { family: "", containerDefinitions: [] }],
];

/** The two names that AWS has for a request that is wrong: either will do. */
const WRONG_REQUEST = new Set(["ClientException", "InvalidParameterException"]);

/** Exceptions of an operation by the types of AWS's SDK, which are made from the model. */
function declared(operation: string): string[] {
  const [path] = globSync(`node_modules/@aws-sdk/client-ecs/dist-types/commands/${operation}Command.d.ts`);
  const names = readFileSync(path as string, "utf8").matchAll(/@throws \{@link (\w+)\}/g);
  return Array.from(names, ([, name]) => name as string).filter((name) => name !== "ECSServiceException");
}

test("every exception that the model declares for an operation is met, or cannot be", () => {
  const reached = new Set(
    [...Object.values(ECS_WAYS), ...ON_NO_CLUSTER, ...ON_NO_SERVICE, ...ON_DRAINING, ...ON_NO_SET, ...MORE].map((way) =>
      lastCall("ecs", way),
    ),
  );
  const operations = Object.entries(ecsOperations).filter(([, entry]) => entry.modelled);
  expect(operations.length).toBeGreaterThan(30);
  const open = operations.flatMap(([operation]) =>
    declared(operation)
      .filter((name) => {
        if (OUT_OF_REACH[name] !== undefined || OUT_OF_REACH[`${operation} ${name}`] !== undefined) return false;
        const names = WRONG_REQUEST.has(name) ? [...WRONG_REQUEST] : [name];
        return !names.some((each) => reached.has(`${operation} ${each}`));
      })
      .map((name) => `${operation} ${name}`),
  );
  expect(open).toEqual([]);
  const said = operations.flatMap(([operation]) =>
    declared(operation).flatMap((name) => [name, `${operation} ${name}`]),
  );
  expect(Object.keys(OUT_OF_REACH).filter((name) => !said.includes(name) || reached.has(name))).toEqual([]);
});
