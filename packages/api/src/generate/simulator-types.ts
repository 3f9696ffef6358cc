/** The files of types that the simulator gets from the generated model, by their names. */
import { EC2 } from "../generated/ec2.ts";
import { ELBV2 } from "../generated/elbv2.ts";
import { EVENTS } from "../generated/events.ts";
import { LOGS } from "../generated/logs.ts";
import { RAW_OPERATIONS, RAW_SHAPES } from "../generated/model.ts";
import { SNS } from "../generated/sns.ts";
import { DOCUMENTED } from "./kept.ts";
import { type CompactService, typeText } from "./type-text.ts";
import { valueText } from "./value-text.ts";

/** Where they stand, from the root of the repository. */
export const TYPES_FOLDER = "packages/simulator/src/model/generated";

const ECS: CompactService = { name: "Ecs", title: "Amazon ECS", operations: RAW_OPERATIONS, shapes: RAW_SHAPES };
const ELB: CompactService = { ...ELBV2, name: "Elbv2", title: "Elastic Load Balancing" };
const OTHERS: readonly CompactService[] = [
  { ...EC2, name: "Ec2", title: "Amazon EC2" },
  ELB,
  { ...LOGS, name: "Logs", title: "Amazon CloudWatch Logs" },
  { ...EVENTS, name: "Events", title: "Amazon EventBridge" },
  { ...SNS, name: "Sns", title: "Amazon SNS" },
];

/** Operations whose inputs are looked at by the table of values: the modelled ones. The rules of definitions have lists of their own. */
const LOOKED_AT = DOCUMENTED.filter((operation) => operation !== "RegisterTaskDefinition");

/**
 * Text of each file by its name. Of ECS every operation has types, of the others those that are simulated; and of ECS and
 * Elastic Load Balancing the values that members of inputs can have.
 */
export function simulatorTypes(): Readonly<Record<string, string>> {
  const types = [ECS, ...OTHERS].map((service) => [`${service.name.toLowerCase()}.ts`, typeText(service)]);
  return {
    ...Object.fromEntries(types),
    "ecs-values.ts": valueText(ECS, LOOKED_AT),
    "elbv2-values.ts": valueText(ELB, Object.keys(ELB.operations)),
  };
}
