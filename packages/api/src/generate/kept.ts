/** What is kept of AWS's descriptions: of ECS everything, of other services what the simulator answers. */

/** Operations that are kept of the services besides ECS: those in the simulator's table. */
export const KEPT_OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  ec2: [
    "AuthorizeSecurityGroupEgress",
    "AuthorizeSecurityGroupIngress",
    "CreateNatGateway",
    "CreateRoute",
    "CreateSecurityGroup",
    "CreateVpcEndpoint",
    "DeleteNatGateway",
    "DeleteRoute",
    "DeleteSecurityGroup",
    "DeleteVpcEndpoints",
    "DescribeInstanceTypes",
    "DescribeInstances",
    "DescribeInternetGateways",
    "DescribeNatGateways",
    "DescribeNetworkInterfaces",
    "DescribeRouteTables",
    "DescribeSecurityGroups",
    "DescribeSubnets",
    "DescribeVpcEndpoints",
    "DescribeVpcs",
    "ModifyVpcEndpoint",
    "ReplaceRoute",
    "RevokeSecurityGroupEgress",
    "RevokeSecurityGroupIngress",
    "RunInstances",
    "StartInstances",
    "StopInstances",
    "TerminateInstances",
  ],
  logs: [
    "CreateLogGroup",
    "DeleteLogGroup",
    "DescribeLogGroups",
    "DescribeLogStreams",
    "FilterLogEvents",
    "GetLogEvents",
    "PutRetentionPolicy",
  ],
};

/** Values of an enum that are worth their weight: EC2 knows more than a thousand instance types. */
export const MOST_VALUES = 100;

/**
 * Members of large answers that stay out, because nothing of the simulator fills them: `Shape.member`, or a whole shape with
 * everything that only it needs. What a caller may send is kept whole.
 */
export const UNFILLED: readonly RegExp[] = [
  /^InstanceTypeInfo\.(?!InstanceType$|CurrentGeneration$|VCpuInfo$|MemoryInfo$|NetworkInfo$|ProcessorInfo$|GpuInfo$|BareMetal$|Hypervisor$|SupportedUsageClasses$|FreeTierEligible$|BurstablePerformanceSupported$)/,
  /^NetworkInfo\.(?!NetworkPerformance$|MaximumNetworkInterfaces$|Ipv4AddressesPerInterface$|EnaSupport$)/,
  /^ProcessorInfo\.(?!SupportedArchitectures$|SustainedClockSpeedInGhz$|Manufacturer$)/,
  /^VCpuInfo\.(?!DefaultVCpus$|DefaultCores$)/,
  /^GpuInfo\.(?!Gpus$|TotalGpuMemoryInMiB$)/,
  /^GpuDeviceInfo\.(?!Name$|Manufacturer$|Count$|MemoryInfo$)/,
  /^Instance\.(BlockDeviceMappings|ElasticGpuAssociations|ElasticInferenceAcceleratorAssociations|CapacityReservationSpecification|HibernationOptions|Licenses|EnclaveOptions|PrivateDnsNameOptions|MaintenanceOptions|NetworkPerformanceOptions|Operator|SecondaryInterfaces|ProductCodes|CpuOptions|Monitoring)$/,
  /^InstanceNetworkInterface\.(Ipv4Prefixes|Ipv6Prefixes|Ipv6Addresses|ConnectionTrackingConfiguration|Operator)$/,
  /^InstanceNetworkInterfaceAttachment\.(EnaSrdSpecification|EnaQueueCount)$/,
  /^NetworkInterface\.(Ipv4Prefixes|Ipv6Prefixes|Ipv6Addresses|ConnectionTrackingConfiguration|Operator|AssociatedSubnets)$/,
  /^NetworkInterfaceAttachment\.(EnaSrdSpecification|EnaQueueCount)$/,
  /^Vpc\.(EncryptionControl|Ipv6CidrBlockAssociationSet)$/,
  /^Subnet\.(Ipv6CidrBlockAssociationSet|PrivateDnsNameOptionsOnLaunch|BlockPublicAccessStates)$/,
  /^VpcEndpoint\.(DnsOptions|LastError|Ipv4Prefixes|Ipv6Prefixes|SubnetConfigurations)$/,
  /^NatGateway\.(ProvisionedBandwidth|AttachedAppliances)$/,
];

/** Operations of ECS whose descriptions are kept for `help`: the modelled ones; a test holds the list to that. */
export const DOCUMENTED = [
  "CreateCluster",
  "DeleteAccountSetting",
  "DeleteAttributes",
  "DeleteCluster",
  "DeleteTaskDefinitions",
  "DeregisterContainerInstance",
  "DeregisterTaskDefinition",
  "DescribeClusters",
  "DescribeContainerInstances",
  "DescribeTaskDefinition",
  "DescribeTasks",
  "DiscoverPollEndpoint",
  "ListAccountSettings",
  "ListAttributes",
  "ListClusters",
  "ListContainerInstances",
  "ListTagsForResource",
  "ListTaskDefinitionFamilies",
  "ListTaskDefinitions",
  "ListTasks",
  "PutAccountSetting",
  "PutAccountSettingDefault",
  "PutAttributes",
  "RegisterContainerInstance",
  "RegisterTaskDefinition",
  "RunTask",
  "StartTask",
  "StopTask",
  "TagResource",
  "UntagResource",
  "UpdateContainerAgent",
  "UpdateContainerInstancesState",
];
