/**
 * The shell of a container instance: Docker, the agent's introspection, the ports in use, and a few words more. The AWS CLI
 * stays on the learner's own computer, so that it is always plain where a command runs.
 */
import { isAgentUp } from "@quayside/simulator/machines";
import { send } from "../../door/send.ts";
import { dockerOnMachine } from "./docker-on-machine.ts";
import { curl } from "./introspection.ts";
import { fullName, type Machine, shortName } from "./machine.ts";
import { failed, type Printed, shown } from "./printed.ts";
import { netstat, ss } from "./sockets.ts";

/** What the shell has, for completion and for help. */
export const MACHINE_COMMANDS: readonly (readonly [command: string, detail: string])[] = [
  ["docker", "ps, logs, stop, kill, images"],
  ["curl", "the agent: localhost:51678/v1/metadata, /v1/tasks"],
  ["ss", "-ltn: ports on which somebody listens"],
  ["netstat", "-ltn: the same"],
  ["cat", "/etc/ecs/ecs.config: what the user data told the agent"],
  ["systemctl", "status, stop, start, restart ecs: the agent"],
  ["hostname", "this machine"],
  ["exit", "back to your own terminal"],
];

const NO_FILE = "No such file or directory";

/** Runs a line's words on the machine. 127 for what it does not have. */
export function runOnMachine(words: readonly string[], machine: Machine): Printed {
  const [command, ...rest] = words[0] === "sudo" ? words.slice(1) : words;
  switch (command) {
    case undefined:
      return shown("");
    case "docker":
      return dockerOnMachine(rest, machine);
    case "curl":
      return curl(rest, machine);
    case "ss":
      return ss(rest, machine);
    case "netstat":
      return netstat(rest, machine);
    case "hostname":
      return shown(`${fullName(machine)}\n`);
    case "whoami":
      return shown("ec2-user\n");
    case "cat":
      return cat(rest, machine);
    case "systemctl":
      return systemctl(rest, machine);
    case "help":
      return shown(MACHINE_COMMANDS.map(([name, detail]) => `${name.padEnd(11)}${detail}\n`).join(""));
    case "aws":
      return failed(
        127,
        `-bash: aws: command not found\nquayside: you are on ${shortName(machine.row)}; exit leaves it.\n`,
      );
    default:
      return failed(127, `-bash: ${command}: command not found\n`);
  }
}

function cat(files: readonly string[], { row }: Machine): Printed {
  const [file] = files;
  if (file === undefined) return failed(1, "quayside: cat needs the name of a file, such as /etc/ecs/ecs.config\n");
  if (file !== "/etc/ecs/ecs.config") return failed(1, `cat: ${file}: ${NO_FILE}\n`);
  return shown(
    Object.entries(row.agentConfiguration)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
}

/** The agent is a unit of systemd. Stopping it stops no container: they are Docker's. */
function systemctl(words: readonly string[], machine: Machine): Printed {
  const [verb = "", unit = ""] = words;
  if (!/^ecs(\.service)?$/.test(unit)) return failed(1, "quayside: only the unit ecs is simulated.\n");
  switch (verb) {
    case "status":
      return agentStatus(machine);
    case "stop":
      return turnAgent(machine, ["DisconnectAgent"]);
    case "start":
      return turnAgent(machine, ["ReconnectAgent"]);
    case "restart":
      return turnAgent(machine, ["DisconnectAgent", "ReconnectAgent"]);
    default:
      return failed(1, "quayside: systemctl knows status, stop, start and restart here.\n");
  }
}

/** Like systemctl, it says nothing: neither when it goes well nor when there is nothing to do. */
function turnAgent({ session, row }: Machine, operations: readonly string[]): Printed {
  for (const operation of operations) {
    send(session, { service: "quayside", operation, input: { containerInstance: row.instanceId } });
  }
  return shown("");
}

function agentStatus({ session, row }: Machine): Printed {
  const state = isAgentUp(session.tables, row) ? "active (running)" : "inactive (dead)";
  const problem = row.agentProblem === undefined ? [] : ["", `level=error msg="${row.agentProblem}"`];
  const lines = [
    "ecs.service - Amazon Elastic Container Service - container agent",
    "     Loaded: loaded (/usr/lib/systemd/system/ecs.service; enabled)",
    `     Active: ${state}`,
    ...problem,
  ];
  return { exitCode: state.startsWith("active") ? 0 : 3, stdout: `${lines.join("\n")}\n`, stderr: "" };
}
