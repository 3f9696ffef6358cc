/**
 * What becomes of a container when it starts: one decision from its image, entry point, command, user, working directory
 * and root file system. Either the runtime refuses, or a process runs: the image's own program, or the command.
 * Source: Docker, entry point and command; the public agent, which hands both on (checked 2026-11-29).
 * Simplified: arguments of an image's own program are read only where they decide whether it stays in the foreground;
 * volumes hide no program, and no program lies in a volume.
 */
import type { ProcessCause } from "../model/causes/processes.ts";
import type { ContainerOverride } from "../model/ecs.ts";
import type { ImageContents, OwnProgram } from "../model/image-contents.ts";
import type { ProcessSystem } from "../model/logs.ts";
import type { Behaviour, ImageBuild } from "../model/registry.ts";
import type { ContainerDefinition } from "../model/task-definition.ts";
import { valuesOf } from "./environment.ts";
import { BASES, contentsOf } from "./image-contents.ts";
import { findProgram, type Lookup } from "./image-programs.ts";
import { readShellCommand, runsOwn, usesFiles } from "./shell.ts";
import { complaintOfWrite } from "./writable-paths.ts";

/** A command as a shell or a program of the simulated system runs it. */
export interface CommandRun {
  readonly command: readonly string[];
  readonly system: ProcessSystem;
}

export type ProcessStart =
  | { readonly kind: "refused"; readonly why: ProcessCause; readonly word: string; readonly exitCode?: number }
  | {
      readonly kind: "runs";
      readonly acts: Behaviour;
      /** The command, when it is not the image's own program that runs. */
      readonly run?: CommandRun;
      /** Whether the image's server listens. */
      readonly serves: boolean;
      /** What it prints before it gives up at once, instead of what it usually prints. */
      readonly complaints?: readonly string[];
    };

/** The container to be started. */
export interface Starting {
  readonly image: ImageBuild;
  readonly container: ContainerDefinition;
  readonly override: ContainerOverride | undefined;
  readonly cpuArchitecture: string;
  /** A port of its server that another process has. */
  readonly portTaken?: number | undefined;
  /** Variables of its environment files. */
  readonly fileVariables?: Readonly<Record<string, string>> | undefined;
}

/** How a process ends on the stop signal when an init process passes it on. */
const WITH_INIT: Readonly<Record<string, Behaviour>> = {
  SIGTERM: { stopsWithinMs: 100, stopExitCode: 143 },
  SIGQUIT: { stopsWithinMs: 100, stopExitCode: 131 },
  // Ignored by default.
  SIGWINCH: {},
};

/** How long a program takes to see that something is missing. Ours. */
const GIVES_UP_AFTER_MS = 1_500;
const FAILS_AFTER_MS = 100;
/** Docker's minimum, MiB. @source API Reference, ContainerDefinition, memory (checked 2026-11-29) */
const LEAST_MEMORY_MIB = 6;
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

/** Decides what the container will do. A command given to RunTask wins over the definition's. */
export function decideStart(starting: Starting): ProcessStart {
  const { image, container, override, cpuArchitecture } = starting;
  const contents = contentsOf(image);
  const argv = commandOf(contents, container, override);
  const refusal = refusalOf(starting, contents, argv);
  if (refusal !== undefined) return refusal;
  if (!image.architectures.includes(cpuArchitecture as "X86_64")) {
    return failing([`exec ${argv[0]}: exec format error`]);
  }
  return runningOf(starting, contents, argv);
}

/**
 * Entry point and command together, as the process gets them. An entry point of the definition takes the image's command
 * away; `[""]` takes both away.
 */
export function commandOf(
  contents: ImageContents,
  container: ContainerDefinition,
  override: ContainerOverride | undefined,
): readonly string[] {
  const given = some(override?.command) ?? some(container.command);
  const entryPoint = some(container.entryPoint);
  if (entryPoint === undefined) return [...contents.entryPoint, ...(given ?? contents.command)];
  return [...(entryPoint.length === 1 && entryPoint[0] === "" ? [] : entryPoint), ...(given ?? [])];
}

/** The system that the processes of a container see. */
export function systemOfContainer(image: ImageBuild, container: ContainerDefinition): ProcessSystem {
  const { runsForMs, exitCode } = image.behaviour;
  return {
    contents: image.contents,
    ...(image.adds && { adds: image.adds }),
    user: (container.user ?? "").split(":")[0] || "root",
    directory: directoryOf(container, contentsOf(image)),
    own: { ...(runsForMs !== undefined && { runsForMs }), ...(exitCode !== undefined && { exitCode }) },
  };
}

