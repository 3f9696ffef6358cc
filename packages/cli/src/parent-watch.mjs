/**
 * Notices that whoever started this process is gone, or was told to end. npm and npx run a command in a shell that dies of a
 * SIGTERM and passes none on, and that keeps a SIGINT to itself until its command has ended, so a server would keep its port for
 * ever. Plain JavaScript without new syntax, as bin.mjs, which uses it.
 */
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 200;

/** As early as can be: the parent may end while the command is still being loaded. */
const parent = process.ppid;

/** Set by bin.mjs for the process that it starts. */
export const STARTED_BY_BIN = "QUAYSIDE_STARTED_BY_BIN";

/**
 * Calls back once when the parent ends or is told to, if it is one that stays as long as its child: npm's shell, or bin.mjs. A
 * server that somebody's own script leaves running in the background goes on.
 * @param {() => void} onEnd
 * @returns {() => void} ends the watch
 */
export function watchParent(onEnd) {
  const { env } = process;
  if (env.npm_lifecycle_event === undefined && env[STARTED_BY_BIN] === undefined) return () => undefined;
  let asleep = wakings(parent);
  let woke = false;
  // Whoever was stopped with Ctrl-Z and goes on wakes up, and nobody told it to end.
  const onContinue = () => {
    asleep = undefined;
    woke = false;
  };
  process.on("SIGCONT", onContinue);
  const unwatch = () => {
    clearInterval(timer);
    process.off("SIGCONT", onContinue);
  };
  const timer = setInterval(() => {
    if (woke || process.ppid !== parent || !isThere(parent)) {
      unwatch();
      onEnd();
      return;
    }
    const now = wakings(parent);
    woke = now !== undefined && asleep !== undefined && now !== asleep;
    asleep = now ?? asleep;
  }, LOOK_EVERY_MS);
  timer.unref();
  return unwatch;
}

/**
 * How often a shell that does nothing but wait for this process has woken up; undefined where that cannot be seen, and where it
 * need not be, because the shell is none of Debian's. Only a signal wakes it, and of those that it wakes for the only one that it
 * does not die of, and that is no part of job control, is SIGINT.
 */
function wakings(pid) {
  if (process.platform !== "linux") return undefined;
  const read = (name) => readFileSync(`/proc/${pid}/${name}`, "utf8");
  try {
    const isShell = /^(?:sh|dash)\s*$/.test(read("comm"));
    if (!isShell || read(`task/${pid}/children`).trim() !== String(process.pid)) return undefined;
    const status = read("status");
    return /^State:\s+S/m.test(status) ? /^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process is there. On Windows the parent's number stays the same when it has ended. */
function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code !== "ESRCH";
  }
}
