/** Services that others find by name, and what is attached to their tasks. */
import { type Turn, withKey } from "./transcript.ts";

const app = { name: "app", image: "nginx", memory: 64, portMappings: [{ containerPort: 80, name: "http" }] };
const mountPoints = [{ sourceVolume: "data", containerPath: "/data" }];
const registryArn = "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-0a1b2c3d4e5f6071";
const revision = withKey("serviceRevisions", -1, (arn) => ({ serviceRevisionArns: [arn] }));
const describe: Turn = ["ecs", "DescribeServices", { services: ["api"] }];

export const SERVICE_CONNECTIONS: readonly Turn[] = [
  ["ecs", "UpdateCluster", { cluster: "default", serviceConnectDefaults: { namespace: "shop" } }],
  ["ecs", "CreateCluster", { clusterName: "second", serviceConnectDefaults: { namespace: "shop" } }],
  ["ecs", "DescribeClusters", { clusters: ["default", "second"] }],
  ["ecs", "RegisterTaskDefinition", { family: "api", containerDefinitions: [app] }],
  [
    "ecs",
    "RegisterTaskDefinition",
    {
      family: "api",
      containerDefinitions: [{ ...app, mountPoints }],
      volumes: [{ name: "data", configuredAtLaunch: true }],
    },
  ],
  [
    "ecs",
    "CreateService",
    {
      serviceName: "api",
      taskDefinition: "api:1",
      desiredCount: 0,
      serviceRegistries: [{ registryArn, containerName: "app", containerPort: 80 }],
      serviceConnectConfiguration: {
        enabled: true,
        services: [
          {
            portName: "http",
            discoveryName: "api",
            clientAliases: [{ port: 80 }],
            timeout: { idleTimeoutSeconds: 60 },
          },
        ],
        logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/sc" } },
      },
      vpcLatticeConfigurations: [
        { roleArn: "arn:aws:iam::123456789012:role/lattice", targetGroupArn: "arn:aws:tg", portName: "http" },
      ],
    },
  ],
  ["ecs", "DescribeServiceRevisions", revision],
  ["ecs", "ListServicesByNamespace", { namespace: "shop" }],
  ["ecs", "ListServicesByNamespace", { namespace: "other" }],
  { passMs: 60_000 },
  [
    "ecs",
    "UpdateService",
    {
      service: "api",
      taskDefinition: "api:2",
      serviceRegistries: [],
      serviceConnectConfiguration: { enabled: false },
      volumeConfigurations: [
        {
          name: "data",
          managedEBSVolume: { roleArn: "arn:aws:iam::123456789012:role/ebs", sizeInGiB: 20, volumeType: "gp3" },
        },
      ],
    },
  ],
  ["ecs", "DescribeServiceRevisions", revision],
  describe,
  ["ecs", "ListServicesByNamespace", { namespace: "shop" }],
  ["ecs", "UpdateCluster", { cluster: "second", serviceConnectDefaults: { namespace: "" } }],
];
