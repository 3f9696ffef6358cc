/** The tables of the simulated cloud, how each is keyed, and the indexes that its readers need. Long, because every table stands here. */
import { joined } from "../kernel/joined.ts";
import { type ReadonlyTable, Table, type TableShape } from "../kernel/table.ts";
import type { AccountSettingRow } from "./account-settings.ts";
import type { AlarmRow } from "./alarms.ts";
import type { ClientFlowRow } from "./client-flows.ts";
import type { ContainerInstanceRow } from "./container-instances.ts";
import type { Ec2InstanceRow } from "./ec2.ts";
import type { ClusterRow, ContainerRow, TaskDefinitionRow, TaskRow } from "./ecs.ts";
import {
  type ListenerRow,
  type LoadBalancerRow,
  type RuleRow,
  type TargetGroupRow,
  type TargetRow,
  targetKey,
} from "./elb.ts";
import { type EventRuleRow, isEnabled, WATCHING } from "./event-rules.ts";
import type { ExecAgentRow, ExecSessionRow } from "./exec.ts";
import type { FargateShortageRow } from "./fargate-capacity.ts";
import type { RoleRow } from "./iam.ts";
import { type DockerLogRow, type LogGroupRow, type LogStreamRow, logGroupKey, logStreamKey } from "./logs.ts";
import type { NamespaceRow } from "./namespaces.ts";
import { PLACE_KEY, type Place } from "./place.ts";
import type { ImageRow } from "./registry.ts";
import type { RegistryFaultRow } from "./registry-faults.ts";
import type { ParameterRow, SecretRow } from "./secrets.ts";
import type {
  DeploymentRow,
  ServiceDeploymentRow,
  ServiceEventRow,
  ServiceRevisionRow,
  ServiceRow,
  TaskProtectionRow,
} from "./services.ts";
import type { MessageRow, SubscriptionRow, TopicRow } from "./sns.ts";
import { type FileRow, type FileSystemRow, fileKey, type ObjectRow, objectKey } from "./storage.ts";
import type { HookFunctionRow } from "./strategies.ts";
import type { TaskSetRow } from "./task-sets.ts";
import type {
  InternetGatewayRow,
  NatGatewayRow,
  NetworkInterfaceRow,
  RouteTableRow,
  SecurityGroupRow,
  SubnetRow,
  VpcEndpointRow,
  VpcRow,
} from "./vpc.ts";

export type CloudTables = {
  readonly clusters: Table<ClusterRow>;
  readonly taskDefinitions: Table<TaskDefinitionRow>;
  readonly tasks: Table<TaskRow>;
  readonly containers: Table<ContainerRow>;
  readonly execAgents: Table<ExecAgentRow>;
  readonly execSessions: Table<ExecSessionRow>;
  readonly services: Table<ServiceRow>;
  readonly deployments: Table<DeploymentRow>;
  readonly serviceRevisions: Table<ServiceRevisionRow>;
  readonly serviceDeployments: Table<ServiceDeploymentRow>;
  readonly serviceEvents: Table<ServiceEventRow>;
  readonly taskProtections: Table<TaskProtectionRow>;
  readonly taskSets: Table<TaskSetRow>;
  readonly hookFunctions: Table<HookFunctionRow>;
  readonly loadBalancers: Table<LoadBalancerRow>;
  readonly listeners: Table<ListenerRow>;
  readonly rules: Table<RuleRow>;
  readonly targetGroups: Table<TargetGroupRow>;
  readonly targets: Table<TargetRow>;
  readonly clientFlows: Table<ClientFlowRow>;
  readonly ec2Instances: Table<Ec2InstanceRow>;
  readonly containerInstances: Table<ContainerInstanceRow>;
  readonly vpcs: Table<VpcRow>;
  readonly subnets: Table<SubnetRow>;
  readonly routeTables: Table<RouteTableRow>;
  readonly internetGateways: Table<InternetGatewayRow>;
  readonly natGateways: Table<NatGatewayRow>;
  readonly vpcEndpoints: Table<VpcEndpointRow>;
  readonly securityGroups: Table<SecurityGroupRow>;
  readonly networkInterfaces: Table<NetworkInterfaceRow>;
  readonly images: Table<ImageRow>;
  readonly places: Table<Place>;
  readonly accountSettings: Table<AccountSettingRow>;
  readonly registryFaults: Table<RegistryFaultRow>;
  readonly fargateShortages: Table<FargateShortageRow>;
  readonly alarms: Table<AlarmRow>;
  readonly eventRules: Table<EventRuleRow>;
  readonly topics: Table<TopicRow>;
  readonly subscriptions: Table<SubscriptionRow>;
  readonly messages: Table<MessageRow>;
  readonly namespaces: Table<NamespaceRow>;
  readonly roles: Table<RoleRow>;
  readonly secrets: Table<SecretRow>;
  readonly parameters: Table<ParameterRow>;
  readonly fileSystems: Table<FileSystemRow>;
  readonly files: Table<FileRow>;
  readonly objects: Table<ObjectRow>;
  readonly logGroups: Table<LogGroupRow>;
  readonly logStreams: Table<LogStreamRow>;
  readonly dockerLogs: Table<DockerLogRow>;
};

