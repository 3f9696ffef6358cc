/** Completion of `ssh` and of the shell on a container instance: machines, their containers, what the shell has. */
import type { Session } from "@quayside/simulator";
import { dockerContainers } from "@quayside/simulator/machines";
import type { Completion } from "./completion.ts";
import { MACHINE_COMMANDS } from "./machine/shell.ts";

const DOCKER: readonly Completion[] = [
  { text: "ps", detail: "containers that run; -a: all" },
  { text: "logs", detail: "what a container printed" },
  { text: "stop", detail: "SIGTERM, and SIGKILL after 10 s" },
  { text: "kill", detail: "SIGKILL" },
  { text: "images", detail: "what is on the disk" },
];
const AGENT: readonly Completion[] = ["metadata", "tasks"].map((path) => ({
  text: `localhost:51678/v1/${path}`,
  detail: "the agent's introspection",
}));
const OPTIONS: Readonly<Record<string, readonly Completion[]>> = {
  ss: [{ text: "-ltn", detail: "TCP ports, listening" }],
  netstat: [{ text: "-ltn", detail: "TCP ports, listening" }],
  cat: [{ text: "/etc/ecs/ecs.config", detail: "the agent's configuration" }],
  systemctl: [
    { text: "status ecs", detail: "does the agent run?" },
    { text: "stop ecs", detail: "the agent stops, containers run on" },
    { text: "start ecs", detail: "the agent starts and registers" },
  ],
  curl: AGENT,
};
const TAKE_CONTAINER: ReadonlySet<string> = new Set(["logs", "stop", "kill"]);

/** What can stand at the cursor behind `ssh`: a machine, then a command on it. */
export function sshWords(words: readonly string[], session: Session): Completion[] {
  const [goal, ...command] = words;
  if (goal !== undefined) return machineWords(command, goal.replace(/^.*@/, ""), session);
  const running = [...session.tables.ec2Instances.values()].filter(({ state }) => state === "running");
  return running.map(({ instanceId, instanceType, privateIpv4Address }) => ({
    text: `ec2-user@${instanceId}`,
    detail: `${instanceType}, ${privateIpv4Address}`,
  }));
}

/** What can stand at the cursor in the shell of a machine. */
export function machineWords(words: readonly string[], host: string, session: Session): Completion[] {
  const [command, verb] = words[0] === "sudo" ? words.slice(1) : words;
  if (command === undefined) return MACHINE_COMMANDS.map(([text, detail]) => ({ text, detail }));
  if (command !== "docker") return [...(OPTIONS[command] ?? [])];
  if (verb === undefined) return [...DOCKER];
  const machine = [...session.tables.ec2Instances.values()].find(
    (row) => row.instanceId === host || row.privateIpv4Address === host,
  );
  if (machine === undefined || !TAKE_CONTAINER.has(verb)) return [];
  return dockerContainers(session.tables, machine, session.nowMs)
    .filter(({ ecs, state }) => ecs !== undefined && (verb === "logs" || state === "running"))
    .map(({ id, name }) => ({ text: id.slice(0, 12), detail: name }));
}
