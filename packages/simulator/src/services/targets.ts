/**
 * What one beat does with the targets of a service, before it starts or stops anything: it deregisters those of tasks that an earlier
 * beat, or somebody else, has told to stop; lets the containers of those that have drained hear of it; registers tasks whose containers
 * run. Source: recorded event lists, "has stopped" ten seconds before "deregistered"; Developer Guide, "Amazon ECS task lifecycle"
 * (checked 2026-11-29).
 */
import type { ServiceTargetActs } from "../model/service-decision.ts";
import type { ServiceTarget, ServiceTask, TargetActs } from "./view.ts";

/** Decides it. */
export function decideTargets(tasks: readonly ServiceTask[], targets: readonly ServiceTarget[]): TargetActs {
  return {
    deregisters: targets.filter(({ isWanted }) => !isWanted),
    drained: tasks.filter(({ hasDrained }) => hasDrained).map(({ taskArn }) => taskArn),
    registers: tasks.filter(({ isActivating }) => isActivating).map(({ taskArn }) => taskArn),
  };
}

/** The same in numbers of tasks; undefined when nothing is done. */
export function countTargetActs({ deregisters, drained, registers }: TargetActs): ServiceTargetActs | undefined {
  const deregistered = new Set(deregisters.map(({ taskArn }) => taskArn)).size;
  if (deregistered + drained.length + registers.length === 0) return undefined;
  return { deregistered, drained: drained.length, registered: registers.length };
}
