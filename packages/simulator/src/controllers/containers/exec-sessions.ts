/**
 * What a session of ECS Exec sees and does in its container: it is root there, whatever the user of the container is, with the
 * variables, files and network of the container's process. Changes belong to the next record.
 * Source: Developer Guide, "Monitor Amazon ECS containers with ECS Exec" (checked 2026-11-29).
 */
import { dateText } from "../../model/calendar.ts";
import type { Cloud } from "../../model/cloud.ts";
import type { ContainerRow, TaskRow } from "../../model/ecs.ts";
import type { ExecSessionRow } from "../../model/exec.ts";
import type { ImageContents } from "../../model/image-contents.ts";
import { epochMs } from "../../model/place.ts";
import { buildOf } from "../../workloads/container-start.ts";
import { valuesOf } from "../../workloads/environment.ts";
import { variablesOfAgent } from "../../workloads/exec-metadata.ts";
import { curlFrom, wgetFrom } from "../../workloads/exec-network.ts";
import {
  changeFolder,
  listFolder,
  printFolder,
  psOf,
  type ShownProcess,
  seenFrom,
  whichSystem,
  whoIs,
} from "../../workloads/exec-programs.ts";
import { isShell, runLine, runWords, type ShellMemory, type Turn, wordsOf } from "../../workloads/exec-shell.ts";
import { contentsOf } from "../../workloads/image-contents.ts";
import { imageFile, imageNames } from "../../workloads/image-files.ts";
import { findProgram } from "../../workloads/image-programs.ts";
import { commandOf, systemOfContainer } from "../../workloads/process-start.ts";
import type { ShellCommand, ShellFiles, ShellHost } from "../../workloads/shell-host.ts";
import { systemOf } from "../../workloads/shell-system.ts";
import { hostnameOf } from "../agent/agent-side.ts";
import { containerDefinition, definitionOf, overrideOf } from "../rows/task-rows.ts";
import { filesOf } from "./task-files.ts";

/** A session with what it is in. */
export interface InSession {
  readonly session: ExecSessionRow;
  readonly task: TaskRow;
  readonly container: ContainerRow;
}

/** How the session manager's plugin says that a program is not there. @source Session Manager, pasted in public issues (checked 2026-11-29) */
const NO_PROGRAM = (program: string) =>
  `Unable to start command: Failed to start pty: fork/exec ${program}: no such file or directory`;
const NOT_FOUND = 127;
const AGENT = "/managed-agents/execute-command";

/**
 * The session begins: a shell waits for lines, anything else runs at once and is over.
 * @param line what was typed; undefined at the beginning
 */
export function takeTurn(sim: Cloud, at: InSession, line: string | undefined): Turn {
  const { session } = at;
  const words = wordsOf(session.command);
  const memory: ShellMemory = { variables: session.variables, status: session.status };
  const host = hostOf(sim, at, memory);
  if (line !== undefined) return runLine(line, memory, host);
  const [program = ""] = words;
  if (host.system?.has(program) !== true) {
    return { ...memory, printed: [NO_PROGRAM(program)], status: NOT_FOUND, isOver: true };
  }
  if (isShell(words)) return { ...memory, printed: [], isOver: false };
  return { ...runWords(words, memory, host), isOver: true };
}

/** What stands before the next line: busybox shows the folder, dash does not. */
export function promptOf(sim: Cloud, { session, task, container }: InSession, memory: ShellMemory): string {
  const { base, workingDirectory } = contentsOf(buildOf(sim.tables, task, container));
  const folder = memory.variables.PWD ?? workingDirectory;
  if (wordsOf(session.command)[0]?.endsWith("bash") === true) {
    return `root@${hostnameOf(sim, task, container).split(".")[0]}:${folder}#`;
  }
  return base === "debian" ? "#" : `${folder} #`;
}

function hostOf(sim: Cloud, { session, task, container }: InSession, memory: ShellMemory): Omit<ShellHost, "print"> {
  const { tables, nowMs } = sim;
  const definition = containerDefinition(definitionOf(sim, task), container.name);
  const image = buildOf(tables, task, container);
  const contents = contentsOf(image);
  const own = valuesOf(definition, overrideOf(task, container.name), container.fileVariables);
  const facts = { ...systemOfContainer(image, definition), user: "root" };
  const hostname = hostnameOf(sim, task, container);
  const around = { HOSTNAME: hostname, HOME: "/root", PWD: facts.directory };
  const environment = { ...around, ...variablesOfAgent({ tables, task, container }), ...own };
  let folder = memory.variables.PWD ?? facts.directory;
  const follow: ShellCommand = (run, words) => {
    const status = changeFolder(run, words);
    folder = run.value("PWD") ?? folder;
    return status;
  };
  const from = { tables, task, container, nowMs };
  const main = commandOf(contents, definition, overrideOf(task, container.name)).join(" ");
  return {
    nowMs,
    environment,
    hostname,
    system: { ...systemOf(facts, own), has: (program) => isProgram(contents, own, facts.directory, program) },
    files: seenFrom(() => folder, filesWithImage(filesOf(sim, task, container), contents, hostname)),
    programs: new Map([
      ["cd", follow],
      ["pwd", printFolder],
      ["ls", listFolder],
      ["id", whoIs],
      ["uname", whichSystem],
      ["ps", psOf(processesOf(main, definition.user ?? "root", session))],
      ["curl", curlFrom(from)],
      ["wget", wgetFrom(from)],
    ]),
    dateText: (atMs) => dateText(epochMs(tables, atMs)),
  };
}

function isProgram(
  contents: ImageContents,
  environment: Readonly<Record<string, string>>,
  directory: string,
  program: string,
): boolean {
  return typeof findProgram(contents, program, environment, directory) === "object";
}

/** What was written hides what the image has. */
function filesWithImage(files: ShellFiles, contents: ImageContents, hostname: string): ShellFiles {
  const given: Readonly<Record<string, string>> = {
    "/etc/hostname": `${hostname}\n`,
    "/etc/hosts": `127.0.0.1 localhost\n`,
    "/etc/resolv.conf": "nameserver 169.254.169.253\n",
  };
  return {
    ...files,
    read: (path) => files.read(path) ?? given[path] ?? imageFile(contents, path),
    list(path) {
      const [written, own] = [files.list(path), imageNames(contents, path)];
      if (written === undefined && own === undefined) return undefined;
      return [...new Set([...(written ?? []), ...(own ?? [])])].sort();
    },
  };
}

/** The process of the container, the agent of ECS Exec, and the session itself. */
function processesOf(main: string, user: string, { sessionId, command }: ExecSessionRow): readonly ShownProcess[] {
  const name = user.split(":")[0] || "root";
  return [
    { pid: 1, user: name, command: main },
    { pid: 14, user: "root", command: `${AGENT}/amazon-ssm-agent` },
    { pid: 29, user: "root", command: `${AGENT}/ssm-agent-worker` },
    { pid: 43, user: "root", command: `${AGENT}/ssm-session-worker ${sessionId}` },
    { pid: 52, user: "root", command },
    { pid: 61, user: "root", command: "ps" },
  ];
}
