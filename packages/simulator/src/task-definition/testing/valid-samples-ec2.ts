/** Definitions for EC2 instances that the service registers. */
import type { Json } from "./change.ts";

/** Two containers with dynamic host ports, no task size. */
export const bridge: Json = {
  family: "ec2-bridge-dynamic",
  requiresCompatibilities: ["EC2"],
  networkMode: "bridge",
  containerDefinitions: [
    {
      name: "web",
      image: "nginx:1.29",
      memory: 256,
      memoryReservation: 128,
      links: ["app:backend"],
      portMappings: [{ containerPort: 80, hostPort: 0 }],
    },
    { name: "app", image: "ghcr.io/shop/app:7", memory: 512, portMappings: [{ containerPort: 8080, hostPort: 0 }] },
  ],
};

/** A monitoring agent in host mode. */
export const hostAgent: Json = {
  family: "ec2-host-daemon-agent",
  requiresCompatibilities: ["EC2"],
  networkMode: "host",
  pidMode: "host",
  taskRoleArn: "agent-role",
  placementConstraints: [
    { type: "memberOf", expression: "attribute:ecs.os-type == linux and not(attribute:spot exists)" },
  ],
  volumes: [{ name: "docker", host: { sourcePath: "/var/run/docker.sock" } }],
  containerDefinitions: [
    {
      name: "agent",
      image: "gcr.io/datadoghq/agent:7",
      cpu: 10,
      memory: 256,
      privileged: true,
      portMappings: [{ containerPort: 8126, protocol: "tcp" }],
      mountPoints: [{ sourceVolume: "docker", containerPath: "/var/run/docker.sock", readOnly: true }],
    },
  ],
};

/** One GPU and a shared Docker volume. */
export const gpu: Json = {
  family: "ec2-gpu-training",
  requiresCompatibilities: ["EC2"],
  cpu: "4096",
  memory: "15000",
  volumes: [
    {
      name: "datasets",
      dockerVolumeConfiguration: { scope: "shared", autoprovision: true, driver: "local", labels: { team: "ml" } },
    },
  ],
  containerDefinitions: [
    {
      name: "train",
      image: "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.7-gpu",
      memory: 15_000,
      resourceRequirements: [{ type: "GPU", value: "1" }],
      linuxParameters: { sharedMemorySize: 1024, devices: [{ hostPath: "/dev/fuse", permissions: ["read", "write"] }] },
      ulimits: [{ name: "memlock", softLimit: -1, hardLimit: -1 }],
      mountPoints: [{ sourceVolume: "datasets", containerPath: "/datasets" }],
    },
  ],
};
