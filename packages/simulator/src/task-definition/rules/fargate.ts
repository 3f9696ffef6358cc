/** What Fargate asks for: network mode, sizes, timeouts, log drivers, roles. What it refuses is next door. */
import type { Definition } from "../definition.ts";
import { at, containerRule, isWindows, onlyFor, type Rule, rule } from "../rule.ts";
import { isFargateSize, readCpu, readMemory, WINDOWS_FARGATE_CPU } from "../sizes.ts";
import { FARGATE_DIFFERENCES, LOGGED, pasted, QUOTED, RECORDED } from "../sources.ts";

const LOG_DRIVERS = ["awslogs", "splunk", "awsfirelens"];
/** Longest timeout of Fargate, seconds; 120 itself is accepted although the message says "less than". */
const LONGEST_TIMEOUT = 120;
const PRIVATE_ECR = /^\d{12}\.dkr\.ecr[.-][a-z0-9.-]*amazonaws\.com/;
const ROLE_HINT = "Add executionRoleArn: the role with which Fargate pulls images and writes logs.";

export const fargateNeeds: readonly Rule[] = onlyFor("FARGATE", [
  rule(
    {
      id: "fargate-network",
      evidence: "exact",
      source: `${RECORDED}; ${pasted("aws/amazon-ecs-cli#1145")}`,
      hint: "Set networkMode to awsvpc.",
    },
    function* ({ networkMode }) {
      // The typographic quotes are AWS's.
      if (networkMode !== "awsvpc") yield at("Fargate only supports network mode ‘awsvpc’.", "networkMode");
    },
  ),
  ...[
    rule(
      {
        id: "fargate-cpu",
        evidence: "exact",
        source: pasted("mongodb/terraform-aws-ecs-task-definition#38"),
        hint: "Set cpu on the task definition.",
      },
      function* ({ cpu }) {
        if (cpu === undefined) yield at("Fargate requires that 'cpu' be defined at the task level.", "cpu");
      },
    ),
    rule(
      { id: "fargate-mem", evidence: "near", source: QUOTED, hint: "Set memory on the task definition." },
      function* ({ memory }) {
        if (memory === undefined) yield at("Fargate requires that 'memory' be defined at the task level.", "memory");
      },
    ),
    rule(
      {
        id: "fargate-pair",
        evidence: "exact",
        source: pasted("aws-games/cloud-game-development-toolkit#737"),
        hint: "Choose a memory size that goes with the CPU size.",
      },
      function* (definition) {
        const size = sizeOf(definition);
        if (size !== undefined && !isFargateSize(size.units, size.mib)) yield at(noSuchSize(size), "memory");
      },
    ),
    rule(
      {
        id: "fargate-win-cpu",
        evidence: "near",
        source: QUOTED,
        hint: "Use 1, 2 or 4 vCPU: Windows has no other sizes on Fargate.",
      },
      function* (definition) {
        const size = sizeOf(definition);
        if (size === undefined || !isWindows(definition) || !isFargateSize(size.units, size.mib)) return;
        if (!WINDOWS_FARGATE_CPU.includes(size.units)) yield at(noSuchSize(size), "cpu");
      },
    ),
  ],
  containerRule(
    { id: "fargate-logdriver", evidence: "exact", source: RECORDED, hint: "Use awslogs." },
    function* ({ logConfiguration }) {
      const driver = logConfiguration?.logDriver;
      if (driver === undefined || LOG_DRIVERS.includes(driver)) return;
      const message = `${driver} is not a valid log driver. Must be one of [${LOG_DRIVERS.join(",")}]`;
      yield at(message, "logConfiguration", "logDriver");
    },
  ),
  containerRule(
    { id: "fargate-stoptimeout", evidence: "exact", source: LOGGED, hint: "Use 120 seconds at most." },
    function* ({ stopTimeout = 0 }) {
      if (stopTimeout <= LONGEST_TIMEOUT) return;
      yield at(
        "Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.",
        "stopTimeout",
      );
    },
  ),
  containerRule(
    {
      // Recorded: AWS registers 121, though it documents 120 at most.
      id: "fargate-starttimeout",
      severity: "warning",
      evidence: "ours",
      source: FARGATE_DIFFERENCES,
      hint: "Use 120 seconds at most.",
    },
    function* ({ startTimeout = 0 }) {
      if (startTimeout <= LONGEST_TIMEOUT) return;
      yield at("Fargate documents a container start timeout of at most 120 seconds.", "startTimeout");
    },
  ),
  containerRule(
    {
      id: "fargate-role-ecr",
      evidence: "exact",
      source: `${LOGGED}; ${pasted("pulumi/pulumi-awsx#517")}`,
      hint: ROLE_HINT,
    },
    function* ({ image = "" }, { executionRoleArn }) {
      if (executionRoleArn !== undefined || !PRIVATE_ECR.test(image)) return;
      yield at("Fargate requires task definition to have execution role ARN to support ECR images.", "image");
    },
  ),
  containerRule(
    { id: "fargate-role-logs", evidence: "exact", source: `${QUOTED}; public logs`, hint: ROLE_HINT },
    function* ({ logConfiguration }, { executionRoleArn }) {
      if (executionRoleArn !== undefined || logConfiguration?.logDriver !== "awslogs") return;
      const message = "Fargate requires task definition to have execution role ARN to support log driver awslogs.";
      yield at(message, "logConfiguration", "logDriver");
    },
  ),
  containerRule(
    {
      id: "fargate-streamprefix",
      evidence: "exact",
      source: RECORDED,
      hint: "Add awslogs-stream-prefix.",
    },
    function* ({ logConfiguration }) {
      if (logConfiguration?.logDriver !== "awslogs" || logConfiguration.options?.has("awslogs-stream-prefix")) return;
      const message =
        "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.";
      yield at(message, "logConfiguration", "options", "awslogs-stream-prefix");
    },
  ),
]);

interface Size {
  readonly units: number;
  readonly mib: number;
}

function sizeOf({ cpu, memory }: Definition): Size | undefined {
  const units = cpu === undefined ? undefined : readCpu(cpu);
  const mib = memory === undefined ? undefined : readMemory(memory);
  return units === undefined || mib === undefined ? undefined : { units, mib };
}

function noSuchSize({ units, mib }: Size): string {
  return `No Fargate configuration exists for given values: ${units} CPU, ${mib} memory. See the Amazon ECS documentation for the valid values.`;
}
