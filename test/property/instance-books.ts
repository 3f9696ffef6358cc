/** The books of container instances against their tasks: nothing taken twice, nothing lost, nothing over-allocated. */
import type { Session, TaskRow } from "@quayside/simulator";

/** Every rule that must hold for every instance; gives the broken ones as sentences. */
export function brokenBooks(session: Session): string[] {
  const broken: string[] = [];
  const { containerInstances, tasks } = session.tables;
  for (const instance of containerInstances.values()) {
    const { containerInstanceArn: arn, spec, remaining, hostRemaining } = instance;
    const mine = [...tasks.values()].filter((task) => task.spec.placed?.containerInstanceArn === arn);
    const held = mine.filter((task) => task.desiredStatus === "RUNNING");
    const onHost = mine.filter((task) => task.holdsHost);
    for (const [name, left, holders] of [
      ["remaining", remaining, held] as const,
      ["host", hostRemaining, onHost] as const,
    ]) {
      const sum = (of: (task: TaskRow) => number) => holders.reduce((total, task) => total + of(task), 0);
      const share = (task: TaskRow) => task.spec.placed?.reservation;
      if (left.cpu !== spec.registered.cpu - sum((task) => share(task)?.cpu ?? 0)) broken.push(`${arn} ${name}: cpu`);
      if (left.memory !== spec.registered.memory - sum((task) => share(task)?.memory ?? 0)) {
        broken.push(`${arn} ${name}: memory`);
      }
      if (left.cpu < 0 || left.memory < 0 || left.interfaces < 0) broken.push(`${arn} ${name}: over-allocated`);
      if (left.interfaces !== spec.registered.interfaces - sum((task) => share(task)?.interfaces ?? 0)) {
        broken.push(`${arn} ${name}: interfaces`);
      }
      const ports = [...spec.registered.tcpPorts, ...holders.flatMap((task) => share(task)?.tcpPorts ?? [])];
      if (new Set(ports).size !== ports.length) broken.push(`${arn} ${name}: a port is taken twice`);
      if (ports.sort((a, b) => a - b).join() !== left.tcpPorts.join()) broken.push(`${arn} ${name}: ports`);
      const gpus = [...left.gpus, ...holders.flatMap((task) => share(task)?.gpus ?? [])];
      if (gpus.sort().join() !== [...spec.registered.gpus].sort().join()) broken.push(`${arn} ${name}: gpus`);
    }
    const running = held.filter((task) => task.lastStatus === "RUNNING").length;
    if (instance.runningTasksCount !== running) broken.push(`${arn} counts ${instance.runningTasksCount} running`);
    if (instance.pendingTasksCount !== held.length - running) broken.push(`${arn} counts its pending tasks wrong`);
    const groups = Object.values(instance.tasksByGroup).reduce((total, count) => total + count, 0);
    if (groups !== held.length) broken.push(`${arn} counts its groups wrong`);
    for (const slot of instance.waitingTasks) {
      const waiting = tasks.at(slot);
      if (waiting === undefined || waiting.lastStatus === "STOPPED")
        broken.push(`${arn} has a stopped task in its queue`);
    }
    if (instance.status === "INACTIVE" && mine.some((task) => task.lastStatus !== "STOPPED")) {
      broken.push(`${arn} is gone and has living tasks`);
    }
    broken.push(...sharedPorts(session, onHost));
  }
  return broken;
}

/** Published ports of running containers on one host are all different. */
function sharedPorts(session: Session, tasks: readonly TaskRow[]): string[] {
  const seen = new Set<string>();
  const broken: string[] = [];
  for (const { spec } of tasks) {
    for (const arn of spec.containerArns) {
      const container = session.tables.containers.get(arn);
      if (container?.phase !== "RUNNING") continue;
      for (const { hostPort, protocol } of container.networkBindings ?? []) {
        if (seen.has(`${hostPort}/${protocol}`)) broken.push(`${arn} shares port ${hostPort}`);
        seen.add(`${hostPort}/${protocol}`);
      }
    }
  }
  return broken;
}
