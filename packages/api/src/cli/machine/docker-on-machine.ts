/**
 * `docker` in the shell of a container instance: ps, logs, stop, kill, images. What it shows is worked out from the rows
 * of ECS; stop and kill change the world as operations of the run.
 * Source of the forms: Docker 25, `docker ps`, `docker images` (checked 2026-11-21).
 */
import { epochMs, portText } from "@quayside/simulator";
import { type DockerContainer, dockerContainers, dockerImages, dockerLog } from "@quayside/simulator/machines";
import { send } from "../../door/send.ts";
import { columns } from "./columns.ts";
import { humanDuration } from "./human-time.ts";
import type { Machine } from "./machine.ts";
import { failed, type Printed, shown } from "./printed.ts";

/** Digits of an id that Docker shows. */
const SHORT_ID = 12;
/** Characters of a command that `docker ps` shows. */
const SHORT_COMMAND = 20;
const GAP = 3;
const LEAST_WIDTH = 10;
/** Steps of a second in which `docker stop` looks again; nobody stops for longer than an hour. */
const MOST_LOOKS = 3_700;
/** Ours: when the images were built; the catalogue has no dates. */
const IMAGE_AGE = "3 weeks ago";

const USAGE = `Usage:  docker COMMAND

Here:  docker ps [-a] [-q] [--no-trunc]   docker logs [--tail N] [-t] CONTAINER   docker images
       docker stop [-t SECONDS] CONTAINER...   docker kill CONTAINER...
`;

/** Runs the words behind `docker` on a machine. Exit code 1 with Docker's words when the daemon refuses. */
export function dockerOnMachine(words: readonly string[], machine: Machine): Printed {
  const [command, ...rest] =
    words[0] === "container" || words[0] === "image" ? renamed(words.slice(1), words[0]) : words;
  switch (command) {
    case undefined:
    case "help":
    case "--help":
      return shown(USAGE);
    case "ps":
      return ps(rest, machine);
    case "logs":
      return logs(rest, machine);
    case "images":
      return images(machine);
    case "stop":
    case "kill":
      return end(command, rest, machine);
    default:
      return failed(1, `quayside: docker ${command} is not simulated.\n${USAGE}`);
  }
}

/** `docker container ls` is `docker ps`, `docker image ls` is `docker images`. */
function renamed([command = "", ...rest]: readonly string[], of: string): readonly string[] {
  return [command === "ls" ? (of === "image" ? "images" : "ps") : command, ...rest];
}

function ps(words: readonly string[], machine: Machine): Printed {
  const flags = words.flatMap((word) =>
    /^-[a-z]{2,}$/.test(word) ? [...word.slice(1)].map((flag) => `-${flag}`) : [word],
  );
  const unknown = flags.find((flag) => !["-a", "--all", "-q", "--quiet", "--no-trunc"].includes(flag));
  if (unknown !== undefined) return failed(125, `unknown flag: ${unknown}\nSee 'docker ps --help'.\n`);
  const isWhole = flags.includes("--no-trunc");
  const all = containersOn(machine).filter(
    ({ state }) => state === "running" || flags.includes("-a") || flags.includes("--all"),
  );
  const idOf = ({ id }: DockerContainer) => (isWhole ? id : id.slice(0, SHORT_ID));
  if (flags.includes("-q") || flags.includes("--quiet")) return shown(all.map((row) => `${idOf(row)}\n`).join(""));
  const rows = all.map((row) => [
    idOf(row),
    row.image,
    `"${isWhole || row.command.length <= SHORT_COMMAND ? row.command : `${row.command.slice(0, SHORT_COMMAND - 1)}…`}"`,
    `${humanDuration(machine.session.nowMs - row.createdAtMs)} ago`,
    statusOf(row, machine.session.nowMs),
    row.state === "running" ? portsOf(row) : "",
    row.name,
  ]);
  const titles = ["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"];
  return shown(columns([titles, ...rows], GAP, LEAST_WIDTH));
}

function statusOf({ state, health, createdAtMs, stoppedAtMs, exitCode }: DockerContainer, nowMs: number): string {
  if (state === "created") return "Created";
  if (state === "exited") return `Exited (${exitCode ?? 0}) ${humanDuration(nowMs - (stoppedAtMs ?? nowMs))} ago`;
  const shownHealth = health === "starting" ? " (health: starting)" : health === undefined ? "" : ` (${health})`;
  return `Up ${humanDuration(nowMs - createdAtMs)}${shownHealth}`;
}

function portsOf({ ports }: DockerContainer): string {
  return ports
    .map(({ bindIP, hostPort, containerPort, protocol, count }) => {
      const [outside, inside] = [hostPort, containerPort].map((first) => portText(first, count));
      return `${bindIP}:${outside}->${inside}/${protocol}`;
    })
    .join(", ");
}

function images(machine: Machine): Printed {
  const rows = dockerImages(machine.session.tables, machine.row).map(({ repository, tag, digest, sizeMB }) => [
    repository,
    tag,
    digest.slice("sha256:".length, "sha256:".length + SHORT_ID),
    IMAGE_AGE,
    `${sizeMB}MB`,
  ]);
  return shown(columns([["REPOSITORY", "TAG", "IMAGE ID", "CREATED", "SIZE"], ...rows], GAP, LEAST_WIDTH));
}

