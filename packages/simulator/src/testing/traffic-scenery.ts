/** Requests behind a load balancer, in the small cloud of refusal-scenery.ts: tasks as targets of the group `web`, and clients. */
import { DEFAULT_SECURITY_GROUP_ID, DEFAULT_SUBNETS } from "../default-network.ts";
import { ENDS, type End } from "../model/traffic.ts";
import type { Session } from "../session.ts";
import { balance } from "./balancing-scenery.ts";
import { beginning, must } from "./refusal-scenery.ts";

/** What is said of the tasks, all of them or each in its turn. */
interface Wanted {
  readonly tasks?: number;
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A session with targets that run, registered, and nobody who sends anything. */
export function servedWorld({ tasks = 2, image = "nginx", environment = {} }: Wanted = {}) {
  const session = beginning();
  const { arns, call: elb } = balance(session);
  const open = { IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
  must(session, "ec2", "AuthorizeSecurityGroupIngress", { GroupId: DEFAULT_SECURITY_GROUP_ID, IpPermissions: [open] });
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "served",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [
      {
        name: "app",
        image,
        portMappings: [{ containerPort: 80 }],
        environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
      },
    ],
  });
  const addressOf = (arn: string) => String(session.tables.tasks.get(arn)?.networkInterface?.privateIpv4Address);
  const targets = (operation: string, arnsOfTasks: readonly string[]) => {
    const Targets = arnsOfTasks.map((arn) => ({ Id: addressOf(arn), Port: 80 }));
    return elb(operation, { TargetGroupArn: arns.group, Targets });
  };
  const world = {
    session,
    arns,
    elb,
    outside: (operation: string, input: object) => must(session, "quayside", operation, input),
    send: (perSecond: number) =>
      must(session, "quayside", "StartTraffic", { name: "shoppers", loadBalancer: "shop", perSecond }),
    pass: (seconds: number) => session.advance({ byMs: seconds * 1000, maxSteps: Number.POSITIVE_INFINITY }),
    /** More tasks, which begin to start. */
    launch: (count: number) => launch(session, count),
    register: (arnsOfTasks: readonly string[]) => targets("RegisterTargets", arnsOfTasks),
    deregister: (arnsOfTasks: readonly string[]) => targets("DeregisterTargets", arnsOfTasks),
  };
  const taskArns = world.launch(tasks);
  session.stepUntilQuiet();
  world.register(taskArns);
  world.pass(60);
  return { ...world, taskArns };
}

/** RunTask takes ten at most. */
function launch(session: Session, count: number): readonly string[] {
  const subnets = [DEFAULT_SUBNETS["private-a"], DEFAULT_SUBNETS["private-b"]];
  const arns: string[] = [];
  while (arns.length < count) {
    const { tasks } = must(session, "ecs", "RunTask", {
      taskDefinition: "served",
      count: Math.min(10, count - arns.length),
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets } },
    });
    arns.push(...(tasks as readonly { readonly taskArn: string }[]).map(({ taskArn }) => taskArn));
  }
  return arns;
}

/** How many requests came, and how they ended, up to now. */
export function endsOf({ trafficNow: traffic }: Pick<Session, "trafficNow">): Partial<Record<End | "came", number>> {
  const sums: Partial<Record<End | "came", number>> = {};
  for (let row = 0; row < traffic.length; row += 1) {
    for (const column of ["came", ...ENDS] as const) {
      const count = traffic.get(row, column);
      if (count > 0) sums[column] = (sums[column] ?? 0) + count;
    }
  }
  return sums;
}
