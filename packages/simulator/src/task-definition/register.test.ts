/** What the service adds to a definition: defaults, sizes in digits, attributes, launch types. */
import { describe, expect, test } from "vitest";
import type { TaskDefinitionInput } from "../model/task-definition.ts";
import { compatibilities, registeredForm } from "./register.ts";
import { type Changes, changed } from "./testing/change.ts";
import { VALID, type ValidName } from "./testing/valid-samples.ts";

const register = (name: ValidName, changes: Changes = {}) =>
  registeredForm(changed(VALID[name], changes) as unknown as TaskDefinitionInput);
const fits = (name: ValidName, changes: Changes = {}) =>
  compatibilities(changed(VALID[name], changes) as unknown as TaskDefinitionInput);
const attributes = (name: ValidName, changes: Changes = {}) =>
  register(name, changes).requiresAttributes.map((attribute) => attribute.name);

const OLD = "com.amazonaws.ecs.capability.";

describe("defaults", () => {
  test("a container gets its lists, its CPU and essential", () => {
    expect(register("web").containerDefinitions).toEqual([
      {
        name: "web",
        image: "nginx:1.29",
        cpu: 0,
        essential: true,
        portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
      },
    ]);
  });

  test("the definition gets empty volumes and placement constraints, and no more", () => {
    const form = register("bridge", { requiresCompatibilities: undefined, networkMode: undefined });
    expect(form).toMatchObject({ volumes: [], placementConstraints: [] });
    for (const member of ["requiresCompatibilities", "networkMode", "runtimePlatform", "cpu", "memory", "tags"]) {
      expect(form).not.toHaveProperty(member);
    }
  });

  test("the host port is the container's in host mode and 0 in bridge mode", () => {
    const port = (name: ValidName, changes: Changes = {}) =>
      register(name, changes).containerDefinitions[0]?.portMappings?.[0]?.hostPort;
    expect(port("hostAgent")).toBe(8126);
    expect(port("bridge", { "c0.portMappings.0.hostPort": undefined })).toBe(0);
    expect(port("bridge", { "c0.portMappings.0.hostPort": 8080 })).toBe(8080);
    expect(port("web", { "c0.portMappings.0": { containerPortRange: "80-90" } })).toBeUndefined();
  });

  test("a health check gets interval, timeout and retries, but no start period", () => {
    expect(
      register("web", { "c0.healthCheck": { command: ["CMD", "true"], timeout: 9 } }).containerDefinitions[0]
        ?.healthCheck,
    ).toEqual({ command: ["CMD", "true"], interval: 30, timeout: 9, retries: 3 });
  });

  test("a file system is mounted at its root", () => {
    expect(register("efs").volumes?.[0]?.efsVolumeConfiguration).toMatchObject({ rootDirectory: "/" });
    const own = register("efs", { "v0.efsVolumeConfiguration.rootDirectory": "/shop" });
    expect(own.volumes?.[0]?.efsVolumeConfiguration).toMatchObject({ rootDirectory: "/shop" });
  });

  test.each([
    [".5 vCPU", "1GB", "512", "1024"],
    ["1 vcpu", "2 GB", "1024", "2048"],
    ["256", "0.5GB", "256", "512"],
    ["32 vCPU", "244 gb", "32768", "249856"],
  ])("%s and %s are kept as %s and %s", (cpu, memory, units, mib) => {
    expect(register("web", { cpu, memory })).toMatchObject({ cpu: units, memory: mib });
  });
});

describe("compatibilities", () => {
  test.each<[ValidName, string[]]>([
    ["web", ["EC2", "MANAGED_INSTANCES", "FARGATE"]],
    ["bridge", ["EXTERNAL", "EC2"]],
    ["external", ["EXTERNAL", "EC2"]],
    ["windows", ["EC2", "FARGATE"]],
    ["managed", ["EXTERNAL", "EC2", "MANAGED_INSTANCES"]],
    ["ebs", ["EC2", "FARGATE"]],
  ])("%s fits %j", (name, expected) => {
    expect(fits(name)).toEqual(expected);
  });

  test("the content decides, not what was asked", () => {
    expect(fits("web", { requiresCompatibilities: undefined })).toContain("FARGATE");
    expect(fits("bridge", { requiresCompatibilities: ["EXTERNAL"] })).toContain("EC2");
  });

  test.each<[string, Changes]>([
    ["no size", { cpu: undefined, memory: undefined, "c0.memory": 128 }],
    ["a size that Fargate does not have", { cpu: "300" }],
    ["a privileged container", { "c0.privileged": true }],
    ["a stop timeout of five minutes", { "c0.stopTimeout": 300 }],
  ])("with %s, FARGATE is not among them", (_what, changes) => {
    expect(fits("web", { requiresCompatibilities: undefined, ...changes })).not.toContain("FARGATE");
    expect(fits("web", { requiresCompatibilities: undefined, ...changes })).toContain("EC2");
  });
});

