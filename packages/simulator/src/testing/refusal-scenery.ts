/** A small cloud in which every refusal can be met, and what is met in it. */
import { DEFAULT_SUBNETS } from "../default-network.ts";
import type { RefusalRow } from "../model/refusal.ts";
import type { Outcome } from "../operations/operation.ts";
import type { ServiceName } from "../operations/service-names.ts";
import { Session } from "../session.ts";

/** One call, or what leads to the refusal and is the last call's outcome. */
export type Way = readonly [operation: string, input: object] | ((session: Session) => Outcome);

const NETWORK = { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } };

/** A call of RunTask on Fargate that is taken. */
export const RUN_WEB = { taskDefinition: "web", launchType: "FARGATE", networkConfiguration: NETWORK } as const;

const began = begin();

function begin(): Session {
  const scenario = {
    id: "refusals",
    title: "Where every refusal can be met",
    network: { cidrBlocks: { "public-b": "10.0.1.0/28" } },
    commands: [{ service: "ecs", operation: "CreateCluster", input: { clusterName: "default" } }],
  } as const;
  const session = Session.start({ seed: 1, scenario });
  const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "web",
    ...fargate,
    containerDefinitions: [{ name: "web", image: "nginx" }],
  });
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "pair",
    containerDefinitions: ["a", "b"].map((name) => ({ name, image: "nginx", memory: 64 })),
  });
  must(session, "ecs", "RegisterTaskDefinition", {
    family: "own",
    networkMode: "awsvpc",
    containerDefinitions: [{ name: "own", image: "nginx", memory: 64 }],
  });
  must(session, "ecs", "CreateCluster", { clusterName: "machines" });
  must(session, "quayside", "ProvideContainerInstances", { cluster: "machines", count: 2 });
  must(session, "ecs", "RunTask", RUN_WEB);
  must(session, "ecs", "RunTask", { taskDefinition: "pair", cluster: "machines" });
  session.stepUntilQuiet();
  return session;
}

/** A session of its own in the scenery. */
export function beginning(): Session {
  return began.fork();
}

/** Calls and insists on an answer; gives it. */
export function must(
  session: Session,
  service: ServiceName,
  operation: string,
  input: object,
): Readonly<Record<string, unknown>> {
  const outcome = session.call(service, operation, input);
  if (!outcome.ok) throw new Error(`the scenery cannot ${operation}: ${outcome.error.message}`);
  return outcome.output;
}

/** A row's key in the scenery: of the first row that fits. */
export function keyOf<Row>(
  rows: { keys(): Iterable<string>; get(key: string): Row | undefined },
  fits: (row: Row) => boolean = () => true,
): string {
  for (const key of rows.keys()) if (fits(rows.get(key) as Row)) return key;
  throw new Error("the scenery has no such row");
}

/** Id and code of what each way meets, by the id that it is to meet. */
export function met(service: ServiceName, ways: Readonly<Record<string, Way>>): Record<string, string> {
  const entries = Object.entries(ways).map(([id, way]): [string, string] => {
    const session = began.fork();
    const outcome = typeof way === "function" ? way(session) : session.call(service, way[0], way[1]);
    return [id, outcome.ok ? "an answer" : `${outcome.id}: ${outcome.error.code}`];
  });
  return Object.fromEntries(entries);
}

/** What ways to all rows of a table but those left out meet. */
export function toMeet(table: Readonly<Record<string, RefusalRow>>, leftOut: readonly string[] = []) {
  const rows = Object.entries(table).filter(([id]) => !leftOut.includes(id));
  return Object.fromEntries(rows.map(([id, { code }]) => [id, `${id}: ${code}`]));
}

/** The last call of a way and the code of its refusal: `RunTask ClientException`. */
export function lastCall(service: ServiceName, way: Way): string {
  const session = began.fork();
  const call = session.call.bind(session);
  let last = "";
  session.call = (of, operation, ...rest) => {
    last = operation;
    return call(of, operation, ...rest);
  };
  const outcome = typeof way === "function" ? way(session) : session.call(service, way[0], way[1]);
  return `${last} ${outcome.ok ? "answers" : outcome.error.code}`;
}