export type TableName = keyof CloudTables;
export type RowOf<Name extends TableName> = CloudTables[Name] extends Table<infer Row> ? Row : never;

/** The tables as readers see them: a session's, or those of a moment of its journal. */
export type CloudReaders = { readonly [Name in TableName]: ReadonlyTable<RowOf<Name>> };

/** Bucket of the tasks of a cluster that are meant to run or to stop. */
export function desiredBucket(clusterArn: string, desiredStatus: string): string {
  return `${desiredStatus} ${clusterArn}`;
}

/** Bucket of the tasks that one idempotent RunTask call started. */
export function tokenBucket(clusterArn: string, clientToken: string): string {
  return `${clientToken} ${clusterArn}`;
}

/** Key of a network interface: its address in its subnet, which no other interface has at the same time. */
export function addressKey(subnetId: string, address: string): string {
  return joined(" ", subnetId, address);
}

/** How a table is keyed; `indexes` may be left out, its name is that of the table. */
type Shapes = {
  readonly [Name in TableName]: Omit<TableShape<RowOf<Name>>, "name" | "indexes"> &
    Partial<Pick<TableShape<RowOf<Name>>, "indexes">>;
};

/** Fresh, empty tables. */
export function createTables(): CloudTables {
  const tables = Object.entries(SHAPES).map(([name, shape]) => {
    const { indexes = {}, ...rest } = shape as Partial<TableShape<object>> & Pick<TableShape<object>, "key">;
    return [name, new Table({ ...rest, name, indexes })];
  });
  return Object.fromEntries(tables) as CloudTables;
}

const byService = {
  service: { key: (row: { readonly serviceArn: string }) => row.serviceArn, fields: ["serviceArn"] },
} as const;

