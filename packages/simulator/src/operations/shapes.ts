/** The types of every operation's input and output: AWS's from its own model, ours from their description. */
import type { Ec2Operations, Ec2Shapes } from "../model/generated/ec2.ts";
import type { EcsOperations, EcsShapes } from "../model/generated/ecs.ts";
import type { Elbv2Operations, Elbv2Shapes } from "../model/generated/elbv2.ts";
import type { EventsOperations, EventsShapes } from "../model/generated/events.ts";
import type { LogsOperations, LogsShapes } from "../model/generated/logs.ts";
import type { SnsOperations, SnsShapes } from "../model/generated/sns.ts";
import type { QuaysideOperations } from "./quayside/shapes.ts";
import type { ServiceName } from "./service-names.ts";

interface Operations {
  readonly ecs: EcsOperations;
  readonly ec2: Ec2Operations;
  readonly elbv2: Elbv2Operations;
  readonly logs: LogsOperations;
  readonly events: EventsOperations;
  readonly sns: SnsOperations;
  readonly quayside: QuaysideOperations;
}

interface Shapes {
  readonly ecs: EcsShapes;
  readonly ec2: Ec2Shapes;
  readonly elbv2: Elbv2Shapes;
  readonly logs: LogsShapes;
  readonly events: EventsShapes;
  readonly sns: SnsShapes;
}

/** The name of an operation of a service. */
export type OperationName<Service extends ServiceName> = keyof Operations[Service] & string;

/** What an operation takes. */
export type Input<
  Service extends ServiceName,
  Name extends OperationName<Service>,
> = Operations[Service][Name] extends {
  readonly input: infer Asked;
}
  ? Asked
  : never;

/** What an operation answers with. */
export type Output<
  Service extends ServiceName,
  Name extends OperationName<Service>,
> = Operations[Service][Name] extends { readonly output: infer Answer extends object } ? Answer : never;

/** A structure of AWS's model by its name, such as `Shape<"ecs", "Task">`. */
export type Shape<Service extends keyof Shapes, Name extends keyof Shapes[Service]> = Shapes[Service][Name];