function logs(words: readonly string[], machine: Machine): Printed {
  const { names, values, flags, problem } = readFlags(
    words,
    ["-n", "--tail"],
    ["-t", "--timestamps", "-f", "--follow"],
  );
  if (problem !== undefined) return failed(125, `${problem}\nSee 'docker logs --help'.\n`);
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) return failed(1, '"docker logs" requires exactly 1 argument.\n');
  const found = findContainer(machine, name);
  if (found === undefined) return noSuchContainer(name);
  const { tables, nowMs } = machine.session;
  const lines = found.ecs === undefined ? [] : dockerLog(tables, found.ecs.container, nowMs);
  const tail = values.get("-n") ?? values.get("--tail") ?? "all";
  const last = tail === "all" ? lines : lines.slice(Math.max(0, lines.length - Number(tail)));
  const isDated = flags.has("-t") || flags.has("--timestamps");
  const dated = (atMs: number) => `${new Date(epochMs(tables, atMs)).toISOString().replace("Z", "000000Z")} `;
  return shown(last.map(({ atMs, text }) => `${isDated ? dated(atMs) : ""}${text}\n`).join(""));
}

/** `docker stop` comes back when the container has stopped, and that takes simulated time; `docker kill` takes none. */
function end(command: "stop" | "kill", words: readonly string[], machine: Machine): Printed {
  const timed = command === "stop" ? ["-t", "--time", "--timeout"] : [];
  const { names, values, problem } = readFlags(words, timed, []);
  if (problem !== undefined) return failed(125, `${problem}\nSee 'docker ${command} --help'.\n`);
  if (names.length === 0) return failed(1, `"docker ${command}" requires at least 1 argument.\n`);
  const given = timed.flatMap((flag) => values.get(flag) ?? [])[0];
  const timeout = given === undefined ? {} : { timeout: Number(given) };
  let [stdout, stderr] = ["", ""];
  for (const name of names) {
    const problem = endOne(command, name, timeout, machine);
    if (problem === undefined) stdout += `${name}\n`;
    else stderr += problem;
  }
  return { exitCode: stderr === "" ? 0 : 1, stdout, stderr };
}

/** @returns what Docker answers when it cannot */
function endOne(
  command: "stop" | "kill",
  name: string,
  timeout: { readonly timeout?: number },
  machine: Machine,
): string | undefined {
  const { session } = machine;
  const found = findContainer(machine, name);
  if (found === undefined) return noSuchContainer(name).stderr;
  if (found.ecs === undefined) {
    return `quayside: ${found.name} is not a container of a task; ending it by hand is not simulated.\n`;
  }
  if (found.state !== "running") {
    // Docker stops what has stopped without a word.
    return command === "stop"
      ? undefined
      : `Error response from daemon: cannot kill container: ${name}: container ${found.id} is not running\n`;
  }
  const { task, container } = found.ecs;
  const input = { task: task.taskArn, container: container.name, cluster: task.spec.clusterArn, ...timeout };
  const operation = command === "stop" ? "StopContainer" : "KillContainer";
  const outcome = send(session, { service: "quayside", operation, input });
  if (!outcome.ok) return `Error response from daemon: ${outcome.error.message}\n`;
  for (let looks = 0; looks < MOST_LOOKS && isStopping(machine, container.containerArn); looks += 1) {
    session.advance({ byMs: 1_000 });
  }
  return undefined;
}

function isStopping({ session }: Machine, containerArn: string): boolean {
  return session.tables.containers.get(containerArn)?.phase === "STOPPING";
}

function containersOn({ session, row }: Machine): DockerContainer[] {
  return dockerContainers(session.tables, row, session.nowMs);
}

/** By name, or by the first digits of the id. */
function findContainer(machine: Machine, name: string): DockerContainer | undefined {
  const all = containersOn(machine);
  return all.find((row) => row.name === name) ?? all.find((row) => name.length > 0 && row.id.startsWith(name));
}

function noSuchContainer(name: string): Printed {
  return failed(1, `Error response from daemon: No such container: ${name}\n`);
}

interface Flags {
  readonly names: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly problem?: string;
}

/** Cuts words into names, flags with a number behind them, and flags that stand alone. */
function readFlags(words: readonly string[], numbered: readonly string[], plain: readonly string[]): Flags {
  const names: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const [word = "", attached] = (words[at] as string).split("=", 2);
    if (!word.startsWith("-")) names.push(words[at] as string);
    else if (plain.includes(word)) flags.add(word);
    else if (numbered.includes(word)) {
      if (attached === undefined) at += 1;
      const value = attached ?? words[at] ?? "";
      if (!/^(\d+|all)$/.test(value)) {
        return { names, values, flags, problem: `invalid argument "${value}" for "${word}" flag` };
      }
      values.set(word, value);
    } else return { names, values, flags, problem: `unknown flag: ${word}` };
  }
  return { names, values, flags };
}
