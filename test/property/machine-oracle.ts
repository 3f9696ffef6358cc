/**
 * What every container instance must have left, worked out a second time: from the definitions of its tasks as they are
 * written, not from the reservations that the simulator keeps. Ports count by protocol, GPUs by number.
 */
import type { RegisteredTaskDefinition, Session, TaskRow } from "@quayside/simulator";

/** Amounts and ports of one instance. */
interface Share {
  cpu: number;
  memory: number;
  gpus: number;
  interfaces: number;
  tcp: number[];
  udp: number[];
}

/** Every rule that is broken, as a sentence; none when the books are right. */
export function brokenMachines(session: Session): string[] {
  const broken: string[] = [];
  const { containerInstances, tasks } = session.tables;
  for (const { containerInstanceArn: arn, spec, remaining, hostRemaining } of containerInstances.values()) {
    const mine = [...tasks.values()].filter((task) => task.spec.placed?.containerInstanceArn === arn);
    const books = [
      ["control plane", remaining, mine.filter(({ desiredStatus }) => desiredStatus === "RUNNING")],
      ["host", hostRemaining, mine.filter(({ holdsHost }) => holdsHost)],
    ] as const;
    for (const [name, left, holders] of books) {
      const taken = sumOf(holders.map((task) => shareOf(session, task)));
      const { registered } = spec;
      const expected = {
        cpu: registered.cpu - taken.cpu,
        memory: registered.memory - taken.memory,
        gpus: registered.gpus.length - taken.gpus,
        interfaces: registered.interfaces - taken.interfaces,
        tcp: ascending([...registered.tcpPorts, ...taken.tcp]),
        udp: ascending([...registered.udpPorts, ...taken.udp]),
      };
      const { cpu, memory, gpus, interfaces, tcpPorts, udpPorts } = left;
      const found = { cpu, memory, gpus: gpus.length, interfaces, tcp: tcpPorts, udp: udpPorts };
      if (JSON.stringify(found) !== JSON.stringify(expected)) {
        broken.push(`${arn}, ${name}: has ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
      }
      const given = [...left.gpus, ...holders.flatMap((task) => task.spec.placed?.reservation.gpus ?? [])];
      if (new Set(given).size !== registered.gpus.length) broken.push(`${arn}, ${name}: a GPU is lost or given twice`);
      const { tcp, udp } = expected;
      for (const ports of [tcp, udp])
        if (new Set(ports).size !== ports.length) broken.push(`${arn}, ${name}: a port is taken twice`);
    }
    broken.push(...brokenBindings(session, mine));
  }
  return broken;
}

/** What a task takes, by the words of its definition and nothing else. */
function shareOf(session: Session, task: TaskRow): Share {
  const row = session.tables.taskDefinitions.get(task.spec.taskDefinitionArn);
  const definition = row?.definition as RegisteredTaskDefinition;
  const share: Share = { cpu: 0, memory: 0, gpus: 0, interfaces: 0, tcp: [], udp: [] };
  const mode = definition.networkMode ?? "bridge";
  if (mode === "awsvpc") share.interfaces = 1;
  for (const container of definition.containerDefinitions) {
    share.cpu += container.cpu ?? 0;
    share.memory += container.memoryReservation === undefined ? (container.memory ?? 0) : container.memoryReservation;
    for (const { type, value } of (container.resourceRequirements ?? []) as { type: string; value: string }[]) {
      if (type === "GPU") share.gpus += Number(value);
    }
    for (const { containerPort, hostPort, protocol } of container.portMappings ?? []) {
      const onHost = mode === "bridge" ? hostPort : mode === "host" ? containerPort : undefined;
      if (onHost) (protocol === "udp" ? share.udp : share.tcp).push(onHost);
    }
  }
  if (definition.cpu !== undefined) share.cpu = Number(definition.cpu);
  if (definition.memory !== undefined) share.memory = Number(definition.memory);
  return share;
}

function sumOf(shares: readonly Share[]): Share {
  const sum: Share = { cpu: 0, memory: 0, gpus: 0, interfaces: 0, tcp: [], udp: [] };
  for (const share of shares) {
    for (const amount of ["cpu", "memory", "gpus", "interfaces"] as const) sum[amount] += share[amount];
    sum.tcp.push(...share.tcp);
    sum.udp.push(...share.udp);
  }
  return sum;
}

function ascending(ports: number[]): number[] {
  return ports.sort((a, b) => a - b);
}

/** What containers got of their host is what they asked for; what the agent chose is in its range, and nobody else's. */
function brokenBindings(session: Session, tasks: readonly TaskRow[]): string[] {
  const broken: string[] = [];
  const seen = new Set<string>();
  for (const { spec } of tasks) {
    const definition = session.tables.taskDefinitions.get(spec.taskDefinitionArn)?.definition;
    for (const arn of spec.containerArns) {
      const container = session.tables.containers.get(arn);
      if (container?.networkBindings === undefined || container.phase === "STOPPED") continue;
      const asked = definition?.containerDefinitions.find(({ name }) => name === container.name)?.portMappings ?? [];
      if (asked.length !== container.networkBindings.length)
        broken.push(`${arn} has not the bindings that it asks for`);
      for (const [index, { hostPort, containerPort, protocol }] of container.networkBindings.entries()) {
        const wish = asked[index];
        const fixed = wish?.hostPort || (spec.networkMode === "host" ? wish?.containerPort : undefined);
        if (fixed === undefined ? hostPort < 32_768 || hostPort > 60_999 : hostPort !== fixed) {
          broken.push(`${arn} has host port ${hostPort}`);
        }
        if (containerPort !== wish?.containerPort || protocol !== (wish?.protocol ?? "tcp")) {
          broken.push(`${arn} is bound to another port than it asks for`);
        }
        const key = `${hostPort}/${protocol}`;
        if (seen.has(key)) broken.push(`${arn} has a host port that another one has: ${key}`);
        seen.add(key);
      }
    }
  }
  return broken;
}
