/**
 * What the API answers, member by member, and what happens meanwhile: conversations that meet every operation, each with each
 * of its forms. A slip in a description or in a moment shows here as one line.
 */
import { serviceOperations } from "@quayside/simulator";
import { expect, test } from "vitest";
import { journalTable } from "./journal-table.ts";
import { LOAD_BALANCERS } from "./transcripts/balancing.ts";
import { LOAD_BALANCER_CHANGES } from "./transcripts/balancing-changes.ts";
import { CLUSTERS, DEFINITIONS } from "./transcripts/clusters.ts";
import { EVENTS } from "./transcripts/events.ts";
import { EXEC } from "./transcripts/exec.ts";
import { FARGATE_TASKS } from "./transcripts/fargate.ts";
import { MACHINES } from "./transcripts/machines.ts";
import { INSTANCES, ROUTES, RULES_OF_GROUPS } from "./transcripts/network.ts";
import { SERVICE_CONNECTIONS } from "./transcripts/service-connections.ts";
import { SERVICES } from "./transcripts/services.ts";
import { TOPICS } from "./transcripts/sns.ts";
import { STRATEGIES } from "./transcripts/strategies.ts";
import { TASK_SETS } from "./transcripts/task-sets.ts";
import { type Turn, transcribe } from "./transcripts/transcript.ts";

const CONVERSATIONS: Readonly<Record<string, readonly Turn[]>> = {
  clusters: CLUSTERS,
  "task-definitions": DEFINITIONS,
  "container-instances": MACHINES,
  "fargate-tasks": FARGATE_TASKS,
  "security-groups": RULES_OF_GROUPS,
  routes: ROUTES,
  "ec2-instances": INSTANCES,
  services: SERVICES,
  "service-connections": SERVICE_CONNECTIONS,
  "task-sets": TASK_SETS,
  strategies: STRATEGIES,
  exec: EXEC,
  events: EVENTS,
  topics: TOPICS,
  "load-balancers": LOAD_BALANCERS,
  "load-balancer-changes": LOAD_BALANCER_CHANGES,
};

test.each(Object.entries(CONVERSATIONS))("the conversation about %s", async (name, turns) => {
  const { answers, session } = transcribe(turns);
  await expect(answers).toMatchFileSnapshot(`answers/${name}.txt`);
  await expect(journalTable(session)).toMatchFileSnapshot(`answers/${name}.journal.txt`);
});

test("every operation that is simulated is called, and answers at least once", () => {
  const answered = new Set(
    Object.values(CONVERSATIONS).flatMap((turns) => {
      const calls = transcribe(turns).answers.matchAll(/^> (\w+ \w+) .*\n(?!!)/gm);
      return Array.from(calls, ([, call]) => call);
    }),
  );
  const missing = Object.entries(serviceOperations).flatMap(([service, operations]) =>
    Object.entries(operations)
      .filter(([operation, entry]) => entry.modelled && !answered.has(`${service} ${operation}`))
      .map(([operation]) => `${service} ${operation}`),
  );
  expect(missing).toEqual([]);
});
