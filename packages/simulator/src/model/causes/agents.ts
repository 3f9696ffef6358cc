/**
 * Why the ECS agent of a machine cannot register, as its log says it.
 * Simplified: the agent's log says more, in several lines; these are the sentences that name the cause.
 */
import { cause, tellerOf } from "../cause.ts";

const SOURCE = "Logs of the public agent pasted in public issues (checked 2026-11-21)";

/** Ours: the ids. Each row has the source of its words. */
export const AGENT_CAUSES = {
  // Since agent 1.92.0, whose SDK no longer says NoCredentialProviders.
  "agent.no-credentials": cause("ours", () => cannotRegister("no valid providers in chain"), SOURCE),
  "agent.no-route": cause(
    "ours",
    ({ region }: { readonly region: string }) =>
      cannotRegister(
        `RequestError: send request failed caused by: Post "https://ecs.${region}.amazonaws.com/": dial tcp: i/o timeout`,
      ),
    SOURCE,
  ),
  "agent.denied": cause(
    "ours",
    () => cannotRegister("AccessDeniedException: not authorized to perform: ecs:RegisterContainerInstance"),
    SOURCE,
  ),
  "agent.no-cluster": cause("ours", () => cannotRegister("ClientException: Cluster not found."), SOURCE),
} as const;

/** Why an agent cannot register. */
export type AgentCause = keyof typeof AGENT_CAUSES;

export const tellAgent = tellerOf(AGENT_CAUSES);

function cannotRegister(text: string): string {
  return `Unable to register as a container instance with ECS: ${text}`;
}
