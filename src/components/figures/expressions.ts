// Which instances an expression of the cluster query language leaves, asked of the simulator while the page is built.

import { Session } from "@quayside/simulator";

/** Four container instances, as the columns of the table say it. */
export const INSTANCES = [
  { type: "t3.medium", zone: "a", stack: "prod", runs: "api" },
  { type: "t3.medium", zone: "b", stack: "prod", runs: "" },
  { type: "m5.large", zone: "a", stack: "", runs: "" },
  { type: "m5.large", zone: "b", stack: "", runs: "web" },
] as const;

const EXPRESSIONS = [
  "attribute:ecs.instance-type =~ m5.*",
  "attribute:ecs.availability-zone == us-east-1a",
  "attribute:stack == prod",
  "attribute:stack !exists",
  "task:group == family:api",
  "not(task:group == family:api) and attribute:stack == prod",
  "runningTasksCount == 0",
  "attribute:ecs.instance-type in [m5.large, m5.xlarge] or agentConnected == false",
] as const;

/** An expression, and for each instance whether it passes. */
export interface ExpressionRow {
  readonly expression: string;
  readonly passes: readonly boolean[];
}

/** One row an expression. */
export function expressionRows(): ExpressionRow[] {
  const session = Session.start({ seed: 1 });
  const arns = INSTANCES.map(({ type, zone, stack }) => {
    const attributes = stack === "" ? {} : { stack };
    const input = { cluster: "default", instanceType: type, subnets: [`private-${zone}`], attributes };
    return (
      outputOf(session.call("quayside", "ProvideContainerInstances", input)).containerInstanceArns as string[]
    )[0];
  });
  for (const [index, { runs }] of INSTANCES.entries()) if (runs !== "") runOn(session, runs, arns[index]);
  session.advance({ untilSettled: true });
  return EXPRESSIONS.map((filter) => {
    const left = outputOf(session.call("ecs", "ListContainerInstances", { filter })).containerInstanceArns as string[];
    return { expression: filter, passes: arns.map((arn) => left.includes(arn ?? "")) };
  });
}

function runOn(session: Session, family: string, instance: string | undefined): void {
  const containerDefinitions = [{ name: family, image: "nginx:1.29", memory: 128 }];
  session.call("ecs", "RegisterTaskDefinition", { family, requiresCompatibilities: ["EC2"], containerDefinitions });
  session.call("ecs", "StartTask", { taskDefinition: family, containerInstances: [instance] });
}

function outputOf(outcome: ReturnType<Session["call"]>): Record<string, unknown> {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.output;
}
