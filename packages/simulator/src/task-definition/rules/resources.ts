/** CPU and memory: of the task, of each container, and both together. */
import type { Definition } from "../definition.ts";
import { at, containerRule, type Rule, rule } from "../rule.ts";
import { readCpu, readMemory } from "../sizes.ts";
import { documented, KEPT, MOCKED, pasted, QUOTED, RECORDED, TASK_DEFINITION_PARAMETERS } from "../sources.ts";

const SIZE_ERRORS = documented("Developer Guide, troubleshooting: invalid CPU or memory value");

const cpuOf = ({ cpu }: Definition): number | undefined => (cpu === undefined ? undefined : readCpu(cpu));
const memoryOf = ({ memory }: Definition): number | undefined =>
  memory === undefined ? undefined : readMemory(memory);

/** The sizes of the task: looked at before its containers' part in it, as recorded. */
export const taskSizeRules: readonly Rule[] = [
  rule(
    {
      id: "cpu-invalid",
      code: "InvalidParameterException",
      evidence: "exact",
      source: KEPT,
      hint: 'Use CPU units such as "256", or ".25 vCPU"; 128 to 196608 units.',
    },
    function* (definition) {
      if (definition.cpu === undefined || cpuOf(definition) !== undefined) return;
      yield at("Invalid 'cpu' setting for task.", "cpu");
    },
  ),
  rule(
    {
      id: "mem-invalid",
      code: "InvalidParameterException",
      evidence: "ours",
      certain: true,
      source: SIZE_ERRORS,
      hint: 'Use MiB such as "512", or "0.5GB".',
    },
    function* (definition) {
      if (definition.memory === undefined || memoryOf(definition) !== undefined) return;
      yield at("Invalid 'memory' setting for task.", "memory");
    },
  ),
];

export const resourceRules: readonly Rule[] = [
  containerRule(
    {
      id: "mem-missing",
      evidence: "exact",
      source: MOCKED,
      hint: "Set memory or memoryReservation, or give the task a memory size.",
    },
    function* ({ name = "null", memory, memoryReservation }, definition) {
      if (definition.memory !== undefined || memory || memoryReservation) return;
      const message = `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`;
      yield at(message, "memory");
    },
  ),
  containerRule(
    { id: "mem-res", evidence: "near", source: RECORDED, hint: "Raise memory or lower memoryReservation." },
    function* ({ name = "null", memory, memoryReservation }) {
      if (memory === undefined || memoryReservation === undefined || memoryReservation <= memory) return;
      const message = `Invalid setting for container '${name}'. 'memory' must be greater than or equal to 'memoryReservation'.`;
      yield at(message, "memoryReservation");
    },
  ),
  containerRule(
    { id: "mem-over-task", evidence: "exact", source: RECORDED, hint: "Lower the container's memory." },
    function* ({ name = "null", memory = 0 }, definition) {
      if (memory <= (memoryOf(definition) ?? Number.POSITIVE_INFINITY)) return;
      yield at(`The 'memory' setting for container '${name}' is greater than for the task.`, "memory");
    },
  ),
  rule(
    {
      id: "mem-sum",
      evidence: "ours",
      certain: true,
      source: TASK_DEFINITION_PARAMETERS,
      hint: "Lower the containers' memoryReservation or raise the task's memory.",
    },
    function* (definition) {
      const sum = definition.containerDefinitions.reduce((total, each) => total + (each.memoryReservation ?? 0), 0);
      if (sum <= (memoryOf(definition) ?? Number.POSITIVE_INFINITY)) return;
      const message =
        "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.";
      yield at(message, "memory");
    },
  ),
  rule(
    {
      id: "cpu-sum",
      evidence: "exact",
      source: `${RECORDED}; ${pasted("klothoplatform/klotho#892")}`,
      hint: "Lower the containers' cpu or raise the task's.",
    },
    function* (definition) {
      const sum = definition.containerDefinitions.reduce((total, { cpu = 0 }) => total + cpu, 0);
      if (sum <= (cpuOf(definition) ?? Number.POSITIVE_INFINITY)) return;
      const message = "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.";
      yield at(message, "cpu");
    },
  ),
  rule(
    { id: "eph-min", evidence: "exact", source: RECORDED, hint: "Use 21 to 200, or leave it out for 20 GiB." },
    function* ({ ephemeralStorage }) {
      if ((ephemeralStorage?.sizeInGiB ?? 21) >= 21) return;
      yield at("EphemeralStorage size should be at least 21", "ephemeralStorage", "sizeInGiB");
    },
  ),
  rule(
    { id: "eph-max", evidence: "exact", source: RECORDED, hint: "Use 21 to 200, or an EBS volume." },
    function* ({ ephemeralStorage }) {
      if ((ephemeralStorage?.sizeInGiB ?? 21) <= 200) return;
      yield at("EphemeralStorage size should be at most 200", "ephemeralStorage", "sizeInGiB");
    },
  ),
  rule(
    {
      id: "inference",
      evidence: "near",
      source: QUOTED,
      hint: "Remove it: Elastic Inference is retired.",
    },
    function* ({ inferenceAccelerators = [] }) {
      if (inferenceAccelerators.length > 0)
        yield at("Unsupported field 'inferenceAccelerators'", "inferenceAccelerators");
    },
  ),
];
