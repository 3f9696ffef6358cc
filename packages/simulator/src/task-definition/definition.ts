/**
 * The input of RegisterTaskDefinition, member by member, as the rules read it. Everything may be absent; members that
 * no rule looks at are there too, so that unknown ones can be told from known ones.
 * Source: AWS's public API model of Amazon ECS, RegisterTaskDefinitionRequest (checked 2026-11-20).
 */
import {
  type Fault,
  flag,
  label,
  list,
  readAs,
  type Shape,
  struct,
  text,
  texts,
  type Unknowns,
  whole,
} from "./shape.ts";

type Read<S> = S extends Shape<infer T> ? T : never;

const pair = struct({ name: text, value: text });
const secret = struct({ name: text, valueFrom: text });

const portMapping = struct({
  containerPort: whole,
  hostPort: whole,
  protocol: text,
  name: text,
  appProtocol: text,
  containerPortRange: text,
});

const linuxParameters = struct({
  capabilities: struct({ add: list(text), drop: list(text) }),
  devices: list(struct({ hostPath: text, containerPath: text, permissions: list(text) })),
  initProcessEnabled: flag,
  sharedMemorySize: whole,
  tmpfs: list(struct({ containerPath: text, size: whole, mountOptions: list(text) })),
  maxSwap: whole,
  swappiness: whole,
});

const container = struct({
  name: label,
  image: text,
  repositoryCredentials: struct({ credentialsParameter: text }),
  cpu: whole,
  memory: whole,
  memoryReservation: whole,
  links: list(text),
  portMappings: list(portMapping),
  essential: flag,
  restartPolicy: struct({ enabled: flag, ignoredExitCodes: list(whole), restartAttemptPeriod: whole }),
  entryPoint: list(text),
  command: list(text),
  environment: list(pair),
  environmentFiles: list(struct({ value: text, type: text })),
  mountPoints: list(struct({ sourceVolume: text, containerPath: text, readOnly: flag })),
  volumesFrom: list(struct({ sourceContainer: text, readOnly: flag })),
  linuxParameters,
  secrets: list(secret),
  dependsOn: list(struct({ containerName: text, condition: text })),
  startTimeout: whole,
  stopTimeout: whole,
  versionConsistency: text,
  hostname: text,
  user: text,
  workingDirectory: text,
  disableNetworking: flag,
  privileged: flag,
  readonlyRootFilesystem: flag,
  dnsServers: list(text),
  dnsSearchDomains: list(text),
  extraHosts: list(struct({ hostname: text, ipAddress: text })),
  dockerSecurityOptions: list(text),
  interactive: flag,
  pseudoTerminal: flag,
  dockerLabels: texts,
  ulimits: list(struct({ name: text, softLimit: whole, hardLimit: whole })),
  logConfiguration: struct({ logDriver: text, options: texts, secretOptions: list(secret) }),
  healthCheck: struct({ command: list(text), interval: whole, timeout: whole, retries: whole, startPeriod: whole }),
  systemControls: list(struct({ namespace: text, value: text })),
  resourceRequirements: list(struct({ value: text, type: text })),
  firelensConfiguration: struct({ type: text, options: texts }),
  credentialSpecs: list(text),
});

const volume = struct({
  name: text,
  host: struct({ sourcePath: text }),
  dockerVolumeConfiguration: struct({
    scope: text,
    autoprovision: flag,
    driver: text,
    driverOpts: texts,
    labels: texts,
  }),
  efsVolumeConfiguration: struct({
    fileSystemId: text,
    rootDirectory: text,
    transitEncryption: text,
    transitEncryptionPort: whole,
    authorizationConfig: struct({ accessPointId: text, iam: text }),
  }),
  s3filesVolumeConfiguration: struct({
    fileSystemArn: text,
    rootDirectory: text,
    transitEncryptionPort: whole,
    accessPointArn: text,
  }),
  fsxWindowsFileServerVolumeConfiguration: struct({
    fileSystemId: text,
    rootDirectory: text,
    authorizationConfig: struct({ credentialsParameter: text, domain: text }),
  }),
  configuredAtLaunch: flag,
});

const taskDefinition = struct({
  family: text,
  taskRoleArn: text,
  executionRoleArn: text,
  networkMode: text,
  containerDefinitions: list(container),
  volumes: list(volume),
  placementConstraints: list(struct({ type: text, expression: text })),
  requiresCompatibilities: list(text),
  cpu: text,
  memory: text,
  tags: list(struct({ key: text, value: text })),
  pidMode: text,
  ipcMode: text,
  proxyConfiguration: struct({ type: text, containerName: text, properties: list(pair) }),
  inferenceAccelerators: list(struct({ deviceName: text, deviceType: text })),
  ephemeralStorage: struct({ sizeInGiB: whole }),
  runtimePlatform: struct({ cpuArchitecture: text, operatingSystemFamily: text }),
  enableFaultInjection: flag,
});

/** A container definition as the rules read it. */
export type Container = Read<typeof container>;
export type PortMapping = Read<typeof portMapping>;
export type Volume = Read<typeof volume>;

/** A task definition as the rules read it. `json` is what was read, untouched. */
export type Definition = Omit<Read<typeof taskDefinition>, "containerDefinitions"> & {
  readonly containerDefinitions: readonly Container[];
  readonly json: unknown;
};

/** A definition, what did not fit into it, and whether members that are not known were read. */
export interface ReadDefinition {
  readonly definition: Definition;
  readonly faults: readonly Fault[];
  readonly unknowns: Unknowns;
}

/** Reads any JSON as a task definition. Never throws; what does not fit is left out and listed. */
export function readDefinition(json: unknown): ReadDefinition {
  const { value, faults, unknowns } = readAs(taskDefinition, json);
  // Copied with its getters: a look at a member that is not known is what they are there to notice.
  const members = Object.getOwnPropertyDescriptors(value);
  const containers = members.containerDefinitions;
  const definition = Object.defineProperties({ json }, members) as Definition;
  const known = () => (containers?.get?.call(value) ?? containers?.value ?? []) as readonly Container[];
  Object.defineProperty(definition, "containerDefinitions", { enumerable: true, get: known });
  return { definition, faults, unknowns };
}