/** An INACTIVE service is in no index; what belonged to it stays readable by its key. */
const SHAPES: Shapes = {
  clusters: { key: (row) => row.clusterArn },
  taskDefinitions: {
    key: (row) => row.taskDefinitionArn,
    indexes: {
      family: { key: (row) => row.family, fields: ["family"] },
      activeFamily: {
        key: (row) => (row.status === "ACTIVE" ? row.family : undefined),
        fields: ["family", "status"],
      },
    },
  },
  tasks: {
    key: (row) => row.taskArn,
    slot: (row) => row.slot,
    indexes: {
      clusterDesired: {
        key: (row) => desiredBucket(row.spec.clusterArn, row.desiredStatus),
        fields: ["spec", "desiredStatus"],
      },
      containerInstance: {
        key: (row) => (row.lastStatus === "STOPPED" ? undefined : row.spec.placed?.containerInstanceArn),
        fields: ["spec", "lastStatus"],
      },
      service: {
        key: ({ lastStatus, spec }) => (lastStatus === "STOPPED" ? undefined : spec.serviceArn),
        fields: ["spec", "lastStatus"],
      },
      clientToken: {
        key: ({ spec }) =>
          spec.clientToken === undefined ? undefined : tokenBucket(spec.clusterArn, spec.clientToken),
        fields: ["spec"],
      },
    },
  },
  containers: { key: (row) => row.containerArn, slot: (row) => row.slot },
  execAgents: { key: (row) => row.containerArn },
  execSessions: {
    key: (row) => row.sessionId,
    indexes: { container: { key: (row) => row.containerArn, fields: ["containerArn"] } },
  },
  services: {
    key: (row) => row.serviceArn,
    slot: (row) => row.slot,
    indexes: {
      cluster: {
        key: (row) => (row.status === "INACTIVE" ? undefined : row.clusterArn),
        fields: ["status"],
      },
    },
  },
  deployments: {
    key: (row) => row.deploymentId,
    indexes: {
      service: { key: (row) => (row.status === "INACTIVE" ? undefined : row.serviceArn), fields: ["status"] },
    },
  },
  serviceRevisions: { key: (row) => row.serviceRevisionArn, indexes: byService },
  serviceDeployments: { key: (row) => row.serviceDeploymentArn, indexes: byService },
  serviceEvents: { key: (row) => row.id, indexes: byService },
  taskSets: { key: (row) => row.id, indexes: byService },
  taskProtections: { key: (row) => row.taskArn },
  hookFunctions: { key: (row) => row.functionArn },
  loadBalancers: { key: (row) => row.loadBalancerArn, slot: (row) => row.slot },
  listeners: {
    key: (row) => row.listenerArn,
    indexes: { loadBalancer: { key: (row) => row.loadBalancerArn, fields: ["loadBalancerArn"] } },
  },
  rules: {
    key: (row) => row.ruleArn,
    indexes: {
      loadBalancer: { key: (row) => row.loadBalancerArn, fields: ["loadBalancerArn"] },
      listener: { key: (row) => row.listenerArn, fields: ["listenerArn"] },
    },
  },
  targetGroups: {
    key: (row) => row.targetGroupArn,
    slot: (row) => row.slot,
    indexes: { loadBalancer: { key: (row) => row.loadBalancerArn, fields: ["loadBalancerArn"] } },
  },
  targets: {
    key: (row) => targetKey(row.targetGroupArn, row.id, row.port),
    indexes: {
      targetGroup: { key: (row) => row.targetGroupArn, fields: ["targetGroupArn"] },
      task: { key: (row) => row.taskArn, fields: ["taskArn"] },
      service: { key: (row) => row.serviceArn, fields: ["serviceArn"] },
      id: { key: (row) => row.id, fields: ["id"] },
    },
  },
  clientFlows: {
    key: (row) => row.name,
    indexes: { loadBalancer: { key: (row) => row.loadBalancerArn, fields: ["loadBalancerArn"] } },
  },
  ec2Instances: { key: (row) => row.instanceId, slot: (row) => row.slot },
  containerInstances: {
    key: (row) => row.containerInstanceArn,
    slot: (row) => row.slot,
    indexes: {
      cluster: {
        key: (row) => (row.status === "INACTIVE" ? undefined : row.spec.clusterArn),
        fields: ["spec", "status"],
      },
      ec2Instance: {
        key: (row) => (row.status === "INACTIVE" ? undefined : row.spec.ec2InstanceId),
        fields: ["spec", "status"],
      },
    },
  },
  vpcs: { key: (row) => row.vpcId },
  subnets: { key: (row) => row.subnetId },
  routeTables: { key: (row) => row.routeTableId },
  internetGateways: { key: (row) => row.internetGatewayId },
  natGateways: { key: (row) => row.natGatewayId },
  vpcEndpoints: { key: (row) => row.vpcEndpointId },
  securityGroups: { key: (row) => row.groupId },
  networkInterfaces: { key: (row) => addressKey(row.subnetId, row.privateIpv4Address) },
  images: { key: (row) => row.repository },
  places: { key: () => PLACE_KEY },
  accountSettings: { key: (row) => row.name },
  fargateShortages: { key: (row) => row.availabilityZone },
  namespaces: { key: (row) => row.namespaceArn },
  alarms: { key: (row) => row.alarmName },
  topics: { key: (row) => row.topicArn },
  subscriptions: {
    key: (row) => row.subscriptionArn,
    indexes: { topic: { key: (row) => row.topicArn, fields: ["topicArn"] } },
  },
  messages: { key: (row) => row.messageId },
  eventRules: {
    key: (row) => row.ruleArn,
    indexes: {
      watching: {
        key: (row) => (row.eventPattern !== undefined && isEnabled(row) ? WATCHING : undefined),
        fields: ["eventPattern", "state"],
      },
    },
  },
  registryFaults: { key: (row) => row.scope },
  roles: { key: (row) => row.roleArn },
  secrets: { key: (row) => row.secretArn },
  parameters: { key: (row) => row.parameterArn },
  fileSystems: { key: (row) => row.fileSystemId },
  files: {
    key: (row) => fileKey(row.volume, row.path),
    indexes: { volume: { key: (row) => row.volume, fields: ["volume"] } },
  },
  objects: {
    key: (row) => objectKey(row.bucket, row.key),
    indexes: { bucket: { key: (row) => row.bucket, fields: ["bucket"] } },
  },
  logGroups: { key: (row) => logGroupKey(row.region, row.logGroupName) },
  logStreams: {
    key: (row) => logStreamKey(row.region, row.logGroupName, row.logStreamName),
    indexes: {
      group: { key: (row) => logGroupKey(row.region, row.logGroupName), fields: ["region", "logGroupName"] },
      container: { key: (row) => row.containerArn, fields: ["containerArn"] },
    },
  },
  dockerLogs: { key: (row) => row.containerArn },
};
