/**
 * TestConnection: somebody tries to reach something, and learns where the packet stops. It goes into the journal hop by
 * hop, so that a picture can show the packet on its way; nothing in the cloud changes.
 */
import type { Cloud } from "../../model/cloud.ts";
import type { ConnectionFacts } from "../../model/records/calls.ts";
import { type ConnectionRequest, connect } from "../../network/connect.ts";
import type { End, ListenersOf } from "../../network/end.ts";
import { findEnd } from "../../network/find-end.ts";
import { listeningPorts } from "../../workloads/listening-ports.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf, isWholeNumber } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** Ports that need not be named: of AWS's services, of most of the internet, of the metadata service. */
const USUAL_PORTS: Partial<Record<End["kind"], number>> = { service: 443, internet: 443, metadata: 80 };

/** `{ from, to, port?, protocol? }`: names as findEnd reads them; outside of the VPC there is a usual port. */
export const testConnection = command<"quayside", "TestConnection">((sim, input) => {
  const { from, to, port, protocol = "tcp" } = fieldsOf(input);
  if (typeof from !== "string" || typeof to !== "string" || (protocol !== "tcp" && protocol !== "udp")) {
    return refuse("quayside.input", {
      usage: 'TestConnection takes {"from": "web", "to": "api", "port": 80} and perhaps "protocol": "udp".',
    });
  }
  const [caller, called] = [findEnd(sim.tables, from), findEnd(sim.tables, to)];
  if (!caller.ok) return refuse("quayside.end", { problem: caller.message });
  if (!called.ok) return refuse("quayside.end", { problem: called.message });
  const goal = port ?? USUAL_PORTS[called.end.kind];
  if (!isWholeNumber(goal, 1, 65_535)) return refuse("quayside.port");
  const request: ConnectionRequest = { from: caller.end, to: called.end, port: goal, protocol };
  const { reaches, hops, sentence } = connect(sim.tables, request, listenersAt(sim));
  const [fromKey, toKey] = [keyOf(caller.end), keyOf(called.end)];
  const facts: Omit<ConnectionFacts, "fromKey" | "toKey"> = { from, to, port: goal, protocol, reaches, sentence, hops };
  sim.record("CONNECTION_TESTED", fromKey ?? toKey ?? from, { ...facts, fromKey, toKey });
  return answer(facts);
});

/** What listens where, at this moment. */
function listenersAt(sim: Cloud): ListenersOf {
  return (task, container) => listeningPorts(sim.tables, task, container, sim.nowMs);
}

/** Key of the row that an end is about. */
function keyOf(end: End): string | undefined {
  if (end.kind === "task") return end.task.taskArn;
  return end.kind === "instance" ? end.instance.instanceId : undefined;
}
