/**
 * Looks now and then whether the session in a container that a terminal is in is still open: it ends with its container, also
 * while nobody types, and it is not there yet when the learner goes back in time.
 */
import type { Session } from "@quayside/simulator";
import type { Block } from "./screen.ts";

/** Ours: soon enough for a reader. */
const LOOK_EVERY_MS = 400;

/**
 * Waits for the end of a session, and gives what stands on the screen then, as the Session Manager plugin says it.
 * @param look the run; undefined when the terminal is no longer in the session: then there is nothing to show
 */
export function endOfSession(
  sessionId: string,
  look: () => Session | undefined,
): Promise<Omit<Block, "id" | "prompt"> | undefined> {
  return new Promise((ended) => {
    const timer = setInterval(() => {
      const session = look();
      if (session?.tables.execSessions.has(sessionId) === true) return;
      clearInterval(timer);
      if (session === undefined) ended(undefined);
      else {
        const [startedMs, endedMs] = [session.nowMs, session.nowMs];
        const stdout = `Exiting session with sessionId: ${sessionId}.\n`;
        ended({ startedMs, endedMs, line: "", stdout, stderr: "", exitCode: 0 });
      }
    }, LOOK_EVERY_MS);
  });
}
