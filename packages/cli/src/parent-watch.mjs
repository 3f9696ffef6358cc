/**
 * Notices that whoever started this process is gone. npm and npx run a command in a shell that dies of a signal and passes
 * none on, so a server would keep its port for ever. Plain JavaScript without new syntax, as bin.mjs, which uses it.
 */

const LOOK_EVERY_MS = 200;

/** As early as can be: the parent may end while the command is still being loaded. */
const parent = process.ppid;

/** Set by bin.mjs for the process that it starts. */
export const STARTED_BY_BIN = "QUAYSIDE_STARTED_BY_BIN";

/**
 * Calls back once when the parent ends, if it is one that stays as long as its child: npm's shell, or bin.mjs. A server that
 * somebody's own script leaves running in the background goes on.
 * @param {() => void} onEnd
 * @returns {() => void} ends the watch
 */
export function watchParent(onEnd) {
  const { env } = process;
  if (env.npm_lifecycle_event === undefined && env[STARTED_BY_BIN] === undefined) return () => undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && isThere(parent)) return;
    clearInterval(timer);
    onEnd();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
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
