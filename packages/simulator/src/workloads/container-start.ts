/** How a container of a task starts, by the rows of the world: the facts for `decideStart`, and the ports that it opens. */
import type { ContainerRow, TaskRow } from "../model/ecs.ts";
import { readPortRange } from "../model/port-range.ts";
import type { CloudReaders } from "../model/tables.ts";
import type { RegisteredContainerDefinition } from "../model/task-definition.ts";
import type { Listener } from "../network/end.ts";
import { buildWith } from "./image-builds.ts";
import { contentsOf } from "./image-contents.ts";
import { parseImageReference } from "./image-reference.ts";
import { decideStart, type ProcessStart, type Starting } from "./process-start.ts";

/** The last decision of each container of a definition: its tasks are alike, and each is asked for again and again. */
const DECIDED = new WeakMap<object, { readonly starting: Starting; readonly start: ProcessStart }>();

/** What the start of a container's process leads to, or has led to. */
export function startOf(tables: CloudReaders, task: TaskRow, row: ContainerRow): ProcessStart {
  const starting = startingOf(tables, task, row);
  const known = DECIDED.get(starting.container);
  if (known !== undefined && isSame(known.starting, starting)) return known.start;
  const start = decideStart(starting);
  DECIDED.set(starting.container, { starting, start });
  return start;
}

/** The ports that the process of a container opens once it runs. */
export function portsOf(tables: CloudReaders, task: TaskRow, row: ContainerRow): readonly Listener[] {
  const start = startOf(tables, task, row);
  if (start.kind === "refused" || !start.serves) return [];
  const { image, container } = startingOf(tables, task, row);
  const { ports } = contentsOf(image).server ?? {};
  if (ports !== undefined) return ports.map((port) => ({ port, protocol: "tcp" }));
  // Simplified: of a range the server takes the first port.
  return (container.portMappings ?? []).flatMap(({ containerPort, containerPortRange, protocol }) => {
    const port = containerPort ?? readPortRange(containerPortRange)?.low;
    return port === undefined ? [] : [{ port, protocol: protocol === "udp" ? "udp" : "tcp" }];
  });
}

/** The build that a container runs, or would run. */
export function buildOf(tables: CloudReaders, task: TaskRow, row: ContainerRow) {
  return startingOf(tables, task, row).image;
}

/** The architecture of the machine that a task runs on. */
export function architectureOf(tables: CloudReaders, task: TaskRow): string {
  const { placed } = task.spec;
  if (placed === undefined) {
    const { runtimePlatform } = tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition ?? {};
    return runtimePlatform?.cpuArchitecture ?? "X86_64";
  }
  const instance = tables.containerInstances.at(placed.instanceSlot);
  return instance?.attributes["ecs.cpu-architecture"] === "arm64" ? "ARM64" : "X86_64";
}

function startingOf(tables: CloudReaders, task: TaskRow, row: ContainerRow): Starting {
  const { name, imageDigest, portTaken, fileVariables } = row;
  const definition = tables.taskDefinitions.get(task.spec.taskDefinitionArn)?.definition;
  const container = definition?.containerDefinitions.find(
    (each) => each.name === name,
  ) as RegisteredContainerDefinition;
  const image = tables.images.get(parseImageReference(container.image).repository);
  if (image === undefined) throw new Error(`${container.image} was never pulled`);
  const override = task.spec.overrides.containerOverrides?.find((each) => each.name === name);
  const cpuArchitecture = architectureOf(tables, task);
  return { image: buildWith(image, imageDigest), container, override, cpuArchitecture, portTaken, fileVariables };
}

function isSame(one: Starting, other: Starting): boolean {
  return (
    one.image === other.image &&
    one.override === other.override &&
    one.cpuArchitecture === other.cpuArchitecture &&
    one.portTaken === other.portTaken &&
    one.fileVariables === other.fileVariables
  );
}
