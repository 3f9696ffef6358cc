/** Why the runtime cannot start the process of a container whose image is there: what the definition says does not fit it. */
import { cause, said, tellerOf } from "../cause.ts";

const MESSAGES = "Developer Guide, Amazon ECS stopped tasks error messages, and public issues (checked 2026-11-29)";
const RUNC = "The frame as observed; its tail from the public sources of runc and moby (checked 2026-11-29)";
const DOCKER = "The public sources of moby (checked 2026-11-29)";

interface Named {
  /** The program, user, group or directory, as the definition has it. */
  readonly word: string;
}

/** Ours: the ids. Each row has the source of its words. */
export const PROCESS_CAUSES = {
  "process.not-found": cause(
    "observed",
    ({ word }: Named) => onFargate(notFound(word)),
    MESSAGES,
    said("observed", ({ word }) => onDocker(notFound(word)), MESSAGES),
  ),
  "process.no-file": cause(
    "ours",
    ({ word }: Named) => onFargate(noFile(word)),
    RUNC,
    said("ours", ({ word }) => onDocker(noFile(word)), RUNC),
  ),
  "process.not-executable": cause(
    "ours",
    ({ word }: Named) => onFargate(denied(word)),
    RUNC,
    said("ours", ({ word }) => onDocker(denied(word)), RUNC),
  ),
  "process.no-user": cause(
    "ours",
    ({ word }: Named) => onFargate(noUser(word)),
    RUNC,
    said("ours", ({ word }) => `${DAEMON} ${noUser(word)}`, DOCKER),
  ),
  "process.no-group": cause(
    "ours",
    ({ word }: Named) => onFargate(noGroup(word)),
    RUNC,
    said("ours", ({ word }) => `${DAEMON} ${noGroup(word)}`, DOCKER),
  ),
  /** An `entryPoint` of one empty word takes the image's away, and its command with it. */
  "process.no-command": cause(
    "ours",
    () => onFargate("no command specified"),
    RUNC,
    said("ours", () => `${CREATE} no command specified`, DOCKER),
  ),
  "process.relative-directory": cause(
    "ours",
    ({ word }: Named) => onFargate(relative(word)),
    RUNC,
    said("ours", ({ word }) => `${CREATE} ${relative(word)}`, DOCKER),
  ),
  /** Docker starts nothing with less than 6 MiB; on Fargate there is no Docker, and the runtime's own process has no room. */
  "process.too-little-memory": cause(
    "ours",
    () => onFargate("container init was OOM-killed (memory limit too low?)"),
    RUNC,
    said("ours", () => `${CREATE} Minimum memory limit allowed is 6MB`, DOCKER),
  ),
} as const;

/** Why the process of a container cannot start. */
export type ProcessCause = keyof typeof PROCESS_CAUSES;

/** In Fargate's words. */
export const tellProcess = tellerOf(PROCESS_CAUSES);
/** In Docker's words. */
export const tellProcessOnInstance = tellerOf(PROCESS_CAUSES, "on-instance");

const DAEMON = "CannotStartContainerError: Error response from daemon:";
const CREATE = "CannotCreateContainerError: Error response from daemon:";

function notFound(program: string): string {
  return `exec: "${program}": executable file not found in $PATH`;
}

function noFile(program: string): string {
  return `exec: "${program}": stat ${program}: no such file or directory`;
}

function denied(program: string): string {
  return `exec: "${program}": permission denied`;
}

function noUser(name: string): string {
  return `unable to find user ${name}: no matching entries in passwd file`;
}

function noGroup(name: string): string {
  return `unable to find group ${name}: no matching entries in group file`;
}

function relative(directory: string): string {
  return `the working directory '${directory}' is invalid, it needs to be an absolute path`;
}

function framed(problem: string): string {
  return `failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${problem}: unknown`;
}

function onFargate(problem: string): string {
  return `CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: ${framed(problem)}`;
}

function onDocker(problem: string): string {
  return `${DAEMON} failed to create task for container: ${framed(problem)}`;
}
