/**
 * User data of an instance: a shell script that runs at the first boot, of which only what it writes to
 * `/etc/ecs/ecs.config` matters here. Source: Developer Guide, "Bootstrapping Amazon ECS Linux container instances to pass
 * data" (checked 2026-11-21).
 * Simplified: `echo ... >> file` and `cat <<EOF >> file` (also `> file`, also with `sudo tee`) are read; other commands do
 * nothing, and variables of the script are not replaced.
 */
import type { AgentConfiguration } from "../../model/ec2.ts";

/** EC2 takes 16 KB before base64. @source Amazon EC2 User Guide, "Run commands at launch" (checked 2026-11-21) */
const MAX_BYTES = 16_384;

const CONFIG_FILE = "/etc/ecs/ecs.config";

/** What user data says, or why EC2 refuses it. */
export type UserData =
  | { readonly ok: true; readonly agentConfiguration: AgentConfiguration }
  | { readonly ok: false; readonly why: "user-data.not-base64" | "user-data.too-long" };

/** Reads base64 user data. Text that is no script configures nothing, as on a real machine. */
export function readUserData(base64: string | undefined): UserData {
  if (base64 === undefined || base64 === "") return { ok: true, agentConfiguration: {} };
  const script = decode(base64);
  if (script === undefined) return { ok: false, why: "user-data.not-base64" };
  if (script.length > MAX_BYTES) return { ok: false, why: "user-data.too-long" };
  return { ok: true, agentConfiguration: script.startsWith("#!") ? linesOfConfig(script) : {} };
}

/** The variables that a script leaves in the agent's file. */
function linesOfConfig(script: string): AgentConfiguration {
  let file: string[] = [];
  const write = (lines: readonly string[], appends: boolean) => {
    file = appends ? [...file, ...lines] : [...lines];
  };
  const lines = script.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] as string).trim();
    const redirect = redirectOf(line);
    if (redirect === undefined) continue;
    const end = /<<-?\s*(["']?)([\w-]+)\1/.exec(line)?.[2];
    if (end === undefined) {
      const text = echoed(line);
      if (text !== undefined) write(text.split("\n"), redirect.appends);
      continue;
    }
    const close = lines.findIndex((candidate, index) => index > at && candidate.trim() === end);
    write(lines.slice(at + 1, close === -1 ? undefined : close), redirect.appends);
    at = close === -1 ? lines.length : close;
  }
  return variables(file);
}

/** Whether a line writes to the agent's file, and whether it keeps what stands there. */
function redirectOf(line: string): { readonly appends: boolean } | undefined {
  const shell = /(>>?)\s*["']?(\/[\w./-]+)["']?/.exec(line);
  if (shell?.[2] === CONFIG_FILE) return { appends: shell[1] === ">>" };
  const tee = /\btee\s+(-a\s+)?["']?(\/[\w./-]+)["']?/.exec(line);
  return tee?.[2] === CONFIG_FILE ? { appends: tee[1] !== undefined } : undefined;
}

/** The text that an `echo` prints: with `-e`, `\n` begins a line. */
function echoed(line: string): string | undefined {
  const match = /^(?:sudo\s+)?echo\s+(-e\s+)?(?:"([^"]*)"|'([^']*)'|([^>|]*?))\s*(?:>|\|)/.exec(line);
  if (match === null) return undefined;
  const text = match[2] ?? match[3] ?? match[4] ?? "";
  return match[1] === undefined ? text : text.replaceAll("\\n", "\n");
}

function variables(lines: readonly string[]): AgentConfiguration {
  const entries = lines.flatMap((line) => {
    const match = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)=(.*?)\s*$/.exec(line);
    return match === null ? [] : [[match[1] as string, unquoted(match[2] as string)] as const];
  });
  return Object.fromEntries(entries);
}

/** The agent's file is read by systemd: quotes around a whole value are no part of it. */
function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? /^'(.*)'$/.exec(value)?.[1] ?? value;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 as text of single bytes: what matters in user data is plain ASCII. */
function decode(base64: string): string | undefined {
  const digits = base64.replace(/\s+/g, "").replace(/=+$/, "");
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return undefined;
  let text = "";
  let bits = 0;
  let held = 0;
  for (const digit of digits) {
    held = (held << 6) | DIGITS.indexOf(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    text += String.fromCharCode((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return text;
}
