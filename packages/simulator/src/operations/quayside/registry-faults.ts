/**
 * SlowRegistry and FailPulls: image registries misbehave from now on, until the same operation says that it is over.
 * Simplified: a pull that has begun keeps its speed and its outcome.
 */
import type { Cloud } from "../../model/cloud.ts";
import { EVERY_REGISTRY, type PullFault, type RegistryFaultRow } from "../../model/registry-faults.ts";
import { parseImageReference } from "../../workloads/image-reference.ts";
import { DOCKER_HUB, registryOf } from "../../workloads/registry-faults.ts";
import { answer, command } from "../operation.ts";
import { fieldsOf, isWholeNumber } from "./read-input.ts";
import { refuse } from "./refusals.ts";

/** Ours: a hundred times as long makes an hour of the longest pull of the catalogue. */
const MAX_TIMES_SLOWER = 100;

/** Ours: whoever wants more wants all of them. */
const MAX_FAILING_PULLS = 1_000;

const FAULTS: readonly PullFault[] = ["unreachable", "server-error", "rate-limit"];

/** Hosts that all mean Docker Hub. */
const HUB_HOSTS: ReadonlySet<string> = new Set(["index.docker.io", "registry-1.docker.io"]);

const REGISTRY = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** `{ registry?, timesSlower }`; 1 is as fast as ever. */
export const slowRegistry = command<"quayside", "SlowRegistry">((sim, input) => {
  const { registry, timesSlower } = fieldsOf(input);
  const scope = readRegistry(registry);
  if (scope === undefined || !isWholeNumber(timesSlower, 1, MAX_TIMES_SLOWER)) {
    return refuse("quayside.input", {
      usage: `SlowRegistry takes {"timesSlower": 10, "registry": "docker.io"}: 1 to ${MAX_TIMES_SLOWER} times as long, 1 is as fast as ever; without a registry, all of them.`,
    });
  }
  settle(sim, { ...rowOf(sim, scope), timesSlower });
  sim.record("REGISTRY_SPEED_CHANGED", scope, { timesSlower });
  return answer({ scope, timesSlower });
});

/** `{ image? | registry?, count?, why? }`; a count of 0 ends it, no count means all pulls until then. */
export const failPulls = command<"quayside", "FailPulls">((sim, input) => {
  const { image, registry, count, why = "server-error" } = fieldsOf(input);
  const scope = readScope(image, registry, why);
  if (scope === undefined || !isCount(count) || !isFault(why)) {
    return refuse("quayside.input", {
      usage: `FailPulls takes {"image": "nginx"} or {"registry": "docker.io"} or neither for all of them, "count": 0 to ${MAX_FAILING_PULLS} (0 ends it, without it all pulls fail), and "why": ${FAULTS.join(", ")}.`,
    });
  }
  if (why === "rate-limit" && registryOf(`${scope}/`) !== DOCKER_HUB) {
    return refuse("quayside.not-limited");
  }
  const { timesSlower } = rowOf(sim, scope);
  if (count === 0) {
    settle(sim, { scope, timesSlower });
    sim.record("PULLS_MENDED", scope);
    return answer({ scope, count });
  }
  const pullsLeft = count === undefined ? {} : { pullsLeft: count };
  settle(sim, { scope, timesSlower, failing: { why, record: sim.nextRecord, ...pullsLeft } });
  sim.record("PULLS_BROKEN", scope, { why, count });
  return answer({ scope, why, count });
});

function isFault(why: unknown): why is PullFault {
  return FAULTS.some((fault) => fault === why);
}

function isCount(count: unknown): count is number | undefined {
  return count === undefined || isWholeNumber(count, 0, MAX_FAILING_PULLS);
}

function rowOf(sim: Cloud, scope: string): RegistryFaultRow {
  return sim.tables.registryFaults.get(scope) ?? { scope, timesSlower: 1 };
}

/** Writes a row, or removes it when nothing is wrong any more. */
function settle(sim: Cloud, row: RegistryFaultRow): void {
  if (row.timesSlower === 1 && row.failing === undefined) sim.remove("registryFaults", row.scope);
  else sim.put("registryFaults", row);
}

function readScope(image: unknown, registry: unknown, why: unknown): string | undefined {
  if (image === undefined) return readRegistry(registry ?? (why === "rate-limit" ? DOCKER_HUB : undefined));
  if (registry !== undefined || typeof image !== "string" || image === "") return undefined;
  return parseImageReference(image).repository;
}

function readRegistry(registry: unknown): string | undefined {
  if (registry === undefined) return EVERY_REGISTRY;
  if (typeof registry !== "string" || !REGISTRY.test(registry)) return undefined;
  return HUB_HOSTS.has(registry) ? DOCKER_HUB : registry;
}