describe("requiresAttributes", () => {
  test("a plain bridge definition requires nothing", () => {
    expect(attributes("bridge", { "c0.memoryReservation": undefined })).toEqual([]);
  });

  test("a web server with an image of ECR, logs, roles and a health check requires all that", () => {
    expect(attributes("webProduction").sort()).toEqual([
      `${OLD}docker-remote-api.1.18`,
      `${OLD}docker-remote-api.1.19`,
      `${OLD}docker-remote-api.1.29`,
      `${OLD}ecr-auth`,
      `${OLD}logging-driver.awslogs`,
      `${OLD}task-iam-role`,
      "ecs.capability.container-health-check",
      "ecs.capability.execution-role-awslogs",
      "ecs.capability.execution-role-ecr-pull",
      "ecs.capability.task-eni",
    ]);
  });

  test.each<[ValidName, Changes, string[]]>([
    [
      "armApi",
      {},
      ["ecs.capability.secrets.ssm.environment-variables", "ecs.capability.secrets.asm.environment-variables"],
    ],
    ["firelens", {}, ["ecs.capability.firelens.fluentbit", `${OLD}logging-driver.awsfirelens`]],
    [
      "firelens",
      { "c1.firelensConfiguration.options.config-file-type": "file" },
      ["ecs.capability.firelens.options.config.file"],
    ],
    ["initMigrate", {}, ["ecs.capability.container-ordering"]],
    ["sidecar", {}, ["ecs.capability.pid-ipc-namespace-sharing", "ecs.capability.container-restart-policy"]],
    ["efs", {}, ["ecs.capability.efs", "ecs.capability.efsAuth", `${OLD}docker-remote-api.1.25`]],
    ["ebs", {}, ["ecs.capability.storage.ebs-task-volume-attach"]],
    ["hostAgent", {}, [`${OLD}task-iam-role-network-host`, `${OLD}privileged-container`]],
    ["gpu", {}, ["ecs.capability.docker-volume-driver.local", `${OLD}ecr-auth`]],
    ["managed", {}, ["ecs.capability.fault-injection"]],
    ["web", { "c0.portMappings.0": { containerPortRange: "80-90" } }, ["ecs.capability.network.container-port-range"]],
    [
      "web",
      { "c0.environmentFiles": [{ type: "s3", value: "arn:aws:s3:::b/a.env" }] },
      ["ecs.capability.env-files.s3"],
    ],
    ["bridge", { "c0.dockerSecurityOptions": ["label:x", "apparmor:y"] }, [`${OLD}selinux`, `${OLD}apparmor`]],
    ["bridge", { "c0.credentialSpecs": ["credentialspecdomainless:arn"] }, ["ecs.capability.gmsa-domainless"]],
    ["webProduction", { "c0.logConfiguration.options.mode": "blocking" }, [`${OLD}docker-remote-api.1.28`]],
    [
      "webProduction",
      { "c0.repositoryCredentials.credentialsParameter": "registry" },
      ["ecs.capability.private-registry-authentication.secretsmanager"],
    ],
  ])("%s with %j requires %j", (name, changes, expected) => {
    expect(attributes(name, changes)).toEqual(expect.arrayContaining(expected));
    expect(new Set(attributes(name, changes)).size).toBe(attributes(name, changes).length);
  });
});

test("the protocol http is kept as tcp, and a role as it was given", () => {
  const input = changed(VALID.bridge, { "c0.portMappings.0.protocol": "http", taskRoleArn: "app-role" });
  const kept = registeredForm(input as never);
  expect(kept.containerDefinitions[0]?.portMappings?.[0]?.protocol).toBe("tcp");
  expect(kept.taskRoleArn).toBe("app-role");
});
