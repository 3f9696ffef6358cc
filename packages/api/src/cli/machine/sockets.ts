/** `ss -ltn` and `netstat -ltn`: the TCP ports of the machine on which somebody listens. */
import { listeningSockets, type Socket } from "@quayside/simulator/machines";
import { columns } from "./columns.ts";
import type { Machine } from "./machine.ts";
import { type Printed, shown } from "./printed.ts";

const BACKLOG: Readonly<Record<string, string>> = { sshd: "128" };
const USUAL_BACKLOG = "4096";

/** Runs `ss`; `-p` adds the processes. */
export function ss(words: readonly string[], machine: Machine): Printed {
  const withProcess = words.some((word) => /^-[a-z]*p/.test(word) || word === "--processes");
  const rows = socketsOf(machine).map(({ address, port, process }) => [
    "LISTEN",
    "0",
    BACKLOG[process] ?? USUAL_BACKLOG,
    `${address}:${port}`,
    `${peerOf(address)}:*`,
    ...(withProcess ? [`users:(("${process}"))`] : []),
  ]);
  const titles = ["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port"];
  return shown(columns([withProcess ? [...titles, "Process"] : titles, ...rows], 2));
}

/** Runs `netstat`. */
export function netstat(words: readonly string[], machine: Machine): Printed {
  const withProcess = words.some((word) => /^-[a-z]*p/.test(word));
  const rows = socketsOf(machine).map(({ address, port, process }) => [
    "tcp",
    "0",
    "0",
    `${address === "*" ? "0.0.0.0" : address}:${port}`,
    "0.0.0.0:*",
    "LISTEN",
    ...(withProcess ? [process] : []),
  ]);
  const titles = ["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State"];
  const table = columns([withProcess ? [...titles, "Program name"] : titles, ...rows], 1);
  return shown(`Active Internet connections (only servers)\n${table}`);
}

function socketsOf({ session, row }: Machine): Socket[] {
  return listeningSockets(session.tables, row, session.nowMs);
}

function peerOf(address: string): string {
  return address === "*" ? "*" : "0.0.0.0";
}
