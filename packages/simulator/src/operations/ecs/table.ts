/**
 * Every operation of the ECS API: what the simulator answers, or why it does not. The one table behind the command
 * line, HTTP, completion and the coverage page; the API package proves it complete against AWS's model.
 */
import { notModelled, type OperationTable } from "../operation.ts";
import { withChecks } from "../with-checks.ts";
import { deleteAccountSetting, listAccountSettings, putAccountSetting } from "./account-settings.ts";
import { discoverPollEndpoint, updateContainerAgent } from "./agents.ts";
import { deleteAttributes, listAttributes, putAttributes } from "./attributes.ts";
import { inputProblem } from "./check-input.ts";
import { deleteCluster, describeClusters, listClusters } from "./clusters.ts";
import { describeContainerInstances, listContainerInstances } from "./container-instances.ts";
import { createCluster } from "./create-cluster.ts";
import { deleteTaskDefinitions } from "./delete-task-definitions.ts";
import { executeCommand } from "./execute-command.ts";
import { deregisterContainerInstance, updateContainerInstancesState } from "./instance-states.ts";
import { registerContainerInstance } from "./register-container-instance.ts";
import { registerTaskDefinition } from "./register-task-definition.ts";
import { runTask } from "./run-task.ts";
import { createService } from "./services/create-service.ts";
import { deleteService } from "./services/delete-service.ts";
import { describeServices, listServices, listServicesByNamespace } from "./services/read-services.ts";
import {
  continueServiceDeployment,
  describeServiceDeployments,
  listServiceDeployments,
  stopServiceDeployment,
} from "./services/service-deployments.ts";
import { describeServiceRevisions } from "./services/service-revisions.ts";
import { getTaskProtection, updateTaskProtection } from "./services/task-protection.ts";
import {
  createTaskSet,
  deleteTaskSet,
  describeTaskSets,
  updateServicePrimaryTaskSet,
  updateTaskSet,
} from "./services/task-sets.ts";
import { updateService } from "./services/update-service.ts";
import { startTask } from "./start-task.ts";
import { listTagsForResource, tagResource, untagResource } from "./tagging.ts";
import {
  deregisterTaskDefinition,
  describeTaskDefinitionOperation,
  listTaskDefinitionFamilies,
  listTaskDefinitions,
} from "./task-definitions.ts";
import { describeTasks, listTasks, stopTask } from "./tasks.ts";
import { updateCluster, updateClusterSettings } from "./update-cluster.ts";

const CAPACITY = notModelled("Capacity providers are not simulated yet.");
const DAEMONS = notModelled("Managed daemons need Managed Instances, which are not simulated.");
const EXPRESS = notModelled("Express gateway services are outside the course.");
const AGENT = notModelled("This operation is for the container agent; the simulator has the agent inside.");

/** By name: how the operation runs, or why it does not. Complete against AWS's public model. */
export const ecsOperations = withChecks(
  {
    ContinueServiceDeployment: continueServiceDeployment,
    CreateCapacityProvider: CAPACITY,
    CreateCluster: createCluster,
    CreateDaemon: DAEMONS,
    CreateExpressGatewayService: EXPRESS,
    CreateService: createService,
    CreateTaskSet: createTaskSet,
    DeleteAccountSetting: deleteAccountSetting,
    DeleteAttributes: deleteAttributes,
    DeleteCapacityProvider: CAPACITY,
    DeleteCluster: deleteCluster,
    DeleteDaemon: DAEMONS,
    DeleteDaemonTaskDefinition: DAEMONS,
    DeleteExpressGatewayService: EXPRESS,
    DeleteService: deleteService,
    DeleteTaskDefinitions: deleteTaskDefinitions,
    DeleteTaskSet: deleteTaskSet,
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
    DescribeServiceDeployments: describeServiceDeployments,
    DescribeServiceRevisions: describeServiceRevisions,
    DescribeServices: describeServices,
    DescribeTaskDefinition: describeTaskDefinitionOperation,
    DescribeTaskSets: describeTaskSets,
    DescribeTasks: describeTasks,
    DiscoverPollEndpoint: discoverPollEndpoint,
    ExecuteCommand: executeCommand,
    GetTaskProtection: getTaskProtection,
    ListAccountSettings: listAccountSettings,
    ListAttributes: listAttributes,
    ListClusters: listClusters,
    ListContainerInstances: listContainerInstances,
    ListDaemonDeployments: DAEMONS,
    ListDaemonTaskDefinitions: DAEMONS,
    ListDaemons: DAEMONS,
    ListServiceDeployments: listServiceDeployments,
    ListServices: listServices,
    ListServicesByNamespace: listServicesByNamespace,
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
    StopServiceDeployment: stopServiceDeployment,
    StopTask: stopTask,
    SubmitAttachmentStateChanges: AGENT,
    SubmitContainerStateChange: AGENT,
    SubmitTaskStateChange: AGENT,
    TagResource: tagResource,
    UntagResource: untagResource,
    UpdateCapacityProvider: CAPACITY,
    UpdateCluster: updateCluster,
    UpdateClusterSettings: updateClusterSettings,
    UpdateContainerAgent: updateContainerAgent,
    UpdateContainerInstancesState: updateContainerInstancesState,
    UpdateDaemon: DAEMONS,
    UpdateExpressGatewayService: EXPRESS,
    UpdateService: updateService,
    UpdateServicePrimaryTaskSet: updateServicePrimaryTaskSet,
    UpdateTaskProtection: updateTaskProtection,
    UpdateTaskSet: updateTaskSet,
  } as const satisfies OperationTable<"ecs">,
  inputProblem,
);

/** Name of an operation of the ECS API. */
export type EcsOperation = keyof typeof ecsOperations;