/** An empty list is the same as none. */
function some(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

function refusalOf(
  { container, override, fileVariables }: Starting,
  contents: ImageContents,
  argv: readonly string[],
): ProcessStart | undefined {
  const memory = override?.memory ?? container.memory;
  if (memory !== undefined && memory < LEAST_MEMORY_MIB) return refused("process.too-little-memory", "");
  const directory = container.workingDirectory ?? "";
  if (directory !== "" && !directory.startsWith("/")) return refused("process.relative-directory", directory);
  const [program] = argv;
  if (program === undefined) return refused("process.no-command", "");
  const [user = "", group = ""] = (container.user ?? "").split(":");
  const { users } = BASES[contents.base];
  const isKnown = (name: string) => name === "" || /^\d+$/.test(name) || [...users, ...contents.users].includes(name);
  if (!isKnown(user)) return refused("process.no-user", user);
  if (!isKnown(group)) return refused("process.no-group", group);
  const found = findProgram(
    contents,
    program,
    valuesOf(container, override, fileVariables),
    directoryOf(container, contents),
  );
  return typeof found === "object" ? undefined : notRun(found, program);
}

function notRun(found: Exclude<Lookup, object>, program: string): ProcessStart {
  if (found === "not-in-path") return refused("process.not-found", program, NOT_FOUND);
  if (found === "no-file") return refused("process.no-file", program, NOT_FOUND);
  return refused("process.not-executable", program, NOT_EXECUTABLE);
}

function refused(why: ProcessCause, word: string, exitCode?: number): ProcessStart {
  return { kind: "refused", why, word, ...(exitCode === undefined ? {} : { exitCode }) };
}

/** The program is there: it is the image's own, prepares the way for another one, or belongs to the system. */
function runningOf(starting: Starting, contents: ImageContents, argv: readonly string[]): ProcessStart {
  const { container, override, fileVariables } = starting;
  const [program = "", ...rest] = argv;
  const environment = valuesOf(container, override, fileVariables);
  const directory = directoryOf(container, contents);
  const found = findProgram(contents, program, environment, directory);
  const own = typeof found === "object" ? found.own : undefined;
  if (own?.does === "launcher") {
    const [next] = rest;
    if (next === undefined) return ending({ runsForMs: FAILS_AFTER_MS, exitCode: 0 }, []);
    const found = findProgram(contents, next, environment, directory);
    if (typeof found === "object") return runningOf(starting, contents, rest);
    const exitCode = found === "not-executable" ? NOT_EXECUTABLE : NOT_FOUND;
    const reason = found === "not-executable" ? "Permission denied" : "not found";
    return ending({ runsForMs: FAILS_AFTER_MS, exitCode }, [`${program}: 47: exec: ${next}: ${reason}`]);
  }
  if (own?.does === "main") return mainOf(starting, contents, own, rest);
  return commandRun(starting, contents, argv);
}

function mainOf(starting: Starting, contents: ImageContents, own: OwnProgram, args: readonly string[]): ProcessStart {
  const { image, container, override, portTaken, fileVariables } = starting;
  const { needsVariables = [] } = image.behaviour;
  const values = valuesOf(container, override, fileVariables);
  if (!needsVariables.every((name) => values[name] !== undefined)) {
    return { kind: "runs", acts: { runsForMs: GIVES_UP_AFTER_MS, exitCode: 1 }, serves: false };
  }
  const stays = own.staysWith === undefined || args.some((word) => word.includes(own.staysWith as string));
  if (!stays) return ending({ runsForMs: FAILS_AFTER_MS, exitCode: 0 }, []);
  const complaint = complaintOfWrite(contents, container);
  if (complaint !== undefined) return failing([complaint]);
  const { server } = contents;
  if (server !== undefined && portTaken !== undefined) {
    const line = server.portTaken.replace("{port}", String(portTaken));
    return ending({ runsForMs: server.triesForMs, exitCode: 1 }, [line]);
  }
  return { kind: "runs", acts: image.behaviour, serves: server !== undefined };
}

function commandRun(
  { image, container, override, fileVariables }: Starting,
  contents: ImageContents,
  argv: readonly string[],
) {
  const { stopSignal, stopsWithinMs, stopExitCode } = image.behaviour;
  const environment = valuesOf(container, override, fileVariables);
  const system = systemOfContainer(image, container);
  const { initProcessEnabled } = (container.linuxParameters ?? {}) as { initProcessEnabled?: boolean };
  const own = runsOwn(argv, contents, environment);
  const stops = initProcessEnabled === true ? WITH_INIT[stopSignal ?? "SIGTERM"] : {};
  const obeys = own === "in-its-place" ? { stopsWithinMs, stopExitCode } : {};
  // What becomes of a program that uses files is decided while it runs.
  const isOpen = container.interactive === true && /^(.*\/)?(sh|ash|bash|dash)$/.test(argv.join(" "));
  const life = usesFiles(argv) || isOpen ? { runsForMs: undefined } : readShellCommand(argv, environment, system);
  const acts = { ...(stopSignal && { stopSignal }), ...stops, ...obeys, ...life } as Behaviour;
  return { kind: "runs", acts, run: { command: argv, system }, serves: own !== undefined } as const;
}

function directoryOf({ workingDirectory = "" }: ContainerDefinition, contents: ImageContents): string {
  return workingDirectory === "" ? contents.workingDirectory : workingDirectory;
}

function failing(complaints: readonly string[]): ProcessStart {
  return ending({ runsForMs: FAILS_AFTER_MS, exitCode: 1 }, complaints);
}

function ending(acts: Behaviour, complaints: readonly string[]): ProcessStart {
  return { kind: "runs", acts, serves: false, complaints };
}
