/**
 * Mutants made by hand: plausible bugs that once passed every test, and more of their kind. Each is found by words of
 * the source that occur once in the simulator, so that it survives moves; `npm run mutants -- --known` demands that
 * the stages before the browser notice every one.
 */
import { globSync, readFileSync } from "node:fs";
import { inRepository, ROOT } from "@quayside/toolchain/repository";
import { type Mutant, mutantsOf } from "./mutant.ts";

/** A bug: where `find` stands in the source, `put` would stand. */
export interface KnownBug {
  readonly name: string;
  readonly find: string;
  readonly put: string;
}

const bug = (name: string, find: string, put: string): KnownBug => ({ name, find, put });

/** Every bug of the list. The first eight passed the unit, property and golden tests of November 2026. */
export const KNOWN: readonly KnownBug[] = [
  bug("a UDP host port is never released", "parted(left.udpPorts, share.udpPorts)", "left.udpPorts"),
  bug("the host's queue ignores GPUs", "wanted.gpus.every((gpu) => hostRemaining.gpus.includes(gpu))", "true"),
  bug(
    "memory is reserved where memoryReservation is set",
    "changed.memoryReservation ?? changed.memory ?? 0",
    "changed.memory ?? changed.memoryReservation ?? 0",
  ),
  bug(
    "the pull's begin is given as its end",
    "pullStoppedAt: seconds(sim, task.pullStoppedAtMs)",
    "pullStoppedAt: seconds(sim, task.pullStartedAtMs)",
  ),
  bug("a client token counts whatever else is asked", "earlier[0]?.spec.tokenRequest === requestText(input)", "true"),
  bug("startedBy is a prefix", "spec.startedBy === startedBy", "spec.startedBy?.startsWith(startedBy)"),
  bug(
    "the pull ends with the first container",
    "const current = replaceTask(sim, task, { pullStoppedAtMs: sim.nowMs })",
    "const current = replaceTask(sim, task, { pullStoppedAtMs: task.pullStoppedAtMs ?? sim.nowMs })",
  ),
  bug("a dynamic port may be in use already", "if (taken.has(port)) continue;", ""),
  bug("a TCP host port is never released", "parted(left.tcpPorts, share.tcpPorts)", "left.tcpPorts"),
  bug("an interface is never released", "left.interfaces + share.interfaces", "left.interfaces"),
  bug("a GPU is given to two tasks", "left.gpus.filter((gpu) => !share.gpus.includes(gpu))", "left.gpus"),
  bug(
    "the host's queue ignores UDP ports",
    "wanted.udpPorts.every((port) => !hostRemaining.udpPorts.includes(port))",
    "true",
  ),
  bug(
    "the host's queue ignores TCP ports",
    "wanted.tcpPorts.every((port) => !hostRemaining.tcpPorts.includes(port))",
    "true",
  ),
  bug("in host mode only ports that are written twice count", "(shared ? (mapping.containerPort ?? 0) : 0)", "0"),
  bug("UDP ports are reserved as TCP ports", '(protocol === "udp" ? udpPorts : tcpPorts).push', "tcpPorts.push"),
  bug(
    "stoppingAt is the end",
    "stoppingAt: seconds(sim, task.stoppingAtMs)",
    "stoppingAt: seconds(sim, task.stoppedAtMs ?? task.stoppingAtMs)",
  ),
  bug(
    "executionStoppedAt is the end",
    "executionStoppedAt: seconds(sim, task.executionStoppedAtMs)",
    "executionStoppedAt: seconds(sim, task.stoppedAtMs ?? task.executionStoppedAtMs)",
  ),
  bug(
    "connectivityAt is the start",
    "connectivityAt: seconds(sim, task.connectivityAtMs)",
    "connectivityAt: seconds(sim, task.startedAtMs)",
  ),
  bug(
    "startedAt is the end of the pull",
    "startedAt: seconds(sim, task.startedAtMs)",
    "startedAt: seconds(sim, task.pullStoppedAtMs)",
  ),
  bug(
    "roles change places",
    "executionRoleArn: definition.executionRoleArn",
    "executionRoleArn: definition.taskRoleArn",
  ),
  bug(
    "a family is a prefix in the list of definitions",
    "row.family === familyPrefix",
    "row.family.startsWith(familyPrefix)",
  ),
  bug("ListTasks ignores launchType", "spec.launchType === launchType", "spec.launchType !== undefined"),
  bug(
    "ListTasks ignores the container instance",
    "spec.placed?.containerInstanceArn === instance.arn",
    "spec.placed !== undefined",
  ),
  bug("ListContainerInstances ignores the status", "row.status === status)", "row.status !== undefined)"),
  bug(
    "a page begins with the last of the one before",
    "if (key === bookmark.after) return position;",
    "if (key === bookmark.after) return position - 1;",
  ),
  bug(
    "DescribeTasks finds tasks of other clusters",
    "row === undefined || row.spec.clusterArn !== cluster.clusterArn",
    "row === undefined",
  ),
  bug(
    "the dynamic ports of other containers do not count",
    "port < hostPort + count; port += 1) ports.add(port)",
    "port < hostPort + count; port += 1) ports.delete(port)",
  ),
  bug(
    "a task that is to stop stays in the queue",
    "filter((slot) => slot !== task.slot)",
    "filter((slot) => slot !== -1)",
  ),
  bug("the last of the queue comes first", "[...waitingTasks, task.slot]", "[task.slot, ...waitingTasks]"),
];

/** The bug as an edit of the source in which its words stand. */
export function knownMutant({ name, find, put }: KnownBug): Mutant {
  const places = sources().flatMap(({ file, source }) => {
    const found: { file: string; source: string; start: number }[] = [];
    for (let at = source.indexOf(find); at !== -1; at = source.indexOf(find, at + 1))
      found.push({ file, source, start: at });
    return found;
  });
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) {
    throw new Error(`"${name}": "${find}" stands ${places.length} times in the simulator; it must stand there once.`);
  }
  const { file, source, start } = place;
  const [mutant] = mutantsOf(file, source, [{ kind: "by hand", start, end: start + find.length, text: put }]);
  return { ...(mutant as Mutant), kind: name };
}

let read: { file: string; source: string }[] | undefined;

function sources(): { file: string; source: string }[] {
  read ??= globSync("packages/simulator/src/**/*.ts", { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith(".test.ts") && !path.includes("/testing/"))
    .map((file) => ({ file, source: readFileSync(inRepository(file), "utf8") }));
  return read;
}
