/**
 * TypeInSession: somebody types a line into a session of ECS Exec, as the Session Manager plugin sends it through the stream.
 * Without a line the session only begins: a command that is no shell runs then, and is over.
 */
import { type InSession, promptOf, takeTurn } from "../../controllers/containers/exec-sessions.ts";
import { probeReaders } from "../../controllers/containers/probes.ts";
import type { Cloud } from "../../model/cloud.ts";
import { isExecIdle } from "../../model/exec.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf } from "./read-input.ts";
import { refuse } from "./refusals.ts";

const USAGE = 'TypeInSession takes {"sessionId": "of ExecuteCommand", "line": "what is typed"}.';
/** Ours: nobody types more. */
const LONGEST_LINE = 10_000;

export const typeInSession = command<"quayside", "TypeInSession">((sim, input) => {
  const { sessionId, line } = fieldsOf(input);
  if (typeof sessionId !== "string" || (line !== undefined && !isLine(line)))
    return refuse("quayside.input", { usage: USAGE });
  const found = openSession(sim, sessionId);
  if (found === undefined) return refuse("quayside.session-over", { sessionId });
  const { session, task, container } = found;
  const { printed, status, variables, isOver } = takeTurn(sim, found, line);
  if (line !== undefined || isOver) {
    if (isOver) sim.remove("execSessions", sessionId);
    else sim.put("execSessions", { ...session, usedAtMs: sim.nowMs, status, variables });
    const typed = line ?? session.command;
    sim.record("EXEC_LINE_RUN", container.containerArn, { sessionId, line: typed, exitCode: status });
    probeReaders(sim, task);
  }
  const memory = { variables, status };
  const prompt = isOver ? undefined : promptOf(sim, found, memory);
  return answer({ sessionId, printed, exitCode: status, isOpen: !isOver, prompt });
});

function isLine(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_LINE;
}

/** A session whose container runs, and into which somebody has typed not too long ago. */
function openSession(sim: Cloud, sessionId: string): InSession | undefined {
  const session = sim.tables.execSessions.get(sessionId);
  const container = session && sim.tables.containers.get(session.containerArn);
  const task = container && sim.tables.tasks.at(container.taskSlot);
  if (session === undefined || container === undefined || task === undefined) return undefined;
  return isExecIdle(session, sim.nowMs) ? undefined : { session, task, container };
}
