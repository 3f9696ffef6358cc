// How long a deployment of one task behind a load balancer takes with the usual and with a shorter deregistration delay, and
// who gets new requests meanwhile: played by the simulator while the page is built, and read from its journal.

import { balancedService, balancer, fargateDefinition } from "@quayside/grader";
import { type JournalRecord, Session } from "@quayside/simulator";

/** One deployment, in seconds after UpdateService. */
export interface DrainRow {
  /** The deregistration delay. */
  readonly delay: number;
  /** The new target is healthy: it gets requests. */
  readonly healthy: number;
  /** The old task is told to stop. */
  readonly told: number;
  /** The old target gets no new request any more. */
  readonly deregistered: number;
  /** Its delay is over. */
  readonly drained: number;
  /** Its container gets the stop signal. */
  readonly signal: number;
  readonly completed: number;
  readonly stopped: number;
}

const DELAYS = [300, 30];

/** One row a delay; the same in every build. */
export function drainRows(): DrainRow[] {
  return DELAYS.map((delay) => {
    const session = Session.start({ seed: 4, scenario: { id: "figure", title: "", commands: commands() } });
    session.stepUntilQuiet();
    const [group] = session.tables.targetGroups.values();
    const Attributes = [{ Key: "deregistration_delay.timeout_seconds", Value: String(delay) }];
    session.call("elbv2", "ModifyTargetGroupAttributes", { TargetGroupArn: group?.targetGroupArn, Attributes });
    const [from, startedMs] = [session.journal.records.length, session.nowMs];
    session.call("ecs", "UpdateService", { service: "web", forceNewDeployment: true });
    session.stepUntilQuiet();
    const records = session.journal.records.slice(from);
    const second = (kind: JournalRecord["kind"]) => {
      const record = records.find((each) => each.kind === kind);
      return Math.round(((record?.atMs ?? Number.NaN) - startedMs) / 1_000);
    };
    return {
      delay,
      healthy: second("TARGET_HEALTH_CHANGED"),
      told: second("TASK_STOP_REQUESTED"),
      deregistered: second("TARGET_DEREGISTERED"),
      drained: second("TARGET_DRAINED"),
      signal: second("SIGTERM_SENT"),
      completed: second("DEPLOYMENT_COMPLETED"),
      stopped: second("TASK_STOPPED"),
    };
  });
}

function commands() {
  const input = fargateDefinition("web", "httpd:2.4", { portMappings: [{ containerPort: 80 }] });
  return [
    { service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } } as const,
    { service: "ecs", operation: "RegisterTaskDefinition", input } as const,
    ...balancer("web", [{ group: "web" }]),
    balancedService({ name: "web", count: 1 }),
  ];
}
