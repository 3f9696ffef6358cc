/** What Fargate asks for and refuses: applies as soon as `requiresCompatibilities` contains FARGATE. */
import type { TaskDefinitionInput } from "../../model/task-definition.ts";
import { asksForFargate, eachContainer, type Rule, rule, type Violation } from "../rule.ts";
import { isFargateSize, readCpu, readMemory } from "../sizes.ts";

const LOG_DRIVERS = ["awslogs", "splunk", "awsfirelens"];
/** Longest stop timeout of Fargate, seconds; 120 itself is accepted although the message says "less than". */
const LONGEST_STOP_TIMEOUT = 120;
const PRIVATE_ECR = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/;

type Text = Omit<Rule, "code" | "check">;

/** A rule that holds only for definitions that ask for Fargate. */
function fargate(text: Text, check: (definition: TaskDefinitionInput) => Iterable<Violation>): Rule {
  return rule(text, (definition) => (asksForFargate(definition) ? check(definition) : []));
}

export const fargateRules: readonly Rule[] = [
  fargate(
    { id: "fargate-network", evidence: "exact", hint: "Set networkMode to awsvpc." },
    function* ({ networkMode }) {
      // The typographic quotes are AWS's.
      if (networkMode !== "awsvpc")
        yield { message: "Fargate only supports network mode ‘awsvpc’.", path: ["networkMode"] };
    },
  ),
  fargate({ id: "fargate-cpu", evidence: "exact", hint: "Set cpu on the task definition." }, function* ({ cpu }) {
    if (cpu === undefined)
      yield { message: "Fargate requires that 'cpu' be defined at the task level.", path: ["cpu"] };
  }),
  fargate({ id: "fargate-mem", evidence: "near", hint: "Set memory on the task definition." }, function* ({ memory }) {
    if (memory === undefined) {
      yield { message: "Fargate requires that 'memory' be defined at the task level.", path: ["memory"] };
    }
  }),
  fargate(
    { id: "fargate-pair", evidence: "exact", hint: "Choose a memory size that goes with the CPU size." },
    function* ({ cpu, memory }) {
      const units = cpu === undefined ? undefined : readCpu(cpu);
      const mib = memory === undefined ? undefined : readMemory(memory);
      if (units === undefined || mib === undefined || isFargateSize(units, mib)) return;
      const message = `No Fargate configuration exists for given values: ${units} CPU, ${mib} memory. See the Amazon ECS documentation for the valid values.`;
      yield { message, path: ["memory"] };
    },
  ),
  fargate({ id: "fargate-priv", evidence: "near", hint: "Remove privileged." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      if (container.privileged !== true) continue;
      yield { message: "Fargate requires that the 'privileged' setting be 'false'.", path: [...path, "privileged"] };
    }
  }),
  fargate({ id: "fargate-placement", evidence: "exact", hint: "Remove placementConstraints." }, function* (definition) {
    if ((definition.placementConstraints?.length ?? 0) === 0) return;
    const message = "Fargate compatible task definitions do not support constraints";
    yield { message, path: ["placementConstraints"] };
  }),
  fargate({ id: "fargate-logdriver", evidence: "exact", hint: "Use awslogs." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      const driver = container.logConfiguration?.logDriver;
      if (driver === undefined || LOG_DRIVERS.includes(driver)) continue;
      const message = `${driver} is not a valid log driver. Must be one of [${LOG_DRIVERS.join(",")}]`;
      yield { message, path: [...path, "logConfiguration", "logDriver"] };
    }
  }),
  fargate({ id: "fargate-stoptimeout", evidence: "exact", hint: "Use 120 seconds at most." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      if ((container.stopTimeout ?? 0) <= LONGEST_STOP_TIMEOUT) continue;
      const message =
        "Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.";
      yield { message, path: [...path, "stopTimeout"] };
    }
  }),
  fargate({ id: "fargate-role-ecr", evidence: "exact", hint: "Add executionRoleArn." }, function* (definition) {
    if (definition.executionRoleArn !== undefined) return;
    for (const { container, path } of eachContainer(definition)) {
      if (!PRIVATE_ECR.test(container.image ?? "")) continue;
      const message = "Fargate requires task definition to have execution role ARN to support ECR images.";
      yield { message, path: [...path, "image"] };
    }
  }),
  fargate({ id: "fargate-role-logs", evidence: "exact", hint: "Add executionRoleArn." }, function* (definition) {
    if (definition.executionRoleArn !== undefined) return;
    for (const { container, path } of eachContainer(definition)) {
      if (container.logConfiguration?.logDriver !== "awslogs") continue;
      const message = "Fargate requires task definition to have execution role ARN to support log driver awslogs.";
      yield { message, path: [...path, "logConfiguration"] };
    }
  }),
  fargate(
    { id: "fargate-streamprefix", evidence: "exact", hint: "Add awslogs-stream-prefix." },
    function* (definition) {
      for (const { container, path } of eachContainer(definition)) {
        const { logConfiguration } = container;
        if (logConfiguration?.logDriver !== "awslogs") continue;
        if (logConfiguration.options?.["awslogs-stream-prefix"] !== undefined) continue;
        const message =
          "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.";
        yield { message, path: [...path, "logConfiguration", "options"] };
      }
    },
  ),
  fargate(
    { id: "eph-min", evidence: "exact", hint: "Use 21 to 200, or leave it out for 20 GiB." },
    function* (definition) {
      if ((definition.ephemeralStorage?.sizeInGiB ?? 21) >= 21) return;
      yield { message: "EphemeralStorage size should be at least 21", path: ["ephemeralStorage", "sizeInGiB"] };
    },
  ),
  fargate({ id: "eph-max", evidence: "exact", hint: "Use 21 to 200, or an EBS volume." }, function* (definition) {
    if ((definition.ephemeralStorage?.sizeInGiB ?? 0) <= 200) return;
    yield { message: "EphemeralStorage size should be at most 200", path: ["ephemeralStorage", "sizeInGiB"] };
  }),
];
