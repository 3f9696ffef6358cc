/** What a service says in its events when no instance can take its task. */
import { cause, tellerOf } from "../cause.ts";

const SOURCE = "Developer Guide, Viewing Amazon ECS service event messages (checked 2026-11-21)";
const TAIL = "For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";

interface Closest {
  readonly serviceName: string;
  /** Id of the container instance that came closest. */
  readonly id: string;
}

/** Ours: the ids. Each row has the source of its words. */
export const EVENT_CAUSES = {
  "event.no-instances": cause(
    "observed",
    ({ serviceName }: { readonly serviceName: string }) =>
      `${lament(serviceName)} The reason for failure is No Container Instances were found in your cluster. ${TAIL}`,
    "Recorded answers of September 2026; the Developer Guide says `Reason:` (checked 2026-11-29)",
  ),
  "event.attribute": cause(
    "documented",
    (closest: Closest) => closestMatching(closest, "is missing an attribute required by your task"),
    SOURCE,
  ),
  "event.cpu": cause(
    "documented",
    (closest: Closest) => closestMatching(closest, "has insufficient CPU units available"),
    SOURCE,
  ),
  "event.memory": cause(
    "documented",
    (closest: Closest) => closestMatching(closest, "has insufficient memory available"),
    SOURCE,
  ),
  "event.ports": cause(
    "documented",
    (closest: Closest) => closestMatching(closest, "is already using a port required by your task"),
    SOURCE,
  ),
  /** Reasons without words of their own are quoted as they are. */
  "event.quoted": cause(
    "documented",
    ({ reason, ...closest }: Closest & { readonly reason: string }) =>
      closestMatching(closest, `encountered error "${reason}"`),
    SOURCE,
  ),
} as const;

export const tellEvent = tellerOf(EVENT_CAUSES);

function lament(serviceName: string): string {
  return `(service ${serviceName}) was unable to place a task because no container instance met all of its requirements.`;
}

function closestMatching({ serviceName, id }: Closest, words: string): string {
  return `${lament(serviceName)} The closest matching (container-instance ${id}) ${words}. ${TAIL}`;
}
