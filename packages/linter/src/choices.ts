/**
 * The values that a member can take where it stands: what the API's model lists, narrowed by the rest of the definition
 * (memory that goes with the chosen cpu, network modes of the launch types, containers and volumes that are there).
 */
import type { Shape } from "@quayside/api";
import {
  type Definition,
  FARGATE_SIZES,
  readCpu,
  readDefinition,
  readMemory,
} from "@quayside/simulator/task-definition";
import { definitionShape } from "./check.ts";
import type { JsonPath } from "./json/locate.ts";

/** A value and, where its text alone does not say it, what it means. */
export interface Choice {
  readonly value: string | number | boolean;
  readonly detail?: string;
}

/** The values for the member at `path`; empty when anything of the right type will do. Never throws. */
export function choicesAt(value: unknown, path: JsonPath): readonly Choice[] {
  const { definition } = readDefinition(value);
  const pattern = path.map((step) => (typeof step === "number" ? "#" : step)).join(".");
  const own = Object.hasOwn(IN_CONTEXT, pattern) ? IN_CONTEXT[pattern]?.(definition, path) : undefined;
  return own ?? choicesOf(shapeAt(path));
}

/** The shape of the member at `path`, or undefined when the API has none there. */
export function shapeAt(path: JsonPath): Shape | undefined {
  let shape: Shape | undefined = definitionShape();
  for (const step of path) {
    if (shape === undefined) return undefined;
    shape = shape.type === "structure" ? shape.members.get(String(step)) : shape.element;
  }
  return shape;
}

function choicesOf(shape: Shape | undefined): readonly Choice[] {
  if (shape?.type === "boolean") return [{ value: true }, { value: false }];
  return (shape?.enum ?? []).map((value) => ({ value }));
}

type InContext = (definition: Definition, path: JsonPath) => readonly Choice[] | undefined;

const IN_CONTEXT: Readonly<Record<string, InContext>> = {
  networkMode: (definition) => {
    if (asks(definition, "FARGATE")) return [{ value: "awsvpc", detail: "the only one on Fargate" }];
    if (asks(definition, "MANAGED_INSTANCES")) return of("awsvpc", "host");
    return asks(definition, "EXTERNAL") ? of("bridge", "host", "none") : undefined;
  },
  cpu: (definition) => {
    const memory = readMemory(definition.memory ?? "");
    const sizes = [...FARGATE_SIZES].filter(([, sizes]) => memory === undefined || sizes.includes(memory));
    return asks(definition, "FARGATE") ? sizes.map(([units]) => cpuChoice(units)) : undefined;
  },
  memory: (definition) => {
    if (!asks(definition, "FARGATE")) return undefined;
    const cpu = readCpu(definition.cpu ?? "");
    const sizes = cpu === undefined ? [...FARGATE_SIZES.values()].flat() : (FARGATE_SIZES.get(cpu) ?? []);
    return [...new Set(sizes)].sort((a, b) => a - b).map(memoryChoice);
  },
  pidMode: (definition) => (asks(definition, "FARGATE") ? of("task") : undefined),
  "runtimePlatform.cpuArchitecture": () => of("X86_64", "ARM64"),
  "containerDefinitions.#.logConfiguration.logDriver": (definition) =>
    asks(definition, "FARGATE") ? of("awslogs", "splunk", "awsfirelens") : undefined,
  "containerDefinitions.#.logConfiguration.options.mode": () => [
    { value: "non-blocking", detail: "the default since 2025" },
    { value: "blocking" },
  ],
  "containerDefinitions.#.logConfiguration.options.awslogs-create-group": () => of("true"),
  "containerDefinitions.#.portMappings.#.hostPort": ({ networkMode, containerDefinitions }, path) => {
    if (networkMode !== "awsvpc" && networkMode !== "host") return undefined;
    const port = containerDefinitions[Number(path[1])]?.portMappings?.[Number(path[3])]?.containerPort;
    return port === undefined ? undefined : [{ value: port, detail: "the same as containerPort" }];
  },
  "containerDefinitions.#.dependsOn.#.containerName": otherContainers,
  "containerDefinitions.#.volumesFrom.#.sourceContainer": otherContainers,
  "containerDefinitions.#.links.#": otherContainers,
  "containerDefinitions.#.dependsOn.#.condition": ({ containerDefinitions }, path) => {
    const name = containerDefinitions[Number(path[1])]?.dependsOn?.[Number(path[3])]?.containerName;
    const target = containerDefinitions.find((container) => container.name === name);
    if (target === undefined) return undefined;
    const ends = target.essential === false ? of("SUCCESS", "COMPLETE") : [];
    return [...of("START"), ...ends, ...(target.healthCheck === undefined ? [] : of("HEALTHY"))];
  },
  "containerDefinitions.#.mountPoints.#.sourceVolume": ({ volumes = [] }) =>
    of(...volumes.flatMap(({ name }) => (name === undefined ? [] : [name]))),
  "containerDefinitions.#.linuxParameters.capabilities.add.#": (definition) =>
    asks(definition, "FARGATE") ? of("SYS_PTRACE") : undefined,
  "containerDefinitions.#.healthCheck.command.#": (_definition, path) =>
    path.at(-1) === 0 ? [{ value: "CMD-SHELL", detail: "the rest runs in a shell" }, { value: "CMD" }] : undefined,
  "containerDefinitions.#.portMappings.#.protocol": () => of("tcp", "udp"),
};

function otherContainers({ containerDefinitions }: Definition, path: JsonPath): readonly Choice[] {
  const names = containerDefinitions.filter((_, index) => index !== path[1]).map(({ name }) => name);
  return of(...names.flatMap((name) => (name === undefined || name === "" ? [] : [name])));
}

function asks({ requiresCompatibilities = [] }: Definition, launchType: string): boolean {
  return requiresCompatibilities.includes(launchType);
}

function of(...values: readonly string[]): Choice[] {
  return values.map((value) => ({ value }));
}

function cpuChoice(units: number): Choice {
  return { value: String(units), detail: `${units / 1024} vCPU` };
}

function memoryChoice(mib: number): Choice {
  return { value: String(mib), detail: mib < 1024 ? `${mib} MiB` : `${mib / 1024} GiB` };
}
