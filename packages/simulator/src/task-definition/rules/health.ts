/** Health checks, restart policy and timeouts: the numbers of a container's life and their bounds. */
import { at, containerRule, type Evidence, type Rule } from "../rule.ts";
import { documented, KEPT, RECORDED } from "../sources.ts";

const HEALTH_CHECK = documented("API Reference, HealthCheck");
const RESTART_POLICY = documented("API Reference, ContainerRestartPolicy");
const MAX_EXIT_CODES = 50;
const SHORTEST_TIMEOUT = 2;

/** Bounds of a health check: seconds, `retries` a count. */
const BOUNDS = {
  interval: { low: 5, high: 300 },
  timeout: { low: 2, high: 60 },
  retries: { low: 1, high: 10 },
  startPeriod: { low: 0, high: 300 },
} as const;
type Bounded = keyof typeof BOUNDS;
const BOUNDED = Object.keys(BOUNDS) as Bounded[];

export const healthRules: readonly Rule[] = [
  atMost("hc-interval", "interval", "exact"),
  atMost("hc-timeout", "timeout", "exact"),
  atMost("hc-retries", "retries", "near"),
  atMost("hc-startperiod", "startPeriod", "exact"),
  containerRule(
    {
      id: "hc-low",
      evidence: "ours",
      certain: true,
      valueByValue: true,
      source: HEALTH_CHECK,
      hint: "Use interval 5 to 300, timeout 2 to 60, retries 1 to 10, startPeriod 0 to 300.",
    },
    function* ({ name = "null", healthCheck }) {
      for (const field of BOUNDED) {
        const { low } = BOUNDS[field];
        if ((healthCheck?.[field] ?? low) >= low) continue;
        const message = `Health check ${field} must be greater than or equal to the minimum allowed value ${low} for container '${name}'`;
        yield at(message, "healthCheck", field);
      }
    },
  ),
  containerRule(
    { id: "restart-period", evidence: "exact", source: RECORDED, hint: "Use 60 to 1800 seconds; 300 is the default." },
    function* ({ name = "null", restartPolicy }) {
      const period = restartPolicy?.restartAttemptPeriod ?? 300;
      if (period >= 60 && period <= 1800) return;
      const message = `The 'restartAttemptPeriod' setting for container '${name}' must be between 60 and 1800.`;
      yield at(message, "restartPolicy", "restartAttemptPeriod");
    },
  ),
  containerRule(
    {
      id: "restart-codes",
      evidence: "ours",
      certain: true,
      source: RESTART_POLICY,
      hint: "Name at most 50 exit codes.",
    },
    function* ({ name = "null", restartPolicy }) {
      if ((restartPolicy?.ignoredExitCodes?.length ?? 0) <= MAX_EXIT_CODES) return;
      const message = `The 'ignoredExitCodes' setting for container '${name}' can have at most ${MAX_EXIT_CODES} exit codes.`;
      yield at(message, "restartPolicy", "ignoredExitCodes");
    },
  ),
  atLeast("start-min", "startTimeout", "start"),
  atLeast("stop-min", "stopTimeout", "stop"),
];

function atMost(id: string, field: Bounded, evidence: Evidence): Rule {
  const { low, high } = BOUNDS[field];
  const text = { id, evidence, source: RECORDED, hint: `Use ${low} to ${high}.` };
  return containerRule(text, function* ({ name = "null", healthCheck }) {
    if ((healthCheck?.[field] ?? high) <= high) return;
    const message = `Health check ${field} must be less than or equal to the maximum allowed value ${high} for container '${name}'`;
    yield at(message, "healthCheck", field);
  });
}

function atLeast(id: string, field: "startTimeout" | "stopTimeout", word: string): Rule {
  const text = {
    id,
    evidence: "exact" as const,
    source: KEPT,
    hint: "Use at least 2 seconds.",
  };
  return containerRule(text, function* (container) {
    if ((container[field] ?? SHORTEST_TIMEOUT) >= SHORTEST_TIMEOUT) return;
    yield at(`Granular ${word} timeout on container '${container.name ?? "null"}' must be at least 2 seconds.`, field);
  });
}
