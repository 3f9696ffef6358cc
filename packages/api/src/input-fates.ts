/**
 * What becomes of every member of an input of ECS's simulated operations, by AWS's shapes: modelled (something depends on it), checked
 * (refused when it is wrong, and otherwise given back or without effect here), refused (with the id of the refusal) or kept (taken and at most
 * given back, with the reason). A test goes through AWS's model and demands each of them, so that none is ignored unseen.
 * Over 300 lines because the table is held against the model as one.
 */

/** The members of one shape. What is refused or kept is so as a whole: the members within it are not named. */
export interface InputFates {
  /** Names, one after the other. */
  readonly modelled?: string;
  readonly checked?: string;
  /** The refusal of each: an id of a row, or of a rule of task definitions. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Why each changes nothing. */
  readonly kept?: Readonly<Record<string, string>>;
}

const NOT_WITHIN = "What it sets inside the container is not simulated; it is given back.";
const NO_WINDOWS = "Windows containers run as their images say; it is given back.";
const NO_SIDE = "The other end of it is not simulated; it is given back.";
const NO_SIGN = "Nobody forges a document here.";
const NO_METRICS = "Metrics are not simulated; a change makes a new revision.";
const NO_NAMES = "No name is resolved; it is given back.";
const NO_PROXY = "No proxy runs beside the containers; it is given back.";
const NO_VOLUME = "No volume is made or attached; it is given back.";
const NO_LATTICE = "No target is registered with VPC Lattice; it is given back.";
const AGENT_SAYS = "The simulated agent says it itself.";

/** What neither CreateService nor UpdateService takes. */
const SERVICE_REFUSED = {
  capacityProviderStrategy: "service.capacity-provider",
};

