/** CPU and memory: of the task, of each container, and both together. */
import type { TaskDefinitionInput } from "../../model/task-definition.ts";
import { eachContainer, type Rule, rule } from "../rule.ts";
import { readCpu, readMemory } from "../sizes.ts";

const taskMemory = (definition: TaskDefinitionInput): number | undefined =>
  definition.memory === undefined ? undefined : readMemory(definition.memory);

export const resourceRules: readonly Rule[] = [
  rule(
    { id: "mem-missing", evidence: "exact", hint: "Set memory or memoryReservation, or give the task a memory size." },
    function* (definition) {
      if (definition.memory !== undefined) return;
      for (const { container, path } of eachContainer(definition)) {
        if (container.memory || container.memoryReservation) continue;
        const message = `Invalid setting for container '${container.name}'. At least one of 'memory' or 'memoryReservation' must be specified.`;
        yield { message, path };
      }
    },
  ),
  rule({ id: "mem-res", evidence: "exact", hint: "Raise memory or lower memoryReservation." }, function* (definition) {
    for (const { container, path } of eachContainer(definition)) {
      const { memory, memoryReservation, name } = container;
      if (memory === undefined || memoryReservation === undefined || memoryReservation <= memory) continue;
      const message = `Invalid setting for container '${name}'. 'memory' must be greater than or equal to 'memoryReservation'.`;
      yield { message, path: [...path, "memoryReservation"] };
    }
  }),
  rule(
    { id: "cpu-invalid", evidence: "exact", hint: 'Use CPU units such as "256", or ".25 vCPU".' },
    function* ({ cpu }) {
      if (cpu !== undefined && readCpu(cpu) === undefined) {
        yield { message: "Invalid 'cpu' setting for task.", path: ["cpu"] };
      }
    },
  ),
  rule({ id: "mem-invalid", evidence: "ours", hint: 'Use MiB such as "512", or "0.5GB".' }, function* ({ memory }) {
    if (memory !== undefined && readMemory(memory) === undefined) {
      yield { message: "Invalid 'memory' setting for task.", path: ["memory"] };
    }
  }),
  rule({ id: "mem-over-task", evidence: "exact", hint: "Lower the container's memory." }, function* (definition) {
    const limit = taskMemory(definition);
    if (limit === undefined) return;
    for (const { container, path } of eachContainer(definition)) {
      if (container.memory === undefined || container.memory <= limit) continue;
      const message = `The 'memory' setting for container '${container.name}' is greater than for the task.`;
      yield { message, path: [...path, "memory"] };
    }
  }),
  rule(
    { id: "cpu-sum", evidence: "exact", hint: "Lower the containers' cpu or raise the task's." },
    function* (definition) {
      const limit = definition.cpu === undefined ? undefined : readCpu(definition.cpu);
      const sum = definition.containerDefinitions.reduce((total, { cpu = 0 }) => total + cpu, 0);
      if (limit === undefined || sum <= limit) return;
      const message = "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.";
      yield { message, path: ["cpu"] };
    },
  ),
];
