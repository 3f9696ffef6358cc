/** Sessions for tests of the Fargate lifecycle: one definition, one call, in one line each. */
import {
  ACCOUNT_ID,
  type ContainerDefinition,
  DEFAULT_SUBNETS,
  defaultScenario,
  type NetworkPlan,
  Session,
} from "@quayside/simulator";

export interface Life {
  readonly session: Session;
  readonly taskArn: string;
}

/** What a test varies; the rest is the web server of the first lesson. */
export interface LifeOptions {
  readonly seed?: number;
  readonly containers: readonly ContainerDefinition[];
  readonly subnet?: keyof typeof DEFAULT_SUBNETS;
  readonly assignPublicIp?: "ENABLED" | "DISABLED";
  /** Default 256 CPU units, 512 MiB. */
  readonly size?: { readonly cpu: string; readonly memory: string };
  readonly runtimePlatform?: { readonly cpuArchitecture: string };
  /** What happens to the world before the task is run. */
  readonly before?: (session: Session) => void;
  /** Name of the execution role. */
  readonly executionRole?: string;
  /** What is different in the network; the default is the one of every world. */
  readonly network?: NetworkPlan;
  /** Default: the default group of the VPC. */
  readonly securityGroups?: readonly string[];
}

/** Registers a definition and runs one task of it; nothing has happened yet. */
export function startTask(options: LifeOptions): Life {
  const { seed = 1, containers, subnet = "public-a", assignPublicIp = "ENABLED" } = options;
  const { runtimePlatform, executionRole, size } = options;
  const { network, securityGroups } = options;
  const session = Session.start({ seed, scenario: { ...defaultScenario, ...(network && { network }) } });
  const registered = session.call("ecs", "RegisterTaskDefinition", {
    family: "webserver",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    ...size,
    runtimePlatform,
    ...(executionRole && { executionRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/${executionRole}` }),
    containerDefinitions: containers,
  });
  if (!registered.ok) throw new Error(registered.error.message);
  options.before?.(session);
  const run = session.call("ecs", "RunTask", {
    taskDefinition: "webserver",
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [DEFAULT_SUBNETS[subnet]],
        assignPublicIp,
        ...(securityGroups && { securityGroups }),
      },
    },
  });
  if (!run.ok) throw new Error(run.error.message);
  const [task] = run.output.tasks as { taskArn: string }[];
  return { session, taskArn: task?.taskArn ?? "" };
}

export const NGINX: ContainerDefinition = { name: "web", image: "nginx:latest", portMappings: [{ containerPort: 80 }] };