/** By AWS's name of the shape. */
export const INPUT_FATES: Readonly<Record<string, InputFates>> = {
  CreateClusterRequest: {
    modelled: "clusterName tags settings serviceConnectDefaults",
    checked: "configuration",
    refused: {
      capacityProviders: "cluster.not-simulated",
      defaultCapacityProviderStrategy: "cluster.not-simulated",
    },
  },
  ClusterServiceConnectDefaultsRequest: { modelled: "namespace" },
  ClusterSetting: { modelled: "name value" },
  ClusterConfiguration: {
    checked: "executeCommandConfiguration",
    kept: { managedStorageConfiguration: "Encryption of storage is not simulated; it is given back." },
  },
  ExecuteCommandConfiguration: {
    checked: "logging",
    kept: {
      kmsKeyId: "Logging of ECS Exec sessions is not simulated; it is given back.",
      logConfiguration: "Logging of ECS Exec sessions is not simulated; it is given back.",
    },
  },
  ExecuteCommandRequest: { modelled: "cluster command container task", checked: "interactive" },
  Tag: { modelled: "key value" },
  DeleteAccountSettingRequest: { modelled: "name", checked: "principalArn" },
  ListAccountSettingsRequest: {
    modelled: "name value effectiveSettings nextToken maxResults",
    checked: "principalArn",
  },
  PutAccountSettingRequest: { modelled: "name value", checked: "principalArn" },
  PutAccountSettingDefaultRequest: { modelled: "name value" },
  DeleteAttributesRequest: { modelled: "cluster attributes" },
  PutAttributesRequest: { modelled: "cluster attributes" },
  Attribute: { modelled: "name value targetId", checked: "targetType" },
  ListAttributesRequest: {
    modelled: "cluster attributeName attributeValue nextToken maxResults",
    checked: "targetType",
  },
  DeleteClusterRequest: { modelled: "cluster" },
  UpdateClusterRequest: { modelled: "cluster settings configuration serviceConnectDefaults" },
  UpdateClusterSettingsRequest: { modelled: "cluster settings" },
  DescribeClustersRequest: { modelled: "clusters include" },
  ListClustersRequest: { modelled: "nextToken maxResults" },
  DeleteTaskDefinitionsRequest: { modelled: "taskDefinitions" },
  DeregisterTaskDefinitionRequest: { modelled: "taskDefinition" },
  DescribeTaskDefinitionRequest: { modelled: "taskDefinition include" },
  ListTaskDefinitionFamiliesRequest: { modelled: "familyPrefix status nextToken maxResults" },
  ListTaskDefinitionsRequest: { modelled: "familyPrefix status sort nextToken maxResults" },
  DeregisterContainerInstanceRequest: { modelled: "cluster containerInstance force" },
  DescribeContainerInstancesRequest: { modelled: "cluster containerInstances include" },
  ListContainerInstancesRequest: { modelled: "cluster filter nextToken maxResults status" },
  UpdateContainerAgentRequest: { modelled: "cluster containerInstance" },
  UpdateContainerInstancesStateRequest: { modelled: "cluster containerInstances status" },
  DiscoverPollEndpointRequest: { checked: "containerInstance cluster" },
  RegisterContainerInstanceRequest: {
    modelled: "cluster instanceIdentityDocument totalResources versionInfo attributes tags",
    checked: "platformDevices",
    kept: {
      instanceIdentityDocumentSignature: NO_SIGN,
      containerInstanceArn: "The document says which instance registers again.",
    },
  },
  PlatformDevice: { checked: "type", kept: { id: "GPUs are counted in totalResources." } },
  VersionInfo: { modelled: "agentVersion", kept: { agentHash: AGENT_SAYS, dockerVersion: AGENT_SAYS } },
  Resource: {
    modelled: "name integerValue stringSetValue",
    kept: {
      type: "The name says it.",
      doubleValue: "CPU and memory are integers.",
      longValue: "CPU and memory are integers.",
    },
  },
  ListTagsForResourceRequest: { modelled: "resourceArn" },
  TagResourceRequest: { modelled: "resourceArn tags" },
  UntagResourceRequest: { modelled: "resourceArn tagKeys" },
  DescribeTasksRequest: { modelled: "cluster tasks include" },
  StopTaskRequest: { modelled: "cluster task reason" },
  ListTasksRequest: {
    modelled: "cluster containerInstance family nextToken maxResults startedBy serviceName desiredStatus launchType",
    refused: { daemonName: "tasks.daemon" },
  },
  RunTaskRequest: {
    modelled:
      "cluster count enableECSManagedTags group launchType networkConfiguration overrides placementConstraints placementStrategy platformVersion propagateTags startedBy tags taskDefinition clientToken enableExecuteCommand",
    refused: { capacityProviderStrategy: "run-task.capacity-provider", volumeConfigurations: "run-task.volumes" },
    kept: { referenceId: "AWS shows it nowhere either." },
  },
  StartTaskRequest: {
    modelled:
      "cluster containerInstances enableECSManagedTags group networkConfiguration overrides propagateTags startedBy tags taskDefinition enableExecuteCommand",
    refused: { volumeConfigurations: "run-task.volumes" },
    kept: { referenceId: "AWS shows it nowhere either." },
  },
  CreateServiceRequest: {
    modelled:
      "cluster serviceName taskDefinition desiredCount clientToken launchType deploymentConfiguration placementConstraints placementStrategy loadBalancers networkConfiguration healthCheckGracePeriodSeconds schedulingStrategy tags enableECSManagedTags propagateTags monitoring availabilityZoneRebalancing enableExecuteCommand",
    checked:
      "platformVersion deploymentController serviceRegistries serviceConnectConfiguration volumeConfigurations vpcLatticeConfigurations",
    refused: SERVICE_REFUSED,
    kept: { role: "The service-linked role is taken, and it may do all that is needed." },
  },
  UpdateServiceRequest: {
    modelled:
      "cluster service desiredCount taskDefinition deploymentConfiguration networkConfiguration placementConstraints placementStrategy platformVersion forceNewDeployment healthCheckGracePeriodSeconds loadBalancers enableECSManagedTags propagateTags monitoring availabilityZoneRebalancing enableExecuteCommand",
    checked:
      "deploymentController serviceRegistries serviceConnectConfiguration volumeConfigurations vpcLatticeConfigurations",
    refused: SERVICE_REFUSED,
  },
  DeploymentConfiguration: {
    modelled:
      "deploymentCircuitBreaker maximumPercent minimumHealthyPercent bakeTimeInMinutes alarms earlySuccessCriteria strategy lifecycleHooks linearConfiguration canaryConfiguration",
  },
  LinearConfiguration: { modelled: "stepPercent stepBakeTimeInMinutes" },
  CanaryConfiguration: { modelled: "canaryPercent canaryBakeTimeInMinutes" },
  DeploymentLifecycleHook: {
    modelled: "targetType hookTargetArn lifecycleStages timeoutConfiguration",
    checked: "roleArn",
    kept: { hookDetails: "Functions are not run: what they answer is declared." },
  },
  DeploymentLifecycleHookTimeoutConfiguration: { modelled: "timeoutInMinutes action" },
  DeploymentCircuitBreaker: { modelled: "enable rollback resetOnHealthyTask thresholdConfiguration" },
  DeploymentEarlySuccessCriteria: { modelled: "enable healthyPercent sourceServiceRevisionCleanup" },
  DeploymentAlarms: { modelled: "alarmNames enable rollback" },
  ThresholdConfiguration: { modelled: "type value" },
  DeploymentController: { modelled: "type" },
  CreateTaskSetRequest: {
    modelled:
      "service cluster externalId taskDefinition networkConfiguration loadBalancers launchType scale clientToken tags",
    checked: "serviceRegistries platformVersion",
    refused: { capacityProviderStrategy: "service.capacity-provider" },
  },
  LoadBalancer: {
    modelled: "targetGroupArn containerName containerPort advancedConfiguration",
    refused: { loadBalancerName: "service.classic-balancer" },
  },
  AdvancedConfiguration: {
    modelled: "alternateTargetGroupArn productionListenerRule testListenerRule",
    checked: "roleArn",
  },
  Scale: { modelled: "value", checked: "unit" },
  UpdateTaskSetRequest: { modelled: "cluster service taskSet scale" },
  UpdateServicePrimaryTaskSetRequest: { modelled: "cluster service primaryTaskSet" },
  DeleteTaskSetRequest: { modelled: "cluster service taskSet force" },
  DescribeTaskSetsRequest: { modelled: "cluster service taskSets include" },
  ServiceRegistry: { checked: "registryArn containerName containerPort", kept: { port: NO_NAMES } },
  ServiceConnectConfiguration: {
    modelled: "enabled namespace",
    checked: "services",
    kept: { logConfiguration: NO_PROXY, accessLogConfiguration: NO_PROXY },
  },
  ServiceConnectService: {
    modelled: "discoveryName",
    checked: "portName clientAliases",
    kept: { ingressPortOverride: NO_PROXY, timeout: NO_PROXY, tls: NO_PROXY },
  },
  ServiceConnectClientAlias: { kept: { port: NO_NAMES, dnsName: NO_NAMES, testTrafficRules: NO_NAMES } },
  ServiceVolumeConfiguration: { checked: "name managedEBSVolume" },
  ServiceManagedEBSVolumeConfiguration: {
    checked: "sizeInGiB snapshotId",
    kept: {
      encrypted: NO_VOLUME,
      kmsKeyId: NO_VOLUME,
      volumeType: NO_VOLUME,
      volumeInitializationRate: NO_VOLUME,
      iops: NO_VOLUME,
      throughput: NO_VOLUME,
      tagSpecifications: NO_VOLUME,
      roleArn: NO_VOLUME,
      filesystemType: NO_VOLUME,
    },
  },
  VpcLatticeConfiguration: {
    checked: "portName",
    kept: { roleArn: NO_LATTICE, targetGroupArn: NO_LATTICE, advancedConfiguration: NO_LATTICE },
  },
  MonitoringConfiguration: { modelled: "metricConfigurations" },
  MetricConfiguration: { kept: { metricNames: NO_METRICS, resolutionSeconds: NO_METRICS } },
  DeleteServiceRequest: { modelled: "cluster service force" },
  DescribeServicesRequest: { modelled: "cluster services include" },
  ListServicesRequest: {
    modelled: "cluster nextToken maxResults launchType schedulingStrategy resourceManagementType",
  },
  ListServicesByNamespaceRequest: { modelled: "namespace nextToken maxResults" },
  ListServiceDeploymentsRequest: { modelled: "service cluster status createdAt nextToken maxResults" },
  CreatedAt: { modelled: "before after" },
  DescribeServiceDeploymentsRequest: { modelled: "serviceDeploymentArns" },
  DescribeServiceRevisionsRequest: { modelled: "serviceRevisionArns" },
  StopServiceDeploymentRequest: { modelled: "serviceDeploymentArn", checked: "stopType" },
  ContinueServiceDeploymentRequest: { checked: "serviceDeploymentArn hookId action" },
  GetTaskProtectionRequest: { modelled: "cluster tasks" },
  UpdateTaskProtectionRequest: { modelled: "cluster tasks protectionEnabled expiresInMinutes" },
  NetworkConfiguration: { modelled: "awsvpcConfiguration" },
  AwsVpcConfiguration: { modelled: "subnets securityGroups assignPublicIp" },
  PlacementStrategy: { modelled: "type field" },
  PlacementConstraint: { modelled: "type expression" },
  TaskOverride: {
    modelled: "containerOverrides cpu executionRoleArn memory taskRoleArn",
    checked: "ephemeralStorage",
    refused: { inferenceAcceleratorOverrides: "run-task.inference" },
  },
  ContainerOverride: {
    modelled: "name command environment environmentFiles cpu memory memoryReservation resourceRequirements",
  },
  EnvironmentFile: { modelled: "value", checked: "type" },
  RegisterTaskDefinitionRequest: {
    modelled:
      "family taskRoleArn executionRoleArn networkMode containerDefinitions volumes placementConstraints requiresCompatibilities cpu memory tags runtimePlatform",
    checked: "ephemeralStorage pidMode ipcMode proxyConfiguration enableFaultInjection",
    refused: { inferenceAccelerators: "inference" },
  },
  RuntimePlatform: { modelled: "cpuArchitecture operatingSystemFamily" },
  EphemeralStorage: { checked: "sizeInGiB" },
  ProxyConfiguration: {
    checked: "type containerName",
    kept: { properties: "App Mesh is not simulated; it is given back." },
  },
  KeyValuePair: { modelled: "name value" },
  TaskDefinitionPlacementConstraint: { modelled: "type expression" },
  Volume: {
    modelled: "name host efsVolumeConfiguration",
    checked: "dockerVolumeConfiguration configuredAtLaunch",
    kept: { fsxWindowsFileServerVolumeConfiguration: NO_SIDE, s3filesVolumeConfiguration: NO_SIDE },
  },
  HostVolumeProperties: { checked: "sourcePath" },
  EFSVolumeConfiguration: {
    modelled: "fileSystemId rootDirectory authorizationConfig transitEncryption",
    checked: "transitEncryptionPort",
  },
  EFSAuthorizationConfig: { modelled: "accessPointId iam" },
  DockerVolumeConfiguration: {
    checked: "scope autoprovision",
    kept: { driver: NOT_WITHIN, driverOpts: NOT_WITHIN, labels: NOT_WITHIN },
  },
  ContainerDefinition: {
    modelled:
      "name image repositoryCredentials cpu memory memoryReservation links portMappings essential restartPolicy entryPoint command environment environmentFiles mountPoints volumesFrom linuxParameters secrets dependsOn startTimeout stopTimeout user workingDirectory readonlyRootFilesystem logConfiguration healthCheck resourceRequirements interactive",
    checked:
      "versionConsistency hostname disableNetworking privileged dnsServers dnsSearchDomains extraHosts dockerSecurityOptions ulimits firelensConfiguration",
    kept: {
      pseudoTerminal: NOT_WITHIN,
      dockerLabels: NOT_WITHIN,
      systemControls: NOT_WITHIN,
      credentialSpecs: NO_WINDOWS,
    },
  },
  FirelensConfiguration: { checked: "type options" },
  ResourceRequirement: { modelled: "type value" },
  HealthCheck: { modelled: "command interval timeout retries startPeriod" },
  LogConfiguration: { modelled: "logDriver options secretOptions" },
  Secret: { modelled: "name valueFrom" },
  Ulimit: { checked: "name", kept: { softLimit: NOT_WITHIN, hardLimit: NOT_WITHIN } },
  HostEntry: { kept: { hostname: NOT_WITHIN, ipAddress: NOT_WITHIN } },
  ContainerDependency: { modelled: "containerName condition" },
  LinuxParameters: {
    modelled: "initProcessEnabled tmpfs",
    checked: "capabilities sharedMemorySize maxSwap swappiness devices",
  },
  Tmpfs: { modelled: "containerPath", kept: { size: NOT_WITHIN, mountOptions: NOT_WITHIN } },
  Device: { kept: { hostPath: NOT_WITHIN, containerPath: NOT_WITHIN, permissions: NOT_WITHIN } },
  KernelCapabilities: { checked: "add drop" },
  VolumeFrom: { modelled: "sourceContainer", kept: { readOnly: NOT_WITHIN } },
  MountPoint: { modelled: "sourceVolume containerPath readOnly" },
  ContainerRestartPolicy: { modelled: "enabled ignoredExitCodes restartAttemptPeriod" },
  PortMapping: {
    modelled: "containerPort hostPort protocol containerPortRange",
    checked: "name appProtocol",
  },
  RepositoryCredentials: { modelled: "credentialsParameter" },
};
