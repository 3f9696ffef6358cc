/**
 * `ssh ec2-user@MACHINE [COMMAND]`: onto a container instance, by its id or an address of it. With a command it comes back
 * at once; without one the terminal stays there until `exit`. On Fargate there is no machine of the learner's.
 * Simplified: keys, port 22 and the way to a private address are taken for granted, as through Session Manager.
 */
import type { RowOf, Session } from "@quayside/simulator";
import { findEnd } from "@quayside/simulator/machines";
import { fullName, type Machine, shortName } from "./machine.ts";
import { failed, type Printed, shown } from "./printed.ts";
import { runOnMachine } from "./shell.ts";

/** A shell elsewhere: what lines for it name, and how it asks for the next one (`ec2-user@ip-10-0-10-4 $`). */
export interface RemoteShell {
  /** Id of an instance, or of a session of ECS Exec. */
  readonly at: string;
  readonly prompt: string;
}

/** What a line of `ssh` leaves behind; `machine` when the terminal is there from now on. */
export interface SshResult extends Printed {
  /** Where the next lines go; null when the terminal is back on the learner's own computer. */
  readonly machine?: RemoteShell | null;
}

/** The only user of the AMI who may log in. @source Amazon EC2 User Guide, default user names (checked 2026-11-21) */
const USER = "ec2-user";
const USAGE = "usage: ssh ec2-user@INSTANCE-ID|ADDRESS [COMMAND]\n";
/** What ssh itself exits with when it does not get in. */
const NOT_IN = 255;

/** Runs the words behind `ssh`. */
export function runSsh(words: readonly string[], session: Session): SshResult {
  const [goal, ...command] = words;
  if (goal === undefined || goal.startsWith("-")) return failed(NOT_IN, USAGE);
  const [, user = USER, host = goal] = /^([^@]*)@(.+)$/.exec(goal) ?? [];
  const row = findMachine(session, host);
  if ("problem" in row) return failed(NOT_IN, row.problem);
  if (user !== USER) return failed(NOT_IN, `${goal}: Permission denied (publickey,gssapi-keyex,gssapi-with-mic).\n`);
  const machine: Machine = { session, row };
  if (command.length > 0) return runOnMachine(command, machine);
  const running = `${row.instanceType}, ${row.availabilityZone}, ${row.privateIpv4Address}`;
  const banner = `Amazon Linux 2023 (ECS Optimized)\n${row.instanceId} (${running})\nDocker and the ECS agent are here; exit leaves.\n`;
  return {
    exitCode: 0,
    stdout: banner,
    stderr: "",
    machine: { at: row.instanceId, prompt: `${USER}@${shortName(row)} $` },
  };
}

/** Runs a line's words in the shell of a machine that the terminal is on. The machine may have gone meanwhile. */
export function runRemotely(words: readonly string[], instanceId: string, session: Session): SshResult {
  const row = findMachine(session, instanceId);
  if ("problem" in row) {
    return { ...failed(NOT_IN, `Connection to ${instanceId} closed by remote host.\n`), machine: null };
  }
  const [command] = words;
  if (command === "exit" || command === "logout") {
    return { ...shown(`logout\nConnection to ${row.privateIpv4Address} closed.\n`), machine: null };
  }
  return runOnMachine(words, { session, row });
}

function findMachine(session: Session, host: string): Machine["row"] | { readonly problem: string } {
  const instances = [...session.tables.ec2Instances.values()];
  const byAddress = instances.find((row) => row.publicIpv4Address === host || fullName({ session, row }) === host);
  const end = findEnd(session.tables, host);
  const row = byAddress ?? (end.ok && end.end.kind === "instance" ? end.end.instance : undefined);
  if (row?.state === "running") return row;
  const timedOut = `ssh: connect to host ${host} port 22: Connection timed out\n`;
  if (row !== undefined) return { problem: `${timedOut}quayside: instance ${row.instanceId} is ${row.state}.\n` };
  if (end.ok && end.end.kind === "task") return { problem: taskProblem(session, host, end.end.task) };
  return { problem: `ssh: Could not resolve hostname ${host}: Name or service not known\n` };
}

function taskProblem(session: Session, host: string, { spec }: RowOf<"tasks">): string {
  const refused = `ssh: connect to host ${host} port 22: Connection refused\n`;
  if (spec.placed === undefined) {
    return `${refused}quayside: that is a task on Fargate. Its machine is AWS's: you cannot log in, and there is no docker to ask.\n`;
  }
  const id = session.tables.ec2Instances.at(spec.placed.ec2Slot)?.instanceId;
  return `${refused}quayside: that is a task, and nobody listens on port 22 there. Its machine is ${id}.\n`;
}
