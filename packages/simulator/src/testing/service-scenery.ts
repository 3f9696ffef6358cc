/** Services in the small cloud of refusal-scenery.ts: a REPLICA of pairs on two machines, and one on Fargate. */
import { DEFAULT_SUBNETS } from "../default-network.ts";
import { beginning, must } from "./refusal-scenery.ts";

/** An answer, or a part of one. */
export type Json = Readonly<Record<string, unknown>>;

/** A service on the machines, with no task. */
export const PAIR = { serviceName: "pair", cluster: "machines", taskDefinition: "pair", desiredCount: 0 } as const;

/** A service on Fargate, with one task. */
export const WEB = {
  serviceName: "web",
  taskDefinition: "web",
  desiredCount: 1,
  launchType: "FARGATE",
  networkConfiguration: { awsvpcConfiguration: { subnets: [DEFAULT_SUBNETS["private-a"]] } },
} as const;

/** Makes calls in a session of its own and reads what they leave. */
export function serviceScenery() {
  const session = beginning();
  const call = (operation: string, input: object) => must(session, "ecs", operation, input);
  const serviceOf = (operation: string, input: object) => call(operation, input).service as Json;
  const described = (name: string, include: readonly string[] = []): Json => {
    const cluster = name === "web" ? "default" : "machines";
    return (call("DescribeServices", { cluster, services: [name], include }).services as Json[])[0] as Json;
  };
  return {
    session,
    call,
    create: (input: object): Json => serviceOf("CreateService", input),
    update: (input: object): Json => serviceOf("UpdateService", { cluster: "machines", service: "pair", ...input }),
    remove: (input: object = {}): Json =>
      serviceOf("DeleteService", { cluster: "machines", service: "pair", ...input }),
    described,
    deploymentsOf: (name: string) => described(name).deployments as Json[],
    messagesOf: (name: string) => (described(name).events as Json[]).map(({ message }) => String(message)),
    /** An alarm goes into ALARM. */
    raise: (name: string) => must(session, "quayside", "SetAlarm", { name, state: "ALARM" }),
    /** What it is refused with. */
    said: (operation: string, input: object): string => {
      const outcome = session.call("ecs", operation, input);
      return outcome.ok ? "an answer" : `${outcome.error.code}: ${outcome.error.message}`;
    },
    pass: (seconds: number) => session.advance({ byMs: seconds * 1_000 }),
  };
}
