/** A call that meets each refusal of the operations about services. */
import { DEFAULT_SUBNETS } from "../default-network.ts";
import type { Session } from "../session.ts";
import { keyOf, must, type Way } from "./refusal-scenery.ts";
import { STRATEGY_WAYS } from "./strategy-ways.ts";

const NETWORK = { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } };
const OWN = { serviceName: "pair", cluster: "machines", taskDefinition: "pair", desiredCount: 0 };
const DAEMON = { ...OWN, desiredCount: undefined, schedulingStrategy: "DAEMON" };
const HISTORY = "arn:aws:ecs:us-east-1:123456789012:service-revision";
const list = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`);

const create = (change: object): Way => ["CreateService", { ...OWN, ...change }];
const deploy = (deploymentConfiguration: object): Way => create({ deploymentConfiguration });
const breaker = (thresholdConfiguration: object): Way =>
  deploy({ deploymentCircuitBreaker: { enable: true, rollback: false, thresholdConfiguration } });
const daemon = (change: object): Way => ["CreateService", { ...DAEMON, ...change }];
/** A call about the service that CreateService has just made. */
const after = (operation: string, input: object, made: object = {}): Way => {
  return (session) => {
    must(session, "ecs", "CreateService", { ...OWN, ...made });
    return session.call("ecs", operation, { cluster: "machines", ...input });
  };
};
const update = (input: object, made: object = {}): Way => after("UpdateService", { service: "pair", ...input }, made);
const revisions = (...arns: readonly string[]): Way => ["DescribeServiceRevisions", { serviceRevisionArns: arns }];

/** Makes a service and deletes it; once its tasks are gone and some minutes are over it is INACTIVE. */
function deleted(session: Session, minutes = 0): void {
  must(session, "ecs", "CreateService", OWN);
  must(session, "ecs", "DeleteService", { cluster: "machines", service: "pair" });
  session.advance({ byMs: minutes * 60_000 });
}

const begun = (session: Session): string => {
  must(session, "ecs", "CreateService", OWN);
  return keyOf(session.tables.serviceDeployments);
};

const rolledOut = (session: Session): string => {
  const arn = begun(session);
  session.stepUntilQuiet();
  return arn;
};

const goOn = (make: (session: Session) => string, hookId: string): Way => {
  return (session) => session.call("ecs", "ContinueServiceDeployment", { serviceDeploymentArn: make(session), hookId });
};

const REGISTRY = {
  registryArn: "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1",
  containerName: "a",
  containerPort: 80,
};

/** A service that is to be connected in a namespace. */
const connected = (change: object, services: readonly object[] = []): Way => {
  return (session) => {
    must(session, "ecs", "UpdateCluster", { cluster: "machines", serviceConnectDefaults: { namespace: "shop" } });
    const containerDefinitions = [{ name: "app", image: "nginx", memory: 64 }];
    must(session, "ecs", "RegisterTaskDefinition", { family: "hosted", networkMode: "host", containerDefinitions });
    return session.call("ecs", "CreateService", {
      ...OWN,
      ...change,
      serviceConnectConfiguration: { enabled: true, services },
    });
  };
};

/** A service whose definition has a volume that is configured at launch. */
const stored = (change: object): Way => {
  return (session) => {
    const mountPoints = [{ sourceVolume: "data", containerPath: "/data" }];
    must(session, "ecs", "RegisterTaskDefinition", {
      family: "stored",
      containerDefinitions: [{ name: "app", image: "nginx", memory: 64, mountPoints }],
      volumes: [{ name: "data", configuredAtLaunch: true }],
    });
    return session.call("ecs", "CreateService", { ...OWN, taskDefinition: "stored", ...change });
  };
};

const OUTER = { serviceName: "outer", cluster: "machines", deploymentController: { type: "EXTERNAL" } };
const SET = { cluster: "machines", service: "outer" };
const external = (change: object): Way => ["CreateService", { ...OUTER, ...change }];

/** A call about a task set of a service that is there, with its id. */
const onSet = (operation: string, input: (taskSet: string) => object, more: object = {}): Way => {
  return (session) => {
    must(session, "ecs", "CreateService", { ...OUTER, desiredCount: 1 });
    must(session, "ecs", "CreateTaskSet", { ...SET, taskDefinition: "pair", ...more });
    session.advance({ byMs: 6_000 });
    return session.call("ecs", operation, { ...SET, ...input(keyOf(session.tables.taskSets)) });
  };
};

/** By the id of the refusal. */
export const SERVICE_WAYS: Readonly<Record<string, Way>> = {
  "service.not-found": ["UpdateService", { service: "nope" }],
  "service.not-there-to-delete": ["DeleteService", { service: "nope" }],
  "service.not-active": (session) => {
    deleted(session);
    return session.call("ecs", "UpdateService", { cluster: "machines", service: "pair", desiredCount: 1 });
  },
  "service.token": create({ clientToken: "x".repeat(37) }),
  "service.name": create({ serviceName: "no blanks" }),
  "service.not-idempotent": after("CreateService", OWN),
  "service.draining": (session) => {
    deleted(session);
    return session.call("ecs", "CreateService", OWN);
  },
  "service.scheduling": create({ schedulingStrategy: "BOTH" }),
  "service.no-definition": create({ taskDefinition: "nope" }),
  "service.definition-inactive": (session) => {
    must(session, "ecs", "DeregisterTaskDefinition", { taskDefinition: "web:1" });
    return session.call("ecs", "CreateService", { ...OWN, taskDefinition: "web:1" });
  },
  "service.network-missing": create({ taskDefinition: "own" }),
  "service.desired-missing": create({ desiredCount: undefined }),
  "service.desired-negative": create({ desiredCount: -1 }),
  "service.count-negative": update({ desiredCount: -1 }),
  "service.maximum-percent": deploy({ maximumPercent: 0 }),
  "service.minimum-percent": deploy({ minimumHealthyPercent: 101 }),
  "service.percent-range": deploy({ minimumHealthyPercent: -1 }),
  "service.percents-block": deploy({ maximumPercent: 100, minimumHealthyPercent: 100 }),
  "service.breaker-value": breaker({ type: "COUNT", value: 0 }),
  "service.breaker-type": breaker({ type: "SHARE", value: 1 }),
  "service.bake-time": deploy({ bakeTimeInMinutes: 1441 }),
  "service.grace": create({ healthCheckGracePeriodSeconds: -1 }),
  "service.daemon-count": daemon({ desiredCount: 0 }),
  "service.daemon-fargate": daemon({ taskDefinition: "web", launchType: "FARGATE", networkConfiguration: NETWORK }),
  "service.daemon-maximum": daemon({ deploymentConfiguration: { maximumPercent: 150 } }),
  "service.daemon-strategy": daemon({ placementStrategy: [{ type: "random" }] }),
  "service.rebalancing": update({ deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 } }),
  "service.rebalancing-daemon": daemon({ availabilityZoneRebalancing: "ENABLED" }),
  "service.rebalancing-strategy": create({
    availabilityZoneRebalancing: "ENABLED",
    placementStrategy: [{ type: "random" }],
  }),
  "service.scaled": after("DeleteService", { service: "pair" }, { desiredCount: 1 }),
  "services.none": ["DescribeServices", { services: [] }],
  "services.too-many": ["DescribeServices", { services: list(11) }],
  "revisions.too-many": revisions(...list(21)),
  "revisions.arn": revisions(),
  "revisions.revision-arn": revisions(`${HISTORY}/machines/pair/abc`),
  "revisions.cross-service": revisions(`${HISTORY}/machines/pair/1`, `${HISTORY}/machines/other/1`),
  "revisions.cluster-inactive": (session) => {
    must(session, "ecs", "CreateCluster", { clusterName: "gone" });
    must(session, "ecs", "DeleteCluster", { cluster: "gone" });
    return session.call("ecs", "DescribeServiceRevisions", { serviceRevisionArns: [`${HISTORY}/gone/pair/1`] });
  },
  "revisions.inactive": (session) => {
    deleted(session, 5);
    return session.call("ecs", "DescribeServiceRevisions", { serviceRevisionArns: [`${HISTORY}/machines/pair/1`] });
  },
  "service-deployments.too-many": ["DescribeServiceDeployments", { serviceDeploymentArns: list(21) }],
  "service-deployment.not-found": ["StopServiceDeployment", { serviceDeploymentArn: "nope" }],
  "service-deployment.over": (session) =>
    session.call("ecs", "StopServiceDeployment", { serviceDeploymentArn: rolledOut(session) }),
  "service-deployment.no-rollback": (session) =>
    session.call("ecs", "StopServiceDeployment", { serviceDeploymentArn: begun(session) }),
  "service-deployment.abort": (session) =>
    session.call("ecs", "StopServiceDeployment", { serviceDeploymentArn: rolledOut(session), stopType: "ABORT" }),
  "service-deployment.terminal": goOn((session) => rolledOut(session), "ecs-pause-1"),
  "service-deployment.hook": goOn((session) => begun(session), "x"),
  "service-deployment.no-hook": goOn((session) => begun(session), "ecs-pause-1"),
  "protection.minutes": [
    "UpdateTaskProtection",
    { cluster: "default", tasks: [], protectionEnabled: true, expiresInMinutes: 0 },
  ],
  "protection.too-many": ["GetTaskProtection", { cluster: "default", tasks: list(101) }],
  "service.launch-type": create({ launchType: "EXTERNAL" }),
  "service.capacity-provider": create({ capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] }),
  "service.controller": create({ deploymentController: { type: "CODE_DEPLOY" } }),
  ...STRATEGY_WAYS,
  "service.early-success": deploy({ earlySuccessCriteria: { enable: true } }),
  "service.early-percent": deploy({
    earlySuccessCriteria: { enable: true, healthyPercent: 99, sourceServiceRevisionCleanup: "BLOCKING" },
  }),
  "service.alarms": deploy({ alarms: { alarmNames: [], enable: true, rollback: false } }),
  "service.registries": create({ serviceRegistries: [REGISTRY, REGISTRY] }),
  "service.registry-arn": create({ serviceRegistries: [{ registryArn: "x" }] }),
  "service.registry-container": create({ serviceRegistries: [{ registryArn: REGISTRY.registryArn }] }),
  "service.no-container": create({ serviceRegistries: [{ ...REGISTRY, containerName: "nope" }] }),
  "service.no-port": create({ serviceRegistries: [REGISTRY] }),
  "service.namespace": ["ListServicesByNamespace", { namespace: "shop" }],
  "service.no-namespace": create({ serviceConnectConfiguration: { enabled: true } }),
  "service.port-name": create({ vpcLatticeConfigurations: [{ roleArn: "x", targetGroupArn: "x", portName: "nope" }] }),
  "service.connect-host": connected({ taskDefinition: "hosted" }),
  "service.connect-aliases": connected({}, [{ portName: "x", clientAliases: [{ port: 80 }, { port: 81 }] }]),
  "service.volume-none": create({ volumeConfigurations: [{ name: "data" }] }),
  "service.volume-name": stored({ volumeConfigurations: [{ name: "other" }] }),
  "service.volume-missing": stored({}),
  "service.volume-size": stored({ volumeConfigurations: [{ name: "data", managedEBSVolume: { roleArn: "x" } }] }),
  "service.volume-daemon": stored({
    desiredCount: undefined,
    schedulingStrategy: "DAEMON",
    volumeConfigurations: [{ name: "data" }],
  }),
  "external.definition": external({ taskDefinition: "pair" }),
  "external.load-balancers": external({ loadBalancers: [{ targetGroupArn: "x" }] }),
  "external.daemon": external({ schedulingStrategy: "DAEMON" }),
  "external.member": external({ platformVersion: "LATEST" }),
  "external.change": update({ deploymentController: { type: "EXTERNAL" } }),
  "task-set.controller": after("CreateTaskSet", { service: "pair", taskDefinition: "pair" }),
  "task-set.not-found": onSet("UpdateTaskSet", () => ({ taskSet: "none", scale: { value: 1 } })),
  "task-set.scale": onSet("UpdateTaskSet", (taskSet) => ({ taskSet, scale: { value: 101 } })),
  "task-set.scaled": onSet("DeleteTaskSet", (taskSet) => ({ taskSet })),
  "task-set.draining": (session) => {
    must(session, "ecs", "CreateService", { ...OUTER, desiredCount: 1 });
    must(session, "ecs", "CreateTaskSet", { ...SET, taskDefinition: "pair" });
    session.advance({ byMs: 60_000 });
    const taskSet = keyOf(session.tables.taskSets);
    must(session, "ecs", "DeleteTaskSet", { ...SET, taskSet, force: true });
    return session.call("ecs", "UpdateServicePrimaryTaskSet", { ...SET, primaryTaskSet: taskSet });
  },
  "task-set.not-idempotent": onSet("CreateTaskSet", () => ({ taskDefinition: "own", clientToken: "x" }), {
    clientToken: "x",
  }),
  "service.exec-role": create({ enableExecuteCommand: true }),
  "service.exec-role-update": update({ enableExecuteCommand: true }),
};
