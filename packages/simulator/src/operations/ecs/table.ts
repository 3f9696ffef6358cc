/**
 * Every operation of the ECS API: what the simulator answers, or why it does not. The one table behind the command
 * line, HTTP, completion and the coverage page; the API package proves it complete against AWS's model.
 */
import { notModelled, type OperationTable } from "../operation.ts";
import { deleteAccountSetting, listAccountSettings, putAccountSetting } from "./account-settings.ts";
import { discoverPollEndpoint, updateContainerAgent } from "./agents.ts";
import { deleteAttributes, listAttributes, putAttributes } from "./attributes.ts";
import { withChecks } from "./check-input.ts";
import { deleteCluster, describeClusters, listClusters } from "./clusters.ts";
import { describeContainerInstances, listContainerInstances } from "./container-instances.ts";
import { createCluster } from "./create-cluster.ts";
import { deleteTaskDefinitions } from "./delete-task-definitions.ts";
import { deregisterContainerInstance, updateContainerInstancesState } from "./instance-states.ts";
import { registerContainerInstance } from "./register-container-instance.ts";
import { registerTaskDefinition } from "./register-task-definition.ts";
import { runTask } from "./run-task.ts";
import { startTask } from "./start-task.ts";
import { listTagsForResource, tagResource, untagResource } from "./tagging.ts";
import {
  deregisterTaskDefinition,
  describeTaskDefinitionOperation,
  listTaskDefinitionFamilies,
  listTaskDefinitions,
} from "./task-definitions.ts";
import { describeTasks, listTasks, stopTask } from "./tasks.ts";

const SERVICES = notModelled("Services and their deployments are not simulated yet.");
const CAPACITY = notModelled("Capacity providers are not simulated yet.");
const TASK_SETS = notModelled("Task sets belong to external deployment controllers, which the course leaves out.");
const DAEMONS = notModelled("Managed daemons need Managed Instances, which are not simulated.");
const EXPRESS = notModelled("Express gateway services are outside the course.");
const AGENT = notModelled("This operation is for the container agent; the simulator has the agent inside.");

/** By name: how the operation runs, or why it does not. Complete against AWS's public model. */
export const ecsOperations = withChecks({
  ContinueServiceDeployment: SERVICES,
  CreateCapacityProvider: CAPACITY,
  CreateCluster: createCluster,
  CreateDaemon: DAEMONS,
  CreateExpressGatewayService: EXPRESS,
  CreateService: SERVICES,
  CreateTaskSet: TASK_SETS,
  DeleteAccountSetting: deleteAccountSetting,
  DeleteAttributes: deleteAttributes,
  DeleteCapacityProvider: CAPACITY,
  DeleteCluster: deleteCluster,
  DeleteDaemon: DAEMONS,
  DeleteDaemonTaskDefinition: DAEMONS,
  DeleteExpressGatewayService: EXPRESS,
  DeleteService: SERVICES,
  DeleteTaskDefinitions: deleteTaskDefinitions,
  DeleteTaskSet: TASK_SETS,
  DeregisterContainerInstance: deregisterContainerInstance,
  DeregisterTaskDefinition: deregisterTaskDefinition,
  DescribeCapacityProviders: CAPACITY,
  DescribeClusters: describeClusters,
  DescribeContainerInstances: describeContainerInstances,
  DescribeDaemon: DAEMONS,
  DescribeDaemonDeployments: DAEMONS,
  DescribeDaemonRevisions: DAEMONS,
  DescribeDaemonTaskDefinition: DAEMONS,
  DescribeExpressGatewayService: EXPRESS,
  DescribeServiceDeployments: SERVICES,
  DescribeServiceRevisions: SERVICES,
  DescribeServices: SERVICES,
  DescribeTaskDefinition: describeTaskDefinitionOperation,
  DescribeTaskSets: TASK_SETS,
  DescribeTasks: describeTasks,
  DiscoverPollEndpoint: discoverPollEndpoint,
  ExecuteCommand: notModelled("ECS Exec is not simulated yet."),
  GetTaskProtection: SERVICES,
  ListAccountSettings: listAccountSettings,
  ListAttributes: listAttributes,
  ListClusters: listClusters,
  ListContainerInstances: listContainerInstances,
  ListDaemonDeployments: DAEMONS,
  ListDaemonTaskDefinitions: DAEMONS,
  ListDaemons: DAEMONS,
  ListServiceDeployments: SERVICES,
  ListServices: SERVICES,
  ListServicesByNamespace: SERVICES,
  ListTagsForResource: listTagsForResource,
  ListTaskDefinitionFamilies: listTaskDefinitionFamilies,
  ListTaskDefinitions: listTaskDefinitions,
  ListTasks: listTasks,
  PutAccountSetting: putAccountSetting,
  PutAccountSettingDefault: putAccountSetting,
  PutAttributes: putAttributes,
  PutClusterCapacityProviders: CAPACITY,
  RegisterContainerInstance: registerContainerInstance,
  RegisterDaemonTaskDefinition: DAEMONS,
  RegisterTaskDefinition: registerTaskDefinition,
  RunTask: runTask,
  StartTask: startTask,
  StopServiceDeployment: SERVICES,
  StopTask: stopTask,
  SubmitAttachmentStateChanges: AGENT,
  SubmitContainerStateChange: AGENT,
  SubmitTaskStateChange: AGENT,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateCapacityProvider: CAPACITY,
  UpdateCluster: notModelled("Changing a cluster's settings is not simulated yet."),
  UpdateClusterSettings: notModelled("Changing a cluster's settings is not simulated yet."),
  UpdateContainerAgent: updateContainerAgent,
  UpdateContainerInstancesState: updateContainerInstancesState,
  UpdateDaemon: DAEMONS,
  UpdateExpressGatewayService: EXPRESS,
  UpdateService: SERVICES,
  UpdateServicePrimaryTaskSet: TASK_SETS,
  UpdateTaskProtection: SERVICES,
  UpdateTaskSet: TASK_SETS,
} as const satisfies OperationTable<"ecs">);

/** Name of an operation of the ECS API. */
export type EcsOperation = keyof typeof ecsOperations;
